"""The page of a year's rules (เกณฑ์การประเมิน)."""

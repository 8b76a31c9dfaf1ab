"""The page of the agency (หน่วยงาน)."""

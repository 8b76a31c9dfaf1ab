"""The page of findings (ตรวจก่อนพิมพ์)."""

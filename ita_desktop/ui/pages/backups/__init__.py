"""The page of backups (ข้อมูลสำรอง)."""

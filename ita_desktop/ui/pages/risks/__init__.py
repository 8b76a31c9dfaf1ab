"""The page of risks (ความเสี่ยง)."""

"""The page of scores (คะแนน)."""

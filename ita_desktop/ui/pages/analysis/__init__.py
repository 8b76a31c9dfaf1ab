"""The page of the analysis (วิเคราะห์ผล)."""

"""The page of results (รายงานผล)."""

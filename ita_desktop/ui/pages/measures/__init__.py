"""The page of measures (มาตรการ)."""

"""What an assessment is, as frozen values."""

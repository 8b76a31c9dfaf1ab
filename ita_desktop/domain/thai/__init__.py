"""Thai digits, dates, fiscal years."""

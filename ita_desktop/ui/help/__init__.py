"""Help, search over the office, and the tour."""

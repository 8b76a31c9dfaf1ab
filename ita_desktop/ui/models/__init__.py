"""Tables over tuples of domain values."""

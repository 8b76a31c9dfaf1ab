"""What follows from the values: scores, levels, changes, dues, duties."""

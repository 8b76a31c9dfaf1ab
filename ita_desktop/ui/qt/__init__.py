"""What Qt and Python need to work together."""

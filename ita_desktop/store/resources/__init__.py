"""What the program brings along, read from TOML and CSV."""

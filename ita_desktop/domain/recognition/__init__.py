"""What tables and texts of others mean."""

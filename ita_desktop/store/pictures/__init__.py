"""Pictures and scans of others, checked by content."""

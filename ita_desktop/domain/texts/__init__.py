"""Sentences proposed to the clerk."""

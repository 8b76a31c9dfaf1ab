"""Signed updates of the program and packs of rules."""

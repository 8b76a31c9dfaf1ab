"""Limits for files made by others."""

"""Findings with their sentences and cures."""

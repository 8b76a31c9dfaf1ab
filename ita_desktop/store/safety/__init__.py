"""Backups, thinning, restoring and packages for another computer."""

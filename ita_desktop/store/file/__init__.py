"""The .ita file: open, lock, migrate, seal, journal."""

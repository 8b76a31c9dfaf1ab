"""Colours, sizes, style sheet and the words shared by pages."""

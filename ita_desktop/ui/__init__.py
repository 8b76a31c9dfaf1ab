"""The window (PySide6).

Rule of this floor: pages read from the Workspace, write through it, and refresh when told; pages do not know
each other.
"""

"""The commands that need no window.

Rule of this floor: words in, exit status out (0 done, 1 cannot be done, 2 wrong words); never Qt.
"""

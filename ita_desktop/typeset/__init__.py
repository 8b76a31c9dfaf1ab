"""Thai text on paper: words, shapes, lines, pages.

Rule of this floor: imports nothing of ours and knows nothing of what is printed; points (1/72 inch)
everywhere, y from the top.
"""

"""Windows: the only floor that knows Qt.

Rule of this floor: a page shows what the Workspace tells and sends what was typed; it never changes its own picture
after a write, and knows no other page.
"""

"""Windows: the only floor that knows Qt.

A page shows what the Workspace tells and sends what was typed; it never changes its own picture after a write.
"""

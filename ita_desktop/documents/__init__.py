"""What is printed: facts -> Document (a tree of blocks) -> PDF, text, later Word.

Rule of this floor: no store, no window; facts come in complete. Only ``pdf`` knows the typesetter.
"""

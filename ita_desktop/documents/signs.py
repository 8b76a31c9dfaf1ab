"""Signs beside the letters (เครื่องหมาย): which ones the papers print, and Word's private bullets as real characters."""

from __future__ import annotations

SIGNS = "☐☑☒✓✔✗✘●○◦■□▪▫◆◇▲△▼▽★☆→↑←↓➢➤№（）［］【】"
"""What TH Sarabun New has not and ``resources/fonts/ITASigns.ttf`` draws."""

WORD_FONT = "Segoe UI Symbol"
"""A font of every Windows since 7 that has these signs; LibreOffice takes one of its own in its place."""

_BULLETS = str.maketrans(
    {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "✓", "\uf0d8": "➢", "\uf06f": "○", "\uf0a8": "□", "\uf0fe": "☑"}
)
"""Characters of the fonts Symbol and Wingdings, as they arrive when a list is copied out of Word."""


def with_bullets(text: str) -> str:
    """Return the text with Word's private bullets as the characters they show."""
    return text.translate(_BULLETS)

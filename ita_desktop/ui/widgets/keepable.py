"""What a field keeps of a pasted text: signs that nobody sees and no file holds are left out."""

from __future__ import annotations

from ita_desktop.domain.thai.characters import one_line, writable

__all__ = ["keepable", "one_line"]


def keepable(text: str) -> str:
    """Return the text without control characters and halves of characters, every line end as a newline."""
    return writable(text)

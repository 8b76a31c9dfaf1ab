"""The Thai words that broken texts are compared with (รายการคำไทย)."""

from __future__ import annotations

from pathlib import Path


def read_words(resources: Path) -> tuple[str, ...]:
    """Return the word list; OSError where the folder does not hold it."""
    text = (resources / "words" / "words_th.txt").read_text(encoding="utf-8")
    return tuple(word for word in text.split("\n") if word and not word.startswith("#"))

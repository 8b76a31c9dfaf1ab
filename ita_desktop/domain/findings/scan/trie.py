"""A pattern for many words at once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def trie(words: Iterable[str]) -> str:
    """Return a pattern that finds the words letter by letter, the longest first: much faster than alternatives."""
    by_letter: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    branches = [re.escape(letter) + trie(rest) for letter, rest in sorted(by_letter.items())]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ends else "")

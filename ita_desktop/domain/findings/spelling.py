"""How alike two names are written."""

from __future__ import annotations


def one_slip(a: str, b: str) -> bool:
    """Return True if one letter more, less, different or swapped with the next makes one name the other."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    at = 0
    while at < min(len(a), len(b)) and a[at] == b[at]:
        at += 1
    if len(a) == len(b):
        swapped = a[at + 1 : at + 2] == b[at : at + 1] and b[at + 1 : at + 2] == a[at : at + 1]
        return a[at + 1 :] == b[at + 1 :] or (swapped and a[at + 2 :] == b[at + 2 :])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[at + 1 :] == shorter[at:]

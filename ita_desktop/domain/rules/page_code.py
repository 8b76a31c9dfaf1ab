"""รหัสหน้า: a short code at a page's foot by which a paper on a desk is found again in the program.

Six characters from an alphabet without look-alikes (of 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V at most one) and a check
character: a single wrong character and two neighbours swapped are noticed, because the alphabet has a prime number.
"""

from __future__ import annotations

import hashlib
import re

from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.copies import PaperKey

ALPHABET = "34679ACDEFHJKMNPQRTVWXY"
LENGTH = 6
_CODE = re.compile(rf"([{ALPHABET}]{{3}})\s?-?\s?([{ALPHABET}]{{4}})(?:\s*[-/]\s*(\d{{1,4}}))?")


def code_for(key: PaperKey, fingerprint: str) -> str:
    """Compute the code of a paper's version: the same paper with the same words always has the same code."""
    words = f"{int(key.plan_year)}/{key.document}/{key.memo}/{key.round}/{fingerprint}"
    number = int.from_bytes(hashlib.sha256(words.encode("utf-8")).digest()[:8], "big")
    letters = ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(ALPHABET))
        letters += ALPHABET[at]
    return letters + _check(letters)


def printed_code(code: str, page: int) -> str:
    """Write the code as at the foot of a page: ``K7M-4PXR-2``."""
    return f"{shown_code(code)}-{page}"


def shown_code(code: str) -> str:
    """Write the code without the page: ``K7M-4PXR``."""
    return f"{code[:3]}-{code[3:]}"


def read_code(text: str) -> tuple[str, int] | None:
    """Read a typed code, and the page (1 if none is named); None if it is no code."""
    found = _CODE.fullmatch(arabic_digits(text).strip().upper())
    if found is None:
        return None
    code = found[1] + found[2]
    return (code, int(found[3] or 1)) if _check(code[:-1]) == code[-1] else None


def is_like_code(text: str) -> bool:
    """Return True for a text in the form of a code, even a mistyped one."""
    return _CODE.fullmatch(arabic_digits(text).strip().upper()) is not None


def _check(letters: str) -> str:
    total = sum((place + 2) * ALPHABET.index(letter) for place, letter in enumerate(letters))
    return ALPHABET[total % len(ALPHABET)]

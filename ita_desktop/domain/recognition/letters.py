"""Thai letters as broken copies have them: what can be corrected without knowing any word.

Sources of the faults: PDF and flipbook text layers (marks late, lost, in private glyphs), Word files typed with two เ.
"""

from __future__ import annotations

import re

from ita_desktop.domain.thai.characters import TONES, VOWEL_MARKS, without_unseen
from ita_desktop.domain.thai.private_glyphs import PRIVATE_GLYPHS
from ita_desktop.domain.thai.writing import arabic_digits

_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_GLYPHS = str.maketrans(PRIVATE_GLYPHS)
_ORDER = re.compile(f"([{TONES}])([{VOWEL_MARKS}])")


def repaired(text: str) -> str:
    """Put right what needs no dictionary: private glyphs, two เ for แ, a split or misordered ำ, unseen characters.

    Blanks of other widths become a blank. Marks that stand one letter late or are lost are left as they are.
    """
    plain = _BLANKS.sub(" ", without_unseen(text)).translate(_GLYPHS).replace("เเ", "แ")
    plain = re.sub("ํ([่-๋]?)า", r"\1ำ", plain)
    plain = re.sub("([่-๋])ํา", r"\1ำ", plain)
    return _ORDER.sub(r"\2\1", plain)


_LETTERS = re.compile("[^ก-ฮเ-ไA-Za-z]")


def consonants(text: str) -> str:
    """Return consonants, leading vowels and Latin capitals only: what no broken copy of Thai text moves or loses."""
    return _LETTERS.sub("", repaired(text)).replace("ฎ", "ฏ").upper()


def plain_text(text: str) -> str:
    """Return repaired text with Arabic digits and single blanks, for reading numbers and heads."""
    return " ".join(arabic_digits(repaired(text)).split())


def distance(one: str, other: str, most: int) -> int:
    """Return the edit distance (Levenshtein, each change costs 1), or ``most + 1`` where it is larger than ``most``.

    Costs O(len(one) × len(other)); names are under 40 letters.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
        if min(row) > most:
            return most + 1
    return row[-1] if row[-1] <= most else most + 1

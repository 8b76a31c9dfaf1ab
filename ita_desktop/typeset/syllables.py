"""Find places in a Thai word where a syllable certainly begins (ต้นพยางค์), to part a word that no column can hold.

Thai spelling leaves many boundaries open (ตา|กลม, ตาก|ลม), so only those are given that its letters decide alone:
- before a vowel that is written before its consonant (เนิน in ดำ|เนิน);
- after ะ and ำ, which close a syllable;
- before a consonant that carries its own vowel, where an open vowel stands right before it (มี|นา), or a consonant that
  has the vowel of its own syllable and forms no cluster with it (สัม|พันธ์, but not อิสริยา: สร may belong together).
What is left out costs a place to part a word; what is wrong would print half a syllable.
"""

from __future__ import annotations

import re

from ita_desktop.typeset.clusters import edges
from ita_desktop.typeset.letters import CONSONANTS, LEADING, TONES

_CLUSTERS = frozenset(
    re.findall(
        f"[{CONSONANTS}]{{2}}",
        "กร กล กว ขร ขล ขว คร คล คว ตร ปร ปล ผล พร พล ทร สร ศร ซร จร บร บล ดร ฟร ฟล หง หญ หน หม หย หร หล หว อย "
        "ตล ถน สน สม สย สล สว ขน ขย ฉล ฉว ผง ผน ฝร ธร มร คม ชน ทว พน พย มล วร",
    )
)
"""Two consonants that may begin a syllable together, true clusters and led ones (อักษรควบ อักษรนำ)."""
_VOWEL = "\u0e31\u0e34-\u0e39าะำ"
_OPEN = "\u0e34-\u0e36\u0e38\u0e39า"
"""Vowels after which a syllable may end."""
_CARRIES = re.compile(rf"[{CONSONANTS}][{TONES}]?[{_VOWEL}]")
_BEFORE_OPEN = re.compile(rf"[{_OPEN}][{TONES}]?\Z")
_BEFORE_CLOSED = re.compile(rf"[{_VOWEL}][{TONES}]?([{CONSONANTS}])\Z")


def syllable_starts(run: str) -> set[int]:
    """Return the places in a run of Thai letters where a syllable certainly begins; never its start or end."""
    return {at for at in edges(run) if 0 < at < len(run) and _begins(run, at)}


def _begins(run: str, at: int) -> bool:
    before, here = run[max(0, at - 4) : at], run[at]
    if here in LEADING:
        return at > 1
    if before[-1] in "ะำ":
        return True
    if not _CARRIES.match(run, at):
        return False
    if _BEFORE_OPEN.search(before) or before[-1] == "\u0e4c":
        return True
    closed = _BEFORE_CLOSED.search(before)
    return closed is not None and closed[1] + here not in _CLUSTERS

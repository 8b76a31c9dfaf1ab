"""Prepare text for print: Thai marks in the order fonts expect, characters without a shape removed.

The stored text stays as typed. Uses NFC only: NFKC and NFKD take ำ apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ita_desktop.typeset.letters import MARKS, SARA_AM, TONES, UNSEEN

_LINE_ENDS = "\x0b\x0c\r\x85\u2028\u2029"

_SUSPECT = re.compile(rf"[{UNSEEN}{_LINE_ENDS}\u0300-\u036f\u0e4d]|เเ|[{MARKS}]{{2}}|\u0e33[{MARKS}]")
"""Most texts hold none of these and are returned as they are."""
_TAKEN_OUT = re.compile(rf"[{UNSEEN}]")
_LINE_END = re.compile(rf"\r\n|[{_LINE_ENDS}]")
_DOUBLE_E = re.compile("เเ")
_SARA_AM = re.compile(rf"\u0e4d([{TONES}]*)\u0e32|([{TONES}]+)\u0e4d\u0e32|\u0e33([{TONES}]+)")
_STACK = re.compile(rf"[{MARKS}]{{2,}}")

_RANK = {"\u0e3a": 0, "\u0e4d": 2, **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 3), "\u0e4c": 4, "\u0e4e": 4}
"""From the letter outwards: phinthu, vowels below and above, nikhahit, tone, thanthakhat."""


@lru_cache(maxsize=4_096)
def normalise(text: str) -> str:
    """Return `text` for print: ํ+า as ำ, เ+เ as แ, marks in order and none twice, every line end as a newline.

    Characters that cannot be seen are removed. Tabs, newlines, no-break spaces and a mark without its letter stay.
    """
    if not _SUSPECT.search(text):
        return text
    text = _TAKEN_OUT.sub("", _LINE_END.sub("\n", text))
    text = unicodedata.normalize("NFC", text)
    text, before = _DOUBLE_E.sub("แ", text), ""
    while text != before:  # a ํ may meet its า, and a tone pass another ำ, only where the marks before are in order
        before, text = text, _SARA_AM.sub(_sara_am, _STACK.sub(_stack, text))
    return text


def _sara_am(found: re.Match[str]) -> str:
    return (found[1] or found[2] or found[3] or "") + SARA_AM


def _stack(found: re.Match[str]) -> str:
    return "".join(sorted(dict.fromkeys(found[0]), key=lambda mark: _RANK.get(mark, 1)))

"""Text as it is printed: Thai in the order fonts expect, what has no shape taken out. The stored text stays as typed.

Never NFKC or NFKD: they take ำ apart.
"""

import re
import unicodedata
from collections import Counter

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONES = "\u0e48-\u0e4b"
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff"
)
_LINE_ENDS = "\x0b\x0c\r\x85\u2028\u2029"

# Most texts hold none of these and are returned as they are.
_SUSPECT = re.compile(rf"[{_UNSEEN}{_LINE_ENDS}\u0300-\u036f\u0e4d]|เเ|[{_MARKS}]{{2}}|\u0e33[{_MARKS}]")
_TAKEN_OUT = re.compile(rf"[{_UNSEEN}]")
_LINE_END = re.compile(rf"\r\n|[{_LINE_ENDS}]")
_DOUBLE_E = re.compile("เเ")
_SARA_AM = re.compile(rf"\u0e4d([{_TONES}]*)\u0e32|([{_TONES}]+)\u0e4d\u0e32|\u0e33([{_TONES}]+)")
_STACK = re.compile(rf"[{_MARKS}]{{2,}}")

# From the letter outwards: phinthu, vowels below and above, nikhahit, tone, thanthakhat.
_RANK = {"\u0e3a": 0, "\u0e4d": 2, **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 3), "\u0e4c": 4, "\u0e4e": 4}


def normalise(text: str) -> str:
    """`text` for print: ํ+า is ำ, เ+เ is แ, marks in order and none twice, line ends as newlines, the unseen gone.

    Tabs, newlines, no-break spaces and a mark without its letter stay.
    """
    if not _SUSPECT.search(text):
        return text
    text = _TAKEN_OUT.sub("", _LINE_END.sub("\n", text))
    text = unicodedata.normalize("NFC", text)
    text, before = _DOUBLE_E.sub("แ", text), ""
    while text != before:  # a ํ may meet its า, and a tone pass another ำ, only where the marks before are in order
        before, text = text, _SARA_AM.sub(_sara_am, _STACK.sub(_stack, text))
    return text


def taken_out(text: str) -> tuple[tuple[str, int], ...]:
    """The characters `normalise` takes out of `text` as they cannot be seen, with their number, in code order."""
    if not _SUSPECT.search(text):
        return ()
    return tuple(sorted(Counter(_TAKEN_OUT.findall(text)).items()))


def _sara_am(found: re.Match[str]) -> str:
    return (found[1] or found[2] or found[3] or "") + "\u0e33"


def _stack(found: re.Match[str]) -> str:
    return "".join(sorted(dict.fromkeys(found[0]), key=lambda mark: _RANK.get(mark, 1)))

"""What a field keeps of a pasted text: signs that nobody sees and no file holds are left out."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")


def keepable(text: str) -> str:
    """Without control characters and halves of characters."""
    return _UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """The text for a field of one line: line ends and tabs inside are spaces, those around it are gone."""
    return _LINE_ENDS.sub(" ", keepable(text).strip("\t\n\v\f\r\x85\u2028\u2029"))

"""What of a text can be written anywhere: the one door for every writer (Word, text, HTML, CSV, properties).

A text is stored as typed. Word marks a line end inside a paragraph with U+000B and a page end with U+000C; XML, and so
Word and HTML, holds neither, nor other control characters, halves of characters or U+FFFE and U+FFFF.
"""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\t\n]+")


def writable(text: str) -> str:
    """Write each kind of line end as a newline and leave out what no file can hold; tabs stay."""
    return _UNWRITABLE.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """The same in one line: line ends and tabs inside are spaces, those around it are gone."""
    return _LINE_ENDS.sub(" ", writable(text).strip("\t\n"))

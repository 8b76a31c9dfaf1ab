"""Entries of a list in a cell: by the file's own list numbers, by typed numbers and dashes, else by lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ita_desktop.domain.recognition.content import FileLine
from ita_desktop.domain.recognition.letters import repaired

_MARK = re.compile(
    r"^\s*(?:\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])\)?|\([0-9๐-๙ก-ฮ]{1,2}\)|[ก-ฮ]\)"
    r"|[-–•▪●○◦➢✓]|\uf0b7|\uf0a7|\uf0d8|\uf0fc)\s*"
)
_INSIDE = re.compile(r"(?:(?<=\s)|(?<=[ก-๙]))(?=[0-9๐-๙]{1,2}[.)](?=[ก-ฮเ-ไ\s])(?![0-9๐-๙]))")
_BETWEEN = re.compile(r"\s*(?:[,;/\n]|\s{2,})\s*")
_CONTINUED = re.compile(r"^\s*\(?ต่อ\)\s*")


def items_of(lines: Sequence[FileLine]) -> tuple[str, ...]:
    """Split the lines of a cell into entries without their numbers.

    Where no line has a number or a dash, every paragraph is an entry. A line without a mark below one with a mark goes
    on with it. Numbers run on in one line (๑. … ๒. …) split it where they count up.
    """
    plain = [(line, repaired(line.text).replace("\n", " ").strip()) for line in lines]
    plain = [(line, text) for line, text in plain if text]
    marked = any(line.label or _MARK.match(text) for line, text in plain)
    entries: list[str] = []
    for line, text in plain:
        for n, piece in enumerate(_counted(text)):
            starts = bool(line.label and n == 0) or bool(_MARK.match(piece)) or not marked or not entries
            bare = _MARK.sub("", piece).strip()
            if starts:
                entries.append(bare)
            else:
                entries[-1] = f"{entries[-1]} {_CONTINUED.sub('', bare)}"
    return tuple(" ".join(entry.split()) for entry in entries if entry)


def _counted(text: str) -> list[str]:
    """Split a text at typed numbers that count up from 1."""
    pieces = _INSIDE.split(text)
    if len(pieces) < 2:
        return [text]
    out, wanted = [""], 1
    for piece in pieces:
        digits = re.match(r"[0-9๐-๙]{1,2}", piece)
        if digits and int(digits[0]) == wanted:
            wanted += 1
            out.append(piece)
        else:
            out[-1] += piece
    return [piece.strip() for piece in out if piece.strip()]


def names_of(lines: Sequence[FileLine]) -> tuple[str, ...]:
    """Split owners (ผู้รับผิดชอบ): by list marks, lines, commas and strokes."""
    names = [
        name.strip()
        for line in lines
        for piece in repaired(line.text).split("\n")
        for name in _BETWEEN.split(_MARK.sub("", piece))
    ]
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name))


def text_of(lines: Sequence[FileLine]) -> str:
    """Join the lines of a cell to one text."""
    return "\n".join(" ".join(repaired(line.words).split()) for line in lines if line.text.strip())

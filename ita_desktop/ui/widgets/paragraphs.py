"""The lines of an editor end between Thai words (ตัดบรรทัดระหว่างคำ), as on paper and on every machine.

Qt finds the words of Thai only where libthai is installed. Nothing is put into the text: only the ends of the lines
that Qt laid out are set again, so that cursor, selection, copy and undo stay Qt's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from ita_desktop.ui.look.line_breaks import line_ends

FORCED = "\u2028"
"""Qt's sign for a line that was ended inside a paragraph."""
NEVER_LAST = frozenset("เแโใไ")
NEVER_FIRST = frozenset(
    "ะาำๅๆฯ\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d"
)
"""Vowels and signs that stay with their letter where a stretch without an end is longer than the line."""
HAIR = 1 / 32
"""Pixels more than the words of a line take; Qt reckons in 64ths."""
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_STAND_IN = "\ufffc\ufffc"
"""Stands for a sign that Qt counts as two."""


def lay_out(editor: QPlainTextEdit) -> bool:
    """Set the lines of all paragraphs that Qt laid out since the last call; True if there were any."""
    document = editor.document()
    width = editor.viewport().width() - 2 * document.documentMargin()
    block, found = document.begin(), False
    while block.isValid():
        if not _is_ours(block):
            found = True
            _lay_out(block, width)
        block = block.next()
    return found


def _is_ours(block: QTextBlock) -> bool:
    """Return False for a paragraph laid out by Qt, which resets the wrapping, or not laid out yet."""
    layout = block.layout()
    if not layout.lineCount() or layout.textOption().wrapMode() != QTextOption.WrapMode.WrapAnywhere:
        return False
    last = layout.lineAt(layout.lineCount() - 1)
    composed = len(_WIDE.sub(_STAND_IN, layout.preeditAreaText()))
    return last.textStart() + last.textLength() == block.length() - 1 + composed


def _lay_out(block: QTextBlock, width: float) -> None:
    layout, document = block.layout(), block.document()
    option = QTextOption(document.defaultTextOption())
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    text = _shown(block)
    ends = line_ends(text.replace(FORCED, "\n"))
    margin, top = document.documentMargin(), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        _end_between_words(line, width, text, ends)
        line.setPosition(QPointF(margin, top))
        top += line.height()
    layout.endLayout()
    block.setLineCount(layout.lineCount())


def _shown(block: QTextBlock) -> str:
    """The paragraph with what an input method is composing in it, counted as Qt counts."""
    text, layout = _WIDE.sub(_STAND_IN, block.text()), block.layout()
    at = layout.preeditAreaPosition()
    if at >= 0 and (composed := layout.preeditAreaText()):
        text = text[:at] + _WIDE.sub(_STAND_IN, composed) + text[at:]
    return text


def _end_between_words(line: QTextLine, width: float, text: str, ends: tuple[int, ...]) -> None:
    """Shorten a line that is filled to its last letter, so that it ends where one may end."""
    start = line.textStart()
    end = start + line.textLength()
    if end >= len(text) or text[end - 1] == FORCED:
        return
    wanted = _last_end(start, end, text, ends)
    if wanted == end:
        return
    line.setLineWidth(_x(line, wanted) + HAIR)
    if line.textStart() + line.textLength() != wanted:
        line.setLineWidth(width)


def _last_end(start: int, end: int, text: str, ends: tuple[int, ...]) -> int:
    """The last place up to ``end`` where a line may end; in a stretch that has none, where no letter is torn apart."""
    at = bisect_right(ends, end) - 1
    if at >= 0 and ends[at] > start:
        return ends[at]
    place = end
    while place > start and (text[place] in NEVER_FIRST or text[place - 1] in NEVER_LAST):
        place -= 1
    return place if place > start else end


def _x(line: QTextLine, at: int) -> float:
    x: Any = line.cursorToX(at)  # a pair, against what its stub says
    return float(x[0])

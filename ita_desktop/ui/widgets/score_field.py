"""A score: Thai and Arabic digits, point or comma; Enter goes down the column."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence

from ita_desktop.domain.thai.writing import ScoreFault, ScoreFaultCode, parse_score
from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.sized import fixed_width

WIDTH = 96
"""Pixels at normal size."""


def read_score(text: str) -> Decimal | None:
    """The score typed, None for empty; ValueError says what is wrong and what would be right."""
    read = parse_score(text)
    if isinstance(read, Decimal):
        return read
    if read.code is ScoreFaultCode.EMPTY:
        return None
    raise ValueError(fault_words(read))


def fault_words(fault: ScoreFault) -> str:
    """Why a typed score cannot be taken."""
    return digits(
        {
            ScoreFaultCode.EMPTY: "",
            ScoreFaultCode.NOT_A_NUMBER: tr("Type a number, e.g. 93.71"),
            ScoreFaultCode.NEGATIVE: tr("A score is 0 or more"),
            ScoreFaultCode.ABOVE_MAXIMUM: tr("A score is at most 100"),
            ScoreFaultCode.TOO_MANY_DECIMALS: tr("At most two decimals"),
        }[fault.code]
    )


class ScoreField(LineField):
    """One score, right-aligned; what cannot be read stays and is marked."""

    moved = Signal(int)
    """The clerk wants the next (1) or the former (-1) field of the column."""
    block_pasted = Signal(str)
    """Several lines or cells were pasted, which is more than one score."""

    def __init__(self, theme: Theme, name: str, *, width: int = WIDTH) -> None:
        super().__init__(name)
        self.setProperty("score", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fixed_width(self, theme, width)

    def show_value(self, value: Decimal | str | None) -> None:
        super().show_value(score(value) if isinstance(value, Decimal) else value or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        copied = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if len(copied.split()) > 1:
            self.block_pasted.emit(copied)
            return
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.finished.emit()
        self.moved.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.selectAll()

"""A Thai date: typed in any usual way, shown as ๑๙ ธันวาคม ๒๕๖๗."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ita_desktop.domain.thai.typed_days import parse_date
from ita_desktop.domain.thai.writing import long_date
from ita_desktop.i18n import tr
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.month_view import MonthView


def read_date(text: str) -> date | None:
    """As ``parse_date``; ValueError says what would be right."""
    try:
        return parse_date(text)
    except ValueError as fault:
        raise ValueError(tr("This is not a date. Type it as 19/12/2567 or 19 ธ.ค. 67")) from fault


class DateField(LineField):
    """A day in the Buddhist era; a text that is no day stays and is marked. Alt+Down opens a calendar."""

    def __init__(self, name: str) -> None:
        super().__init__(name, tr("day month year, e.g. 19 ธ.ค. 67"))
        self.setToolTip(tr("Alt+Down or a double click opens the calendar"))
        self._calendar: MonthView | None = None

    def open_calendar(self) -> MonthView:
        """The month of the day typed, or of today."""
        if self._calendar is None:
            self._calendar = MonthView(self)
            self._calendar.chosen.connect(self._take)
        try:
            day = parse_date(self.text())
        except ValueError:
            day = None
        self._calendar.show_day(day or datetime.now(UTC).astimezone().date())
        self._calendar.adjustSize()
        self._calendar.move(self.mapToGlobal(self.rect().bottomLeft()))
        self._calendar.show()
        self._calendar.setFocus()
        return self._calendar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open_calendar()

    def _take(self, day: date) -> None:
        self.setText(long_date(day))
        self.setFocus()
        self.edited.emit()
        self.finished.emit()

    def show_value(self, value: date | str | None) -> None:
        super().show_value(long_date(value) if isinstance(value, date) else value or "")

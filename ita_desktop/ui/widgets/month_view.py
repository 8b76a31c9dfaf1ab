"""A month to choose a day from (ปฏิทิน พ.ศ.): Qt has no Buddhist calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ita_desktop.domain.thai.writing import long_date, month_year
from ita_desktop.i18n import tr
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.text import Text

WEEKDAYS = ("อา.", "จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.")
WEEKS = 6
_SUNDAY = 6


class MonthView(QFrame):
    """Arrows move by day and week, Page Up and Page Down by month, Enter chooses, Escape closes."""

    chosen = Signal(date)
    """The day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", True)
        self.setAccessibleName(tr("Calendar"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._day = date.min
        self._title = Text("", "heading")
        self._days: list[QPushButton] = []
        head = QHBoxLayout()
        head.addWidget(self._step("‹", tr("Month before"), -1))
        head.addStretch(1)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._step("›", tr("Month after"), 1))
        grid = QGridLayout()
        grid.setSpacing(0)
        for column, word in enumerate(WEEKDAYS):
            label = Text(word, "help")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, 0, column)
        for place in range(7 * WEEKS):
            button = QPushButton()
            button.setProperty("quiet", True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, place=place: self.choose(self._first + timedelta(days=place)))
            self._days.append(button)
            grid.addWidget(button, 1 + place // 7, place % 7)
        column_ = QVBoxLayout(self)
        column_.addLayout(head)
        column_.addLayout(grid)

    @property
    def day(self) -> date:
        """The day that Enter would choose."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show the month of a day."""
        self._day = day
        first = day.replace(day=1)
        self._first = first - timedelta(days=(first.weekday() - _SUNDAY) % 7)
        self._title.setText(month_year(day))
        for place, button in enumerate(self._days):
            shown = self._first + timedelta(days=place)
            button.setText(digits(shown.day))
            button.setAccessibleName(long_date(shown))
            button.setEnabled(shown.month == day.month)
            button.setProperty("primary", shown == day)
            button.setProperty("quiet", shown != day)
            button.style().unpolish(button)
            button.style().polish(button)

    def choose(self, day: date) -> None:
        """Tell the day and close."""
        self.hide()
        self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in days:
            self.show_day(self._day + timedelta(days=days[key]))
        elif key in months:
            self.show_day(months_later(self._day, months[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self._day)
        else:
            super().keyPressEvent(event)

    def _step(self, sign: str, name: str, months: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setProperty("quiet", True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.show_day(months_later(self._day, months)))
        return button


def months_later(day: date, months: int) -> date:
    """Return the same day ``months`` months later, or the last day of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))

"""The calendar of a date field: Buddhist years, by keyboard."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.month_view import months_later


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> DateField:
    made = DateField("วันที่")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_is_chosen_with_the_keyboard(field: DateField, qtbot: QtBot) -> None:
    field.setText("19/12/2567")
    done: list[str] = []
    field.finished.connect(lambda: done.append(field.text()))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    view = field._calendar
    assert view is not None
    assert view.day == date(2024, 12, 19)
    assert "๒๕๖๗" in view._title.text()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert done[-1] == "๒๗ มกราคม ๒๕๖๘"
    assert view.isHidden()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_text_that_is_no_day_begins_today(field: DateField) -> None:
    field.setText("พรุ่งนี้")
    view = field.open_calendar()
    assert abs((view.day - datetime.now(UTC).astimezone().date()).days) <= 1
    assert next(b.text() for b in view._days if b.isEnabled()) == "๑"
    view.hide()


def test_the_last_day_of_a_shorter_month() -> None:
    assert months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_later(date(2024, 1, 31), -2) == date(2023, 11, 30)

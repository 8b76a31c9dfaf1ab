"""The levels of a year's rules: a row for each, with its name and its marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.framework_edits import read_mark
from ita_desktop.app.rule_levels import (
    FIELDS,
    EditedLevel,
    add_level,
    level_words,
    levels,
    remove_level,
    take_level_back,
)
from ita_desktop.app.rule_parts import PartState
from ita_desktop.i18n import tr
from ita_desktop.ui.binding import Form
from ita_desktop.ui.models.part_table import ICONS, state_words
from ita_desktop.ui.parts.checked_field import CheckedField
from ita_desktop.ui.parts.edited_year import EditedYear
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Notice, clear
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Chip, Text
from ita_desktop.ui.wording import digits, shown_place


class LevelsEditor(QWidget):
    """Names, marks, further levels; each is the office's own edit and is taken back by itself."""

    def __init__(self, rules: EditedYear, typing: Callable[[], object]) -> None:
        super().__init__()
        self._rules, self._typing = rules, typing
        self._shown: tuple[tuple[str, PartState, str], ...] | None = None
        self.form = Form(rules.desk)
        self.fields: dict[str, LineField] = {}
        self._checked: dict[str, CheckedField] = {}
        self.buttons: dict[str, IconButton | Button] = {}
        theme = rules.desk.theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.sizes.step * 2)
        self._lost = Notice(theme)
        self.add_button = Button(theme, tr("Add a level"), self.add, icon="plus", quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        column.addWidget(self._lost)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show the year as the office has it; the rows are made anew where their states are others."""
        found = levels(self._rules.shipped, self._rules.paths)
        shown = tuple((one.key, one.state, "" if one.lives else level_words(one.band)) for one in found)
        if shown != self._shown:
            self._shown = shown
            self.form.forget()
            clear(self._rows)
            self.fields.clear()
            self._checked.clear()
            self.buttons.clear()
            for number, one in enumerate(found, start=1):
                self._rows.addWidget(self._row(number, one))
        self.form.refresh()
        self._lost.say(self._named_by_result(found))

    def flush(self) -> None:
        self.form.flush()

    def judge(self, faults: Mapping[str, str]) -> None:
        """Say at each field what is not right in it."""
        for path, checked in self._checked.items():
            checked.judge(faults.get(path, ""))

    def add(self) -> None:
        """A further level above the lowest, ready to be named."""
        self.flush()
        marks = [one.band.overall_min for one in levels(self._rules.shipped, self._rules.paths) if one.lives]
        between = f"{(marks[-1] + marks[-2]) / 2:f}" if len(marks) > 1 else "50"
        before = set(self.fields)
        self._rules.write(add_level(self._rules.paths, between))
        made = next((path for path in self.fields if path not in before and path.endswith("/name")), None)
        if made is not None:
            self.fields[made].setFocus()

    def _row(self, number: int, one: EditedLevel) -> QWidget:
        theme, holder = self._rules.desk.theme, QWidget()
        name = one.band.code or tr("level {number}").format(number=digits(number))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        if one.lives:
            row = QHBoxLayout()
            row.setSpacing(theme.sizes.gap)
            labels = (tr("Name of the level"), tr("Score from"), tr("Each instrument from"))
            for field, label, share in zip(FIELDS, labels, (5, 2, 3), strict=True):
                row.addWidget(self._field(one.path(field), label, name), share, Qt.AlignmentFlag.AlignTop)
            words = tr("Take the level out: {name}").format(name=name)
            remove = IconButton(theme, "trash-2", words, partial(self._write, remove_level, one))
            self.buttons[f"trash-2/{one.key}"] = remove
            row.addWidget(remove)
            column.addLayout(row)
        if one.state is not PartState.SHIPPED:
            column.addLayout(self._own(one, name))
        return holder

    def _own(self, one: EditedLevel, name: str) -> QHBoxLayout:
        """That the level is the office's own, what was shipped, and the way back."""
        theme, row = self._rules.desk.theme, QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        icon, tone = ICONS[one.state]
        row.addWidget(Chip(theme, icon, state_words(one.state), tone))
        before = next((level_words(b) for b in self._rules.shipped.levels.bands if b.code == one.key), "")
        row.addWidget(Text(tr("Before: {text}").format(text=shown_place(before) or tr("nothing")), "help"), 1)
        act = partial(self._write, take_level_back, one)
        back = Button(theme, tr("Take our edit back"), act, icon="rotate-ccw", quiet=True)
        back.setAccessibleName(tr("Take our edit back: {name}").format(name=name))
        self.buttons[f"rotate-ccw/{one.key}"] = back
        row.addWidget(back)
        return row

    def _write(self, way: Callable[[dict[str, str], EditedLevel], dict[str, str]], one: EditedLevel) -> None:
        self.flush()
        self._rules.write(way(self._rules.paths, one))

    def _field(self, path: str, label: str, level: str) -> FieldBox:
        rules, field = self._rules, LineField(f"{level}: {label}")
        box = FieldBox(rules.desk.theme, label, field)
        read: Callable[[str], str] = str.strip if path.endswith("/name") else read_mark

        self._checked[path] = CheckedField(rules, path, box, read, self._typing)
        self._checked[path].bind_to(self.form)
        self.fields[path] = field
        return box

    def _named_by_result(self, found: tuple[EditedLevel, ...]) -> str:
        """A warning where the year's official result names a level that is not there any more."""
        year = next((one for one in self._rules.desk.office.years if one.fiscal_year == self._rules.year), None)
        named = year.official.level.strip() if year else ""
        shipped = {band.code for band in self._rules.shipped.levels.bands}
        if named not in shipped or named in {one.band.code for one in found if one.lives}:
            return ""
        text = tr("The official result of this year names the level “{level}”. It stays as it was announced.")
        return text.format(level=named)

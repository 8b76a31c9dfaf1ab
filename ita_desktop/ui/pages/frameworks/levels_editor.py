"""The levels of a year's rules: a row for each, with its name and its marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.rules.setting import read_mark
from ita_desktop.domain.rule_edits.levels import FIELDS, EditedLevel, level_words
from ita_desktop.domain.rule_edits.parts import PartState
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, shown_place
from ita_desktop.ui.pages.frameworks.checked_field import CheckedField
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear
from ita_desktop.ui.pages.frameworks.part_table import ICONS, state_words
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Notice, clear
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Chip, Text


class OwnLine(QWidget):
    """Below a level the office edited: the shipped value, and a button to restore it."""

    def __init__(self, theme: Theme, name: str, take_back: Callable[[], object]) -> None:
        super().__init__()
        self._chip, self._before = Chip(theme), Text("", "help")
        self.back = Button(theme, tr("Take our edit back"), take_back, icon="rotate-ccw", quiet=True)
        self.back.setAccessibleName(tr("Take our edit back: {name}").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(self._chip)
        row.addWidget(self._before, 1)
        row.addWidget(self.back)
        self.hide()

    def show_state(self, state: PartState, before: str) -> None:
        """Show whose the level is; hidden for a shipped one."""
        own = state in ICONS
        if own:
            icon, tone = ICONS[state]
            self._chip.show_text(icon, state_words(state), tone)
            self._before.setText(tr("Before: {text}").format(text=shown_place(before) or tr("nothing")))
        self.setVisible(own)


class LevelsEditor(QWidget):
    """Names, marks, further levels; each is the office's own edit and is taken back by itself."""

    def __init__(self, rules: EditedYear, typing: Callable[[], object]) -> None:
        super().__init__()
        self._rules, self._typing = rules, typing
        self._shown: tuple[tuple[str, bool], ...] | None = None
        self.form = Form(rules.desk)
        self.fields: dict[str, LineField] = {}
        self._checked: dict[str, CheckedField] = {}
        self._own: dict[str, OwnLine] = {}
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
        """Show the year with the office's edits; rebuild rows only if one was added or removed."""
        found = self._rules.edits.levels.all()
        shown = tuple((one.key, one.lives) for one in found)
        if shown != self._shown:
            self._build(found)
            self._shown = shown
        before = {band.code: level_words(band) for band in self._rules.shipped.levels.bands}
        for one in found:
            self._own[one.key].show_state(one.state, before.get(one.key, ""))
        self.form.refresh()
        self._lost.say(self._named_by_result(found))

    def flush(self) -> None:
        self.form.flush()

    def judge(self, faults: Mapping[str, str]) -> None:
        """Show at each field what is wrong."""
        for path, checked in self._checked.items():
            checked.judge(faults.get(path, ""))

    def add(self) -> None:
        """Add a level above the lowest, ready to be named."""
        self.flush()
        marks = [one.band.overall_min for one in self._rules.edits.levels.all() if one.lives]
        between = f"{(marks[-1] + marks[-2]) / 2:f}" if len(marks) > 1 else "50"
        before = set(self.fields)
        self._rules.write(self._rules.edits.levels.add(between))
        made = next((path for path in self.fields if path not in before and path.endswith("/name")), None)
        if made is not None:
            self.fields[made].setFocus()

    def _build(self, found: tuple[EditedLevel, ...]) -> None:
        focus = self.window().focusWidget()
        has_cursor = focus is not None and self.isAncestorOf(focus)
        path = next((path for path, field in self.fields.items() if field is focus), "")
        self.form.forget()
        clear(self._rows)
        for known in (self.fields, self._checked, self.buttons, self._own):
            known.clear()
        for number, one in enumerate(found, start=1):
            self._rows.addWidget(self._row(number, one))
        if has_cursor:
            (self.fields.get(path) or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

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
            remove = IconButton(theme, "trash-2", words, partial(self._remove, one))
            self.buttons[f"trash-2/{one.key}"] = remove
            row.addWidget(remove)
            column.addLayout(row)
        own = self._own[one.key] = OwnLine(theme, name, partial(self._take_back, one.key))
        self.buttons[f"rotate-ccw/{one.key}"] = own.back
        column.addWidget(own)
        return holder

    def _take_back(self, key: str) -> None:
        self.form.reset()
        found = self._rules.edits.levels.all()
        self._rules.write(self._rules.edits.levels.take_back(next(one for one in found if one.key == key)))

    def _remove(self, one: EditedLevel) -> None:
        self.flush()
        self._rules.write(self._rules.edits.levels.remove(one))

    def _field(self, path: str, label: str, level: str) -> FieldBox:
        rules, field = self._rules, LineField(f"{level}: {label}")
        box = FieldBox(rules.desk.theme, label, field)
        read: Callable[[str], str] = str.strip if path.endswith("/name") else read_mark

        self._checked[path] = CheckedField(rules, path, box, read, self._typing)
        self._checked[path].bind_to(self.form)
        self.fields[path] = field
        return box

    def _named_by_result(self, found: tuple[EditedLevel, ...]) -> str:
        """Warn if the year's official result names a level that no longer exists."""
        year = next((one for one in self._rules.desk.office.years if one.fiscal_year == self._rules.year), None)
        named = year.official.level.strip() if year else ""
        shipped = {band.code for band in self._rules.shipped.levels.bands}
        if named not in shipped or named in {one.band.code for one in found if one.lives}:
            return ""
        text = tr("The official result of this year names the level “{level}”. It stays as it was announced.")
        return text.format(level=named)

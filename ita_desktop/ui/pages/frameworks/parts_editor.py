"""The single parts of a year's rules: a table of them, and the fields of the one chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.rules.faults import part_fault_words
from ita_desktop.domain.rule_edits.parts import EditedParts, Part, PartKind, PartState
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.origin import NOWHERE
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import shown_place
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear
from ita_desktop.ui.pages.frameworks.part_table import CODE, GROUP, STATE, TEXT, PartTableModel
from ita_desktop.ui.pages.frameworks.rule_words import group_choices, kind_words, referred, why_not_removed
from ita_desktop.ui.widgets.buttons import Button, IconButton, enable
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.row_keys import RowKeys
from ita_desktop.ui.widgets.row_table import choose_row, fit_rows, row_table
from ita_desktop.ui.widgets.text import Text

VISIBLE_ROWS = 8


class PartsEditor(QWidget):
    """Adds, changes, orders and removes; each is the office's own edit and is taken back by itself."""

    def __init__(self, rules: EditedYear, kind: PartKind, typing: Callable[[], object]) -> None:
        super().__init__()
        self._rules, self._kind, self._typing = rules, kind, typing
        self._theme = rules.desk.theme
        self._wanted, self._shown_key = "", ""
        self.words = kind_words(kind)
        self.form = Form(rules.desk)
        self.code, self.text = LineField(self.words.code), TextField(self.words.text, self.words.hint, lines=2)
        self.group = ChoiceField(self._theme, self.words.group)
        self._boxes: dict[str, FieldBox] = {}
        self.setAccessibleName(self.words.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.step * 2)
        column.addLayout(self._tools())
        self.model = PartTableModel(self._theme, self.words.group, self)
        self.table = row_table(
            self._theme,
            self.model,
            self.words.title,
            wide=TEXT,
            widths={CODE: 64, GROUP: 150, STATE: 104},
            chosen=lambda _row: self._choose(),
            height=lambda sizes: sizes.row,
        )
        self.table.setWordWrap(False)
        RowKeys(
            self.table, up=partial(self.move_by, -1), down=partial(self.move_by, 1), add=self.add, remove=self.remove
        )
        self._empty = Text(tr("Nothing is known of this yet."), "muted")
        column.addWidget(self._empty)
        column.addWidget(self.table)
        self._fields = self._make_fields()
        column.addWidget(self._fields)

    @property
    def current(self) -> Part | None:
        """The part in the fields."""
        return self.model.value(self.table.currentIndex().row())

    def refresh(self) -> None:
        """Show the year as the office has it."""
        chosen = self._wanted or self._key
        row = max(self.table.currentIndex().row(), 0)
        values = self._parts.of(self._kind)
        groups = self.group_choices
        with QSignalBlocker(self.table.selectionModel()):
            self.model.show_parts(values, dict(groups), self._faulty())
            self._wanted = ""
            found = self.model.row_of(chosen)
            choose_row(self.table, found if found >= 0 else min(row, len(values) - 1))
        self._empty.setVisible(not values)
        self.table.setVisible(bool(values))
        self.table.setColumnHidden(GROUP, not groups)
        self._fields.setVisible(bool(values))
        self.group.set_choices(groups)
        self._boxes[self._kind.group_field].setVisible(bool(groups))
        fit_rows(self.table, self._theme, min(len(values), VISIBLE_ROWS))
        if self._key == self._shown_key:
            self.form.refresh()
        else:
            self._shown_key = self._key
            self.form.reset()
        self._tell()

    def choose(self, key: str) -> None:
        """Open the part with this key in the fields."""
        if (row := self.model.row_of(key)) >= 0:
            choose_row(self.table, row)

    def flush(self) -> None:
        self.form.flush()

    def add(self) -> None:
        """Add a part after the chosen one, ready to type in."""
        self.flush()
        current = self.current
        group = current.group if current else next((key for key, _ in self.group_choices), "")
        after = current.key if current else ""
        paths, self._wanted = self._parts.add(self._kind, group, after)
        self._rules.write(paths)
        self.text.setFocus()

    def move_by(self, shift: int) -> None:
        """Move the part chosen up or down among its neighbours."""
        self.flush()
        part, to = self.current, self.table.currentIndex().row() + shift
        if part is not None and 0 <= to < self.model.rowCount():
            self._rules.write(self._parts.move(part, to))

    def remove(self) -> None:
        """Remove the chosen part; only if nothing refers to it."""
        self.flush()
        part = self.current
        if part is not None and part.lives and not why_not_removed(self._parts, part):
            self._rules.write(self._parts.remove(part))

    def take_back(self) -> None:
        """Undo the office's edits of the chosen part."""
        self.form.reset()
        if (part := self.current) is not None:
            self._rules.write(self._parts.take_back(part))

    @property
    def group_choices(self) -> tuple[tuple[str, str], ...]:
        """Keys and words of what a part can belong to."""
        return group_choices(self._parts, self._kind)

    @property
    def _parts(self) -> EditedParts:
        return self._rules.edits.parts

    @property
    def _key(self) -> str:
        return self.current.key if self.current else ""

    def _tools(self) -> QHBoxLayout:
        theme, words, row = self._theme, self.words, QHBoxLayout()
        row.setSpacing(theme.sizes.step)
        self.add_button = Button(theme, words.add, self.add, icon="plus", quiet=True)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(IconButton(theme, "arrow-up", words.up, partial(self.move_by, -1)))
        row.addWidget(IconButton(theme, "arrow-down", words.down, partial(self.move_by, 1)))
        self.remove_button = IconButton(theme, "trash-2", words.remove, self.remove)
        row.addWidget(self.remove_button)
        return row

    def _make_fields(self) -> QWidget:
        theme, words, holder = self._theme, self.words, QWidget()
        line = QHBoxLayout()
        line.setSpacing(theme.sizes.gap)
        self._tie(self._kind.group_field, words.group, self.group, str)
        line.addWidget(self._tie("id", words.code, self.code, _read_code), 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._boxes[self._kind.group_field], 3, Qt.AlignmentFlag.AlignTop)
        self._referred = Text("", "help", wrap=True)
        self._lost = Notice(theme)
        self.back_button = Button(theme, tr("Take our edit back"), self.take_back, icon="rotate-ccw", quiet=True)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step * 2)
        column.addLayout(line)
        column.addWidget(self._tie(self._kind.words_field, words.text, self.text, str.strip))
        column.addWidget(self._referred)
        column.addWidget(self._lost)
        column.addLayout(back)
        return holder

    def _tie(self, name: str, label: str, field: Any, read: Callable[[str], str]) -> FieldBox:
        box = self._boxes[name] = FieldBox(self._theme, label, field)

        def path() -> str:
            return f"{self._kind.value}/{self._shown_key}/{name}"

        def send(text: str) -> None:
            lines, part = text.splitlines(), self.current
            if len(lines) > 1 and part is not None and part.state is PartState.ADDED:
                self._rules.write(self._parts.spread(part, lines))
            else:
                self._rules.put(path(), " ".join(lines))

        def typing() -> None:
            self._rules.typed[path()] = read(field.value())
            self._judge()
            self._typing()

        self.form.bind(field, NOWHERE, lambda: self._rules.value(path()), send, read=read)
        field.edited.connect(typing)
        field.finished.connect(self._rules.typed.clear)
        return box

    def _choose(self) -> None:
        self.flush()
        self._shown_key = self._key
        self.form.reset()
        self._tell()

    def _tell(self) -> None:
        part = self.current
        if part is None:
            return
        self._judge()
        own = part.state is not PartState.SHIPPED
        self.back_button.setVisible(own)
        self.back_button.setAccessibleName(f"{self.back_button.text()}: {part.id}")
        for field in (self.code, self.text, self.group):
            field.setEnabled(part.lives)
        why_not = why_not_removed(self._parts, part)
        enable(self.remove_button, part.lives and not why_not, why_not)
        if self.remove_button.isEnabled():
            self.remove_button.setToolTip(self.words.remove)
        places, lost = referred(self._rules, part)
        self._referred.setText("" if lost or not places else tr("Referred to by: {places}").format(places=places))
        self._referred.setVisible(bool(self._referred.text()))
        text = tr("{code} is still referred to by: {places}. Nothing of that is lost; it counts again with the code.")
        self._lost.say(text.format(code=shown_place(part.key), places=places) if lost else "")

    def _judge(self) -> None:
        """Show at each field what is wrong, also while typing."""
        faults = {
            fault.field: part_fault_words(fault)
            for fault in self._rules.now.part_faults
            if (fault.kind, fault.key) == (self._kind, self._shown_key)
        }
        for name, box in self._boxes.items():
            words = faults.get(name, "")
            box.show_fault(words)
            box.field.show_fault(words)  # type: ignore[attr-defined]

    def _faulty(self) -> frozenset[str]:
        return frozenset(fault.key for fault in self._rules.edits.part_faults if fault.kind is self._kind)


def _read_code(text: str) -> str:
    return arabic_digits(text).strip().lower()

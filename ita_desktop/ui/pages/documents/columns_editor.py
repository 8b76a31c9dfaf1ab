"""รูปแบบตาราง: the columns of a table as the office wants them — which, in which order, how wide, upright or across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.documents.layouts import FIELDS, LEAST_SHARE, PRESETS, RESULT_FIELDS, ColumnLayout, LayoutColumn
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.sized import fixed_width
from ita_desktop.ui.widgets.text import Text, rule

OWN = "own"
WIDEST = 20.0
LONGEST = 50
"""Characters of a column's contents on its button."""


def field_words(field: str) -> str:
    """Return the fields a column can show, with their names."""
    return {
        "refs": tr("Indicator or question"),
        "issue": tr("Issue to improve"),
        "sub_issues": tr("Parts of the issue"),
        "measures": tr("Measure"),
        "guidelines": tr("Guideline"),
        "steps": tr("Step"),
        "operation": tr("Operation and report"),
        "responsible": tr("Responsible"),
        "period": tr("Period"),
        "follow_up": tr("Follow-up"),
        "results": tr("Result"),
        "round": tr("Round"),
        "details": tr("What was done"),
        "output": tr("Output"),
        "outcome": tr("Outcome"),
        "status": tr("State"),
        "date": tr("Date"),
        "obstacles": tr("Obstacles"),
        "suggestions": tr("Suggestions"),
        "evidence": tr("Evidence"),
        "remark": tr("Remark"),
    }[field]


def read_share(text: str) -> float:
    """Read a relative width; ValueError says what is allowed."""
    try:
        share = float(arabic_digits(text).replace(",", ".").strip())
    except ValueError as fault:
        raise ValueError(tr("Type a number, e.g. 2.5")) from fault
    if not LEAST_SHARE <= share <= WIDEST:
        text = tr("From {least} to {most}")
        raise ValueError(text.format(least=digits(f"{LEAST_SHARE:g}"), most=digits(f"{WIDEST:g}")))
    return share


class ColumnRow(QWidget):
    """One column: head, contents, width, place."""

    def __init__(self, desk: Desk, owner: ColumnsEditor, number: int, column: LayoutColumn) -> None:
        super().__init__()
        theme = desk.theme
        self._owner, self._number = owner, number

        def name(word: str) -> str:
            return tr("{word} of column {number}").format(word=word, number=digits(number + 1))

        self.head = LineField(name(tr("Head")))
        self.head.finished.connect(self._headed)
        self.share = LineField(name(tr("Width")))
        self.share.finished.connect(self._widened)
        self.contents = MenuButton(theme, name(tr("Contents")))
        words = ", ".join(map(field_words, column.fields)) or tr("nothing yet")
        self.contents.setText(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…")
        self.contents.setToolTip(words)
        for field in owner.offered:
            action = QAction(field_words(field), self.contents.entries)
            action.setCheckable(True)
            action.setChecked(field in column.fields)
            action.triggered.connect(partial(owner.toggle, number, field))
            self.contents.entries.addAction(action)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for icon, word, act in (
            ("arrow-up", tr("Move up"), partial(owner.shift, number, -1)),
            ("arrow-down", tr("Move down"), partial(owner.shift, number, 1)),
            ("x", tr("Remove"), partial(owner.remove, number)),
        ):
            buttons.addWidget(IconButton(theme, icon, name(word), act))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.sizes.step)
        grid.addWidget(Text(digits(number + 1), "muted"), 0, 0)
        grid.addWidget(self.head, 0, 1)
        fixed_width(self.share, theme, 64)
        grid.addWidget(self.share, 0, 2)
        grid.addLayout(buttons, 0, 3)
        grid.addWidget(self.contents, 1, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        self.show_column(column)

    def show_column(self, column: LayoutColumn) -> None:
        """Show head and width; the contents stay."""
        self.head.show_value(column.head)
        self.share.show_value(digits(f"{column.share:g}"))

    def _headed(self) -> None:
        self._owner.change(self._number, lambda column: replace(column, head=self.head.text().strip()))

    def _widened(self) -> None:
        try:
            share = read_share(self.share.text())
        except ValueError as fault:
            self.share.show_fault(str(fault))
            self.share.setToolTip(str(fault))
            return
        self.share.show_fault("")
        self._owner.change(self._number, lambda column: replace(column, share=share))


class ColumnsEditor(QWidget):
    """The columns of one table; ``store`` saves a layout, None restores the standard one."""

    def __init__(self, desk: Desk, standard: ColumnLayout, store: Callable[[ColumnLayout | None], None]) -> None:
        super().__init__()
        self._desk, self._standard, self._store = desk, standard, store
        self.layout_shown = standard
        self.rows: tuple[ColumnRow, ...] = ()
        about_results = any(set(column.fields) & {"details", "output", "outcome"} for column in standard.columns)
        self.offered = (*FIELDS, *(f for f in RESULT_FIELDS if f != "period")) if about_results else FIELDS
        theme = desk.theme
        kinds = [preset for preset in PRESETS if {f for c in preset.columns for f in c.fields} <= set(self.offered)]
        self._presets = {preset.name: preset for preset in kinds}
        offered = tuple((preset.name, preset_words(preset)) for preset in kinds)
        self.preset = ChoiceField(theme, tr("Ready-made columns"), (*offered, (OWN, tr("the office's own"))))
        self.preset.finished.connect(self._chosen)
        self.landscape = CheckField(theme, tr("Paper across (landscape)"))
        self.landscape.finished.connect(self._turned)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.sizes.step * 2)
        below = QHBoxLayout()
        below.addWidget(Button(theme, tr("Add a column"), self.add, icon="plus", quiet=True))
        self.standard_button = Button(theme, tr("Back to the standard"), self.forget, icon="undo-2", quiet=True)
        below.addWidget(self.standard_button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.sizes.inside, 0, 0, theme.sizes.step)
        column.setSpacing(theme.sizes.step)
        column.addWidget(FieldBox(theme, tr("Ready-made columns"), self.preset))
        column.addWidget(self.landscape)
        column.addWidget(Text(tr("Heading, width and content of the column"), "head"))
        column.addLayout(self._column)
        column.addLayout(below)
        column.addWidget(rule())

    def show_layout(self, layout: ColumnLayout | None) -> None:
        """Show the office's own columns, or the standard ones where it has none."""
        shown = layout or self._standard
        self.standard_button.setEnabled(layout is not None)
        self.preset.show_value(next((name for name, one in self._presets.items() if one == shown), OWN))
        self.landscape.show_value(shown.landscape)
        if shown == self.layout_shown and self.rows:
            return
        kept = self.rows and [c.fields for c in shown.columns] == [c.fields for c in self.layout_shown.columns]
        self.layout_shown = shown
        if kept:
            for row, one in zip(self.rows, shown.columns, strict=True):
                row.show_column(one)
            return
        clear(self._column)
        self.rows = tuple(ColumnRow(self._desk, self, n, one) for n, one in enumerate(shown.columns))
        for row in self.rows:
            self._column.addWidget(row)

    def change(self, number: int, how: Callable[[LayoutColumn], LayoutColumn]) -> None:
        """Store a changed column; do nothing if it is unchanged."""
        columns = list(self.layout_shown.columns)
        columns[number] = how(columns[number])
        self._put(tuple(columns))

    def toggle(self, number: int, field: str, _checked: bool = False) -> None:
        """Add a field to a column, or remove it."""

        def turned(column: LayoutColumn) -> LayoutColumn:
            if field in column.fields:
                return replace(column, fields=tuple(one for one in column.fields if one != field))
            return replace(column, fields=(*column.fields, field))

        self.change(number, turned)

    def shift(self, number: int, by: int) -> None:
        """Move a column."""
        columns = list(self.layout_shown.columns)
        if 0 <= number + by < len(columns):
            columns.insert(number + by, columns.pop(number))
            self._put(tuple(columns))

    def remove(self, number: int) -> None:
        """Remove a column; the last one stays."""
        columns = self.layout_shown.columns
        if len(columns) > 1:
            self._put((*columns[:number], *columns[number + 1 :]))

    def add(self) -> None:
        """Add a column at the end, for the first field not shown yet."""
        columns = self.layout_shown.columns
        used = {field for column in columns for field in column.fields}
        field = next((one for one in self.offered if one not in used), self.offered[0])
        self._put((*columns, LayoutColumn(head=field_words(field), fields=(field,), share=2.0)))

    def forget(self) -> None:
        """Go back to the standard columns."""
        self._store(None)

    def _put(self, columns: tuple[LayoutColumn, ...]) -> None:
        if columns != self.layout_shown.columns:
            self._store(replace(self.layout_shown, name=OWN, columns=columns))

    def _turned(self) -> None:
        self._store(replace(self.layout_shown, name=OWN, landscape=self.landscape.value()))

    def _chosen(self) -> None:
        if (preset := self._presets.get(self.preset.value())) is not None:
            self._store(preset)
        else:
            self._store(replace(self.layout_shown, name=OWN))


def preset_words(preset: ColumnLayout) -> str:
    """Describe a preset: number of columns, orientation and headings."""
    paper = tr("across") if preset.landscape else tr("upright")
    heads = " · ".join(column.head for column in preset.columns)
    return tr("{count} columns, {paper}: {heads}").format(count=digits(len(preset.columns)), paper=paper, heads=heads)

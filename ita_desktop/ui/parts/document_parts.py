"""What an office changes in one document: parts left out, its own words, its own columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.printing import OPTIONS
from ita_desktop.documents import DOCUMENTS, DocumentOptions
from ita_desktop.documents.custom import Part
from ita_desktop.documents.layouts import ColumnLayout
from ita_desktop.i18n import tr
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.parts.columns_editor import ColumnsEditor
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox

Change = Callable[[DocumentOptions], DocumentOptions]


class PartRow(QWidget):
    """One part: printed or not, in which words, with which columns."""

    def __init__(self, desk: Desk, document: str, part: Part) -> None:
        super().__init__()
        self._desk, self._part, self._key = desk, part, f"{document}/{part.name}"
        theme = desk.theme
        self.printed = CheckField(theme, part.title)
        self.printed.finished.connect(self._switch)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step)
        row.addWidget(self.printed, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        column.addLayout(row)
        self.words: TextField | None = None
        self.columns: ColumnsEditor | None = None
        if part.worded:
            self.words = TextField(tr("Own words: {part}").format(part=part.title), lines=3)
            self.words.finished.connect(self._worded)
            hint = tr("Empty: the standard text. One paragraph on each line.")
            self._words_box = FieldBox(theme, tr("Own words"), self.words, hint)
            self._add_toggle(row, tr("Words"), self._words_box)
            column.addWidget(self._words_box)
        if part.columns is not None:
            self.columns = ColumnsEditor(desk, part.columns, self._laid_out)
            self._add_toggle(row, tr("Columns"), self.columns)
            column.addWidget(self.columns)

    def show_options(self, options: DocumentOptions) -> None:
        """Show what the office has chosen."""
        on = self._key in options.added if self._part.asked_for else self._key not in options.omitted
        self.printed.show_value(on)
        if self.words is not None:
            self.words.show_value(options.wording.get(self._key, ""))
        if self.columns is not None:
            self.columns.show_layout(options.layouts.get(self._key))

    def flush(self) -> None:
        """Store words that are half typed."""
        if self.words is not None:
            self._worded()

    def _add_toggle(self, row: QHBoxLayout, text: str, piece: QWidget) -> None:
        piece.hide()
        button = Button(self._desk.theme, text, lambda: piece.setVisible(piece.isHidden()), quiet=True)
        button.setAccessibleName(f"{text}: {self._part.title}")
        row.addWidget(button)

    def _switch(self) -> None:
        on = self.printed.value()
        key = frozenset((self._key,))
        if self._part.asked_for:
            self._change(lambda o: replace(o, added=o.added | key if on else o.added - key))
        else:
            self._change(lambda o: replace(o, omitted=o.omitted - key if on else o.omitted | key))

    def _worded(self) -> None:
        words = self.words.value().strip() if self.words is not None else ""
        self._change(lambda o: replace(o, wording=_with(o.wording, self._key, words or None)))

    def _laid_out(self, layout: ColumnLayout | None) -> None:
        wanted = None if layout == self._part.columns else layout
        self._change(lambda o: replace(o, layouts=_with(o.layouts, self._key, wanted)))

    def _change(self, how: Change) -> None:
        before = DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))
        after = how(before)
        if after != before:
            self._desk.workspace.set_setting(OPTIONS, after.to_setting())


class DocumentPartsCard(Card):
    """The parts of the document chosen."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("Kept for the office: switch parts off, give them your own words, choose the columns of tables.")
        super().__init__(desk.theme.sizes, tr("The office's own form of a document"), hint)
        self._desk = desk
        kinds = tuple((kind.name, kind.title) for kind in DOCUMENTS.values() if kind.parts)
        self.document = ChoiceField(desk.theme, tr("Document"), kinds)
        self.document.show_value(kinds[0][0])
        self.document.finished.connect(self._show_document)
        self.rows: dict[str, PartRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.sizes.step)
        self.box.addWidget(self.document)
        self.box.addLayout(self._column)
        self._show_document()

    def choose(self, document: str) -> None:
        """Show the parts of this document; nothing for one that has none."""
        if document != self.document.value() and DOCUMENTS[document].parts:
            self.flush()
            self.document.show_value(document)
            self._show_document()

    def refresh(self) -> None:
        """Show what the office has chosen."""
        options = DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))
        for row in self.rows.values():
            row.show_options(options)

    def flush(self) -> None:
        """Store what is half typed."""
        for row in self.rows.values():
            row.flush()

    def _show_document(self) -> None:
        clear(self._column)
        name = self.document.value()
        self.rows = {part.name: PartRow(self._desk, name, part) for part in DOCUMENTS[name].parts}
        for row in self.rows.values():
            self._column.addWidget(row)
        self.refresh()


def _with(values: Any, key: str, value: Any) -> dict[str, Any]:
    """The mapping with one entry changed, or taken out where the value is None."""
    changed = {**values, key: value}
    return {name: one for name, one in changed.items() if one is not None}

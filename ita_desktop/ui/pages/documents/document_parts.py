"""What an office changes in one document: its digits, parts left out, its own words, its own columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.papers.printing import OPTIONS
from ita_desktop.documents import DOCUMENTS, DocumentOptions
from ita_desktop.documents.custom import DocumentPart
from ita_desktop.documents.layouts import ColumnLayout
from ita_desktop.documents.options import Digits
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.pages.documents.columns_editor import ColumnsEditor
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox

Change = Callable[[DocumentOptions], DocumentOptions]


def change_options(desk: Desk, how: Change) -> None:
    """Store the office's options if ``how`` changes them."""
    before = DocumentOptions.from_setting(desk.workspace.setting(OPTIONS))
    after = how(before)
    if after != before:
        desk.workspace.set_setting(OPTIONS, after.to_setting())


class PartRow(QWidget):
    """One part: printed or not, in which words, with which columns."""

    def __init__(self, desk: Desk, document: str, part: DocumentPart) -> None:
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
        change_options(self._desk, how)


class DocumentPartsCard(Card):
    """The parts of the document chosen."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("Kept for the office: switch parts off, give them your own words, choose the columns of tables.")
        super().__init__(desk.theme.sizes, tr("The office's own form of a document"), hint)
        self._desk = desk
        kinds = tuple((kind.name, kind.title) for kind in DOCUMENTS.values())
        self.document = ChoiceField(desk.theme, tr("Document"), kinds)
        self.document.show_value(kinds[0][0])
        self.document.finished.connect(self._show_document)
        self.digits = ChoiceField(desk.theme, tr("Digits of this document"), _digit_choices())
        self.digits.finished.connect(self._switch_digits)
        self.rows: dict[str, PartRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.sizes.step)
        self.box.addWidget(self.document)
        self.box.addWidget(FieldBox(desk.theme, tr("Digits of this document"), self.digits))
        self.box.addLayout(self._column)
        self._show_document()

    def choose(self, document: str) -> None:
        """Show the form of this document."""
        if document != self.document.value():
            self.flush()
            self.document.show_value(document)
            self._show_document()

    def refresh(self) -> None:
        """Show what the office has chosen."""
        options = DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))
        own = options.digits_by_document.get(self.document.value())
        self.digits.show_value(own if own in tuple(Digits) else None)
        for row in self.rows.values():
            row.show_options(options)

    def flush(self) -> None:
        """Store what is half typed."""
        for row in self.rows.values():
            row.flush()

    def _switch_digits(self) -> None:
        own, name = self.digits.value(), self.document.value()
        change_options(
            self._desk, lambda o: replace(o, digits_by_document=_with(o.digits_by_document, name, own and str(own)))
        )

    def _show_document(self) -> None:
        clear(self._column)
        name = self.document.value()
        self.rows = {part.name: PartRow(self._desk, name, part) for part in DOCUMENTS[name].parts}
        for row in self.rows.values():
            self._column.addWidget(row)
        self.refresh()


def _digit_choices() -> tuple[tuple[Digits | None, str], ...]:
    return (
        (None, tr("As all papers of the office")),
        (Digits.THAI, tr("Thai digits")),
        (Digits.ARABIC, tr("Arabic digits")),
    )


def _with(values: Any, key: str, value: Any) -> dict[str, Any]:
    """Return the mapping with one entry changed, or removed if the value is None."""
    changed = {**values, key: value}
    return {name: one for name, one in changed.items() if one is not None}

"""All edits of an office in a year's rules, each with its former value and a button to undo it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.domain.rule_edits.own_edits import OwnEdit
from ita_desktop.domain.rule_edits.parts import PartKind
from ita_desktop.domain.values.framework import Confidence, Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.look.wording import shown_place
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear
from ita_desktop.ui.pages.frameworks.part_table import state_words
from ita_desktop.ui.pages.frameworks.rule_words import kind_words
from ita_desktop.ui.pages.frameworks.rules_block import block_title, blocks, confidence_words, sure_fields
from ita_desktop.ui.widgets.buttons import IconButton
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.text import Text, many_lined


class OwnEditsList(QWidget):
    """One row for each edit."""

    def __init__(self, rules: EditedYear) -> None:
        super().__init__()
        self._rules = rules
        self._shown: tuple[OwnEdit, ...] | None = None
        self.buttons: dict[str, IconButton] = {}
        sizes = rules.desk.theme.sizes
        self._nothing = Text(tr("The office has not corrected this year."), "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(sizes.gap)
        self._grid.setVerticalSpacing(sizes.step * 2)
        for column, share in enumerate((2, 3, 3, 0)):
            self._grid.setColumnStretch(column, share)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addWidget(self._nothing)
        column_of_all.addLayout(self._grid)

    def refresh(self) -> None:
        """Show the edits of the year as the office has it."""
        shipped = self._rules.shipped
        edits = self._rules.edits.listed
        if edits == self._shown:
            return
        self._shown = edits
        focus = self.window().focusWidget()
        has_cursor = focus is not None and self.isAncestorOf(focus)
        clear(self._grid)
        self.buttons.clear()
        self._nothing.setVisible(not edits)
        for column, word in enumerate((tr("Corrected"), tr("Before"), tr("Ours")) if edits else ()):
            self._grid.addWidget(Text(word, "head"), 0, column)
        for row, edit in enumerate(edits, start=1):
            self._add(row, edit, edit_words(shipped, edit))
        if has_cursor and self.buttons:
            next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row: int, edit: OwnEdit, name: str) -> None:
        before, after = (shown_value(edit.path, text) for text in (edit.before, edit.after))
        for column, (text, role) in enumerate(((name, "body"), (before, "muted"), (after, "body"))):
            label = many_lined(Text(shown_place(text) or "–", role, wrap=True))
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        text = tr("Take our edit back: {name}").format(name=name)
        button = IconButton(self._rules.desk.theme, "rotate-ccw", text, partial(self._take_back, edit))
        self.buttons[edit.path] = button
        self._grid.addWidget(button, row, 3, Qt.AlignmentFlag.AlignTop)

    def _take_back(self, edit: OwnEdit) -> None:
        self._rules.write(self._rules.edits.without(edit))


def shown_value(path: str, text: str) -> str:
    """Format a value at a path, in the user's language."""
    return confidence_words(Confidence(text))[1] if path.endswith("/confidence") and text in set(Confidence) else text


def edit_words(framework: Framework, edit: OwnEdit) -> str:
    """What an edit is about, in the user's language."""
    head = edit.path.partition("/")[0]
    if edit.path == "calendar":
        return block_title(head)
    if edit.part is not None:
        return f"{kind_words(edit.part.kind).title} {shown_place(edit.part.id)} ({state_words(edit.part.state)})"
    if head == "levels" and edit.path != "levels/pass_mark":
        return f"{block_title(head)} {edit.path.partition('/')[2] if edit.before else edit.after}"
    if head in set(PartKind):
        return tr("Order: {what}").format(what=kind_words(PartKind(head)).title)
    for block, fields in blocks(framework).items():
        for one in (*fields, *sure_fields(block)):
            if one.path == edit.path:
                return f"{block_title(block)}: {one.name}"
    return edit.path

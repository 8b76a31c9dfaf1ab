"""เอกสาร: which papers the year has, the memo's text, print and save."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.checks.findings import sentence
from ita_desktop.app.checks.left import Left, LeftState, left_words
from ita_desktop.app.papers.document_states import Standing, changed_words, standing_of
from ita_desktop.app.papers.printing import YearPaper, need_words, sheets
from ita_desktop.app.year.proposed_memo import proposed_memo
from ita_desktop.domain.values.origin import Origin, Root
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.export import Export
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.left_marks import paper_mark
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import prose
from ita_desktop.ui.pages.documents.copies_card import CopiesCard
from ita_desktop.ui.pages.documents.document_parts import DocumentPartsCard
from ita_desktop.ui.pages.documents.memo_editor import MemoEditor
from ita_desktop.ui.pages.documents.pack_card import PackCard
from ita_desktop.ui.paper.paper_options import OptionsCard
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.text import Chip, IconMark, Text, rule


class SheetRow(QWidget):
    """One paper: its title, what is missing, and a button that shows it."""

    def __init__(self, desk: Desk, sheet: YearPaper) -> None:
        super().__init__()
        self.sheet = sheet
        theme = desk.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(IconMark(theme, "file-text", Tone.ACCENT))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(sheet.title, "strong", wrap=True))
        if sheet.needs:
            words.addWidget(Text(", ".join(need_words(need) for need in sheet.needs), "help", wrap=True))
        row.addLayout(words, 1)
        self.chip = Chip(theme)
        row.addWidget(self.chip)
        show = partial(desk.sheet_wanted.emit, sheet)
        self.show_button = Button(theme, tr("Show"), show, icon="eye", quiet=True)
        self.show_button.setAccessibleName(tr("Show {title}").format(title=sheet.title))
        row.addWidget(self.show_button)
        name = tr("Save for Word: {title}").format(title=sheet.title)
        self.word_button = IconButton(theme, "file-down", name, partial(desk.export_wanted.emit, Export.WORD, sheet))
        name = tr("Copy as text: {title}").format(title=sheet.title)
        self.text_button = IconButton(theme, "copy", name, partial(desk.export_wanted.emit, Export.TEXT, sheet))
        for button in (self.word_button, self.text_button):
            row.addWidget(button)
        for one in (self.show_button, self.word_button, self.text_button):
            one.setEnabled(sheet.possible)

    def show_standing(self, standing: Standing, left: Left | None) -> None:
        """Show how far the paper is, and what is left of it."""
        self.chip.show_text(*paper_mark(left, standing))
        told = (changed_words(standing), *(prose(sentence(one)) for one in (left.open if left else ())))
        self.chip.setToolTip("\n".join(filter(None, told)))


class DocumentsPage(Page):
    """The last step: paper."""

    NAME = PageName.DOCUMENTS
    TABLES = frozenset(
        {"agency", "signer", "year", "score", "narrative", "plan", "measure", "result", "risk", "memo"}
    ) | {"setting", "printed", "copy"}
    DOCUMENT = "memo"

    def build(self) -> None:
        desk = self.desk
        self._shown: tuple[YearPaper, ...] = ()
        self.rows: tuple[SheetRow, ...] = ()
        self.add_action(Button(desk.theme, tr("New memo"), self.add_memo, icon="plus"))
        self.add_action(Button(desk.theme, tr("Print…"), desk.print_wanted.emit, icon="printer", primary=True))
        self.flow.column.addWidget(self._list_card())
        memo = self._memo_card()
        self.editor = MemoEditor(desk)
        self.parts = DocumentPartsCard(desk)
        self.options = OptionsCard(desk)
        self.pack = PackCard(desk)
        self.copies = CopiesCard(desk)
        for card in (self.copies, memo, self.editor, self.parts, self.pack, self.options):
            self.flow.column.addWidget(card)
        desk.sheet_wanted.connect(self._follow)
        desk.checking.changed.connect(self._show_sheets)
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("Write the memo, look at the page on the right, then print it.")

    def refresh(self) -> None:
        self._show_sheets()
        memos = self.desk.workspace.facts(self.desk.plan_year).memos
        ids = [memo.id for memo in memos]
        self._memo.set_choices(tuple((memo.id, memo.subject or tr("(no subject)")) for memo in memos))
        self._memo_row.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        self._memo_box.setVisible(len(ids) != 1)
        self.editor.setVisible(bool(ids))
        if ids and self.editor.id not in ids:
            self._memo.show_value(ids[0])
            self.editor.show_memo(ids[0])
        elif ids:
            self._memo.show_value(self.editor.id)
            self.editor.refresh()
        self.options.refresh()
        self.parts.refresh()
        self.copies.refresh()
        self.pack.refresh()

    def reset(self) -> None:
        self.refresh()
        self.options.form.reset()

    def flush(self) -> None:
        self.editor.flush()
        self.parts.flush()
        self.options.form.flush()

    def state(self) -> StepState:
        left = [self.desk.checking.left_of(paper) for paper in sheets(self.desk.facts)]
        known = [one for one in left if one is not None]
        wrong = [one for one in known if one.state is LeftState.WRONG]
        if wrong:
            return StepState(wrong=True, look_at=f"{wrong[0].paper.title}: {prose(left_words(wrong[0]))}")
        return StepState(done=bool(left) and [one.state for one in known] == [LeftState.READY] * len(left))

    def show_origin(self, origin: Origin) -> bool:
        if origin.root != Root.MEMO or origin.key not in [memo.id for memo in self.desk.facts.memos]:
            return False
        if origin.key != self.editor.id:
            self.choose_memo(origin.key)
        return self.editor.show_origin(origin)

    def add_memo(self) -> None:
        """Add a memo with a proposed text; the cursor goes to its number."""
        self.flush()
        taken = frozenset(memo.id for memo in self.desk.office.memos)
        memo = proposed_memo(self.desk.facts, taken)
        self.desk.workspace.put_memo(memo)
        self.choose_memo(memo.id)
        self.editor.fields["number"].setFocus()
        self.reveal_focus()

    def remove_memo(self) -> None:
        """Remove the memo shown (undoable)."""
        self.flush()
        if self.editor.id:
            self.desk.workspace.remove_memo(self.editor.id)

    def choose_memo(self, id: str) -> None:
        """Edit another memo, and show it."""
        self._memo.show_value(id)
        self.editor.show_memo(id)
        for sheet in sheets(self.desk.facts):
            if sheet.memo == id:
                self.desk.sheet_wanted.emit(sheet)

    def add_signed(self) -> None:
        """Ask for the signed copy of the paper shown."""
        self._to_copies()
        self.copies.ask()

    def take_signed(self, sheet: YearPaper | None, files: tuple[Path, ...], into: int | None = None) -> None:
        """Keep files that were dropped on a paper as its signed copies."""
        self._to_copies()
        if sheet is not None:
            self.copies.show_sheet(sheet)
        self.copies.take(files, into)

    def show_copies(self, sheet: YearPaper) -> None:
        """Scroll to the versions and copies of a paper."""
        self.copies.show_sheet(sheet)
        self._to_copies()
        self.copies.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_copies(self) -> None:
        self.flow.ensureWidgetVisible(self.copies)

    def _follow(self, sheet: YearPaper) -> None:
        self.parts.choose(sheet.document)
        self.copies.show_sheet(sheet)

    def _show_sheets(self) -> None:
        offered = sheets(self.desk.facts)
        if offered != self._shown:
            self._shown = offered
            clear(self._sheets)
            self.rows = tuple(SheetRow(self.desk, sheet) for sheet in offered)
            for row in self.rows:
                self._sheets.addWidget(row)
        for row in self.rows:
            standing = standing_of(self.desk.workspace, self.desk.plan_year, row.sheet)
            row.show_standing(standing, self.desk.checking.left_of(row.sheet))

    def _list_card(self) -> Card:
        card = Card(self.desk.theme.sizes, tr("Papers of this year"))
        self._sheets = QVBoxLayout()
        self._sheets.setSpacing(self.desk.theme.sizes.step * 2)
        card.box.addLayout(self._sheets)
        card.box.addWidget(rule())
        exports = QHBoxLayout()
        exports.setSpacing(self.desk.theme.sizes.step)
        for kind, text, icon in (
            (Export.PACK, tr("Whole pack to a folder…"), "folder-down"),
            (Export.WEBSITE, tr("For the website…"), "globe"),
            (Export.EXCEL, tr("All data as Excel…"), "table-2"),
        ):
            go = partial(self.desk.export_wanted.emit, kind, None)
            exports.addWidget(Button(self.desk.theme, text, go, icon=icon, quiet=True))
        exports.addStretch(1)
        card.box.addLayout(exports)
        return card

    def _memo_card(self) -> QWidget:
        theme = self.desk.theme
        self._memo_box = Card(theme.sizes, tr("Memo"))
        self._empty = Text(
            tr("No memo has been written for this year yet. “New memo” proposes one that you can change."),
            "muted",
            wrap=True,
        )
        self._memo = ChoiceField(theme, tr("Memo"))
        self._memo.finished.connect(lambda: self.choose_memo(self._memo.value()))
        self._memo_row = QWidget()
        row = QHBoxLayout(self._memo_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._memo, 1)
        row.addWidget(IconButton(theme, "trash-2", tr("Remove the memo"), self.remove_memo))
        self._memo_box.box.addWidget(self._empty)
        self._memo_box.box.addWidget(self._memo_row)
        self._memo_box.box.setAlignment(self._empty, Qt.AlignmentFlag.AlignTop)
        return self._memo_box

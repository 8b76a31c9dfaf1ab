"""เกณฑ์รายปี: each year's rules with how sure they are; the office corrects them, adds a year, takes its edits back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.app.rules.faults import fault_words, faults
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.desk.page import Page
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, prose
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear
from ita_desktop.ui.pages.frameworks.own_edits_list import OwnEditsList
from ita_desktop.ui.pages.frameworks.rules_block import RulesBlock, blocks
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.widgets.text import Chip, Text


class FrameworksPage(Page):
    """The shipped rules stay as they are; what the office changes lies beside them."""

    NAME = PageName.FRAMEWORKS
    TABLES = frozenset({"setting", "score", "narrative", "measure"})

    def build(self) -> None:
        desk = self.desk
        self.rules = EditedYear(desk)
        self.form = Form(desk)
        self.blocks: dict[str, RulesBlock] = {}
        self._shown: Framework | None = None
        self.add_action(Button(desk.theme, tr("Add a year"), self.add_year, icon="plus"))
        self.year = ChoiceField(desk.theme, tr("Fiscal year"))
        self.year.finished.connect(self._choose_year)
        self._draft, self._own = Chip(desk.theme), Chip(desk.theme)
        self._note = Text("", "help", wrap=True)
        self._fault = Notice(desk.theme)
        self.back_button = Button(desk.theme, tr("Take all our edits back"), self.take_back, icon="rotate-ccw")
        card = Card(desk.theme.sizes)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.sizes.gap)
        row.addWidget(FieldBox(desk.theme, tr("Fiscal year"), self.year))
        for chip in (self._draft, self._own):
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignBottom)
        card.box.addLayout(row)
        card.box.addWidget(self._note)
        words = tr("Take over what the office corrected in {year}")
        self.carry_button = Button(desk.theme, words, self.take_over, icon="copy", quiet=True)
        card.box.addWidget(self.carry_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.flow.column.addWidget(card)
        self.flow.column.addWidget(self._fault)
        self.own = self._own_fold()
        self.flow.column.addWidget(self.own)
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("What the program knows of each year's assessment, and how sure it is. Correct it from the manual.")

    @property
    def notice(self) -> str:
        """Why the office's edits are not in force; empty where they are."""
        return self._fault.text

    @property
    def current(self) -> Framework:
        """The rules of the year shown with the edits laid over, in force or not."""
        return self.rules.current

    def refresh(self) -> None:
        years = self.rules.years
        self.year.set_choices(tuple((year, digits(year)) for year in sorted(years, reverse=True)))
        if self.year.value() is None:
            self.year.show_value(int(self.desk.assessed_year) if self.desk.assessed_year in years else max(years))
        self._show_year()
        self._tell()

    def reset(self) -> None:
        self.year.show_value(int(self.desk.assessed_year))
        self._shown = None
        self.refresh()

    def flush(self) -> None:
        self.form.flush()
        for block in self.blocks.values():
            block.flush()

    def add_year(self) -> None:
        """Add a draft of the year after the last one."""
        self.flush()
        added = max(self.rules.years) + 1
        self.rules.write({}, added)
        self.year.show_value(added)
        self._choose_year()

    def take_back(self) -> None:
        """Go back to the shipped rules of the year."""
        self.flush()
        self.rules.write({})

    def take_over(self) -> None:
        """Apply the office's corrections of the year before to this draft."""
        self.flush()
        self.rules.write({**self.rules.of_year_before, **self.rules.paths})

    def _choose_year(self) -> None:
        """Show another year; unfinished edits go to the year they were typed in."""
        self.flush()
        self.refresh()

    def _show_year(self) -> None:
        self.rules.year = int(self.year.value())
        shipped = self.rules.shipped
        if shipped != self._shown:
            self._shown = shipped
            self._build_blocks(shipped)
        self._refresh_blocks()

    def _refresh_blocks(self) -> None:
        self.form.refresh()
        for block in self.blocks.values():
            block.refresh()
        if isinstance(self.own.content, OwnEditsList):
            self.own.content.refresh()

    def _show_opened(self) -> None:
        """Show the faults at the fields of a block that was just built."""
        self._refresh_blocks()
        self._tell()

    def _build_blocks(self, framework: Framework) -> None:
        self.form.forget()
        for old in self.blocks.values():
            old.hide()
            old.deleteLater()
        self.blocks.clear()
        for name, fields in blocks(framework).items():
            block = RulesBlock(self.rules, name, fields, self.form, self._tell)
            block.opened.connect(self._show_opened)
            self.blocks[name] = block
            self.flow.column.insertWidget(self.flow.column.count() - 1, block)

    def _own_fold(self) -> Fold:
        hint = tr("Every correction, the value before it, and how to go back.")

        def make() -> QWidget:
            return OwnEditsList(self.rules)

        fold = Fold(self.desk.theme, tr("What the office corrected"), hint, make)
        fold.opened.connect(self._refresh_blocks)
        return fold

    def _tell(self) -> None:
        """What is said of the year, with what is being typed."""
        shipped = self.rules.shipped
        count = len(self.rules.edits.listed)
        self._draft.show_text("circle-alert", tr("draft") if shipped.draft else "", Tone.LOOK)
        own = tr("{count} corrected by the office").format(count=digits(count)) if count else ""
        self._own.show_text("info", own, Tone.ACCENT)
        self.own.setVisible(count > 0)
        self._note.setText(prose(shipped.note))
        self._note.setVisible(bool(shipped.note))
        enable(self.back_button, count > 0, tr("The office has not corrected this year."))
        carried, before = len(self.rules.of_year_before), digits(self.rules.year - 1)
        text = tr("Take over what the office corrected in {year}").format(year=before)
        self.carry_button.setText(text)
        self.carry_button.setAccessibleName(text)
        self.carry_button.setVisible(carried > 0)
        now = self.rules.now
        found = {path: fault_words(unsound) for path, unsound in now.faults_by_field.items()}
        for block in self.blocks.values():
            block.judge(found)
        words = "; ".join(faults(now))
        hint = tr("The corrections are kept, but not used yet:")
        self._fault.say(prose(f"{hint} {words}") if words else "")

"""เกณฑ์รายปี: each year's rules with how sure they are; the office corrects them, adds a year, takes its edits back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.app.framework_edits import (
    SETTING,
    edited,
    fault_words,
    kept_edits,
    value_at,
    with_added_years,
)
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.soundness import unsound_places
from ita_desktop.i18n import tr
from ita_desktop.ui.binding import Form
from ita_desktop.ui.page import Page
from ita_desktop.ui.parts.rules_block import RulesBlock, blocks
from ita_desktop.ui.theme import Tone
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Chip, Text
from ita_desktop.ui.wording import digits


class FrameworksPage(Page):
    """The shipped rules stay as they are; what the office changes lies beside them."""

    NAME = "frameworks"
    ICON = "scale"
    TABLES = frozenset({"setting"})

    def build(self) -> None:
        desk = self.desk
        self.form = Form(desk)
        self.blocks: dict[str, RulesBlock] = {}
        self._shown: Framework | None = None
        self.add_action(Button(desk.theme, tr("Add a year"), self.add_year, icon="plus"))
        self.year = ChoiceField(desk.theme, tr("Fiscal year"))
        self.year.finished.connect(self.refresh)
        self._draft, self._own = Chip(desk.theme), Chip(desk.theme)
        self._note = Text("", "help", wrap=True)
        self._fault = Notice(desk.theme)
        self.back_button = Button(desk.theme, tr("Take our edits back"), self.take_back, icon="rotate-ccw")
        card = Card(desk.theme.sizes)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.sizes.gap)
        row.addWidget(FieldBox(desk.theme, tr("Fiscal year"), self.year))
        row.addWidget(self._draft)
        row.addWidget(self._own)
        row.addStretch(1)
        row.addWidget(self.back_button)
        card.box.addLayout(row)
        card.box.addWidget(self._note)
        self.flow.column.addWidget(card)
        self.flow.column.addWidget(self._fault)
        self.flow.column.addStretch(1)

    def title(self) -> str:
        return tr("Rules of the years")

    def help(self) -> str:
        return tr("What the program knows of each year's assessment, and how sure it is. Correct it from the manual.")

    @property
    def notice(self) -> str:
        """Why the office's edits are not in force; empty where they are."""
        return self._fault.text

    def refresh(self) -> None:
        years = sorted(self._years, reverse=True)
        self.year.set_choices(tuple((year, digits(year)) for year in years))
        if self.year.value() is None:
            self.year.show_value(int(self.desk.assessed_year) if self.desk.assessed_year in years else years[0])
        shipped = self._years[self.year.value()]
        if shipped is not self._shown and (self._shown is None or shipped != self._shown):
            self._shown = shipped
            self._build_blocks(shipped)
        self.form.refresh()
        self._tell()

    def reset(self) -> None:
        self.year.show_value(int(self.desk.assessed_year))
        self._shown = None
        self.refresh()

    def flush(self) -> None:
        self.form.flush()

    def add_year(self) -> None:
        """A draft of the year after the last one."""
        self.flush()
        last = max(self._years)
        self._write({**self._edits, str(last + 1): {}})
        self.year.show_value(last + 1)
        self.refresh()

    def take_back(self) -> None:
        """The shipped rules of the year again."""
        self.flush()
        year = str(self.year.value())
        kept = {key: paths for key, paths in self._edits.items() if key != year}
        if int(year) not in self.desk.workspace.shipped_frameworks:
            kept[year] = {}
        self._write(kept)

    @property
    def current(self) -> Framework:
        """The rules of the year shown with the edits laid over, in force or not."""
        year = int(self.year.value())
        return edited(self._years[year], self._edits.get(str(year), {}))

    @property
    def _edits(self) -> dict[str, dict[str, str]]:
        return kept_edits(self.desk.workspace.setting(SETTING))

    @property
    def _years(self) -> dict[int, Framework]:
        return with_added_years(self.desk.workspace.shipped_frameworks, self._edits)

    def _write(self, edits: dict[str, dict[str, str]]) -> None:
        with self.desk.workspace.step("framework"):
            self.desk.workspace.set_setting(SETTING, edits or None)

    def _build_blocks(self, framework: Framework) -> None:
        self.form.forget()
        for old in self.blocks.values():
            old.hide()
            old.deleteLater()
        self.blocks.clear()
        for name, fields in blocks(framework).items():
            block = RulesBlock(self.desk.theme, name, framework, fields, self._tie)
            block.opened.connect(self.form.refresh)
            self.blocks[name] = block
            self.flow.column.insertWidget(self.flow.column.count() - 1, block)

    def _tie(self, path: str, box: FieldBox, read: Callable[[str], str]) -> None:
        year = str(int(self._shown.fiscal_year)) if self._shown else ""

        def send(text: str) -> None:
            paths = {key: value for key, value in self._edits.get(year, {}).items() if key != path}
            if text != value_at(self._years[int(year)], path):
                paths[path] = text
            self._write({**self._edits, year: paths})

        field = box.field
        self.form.bind(field, "", lambda: value_at(self.current, path), send, read=read, fault=box.show_fault)  # type: ignore[arg-type]

    def _tell(self) -> None:
        framework, year = self.current, str(self.year.value())
        count = len(self._edits.get(year, {}))
        self._draft.show_text("circle-alert", tr("draft") if framework.draft else "", Tone.LOOK)
        own = tr("{count} corrected by the office").format(count=digits(count)) if count else ""
        self._own.show_text("info", own, Tone.ACCENT)
        self._note.setText(framework.note)
        self._note.setVisible(bool(framework.note))
        enable(self.back_button, count > 0, tr("The office has not corrected this year."))
        faults = unsound_places(framework)
        words = " ".join(dict.fromkeys(fault_words(one) for one in faults))
        hint = tr("The corrections are kept, but do not come into force yet:")
        self._fault.say(f"{hint} {words}" if faults else "")

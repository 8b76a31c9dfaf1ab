"""ตรวจก่อนพิมพ์: what should be put right before anyone signs, the most serious first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ita_desktop.app.checks.finding_report import severity_name
from ita_desktop.app.checks.left import LeftState
from ita_desktop.domain.findings import Finding, Fix, Severity
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.checking import Unfinished
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, shown_place
from ita_desktop.ui.parts.finding_row import LOOKS, FindingRow
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.text import Chip, Text, rule

SHOWN = 30
"""Findings of one severity shown at first; more would make the page slow and nobody bolder."""


class SeverityCard(Card):
    """The findings of one severity; rows of findings that stayed are kept."""

    def __init__(self, page: CheckPage, severity: Severity | None) -> None:
        super().__init__(page.desk.theme.sizes)
        self._page, self._severity = page, severity
        self._whole = False
        self._shown: tuple[str, ...] = ()
        self.rows: dict[str, FindingRow] = {}
        self._title = Text("", "heading")
        self._column = QVBoxLayout()
        self._column.setSpacing(page.desk.theme.sizes.step)
        self.more = Button(page.desk.theme, tr("Show all"), self._show_all, icon="chevron-down", quiet=True)
        self.box.addWidget(self._title)
        self.box.addLayout(self._column)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_findings(self, findings: tuple[tuple[Finding, str | None], ...]) -> None:
        """Show these findings, with the reason for those set aside."""
        self._findings = findings
        word = severity_name(self._severity) if self._severity else tr("Set aside, with its reason")
        self._title.setText(f"{word} ({digits(len(findings))})")
        self.setVisible(bool(findings))
        self.more.setVisible(len(findings) > SHOWN and not self._whole)
        wanted = findings if self._whole else findings[:SHOWN]
        keys = tuple(f"{finding.key}{reason or ''}" for finding, reason in wanted)
        if keys == self._shown:
            return
        self._shown = keys
        for key in [key for key in self.rows if key not in keys]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, (key, (finding, reason)) in enumerate(zip(keys, wanted, strict=True)):
            if key not in self.rows:
                self.rows[key] = self._page.row_of(finding, reason)
                self._column.insertWidget(at, self.rows[key])

    def _show_all(self) -> None:
        self._whole = True
        self.show_findings(self._findings)


class CheckPage(Page):
    """Nothing is corrected automatically: the user goes to the field, applies a proposal, or sets it aside."""

    NAME = PageName.CHECK

    def build(self) -> None:
        desk = self.desk
        self.add_action(Button(desk.theme, tr("Print…"), desk.print_wanted.emit, icon="printer", primary=True))
        self._unfinished: tuple[Unfinished, ...] = ()
        self.flow.column.addWidget(self._summary_card())
        self.cards = {severity: SeverityCard(self, severity) for severity in Severity}
        self.aside = SeverityCard(self, None)
        self.flow.column.addWidget(self.cards[Severity.WRONG])
        self.flow.column.addWidget(self._unfinished_card())
        for card in (self.cards[Severity.LOOK], self.cards[Severity.ADVICE], self.aside):
            self.flow.column.addWidget(card)
        self.flow.column.addStretch(1)
        desk.checking.changed.connect(self._checked)

    def help(self) -> str:
        return tr("What to put right before anyone signs. Nothing is changed unless you say so.")

    def refresh(self) -> None:
        if self.desk.checking.checked is None:
            self.desk.checking.check_now()
        self._show()

    def state(self) -> StepState:
        checking = self.desk.checking
        if checking.checked is None:
            return StepState()
        serious = checking.count(Severity.WRONG) + checking.count(Severity.LOOK)
        wrong = checking.count(Severity.WRONG)
        if wrong:
            words = tr("{count} findings would be wrong on paper").format(count=digits(wrong))
            return StepState(count=digits(serious), look_at=words, wrong=True)
        if serious:
            return StepState(count=digits(serious))
        ready = any(left.state is LeftState.READY for left in checking.checked.papers)
        return StepState(done=ready and not checking.unfinished)

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """All rows of open findings, in order."""
        return tuple(row for severity in Severity for row in self.cards[severity].rows.values())

    def row_of(self, finding: Finding, reason: str | None) -> FindingRow:
        """A row that does what its buttons say."""
        checked = self.desk.checking.checked
        place = checked.place(finding) if checked else ""
        row = FindingRow(self.desk.theme, finding, shown_place(place), reason)
        row.go_wanted.connect(partial(self.desk.origin_wanted.emit, finding.origin))
        row.fix_wanted.connect(partial(self._fix, row))
        row.aside_wanted.connect(partial(self.desk.checking.set_aside, finding))
        row.back_wanted.connect(partial(self.desk.checking.take_up, finding))
        return row

    def fix_current(self) -> None:
        """Apply the proposal of the finding with the cursor, else of the first that has exactly one."""
        rows = [row for row in self.rows if row.only_fix is not None]
        focus = self.focusWidget()
        held = (row for row in rows if focus is not None and (row is focus or row.isAncestorOf(focus)))
        row = next(held, None) or next(iter(rows), None)
        if row is not None and row.only_fix is not None:
            self._fix(row, row.only_fix)

    def _fix(self, row: FindingRow, fix: Fix) -> None:
        if not self.desk.checking.apply(fix):
            row.notice.say(tr("The field has changed in the meantime. Go to the field and look."))

    def _checked(self) -> None:
        if self.isVisible():
            self._show()
        else:
            self.stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        checking = self.desk.checking
        checked = checking.checked
        for severity, card in self.cards.items():
            card.show_findings(tuple((f, None) for f in checking.open if f.severity is severity))
        self.aside.show_findings(checked.set_aside if checked else ())
        self._show_unfinished(checking.unfinished)
        for severity, chip in self.chips.items():
            count = checking.count(severity)
            icon, tone = LOOKS[severity]
            text = tr("{severity}: {count}").format(severity=severity_name(severity), count=digits(count))
            chip.show_text(icon, text if count else "", tone)
        clean = checked is not None and not checking.open and not checking.unfinished
        self.clean.show_text("circle-check", tr("Nothing found that needs a look") if clean else "", Tone.GOOD)
        self._hint.setVisible(not clean)

    def _summary_card(self) -> Card:
        theme = self.desk.theme
        card = Card(theme.sizes)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        self.chips = {severity: Chip(theme) for severity in Severity}
        self.clean = Chip(theme)
        for chip in (*self.chips.values(), self.clean):
            row.addWidget(chip)
        row.addStretch(1)
        self._hint = Text(
            tr("“Wrong” contradicts itself or a rule; “look” is likely a slip; “advice” makes the paper better."),
            "help",
            wrap=True,
        )
        card.box.addLayout(row)
        card.box.addWidget(self._hint)
        return card

    def _unfinished_card(self) -> Card:
        self._unfinished_box = Card(self.desk.theme.sizes, tr("Not finished yet"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._unfinished_box.box.addLayout(self._lines)
        self._unfinished_box.hide()
        return self._unfinished_box

    def _show_unfinished(self, unfinished: tuple[Unfinished, ...]) -> None:
        self._unfinished_box.setVisible(bool(unfinished))
        if unfinished == self._unfinished:
            return
        self._unfinished = unfinished
        clear(self._lines)
        for number, one in enumerate(unfinished):
            if number:
                self._lines.addWidget(rule())
            go = partial(self.desk.page_wanted.emit, one.page)
            row = QHBoxLayout()
            row.addWidget(Text(one.sentence, wrap=True), 1)
            button = Button(self.desk.theme, tr("Go there"), go, icon="arrow-right", quiet=True)
            button.setAccessibleDescription(one.sentence)
            row.addWidget(button)
            self._lines.addLayout(row)

"""Scores from a copied block: what was pasted, what each number was taken for, and one button that writes it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ita_desktop.domain.recognition.paste import Clue, Paste, PastedScore, read_paste, year_of_paste
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.parts.refs_field import ref_name, shown_ref
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import ChoiceField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.score_field import fault_words
from ita_desktop.ui.widgets.text import Chip, Text

LONGEST = 34
"""Letters of a pasted line that are shown."""
SHOWN = 18
"""Letters of what a number is the score of."""


class PastePanel(Card):
    """Nothing is written before the user has seen what goes where."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        hint = tr("Copy the numbers in Excel or on the result page and paste them here, in any order.")
        super().__init__(desk.theme.sizes, tr("Paste scores"), hint)
        self._desk = desk
        self._first = "1"
        self._chosen: dict[int, str] = {}
        self.paste = Paste()
        theme = desk.theme
        self.text = TextField(tr("Pasted text"), tr("Press Ctrl+V here"), lines=3)
        self.text.edited.connect(self._read)
        self.year = ChoiceField(theme, tr("Fiscal year of these scores"))
        self.year.finished.connect(self._read)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.sizes.step * 3)
        self._grid.setColumnStretch(0, 1)
        self._said = Text("", "help", wrap=True)
        self.write_button = Button(theme, tr("Write the scores"), self.write, icon="check", primary=True)
        cancel = Button(theme, tr("Cancel"), self.leave)
        self.box.addWidget(self.text)
        self.box.addWidget(FieldBox(theme, tr("Fiscal year of these scores"), self.year))
        self.box.addWidget(self._table)
        self.box.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.gap)
        row.addWidget(self.write_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self.box.addLayout(row)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.write, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open_with(self, text: str = "", first: str = "1") -> None:
        """Show the panel with this text, or with what was copied; ``first`` is where a bare column begins."""
        self._first = first
        years = sorted(self._desk.workspace.frameworks, reverse=True)
        self.year.set_choices(tuple((year, digits(year)) for year in years))
        text = text or QGuiApplication.clipboard().text()
        text = text if any(letter.isdigit() for letter in text) else ""
        named = year_of_paste(text)
        self.year.show_value(int(named) if named in years else int(self._desk.assessed_year))
        self.text.show_value(text)
        self.show()
        self._read()
        (self.write_button if self.write_button.isEnabled() else self.text).setFocus()

    def leave(self) -> None:
        """Close without writing."""
        self.hide()
        self.closed.emit()

    def write(self) -> None:
        """Write what the preview shows, as one step."""
        framework, year = self._framework, FiscalYear(self.year.value() or self._desk.assessed_year)
        taken = self.taken()
        if framework is None or not (taken or self.paste.level):
            return
        codes = [c for i in framework.instruments for c in (i.code, *(p.code for p in i.parts))]
        before = self._stored(year)
        official = before.official if before else OfficialResult()
        named = {ref: value for ref, value in taken.items() if ref in codes}
        after = replace(
            official,
            overall=taken.get(OVERALL, official.overall),
            level=self.paste.level or official.level,
            instruments={**official.instruments, **named},
        )
        scores: dict[str, Decimal | None] = {r: v for r, v in taken.items() if r not in named and r != OVERALL}
        workspace = self._desk.workspace
        with workspace.step("paste"):
            if scores:
                workspace.set_scores(year, scores)
            if after != official:
                workspace.set_official(year, after)
        self.leave()

    def taken(self) -> dict[str, Decimal]:
        """Return the scores to write, by ref, with the user's corrections."""
        found: dict[str, Decimal] = {}
        for number, row in enumerate(self.paste.rows):
            ref = self._chosen.get(number, "" if row.repeated else row.ref)
            if ref and row.score is not None:
                found.setdefault(ref, row.score)
        return found

    @property
    def rows(self) -> tuple[PastedScore, ...]:
        return self.paste.rows

    def choose(self, number: int, ref: str) -> None:
        """Set the ref that the number of a row belongs to; empty leaves it out."""
        self._chosen[number] = ref
        self._tell()

    @property
    def said(self) -> str:
        """The sentence below the table."""
        return self._said.accessibleName()

    @property
    def _framework(self) -> Framework | None:
        return self._desk.workspace.frameworks.get(self.year.value() or 0)

    def _stored(self, year: int) -> Assessment | None:
        return next((one for one in self._desk.office.years if one.fiscal_year == year), None)

    def _read(self) -> None:
        framework = self._framework
        self._chosen.clear()
        self.paste = read_paste(self.text.value(), framework, self._first) if framework else Paste()
        clear(self._grid)
        if framework is not None and self.paste.rows:
            self._show_rows(framework)
        self._table.setVisible(bool(self.paste.rows))
        self._tell()

    def _show_rows(self, framework: Framework) -> None:
        for column, word in enumerate((tr("Pasted"), tr("Score of"), tr("Score"), tr("Until now"))):
            self._grid.addWidget(Text(word, "head", right=column > 1), 0, column)
        choices = self._choices(framework)
        known = self._stored(framework.fiscal_year)
        stored = known.scores if known else {}
        for number, row in enumerate(self.paste.rows):
            line = row.line.replace("\t", "  ")
            self._grid.addWidget(Text(line[:LONGEST] + ("…" if len(line) > LONGEST else ""), "muted"), number + 1, 0)
            name = tr("Row {number}: score of").format(number=digits(number + 1))
            field = ChoiceField(self._desk.theme, name, choices)
            field.setMinimumContentsLength(SHOWN)
            field.show_value("" if row.repeated else row.ref)
            field.finished.connect(partial(self._picked, number, field))
            self._grid.addWidget(field, number + 1, 1)
            self._grid.addWidget(self._value(row), number + 1, 2, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(Text(score(stored.get(row.ref)), "muted", right=True), number + 1, 3)

    def _value(self, row: PastedScore) -> QWidget:
        if row.fault is not None:
            return Chip(self._desk.theme, "circle-alert", fault_words(row.fault), Tone.WRONG)
        value = Text(score(row.score), "strong", right=True)
        if row.clue is Clue.POSITION:
            value.setToolTip(tr("taken in the order of the numbers"))
        return value

    def _choices(self, framework: Framework) -> tuple[tuple[str, str], ...]:
        refs = [i.id for i in framework.indicators]
        refs += [row.ref for row in self.paste.rows if row.ref and row.ref not in refs]
        refs += [c for i in framework.instruments for c in (i.code, *(p.code for p in i.parts)) if c not in refs]
        words = {OVERALL: tr("the official total")}
        named = tuple((r, words.get(r) or f"{shown_ref(r)} {ref_name(r, framework)}".strip()) for r in refs)
        return (("", tr("leave out")), *named, *(() if OVERALL in refs else ((OVERALL, words[OVERALL]),)))

    def _picked(self, number: int, field: ChoiceField) -> None:
        self.choose(number, field.value() or "")

    def _tell(self) -> None:
        rows, taken = self.paste.rows, self.taken()
        words = []
        if rows:
            text = tr("{count} of {all} numbers will be written.")
            words.append(digits(text.format(count=len(taken), all=len(rows))))
        if self.paste.level:
            words.append(tr("Level: {level}.").format(level=self.paste.level))
        if self.paste.several_columns:
            words.append(tr("The lines contain several numbers: check that the right ones were taken."))
        if self.text.value().strip() and not rows:
            words.append(tr("There is no number in this text."))
        self._said.setText(" ".join(words))
        enable(self.write_button, bool(taken or self.paste.level), tr("Paste the scores first."))

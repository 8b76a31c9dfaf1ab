"""Scores from a copied block: the table as it was pasted, which column is meant, and who gets which number and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ita_desktop.domain.recognition.found import Doubt, FoundScore, ScoreColumn, ScoreTable
from ita_desktop.domain.recognition.heads import years_in
from ita_desktop.domain.recognition.scores import read_scores_in_text
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.pages.scores.pasted_table import PastedTable
from ita_desktop.ui.parts.refs_field import ref_name, shown_ref
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.score_field import fault_words
from ita_desktop.ui.widgets.text import Chip, Text

SHOWN = 18
"""Letters of what a number is the score of."""

Row = tuple[int, int]
"""Place of a column among the table's columns, and of a score in it."""


def doubt_words(found: FoundScore) -> str:
    """Say in one sentence why a score was not ticked; empty where nothing is doubtful."""
    words = {
        Doubt.NEAR_NAME: tr("the name is spelt otherwise"),
        Doubt.POSITION: tr("taken in the order of the numbers"),
        Doubt.CONTRADICTED: tr("the number beside the name is another indicator's"),
        Doubt.MENDED: tr("a blank inside the number was closed"),
        Doubt.REPEATED: tr("it has another number further up"),
        Doubt.SHARE: tr("computed from its share of the total"),
        Doubt.PROSE: tr("taken out of a sentence"),
        Doubt.PAIRED: tr("names and numbers stood apart"),
        Doubt.OUT_OF: tr("computed from another full mark"),
    }
    return ", ".join(words[doubt] for doubt in Doubt if doubt in found.doubts)


class PastePanel(Card):
    """Nothing is written before the clerk has seen what goes where; what was read with a doubt is not ticked."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        hint = tr("Copy the numbers in Excel or on the result page and paste them here, in any order.")
        super().__init__(desk.theme.sizes, tr("Paste scores"), hint)
        self._desk = desk
        self._first = ""
        self.table: ScoreTable | None = None
        self.years: dict[int, int] = {}
        """Fiscal year of each chosen column, by its place."""
        self._ticks: dict[Row, bool] = {}
        self._refs: dict[Row, str] = {}
        self._boxes: list[CheckField] = []
        theme = desk.theme
        self.text = TextField(tr("Pasted text"), tr("Press Ctrl+V here"), lines=3)
        self.text.edited.connect(self._read)
        self.year = ChoiceField(theme, tr("Fiscal year of these scores"))
        self.year.finished.connect(self._read)
        self.pasted = PastedTable(theme)
        self.pasted.toggled.connect(self.toggle)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.sizes.step * 2)
        self._grid.setColumnStretch(1, 1)
        self._said = Text("", "help", wrap=True)
        self.write_button = Button(theme, tr("Write the scores"), self.write, icon="check", primary=True)
        cancel = Button(theme, tr("Cancel"), self.leave)
        self.box.addWidget(self.text)
        self.box.addWidget(FieldBox(theme, tr("Fiscal year of these scores"), self.year))
        self.box.addWidget(self.pasted.area)
        self.box.addWidget(self._said)
        self.box.addWidget(self._list)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.gap)
        row.addWidget(self.write_button)
        row.addWidget(cancel)
        row.addWidget(Button(theme, tr("Paste again"), partial(self.open_with, ""), icon="clipboard-paste"))
        row.addStretch(1)
        self.box.addLayout(row)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.write, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open_with(self, text: str = "", first: str = "") -> None:
        """Show the panel with this text, or with what was copied; ``first`` is where a bare column begins."""
        self._first = first
        known = sorted(self._desk.workspace.frameworks, reverse=True)
        self.year.set_choices(tuple((year, digits(year)) for year in known))
        text = text or QGuiApplication.clipboard().text()
        text = text if any(letter.isdigit() for letter in text) else ""
        named = [year for year in years_in(text) if year in known]
        assessed = int(self._desk.assessed_year)
        self.year.show_value(named[0] if len(named) == 1 else assessed)
        self.text.show_value(text)
        self.show()
        self._read()
        self._focus_first()

    def leave(self) -> None:
        """Close without writing."""
        self.hide()
        self.closed.emit()

    def toggle(self, place: int) -> None:
        """Take a column's scores or leave them; a click on a column says that its order is the right one."""
        if self.table is None:
            return
        column = self.table.columns[place]
        if place in self.years:
            del self.years[place]
        else:
            year = column.year or self.year.value() or int(self._desk.assessed_year)
            for other in [n for n, taken in self.years.items() if taken == year]:
                del self.years[other]
            self.years[place] = year
            for n, found in enumerate(column.scores):
                if found.doubts == {Doubt.POSITION}:
                    self._ticks[place, n] = True
        self._show_list()

    def tick(self, place: int, number: int, on: bool) -> None:
        """Take one score of a column, or leave it."""
        self._ticks[place, number] = on
        self._tell()

    def choose(self, place: int, number: int, ref: str) -> None:
        """Say what a number is the score of; empty leaves it out."""
        self._refs[place, number] = ref
        self._ticks[place, number] = bool(ref)
        self._show_list()

    def taken(self) -> Mapping[int, Mapping[str, Decimal]]:
        """What would be written, by fiscal year and ref."""
        found: dict[int, dict[str, Decimal]] = {}
        for place, year in self.years.items():
            of_year = found.setdefault(year, {})
            for n, one in enumerate(self._column(place).scores):
                ref = self._refs.get((place, n), one.ref)
                if self._is_ticked(place, n) and ref and one.score is not None:
                    of_year.setdefault(ref, one.score)
        return {year: scores for year, scores in found.items() if scores or self._level_of(year)}

    def write(self) -> None:
        """Write what is ticked, as one step."""
        taken = self.taken()
        if not taken:
            return
        with self._desk.workspace.step("paste"):
            for year, scores in taken.items():
                self._write_year(FiscalYear(year), scores, self._level_of(year))
        self.leave()

    @property
    def said(self) -> str:
        """The sentence below the table."""
        return self._said.accessibleName()

    def _write_year(self, year: FiscalYear, scores: Mapping[str, Decimal], level: str) -> None:
        workspace = self._desk.workspace
        framework = workspace.frameworks[year]
        codes = {c for i in framework.instruments for c in (i.code, *(p.code for p in i.parts))}
        before = self._stored(year)
        official = before.official if before else OfficialResult()
        after = replace(
            official,
            overall=scores.get(OVERALL, official.overall),
            level=level or official.level,
            instruments={**official.instruments, **{r: v for r, v in scores.items() if r in codes}},
        )
        own: dict[str, Decimal | None] = {r: v for r, v in scores.items() if r not in codes and r != OVERALL}
        if own:
            workspace.set_scores(year, own)
        if after != official:
            workspace.set_official(year, after)

    def _level_of(self, year: int) -> str:
        return next((self._column(n).level for n, one in self.years.items() if one == year), "")

    def _column(self, place: int) -> ScoreColumn:
        assert self.table is not None
        return self.table.columns[place]

    def _is_ticked(self, place: int, number: int) -> bool:
        found = self._column(place).scores[number]
        return self._ticks.get((place, number), bool(found.ref) and found.score is not None and not found.doubts)

    @property
    def _framework(self) -> Framework | None:
        return self._desk.workspace.frameworks.get(self.year.value() or 0)

    def _stored(self, year: int) -> Assessment | None:
        return next((one for one in self._desk.office.years if one.fiscal_year == year), None)

    def _read(self) -> None:
        framework = self._framework
        self._ticks.clear()
        self._refs.clear()
        self.years = {}
        text, office = self.text.value(), self._desk.office.agency.name
        self.table = read_scores_in_text(text, framework, office=office, first=self._first) if framework else None
        self.pasted.area.setVisible(self.table is not None)
        self.text.setVisible(self.table is None)
        if self.table is not None and framework is not None:
            self.pasted.show_table(self.table)
            if self.table.chosen is not None:
                self.years[self.table.chosen] = int(framework.fiscal_year)
        self._show_list()

    def _show_list(self) -> None:
        clear(self._grid)
        self._boxes = []
        if self.table is not None:
            self.pasted.light(self.years, self.table.columns)
            line = 0
            for place, year in sorted(self.years.items(), key=lambda pair: pair[1]):
                line = self._show_column(place, year, line)
        self._list.setVisible(bool(self.years))
        self._tell()

    def _show_column(self, place: int, year: int, line: int) -> int:
        """Show a heading and one row for each number of a column; returns the next free line."""
        framework = self._desk.workspace.frameworks[FiscalYear(year)]
        stored = self._stored(year)
        known = stored.scores if stored else {}
        heads = (tr("Take"), tr("Score of"), tr("Score of {year}").format(year=digits(year)), tr("Until now"))
        for at, word in enumerate(heads):
            self._grid.addWidget(Text(word, "head", right=at > 1), line, at)
        for n, found in enumerate(self._column(place).scores):
            line += 1
            self._show_row(place, n, found, framework, line)
            before = score(known.get(self._refs.get((place, n), found.ref)))
            self._grid.addWidget(Text(before, "muted", right=True), line, 3)
        return line + 1

    def _show_row(self, place: int, n: int, found: FoundScore, framework: Framework, line: int) -> None:
        ref = self._refs.get((place, n), found.ref)
        name = f"{shown_ref(ref)} {ref_name(ref, framework)}".strip() if ref and ref != OVERALL else ""
        box = CheckField(self._desk.theme, "")
        box.setAccessibleName(tr("Take {score} for {name}").format(score=found.seen, name=name or found.label))
        box.show_value(self._is_ticked(place, n))
        box.setEnabled(found.score is not None and bool(ref))
        box.finished.connect(lambda: self.tick(place, n, box.value()))
        self._boxes.append(box)
        self._grid.addWidget(box, line, 0)
        self._grid.addWidget(self._owner(place, n, found, framework), line, 1)
        if found.fault is not None:
            value: QWidget = Chip(self._desk.theme, "circle-alert", fault_words(found.fault), Tone.WRONG)
        else:
            value = Text(score(found.score), "strong", right=True)
        self._grid.addWidget(value, line, 2, Qt.AlignmentFlag.AlignRight)
        if words := doubt_words(found):
            value.setToolTip(words)
            self._grid.addWidget(Chip(self._desk.theme, "circle-alert", words, Tone.LOOK), line, 4)

    def _owner(self, place: int, n: int, found: FoundScore, framework: Framework) -> QWidget:
        field = ChoiceField(
            self._desk.theme, tr("Score of “{label}”").format(label=found.label), self._choices(framework)
        )
        field.setMinimumContentsLength(SHOWN)
        field.show_value(self._refs.get((place, n), found.ref))
        field.setToolTip(found.label)
        field.finished.connect(partial(self._picked, place, n, field))
        return field

    def _picked(self, place: int, n: int, field: ChoiceField) -> None:
        self.choose(place, n, field.value() or "")

    def _choices(self, framework: Framework) -> tuple[tuple[str, str], ...]:
        refs = [i.id for i in framework.indicators]
        refs += [
            s.ref for c in (self.table.columns if self.table else ()) for s in c.scores if s.ref not in ("", *refs)
        ]
        refs += [c for i in framework.instruments for c in (i.code, *(p.code for p in i.parts))]
        refs = [*dict.fromkeys(ref for ref in refs if ref != OVERALL), OVERALL]
        words = {OVERALL: tr("the official total")}
        named = tuple((r, words.get(r) or f"{shown_ref(r)} {ref_name(r, framework)}".strip()) for r in refs)
        return (("", tr("leave out")), *named)

    def _focus_first(self) -> None:
        """Put the focus on the first doubt, else on the first tick; never on the button that writes."""
        ticks = [box for box in self._boxes if box.isEnabled()]
        doubtful = [box for box in ticks if not box.isChecked()]
        lit = list(self.pasted.buttons.values())
        (doubtful or ticks or lit or [self.text])[0].setFocus()

    def _tell(self) -> None:
        taken = self.taken()
        count = sum(len(scores) for scores in taken.values())
        shown = sum(len(self._column(place).scores) for place in self.years)
        words = []
        if self.years:
            words.append(digits(tr("{count} of {all} numbers will be written.").format(count=count, all=shown)))
        levels = dict.fromkeys(level for year in self.years.values() if (level := self._level_of(year)))
        words += [tr("Level: {level}.").format(level=level) for level in levels]
        if self.table is not None and not self.years:
            words.append(tr("Which column holds the scores? Click the button over it."))
        if self.text.value().strip() and self.table is None:
            words.append(tr("There is no table of scores in this text."))
        self._said.setText(" ".join(words))
        enable(self.write_button, bool(taken), tr("Tick the scores first."))

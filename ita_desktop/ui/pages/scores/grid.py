"""The grid of scores: ten indicators grouped by instrument, the year before beside them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ita_desktop.domain.rules import scoring
from ita_desktop.domain.rules.identity import scores_by_id_of
from ita_desktop.domain.values.framework import Framework, Indicator, Instrument
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.score_words import change_words
from ita_desktop.ui.look.wording import NO_VALUE, digits, score
from ita_desktop.ui.parts.confidence import ConfidenceChip
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.score_field import ScoreField, read_score
from ita_desktop.ui.widgets.sized import fixed_width, row_height, sized
from ita_desktop.ui.widgets.text import Chip, Text

NAME, BEFORE, NOW, CHANGE = range(4)


class ScoreGrid(Card):
    """One row for each indicator of the year."""

    block_pasted = Signal(str, str)
    """The indicator in whose field a block was pasted, and the block."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes)
        self.desk = desk
        self.form = Form(desk)
        self.fields: dict[str, ScoreField] = {}
        self._chips: dict[str, Chip] = {}
        self._before: dict[str, Text] = {}
        self._means: dict[str, Text] = {}
        self._faults: dict[str, str] = {}
        self._framework: Framework | None = None
        self._confidence = ConfidenceChip(desk.theme)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 3)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(NAME, 1)
        self.box.addLayout(self._grid)

    def refresh(self) -> None:
        """Show the stored scores; rebuild the rows if the year's rules changed."""
        framework = self.desk.facts.framework
        if framework is not self._framework:
            self._framework = framework
            self._build()
        self.form.refresh()
        self.show_figures()

    def reset(self) -> None:
        """Forget what was typed, for another year."""
        self._framework = None
        self.refresh()

    def mean(self, instrument: str) -> str:
        """Return the mean of an instrument, as shown."""
        return self._means[instrument].text()

    def note(self, indicator: str) -> str:
        """Return the change, or the reason of a fault, as shown beside a score."""
        return self._chips[indicator].text

    def show_figures(self) -> None:
        """Show means and changes of what is being typed."""
        facts, framework = self.desk.facts, self._framework
        if framework is None:
            return
        now = facts.assessed.scores if facts.assessed else {}
        earlier = facts.frameworks.get(facts.plan.assessed_year.previous)
        before = scores_by_id_of(framework, facts.before, earlier) if facts.before else {}
        for key, chip in self._chips.items():
            self._before[key].setText(score(before.get(key)))
            if self._faults.get(key):
                chip.show_text("circle-alert", self._faults[key], Tone.WRONG)
            else:
                chip.show_text(*change_words(before.get(key), now.get(key)))
        means = scoring.instrument_scores(facts.assessed, framework) if facts.assessed else {}
        for code, label in self._means.items():
            mean = means.get(code)
            label.setText(NO_VALUE if mean is None else score(scoring.rounded(mean)))

    def _build(self) -> None:
        clear(self._grid)
        self.form.forget()
        for known in (self.fields, self._chips, self._before, self._means, self._faults):
            known.clear()
        framework = self._framework
        if framework is None:
            return
        self._add_head()
        row = 1
        for instrument in framework.instruments:
            indicators = framework.indicators_of(instrument.code)
            if indicators:
                self._add_instrument(row, instrument)
                row += 1
            for indicator in indicators:
                self._add_indicator(row, indicator)
                row += 1
        fields = list(self.fields.values())
        for first, second in pairwise(fields):
            QWidget.setTabOrder(first, second)

    def _add_head(self) -> None:
        year = self.desk.assessed_year
        name = QHBoxLayout()
        name.setSpacing(self.desk.theme.sizes.step * 2)
        name.addWidget(Text(tr("Indicator"), "head"))
        self._confidence = ConfidenceChip(self.desk.theme)
        name.addWidget(self._confidence)
        name.addStretch(1)
        self._grid.addLayout(name, 0, NAME)
        self._confidence.show_blocks(self._framework, "indicators")
        for column, label in ((BEFORE, digits(year.previous)), (NOW, digits(year))):
            self._grid.addWidget(Text(tr("Year {year}").format(year=label), "head", right=True), 0, column)
        change = Text(tr("Change"), "head")
        self._grid.addWidget(change, 0, CHANGE)
        theme, grid = self.desk.theme, self._grid
        row_height(change, theme, grid, 0, lambda sizes: sizes.px(28))
        sized(change, theme, lambda sizes: grid.setColumnMinimumWidth(CHANGE, sizes.px(200)))

    def _add_instrument(self, row: int, instrument: Instrument) -> None:
        sizes = self.desk.theme.sizes
        name = QHBoxLayout()
        name.setSpacing(sizes.step * 2)
        name.addWidget(Text(instrument.code, "strong"))
        name.addWidget(Text(instrument.name, "muted"))
        name.addStretch(1)
        mean = QHBoxLayout()
        mean.setSpacing(sizes.step)
        mean.addStretch(1)
        mean.addWidget(Text(tr("mean"), "muted"))
        value = self._means[instrument.code] = Text(NO_VALUE, "strong")
        mean.addWidget(value)
        self._grid.addLayout(name, row, NAME, 1, 2)
        self._grid.addLayout(mean, row, NOW)
        row_height(value, self.desk.theme, self._grid, row, lambda sizes: sizes.px(30))

    def _add_indicator(self, row: int, indicator: Indicator) -> None:
        sizes = self.desk.theme.sizes
        name = QHBoxLayout()
        name.setSpacing(sizes.step * 2)
        number = Text(digits(indicator.id), "muted", right=True)
        fixed_width(number, self.desk.theme, 24)
        name.addWidget(number)
        name.addWidget(Text(indicator.name))
        name.addStretch(1)
        before = Text("", "muted", right=True)
        field = ScoreField(self.desk.theme, f"{indicator.id} {indicator.name}")
        chip = Chip(self.desk.theme)
        self._grid.addLayout(name, row, NAME)
        self._grid.addWidget(before, row, BEFORE)
        self._grid.addWidget(field, row, NOW)
        self._grid.addWidget(chip, row, CHANGE, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row_height(field, self.desk.theme, self._grid, row, lambda sizes: sizes.row)
        self.fields[indicator.id], self._chips[indicator.id] = field, chip
        self._before[indicator.id] = before
        field.moved.connect(partial(self._move, indicator.id))
        field.block_pasted.connect(partial(self.block_pasted.emit, indicator.id))
        self._tie(indicator.id, field)

    def _tie(self, id: str, field: ScoreField) -> None:
        year = self.desk.assessed_year

        def stored() -> Decimal | None:
            found = next((y for y in self.desk.office.years if y.fiscal_year == year), None)
            return found.scores.get(id) if found else None

        def fault(reason: str) -> None:
            self._faults[id] = reason
            self.show_figures()

        def send(value: Decimal | None) -> None:
            self.desk.workspace.set_score(year, id, value)

        self.form.bind(field, Origin.year(year, "scores", id), stored, send, read=read_score, fault=fault)

    def _move(self, id: str, step: int) -> None:
        ids = list(self.fields)
        at = ids.index(id) + step
        if 0 <= at < len(ids):
            self.fields[ids[at]].setFocus(Qt.FocusReason.TabFocusReason)
        elif step > 0:
            self.fields[id].focusNextChild()

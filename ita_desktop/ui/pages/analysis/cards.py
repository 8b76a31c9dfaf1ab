"""The figures of the analysis: overview, ranking, what is strong and what is weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from ita_desktop.domain.rules import analysis, scoring
from ita_desktop.domain.rules.analysis import Standing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import OVERALL
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.score_words import change_words, level_tone
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.parts.confidence import ConfidenceChip
from ita_desktop.ui.parts.refs_field import ref_name, shown_ref
from ita_desktop.ui.widgets.bar import ScoreBar
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.sized import row_height
from ita_desktop.ui.widgets.text import Chip, IconMark, Text
from ita_desktop.ui.widgets.years_chart import YearsChart

SHOWN = 5
"""Strengths and weaknesses named; the others are counted."""


def _result(desk: Desk) -> tuple[Assessment, Framework] | None:
    facts = desk.facts
    if facts.assessed is None or facts.framework is None:
        return None
    return facts.assessed, facts.framework


class OverviewCard(Card):
    """Total, level, change from the year before, and the distance to the next level."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes)
        self._desk = desk
        theme, sizes = desk.theme, desk.theme.sizes
        self._total_name, self._total = Text("", "head"), Text("", "figure")
        self._level, self._change, self._confidence = Chip(theme), Chip(theme), ConfidenceChip(theme)
        self._distance = Text("", wrap=True)
        total = QVBoxLayout()
        total.setSpacing(0)
        total.addWidget(self._total_name)
        total.addWidget(self._total)
        row = QHBoxLayout()
        row.setSpacing(sizes.gap)
        row.addLayout(total)
        row.addSpacing(sizes.inside)
        for chip in (self._level, self._change, self._confidence):
            row.addWidget(chip)
        row.addStretch(1)
        self.box.addLayout(row)
        self.box.addWidget(self._distance)

    def refresh(self) -> None:
        found = _result(self._desk)
        if found is None:
            return
        assessed, framework = found
        computed = scoring.overall(assessed, framework)
        official = assessed.official.overall
        total = official if official is not None else computed and scoring.rounded(computed)
        self._total_name.setText(tr("Official total") if official is not None else tr("Total of the scores"))
        self._total.setText(score(total))
        level = scoring.level(assessed, framework)
        shown = assessed.official.level or level.code
        tone = level_tone(framework, shown) if shown else Tone.PLAIN
        self._level.show_text("circle-check" if tone is Tone.GOOD else "circle-alert", shown, tone)
        changes = _changes(self._desk, assessed, framework)
        overall = changes.get(OVERALL)
        self._change.show_text(*change_words(overall.before if overall else None, overall.now if overall else None))
        self._confidence.show_blocks(framework, "levels")
        self._distance.setText(distance_words(assessed, framework))
        self._distance.setVisible(bool(self._distance.text()))


def _changes(desk: Desk, assessed: Assessment, framework: Framework) -> Mapping[str, analysis.ScoreChange]:
    facts = desk.facts
    before = facts.frameworks.get(int(facts.plan.assessed_year.previous))
    return analysis.changes(assessed, facts.before, framework, before)


def distance_words(assessed: Assessment, framework: Framework) -> str:
    """Describe how far the next level is, and the shortest way there."""
    distance = analysis.distance_to_next_level(assessed, framework)
    if distance is None:
        return ""
    words = [tr("Next level: {level}.").format(level=distance.next_level)]
    if distance.overall_missing:
        words.append(tr("The total is {points} points short.").format(points=score(distance.overall_missing)))
    for blocking in distance.blocking:
        text = tr("{code} is {points} points below what each instrument needs.")
        words.append(text.format(code=blocking.code, points=score(blocking.missing)))
    if distance.way:
        steps = [
            tr("indicator {id} {name} from {now} to {to}").format(
                id=digits(r.indicator.id), name=r.indicator.name, now=score(r.score), to=score(r.to)
            )
            for r in distance.way
        ]
        words.append(tr("The shortest way: {steps}.").format(steps=", ".join(steps)))
    return " ".join(words)


class TrendCard(Card):
    """The totals of all years the office has, as bars."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("All years"))
        self._desk = desk
        self.chart = YearsChart(desk.theme, tr("Total of each year"))
        self.box.addWidget(self.chart)

    def refresh(self) -> None:
        desk = self._desk
        found = []
        for year in desk.office.years:
            rules = desk.workspace.frameworks.get(year.fiscal_year)
            total = scoring.overall_shown(year, rules)
            if total is not None:
                found.append((int(year.fiscal_year), total))
        framework = desk.facts.framework
        if framework is not None:
            self.chart.show_years(tuple(found), framework.levels.pass_mark, int(desk.assessed_year))
        self.setVisible(len(found) > 1)


class RankingCard(Card):
    """Indicators, highest score first, as bars."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Ranking"))
        self._desk = desk
        self._pass_mark = Text("", "help")
        self.head.addWidget(self._pass_mark)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 3)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self.box.addLayout(self._grid)

    def refresh(self) -> None:
        found = _result(self._desk)
        clear(self._grid)
        if found is None:
            return
        assessed, framework = found
        theme = self._desk.theme
        mark = framework.levels.pass_mark
        self._pass_mark.setText(tr("The line marks {mark}, the pass mark").format(mark=digits(f"{mark:f}")))
        changes = _changes(self._desk, assessed, framework)
        for row, one in enumerate(analysis.ranking(assessed, framework)):
            rank = Text(digits(one.rank), "muted", right=True)
            if one.tied:
                rank.setToolTip(tr("equal scores share a place"))
            self._grid.addWidget(rank, row, 0)
            self._grid.addWidget(Text(one.indicator.name), row, 1)
            said = f"{one.indicator.name} {score(one.score)}"
            self._grid.addWidget(ScoreBar(theme, one.score, mark, said), row, 2)
            self._grid.addWidget(Text(score(one.score), "strong", right=True), row, 3)
            chip = Chip(theme)
            self._grid.addWidget(chip, row, 4)
            change = changes.get(one.indicator.id)
            chip.show_text(*change_words(change.before if change else None, one.score))
            row_height(rank, theme, self._grid, row, lambda sizes: sizes.row)


class StandingsCard(Card):
    """จุดแข็ง จุดอ่อน, each with its reasons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes)
        self._desk = desk
        self._strong, self._weak = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout()
        row.setSpacing(desk.theme.sizes.inside)
        row.addLayout(self._strong, 1)
        row.addLayout(self._weak, 1)
        self.box.addLayout(row)

    def refresh(self) -> None:
        found = _result(self._desk)
        for column in (self._strong, self._weak):
            clear(column)
        if found is None:
            return
        assessed, framework = found
        facts = self._desk.facts
        earlier = facts.frameworks.get(int(facts.plan.assessed_year.previous))
        strong = analysis.strengths(assessed, framework, facts.before, earlier)
        weak = analysis.weaknesses(assessed, framework, facts.before, earlier)
        self._fill(self._strong, tr("Strengths"), strong, "circle-check", Tone.GOOD)
        self._fill(self._weak, tr("To improve"), weak, "circle-alert", Tone.LOOK)

    def _fill(self, column: QVBoxLayout, title: str, found: Sequence[Standing], icon: str, tone: Tone) -> None:
        theme, sizes = self._desk.theme, self._desk.theme.sizes
        column.setSpacing(sizes.step)
        column.addWidget(Text(title, "heading"))
        if not found:
            column.addWidget(Text(tr("nothing stands out"), "muted"))
        for one in found[:SHOWN]:
            row = QHBoxLayout()
            row.setSpacing(sizes.step * 2)
            row.addWidget(IconMark(theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
            name = f"{shown_ref(one.ref).replace('@', ' ')} {ref_name(one.ref, self._desk.facts.framework)}"
            reasons = ", ".join(reason.thai for reason in one.reasons)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(f"{name} {score(one.score)}", wrap=True))
            words.addWidget(Text(reasons, "help", wrap=True))
            row.addLayout(words, 1)
            column.addLayout(row)
        if len(found) > SHOWN:
            column.addWidget(Text(tr("and {count} more").format(count=digits(len(found) - SHOWN)), "help"))
        column.addStretch(1)

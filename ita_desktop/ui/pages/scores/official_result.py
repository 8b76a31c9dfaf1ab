"""The total as one types, the result that ITAS printed, and the level."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.domain.rules import scoring
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.assessment import OfficialResult
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.score_words import level_tone
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.parts.confidence import ConfidenceChip
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import ChoiceField, Field, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.score_field import ScoreField, read_score
from ita_desktop.ui.widgets.sized import sized
from ita_desktop.ui.widgets.text import Chip, Text

HIGHEST_RANK = 100_000
"""More than there are offices; the exchange format has the same bound."""


def read_rank(text: str) -> int | None:
    """Read a rank, None if empty; ValueError says what is allowed."""
    plain = arabic_digits(text).replace(",", "").strip()
    if not plain:
        return None
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(HIGHEST_RANK)):
        raise ValueError(tr("Type a whole number"))
    if not 1 <= (rank := int(plain)) <= HIGHEST_RANK:
        raise ValueError(digits(tr("a whole number from {0} to {1} is needed").format(1, HIGHEST_RANK)))
    return rank


class RankField(LineField):
    """A place in the ranking."""

    def show_value(self, value: int | str | None) -> None:
        super().show_value(digits(f"{value:,}") if isinstance(value, int) else value or "")


class OfficialCards(QWidget):
    """ผลทางการ: never computed, never overwritten."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        self._framework: Framework | None = None
        self._inner = QVBoxLayout(self)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(desk.theme.sizes.gap)
        self._total = Text("", "figure")
        self._difference = Text("", "help", wrap=True)
        self._fault = ""
        self._level = Chip(desk.theme)

    def refresh(self) -> None:
        """Show the stored result; rebuild the fields if the year's rules changed."""
        framework = self.desk.facts.framework
        if framework is not self._framework:
            self._framework = framework
            self._build()
        self.setVisible(framework is not None)
        self.form.refresh()
        self.show_figures()

    def reset(self) -> None:
        self._framework = None
        self.refresh()

    def show_field(self, path: list[str]) -> bool:
        """Put the cursor into a field of the official result."""
        field: Any = self.fields.get(path[-1])
        if field is not None:
            field.setFocus()
        return field is not None

    @property
    def total(self) -> str:
        """The computed total, as shown."""
        return self._total.text()

    @property
    def level(self) -> str:
        """The level, as shown."""
        return self._level.text

    @property
    def difference(self) -> str:
        """What is said about the computed and the official total."""
        return self._difference.accessibleName()

    def show_figures(self) -> None:
        """Show total, difference and level of what is being typed."""
        framework, assessed = self._framework, self.desk.facts.assessed
        if framework is None:
            return
        total = scoring.overall(assessed, framework) if assessed else None
        if total is None:
            have = sum(1 for i in framework.indicators if assessed and i.id in assessed.scores)
            missing = digits(len(framework.indicators) - have)
            self._total.setText(tr("{count} indicators to go").format(count=missing))
        else:
            self._total.setText(score(scoring.rounded(total)))
        self._show_difference()
        self._show_level()

    def _show_difference(self) -> None:
        framework, assessed = self._framework, self.desk.facts.assessed
        check = scoring.compare_with_official(assessed, framework) if assessed and framework else None
        if self._fault or check is None or check.accepted:
            self._difference.setText(self._fault)
            self._difference.setVisible(bool(self._fault))
            self._difference.set_tone("wrong")
            return
        text = tr("The scores typed give {computed}, the official total is {official}: {by} apart. Check the scores.")
        by = digits(f"{abs(check.difference):.2f}")
        self._difference.setText(text.format(computed=score(check.computed), official=score(check.official), by=by))
        self._difference.set_tone("wrong")
        self._difference.show()

    def _show_level(self) -> None:
        framework, assessed = self._framework, self.desk.facts.assessed
        result = scoring.level(assessed, framework) if assessed and framework else None
        if framework is None or result is None or not result.possible:
            self._level.show_text("", "", Tone.PLAIN)
        elif result.provisional or not result.code:
            likely = result.code or tr(" or ").join(result.possible)
            text = tr("{level} · waits for {parts} to be sure").format(level=likely, parts=", ".join(result.missing))
            self._level.show_text("circle-alert", text, Tone.LOOK)
        else:
            tone = level_tone(framework, result.code)
            self._level.show_text("circle-check" if tone is Tone.GOOD else "circle-alert", result.code, tone)

    def _build(self) -> None:
        clear(self._inner)
        self.form.forget()
        self.fields.clear()
        if self._framework is None:
            return
        for card in (self._summary(self._framework), self._announced(self._framework)):
            self._inner.addWidget(card)

    def _summary(self, framework: Framework) -> Card:
        theme, sizes = self.desk.theme, self.desk.theme.sizes
        self._total, self._level, confidence = Text("", "figure"), Chip(theme, wrap=True), ConfidenceChip(theme)
        overall = ScoreField(self.desk.theme, tr("Official total"))
        self._tie("overall", overall, read_score)
        words = tuple((band.code, band.code) for band in framework.levels.bands)
        level = ChoiceField(theme, tr("Official level"), (("", tr("not given")), *words))
        sized(level, theme, lambda sizes: level.setMinimumWidth(sizes.px(150)))
        self._tie("level", level, lambda value: value or "")
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.inside)
        grid.setVerticalSpacing(0)
        parts = (
            (tr("Total of what is typed"), self._total),
            (tr("Official total"), overall),
            (tr("Official level"), level),
        )
        for column, (label, widget) in enumerate(parts):
            grid.addWidget(Text(label, "head"), 0, column)
            grid.addWidget(widget, 1, column, Qt.AlignmentFlag.AlignVCenter)
        chips = QVBoxLayout()
        chips.setSpacing(sizes.step)
        chips.addWidget(confidence, 0, Qt.AlignmentFlag.AlignRight)
        chips.addWidget(self._level, 0, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(len(parts), 1)
        grid.addLayout(chips, 0, len(parts), 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._difference = Text("", "help", wrap=True)
        self.form.on_fault(overall, self._say)
        card = Card(sizes)
        card.box.addLayout(grid)
        card.box.addWidget(self._difference)
        confidence.show_blocks(framework, "levels", "weights")
        return card

    def _announced(self, framework: Framework) -> Card:
        sizes = self.desk.theme.sizes
        card = Card(sizes, tr("As announced (leave empty what is not printed)"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.step * 3)
        codes = [c for i in framework.instruments for c in (i.code, *(part.code for part in i.parts))]
        for at, code in enumerate(codes):
            field = ScoreField(self.desk.theme, tr("Official score of {code}").format(code=code))
            self._tie_instrument(code, field)
            grid.addWidget(self._boxed(code, field), 0, at)
        announced = DateField(tr("Announced on"))
        self._tie("announced", announced, read_date)
        grid.addWidget(self._boxed(tr("Announced on"), announced), 1, 0, 1, 2)
        rank = RankField(tr("Place among offices of its kind"))
        self._tie("rank_in_type", rank, read_rank)
        grid.addWidget(self._boxed(tr("Place among offices of its kind"), rank), 1, 2, 1, 2)
        grid.setColumnStretch(len(codes), 1)
        card.box.addLayout(grid)
        return card

    def _say(self, fault: str) -> None:
        """Show why the official total cannot be read, in place of its difference."""
        self._fault = fault
        self._show_difference()

    def _boxed(self, label: str, field: QWidget) -> FieldBox:
        box = FieldBox(self.desk.theme, label, field)
        self.form.on_fault(field, box.show_fault)
        return box

    def _stored(self) -> OfficialResult:
        year = self.desk.assessed_year
        found = next((y for y in self.desk.office.years if y.fiscal_year == year), None)
        return found.official if found else OfficialResult()

    def _tie(self, name: str, field: Field, read: Any) -> None:
        year = self.desk.assessed_year

        def send(value: Decimal | date | str | int | None) -> None:
            changes: dict[str, Any] = {name: value}
            self.desk.workspace.set_official(year, replace(self._stored(), **changes))

        self.fields[name] = field
        self.form.bind(
            field, Origin.year(year, "official", name), lambda: getattr(self._stored(), name), send, read=read
        )

    def _tie_instrument(self, code: str, field: ScoreField) -> None:
        year = self.desk.assessed_year

        def send(value: Decimal | None) -> None:
            known = {**self._stored().instruments, code: value}
            instruments = {key: one for key, one in known.items() if one is not None}
            self.desk.workspace.set_official(year, replace(self._stored(), instruments=instruments))

        self.fields[code] = field
        origin = Origin.year(year, "official", "instruments", code)
        self.form.bind(field, origin, lambda: self._stored().instruments.get(code), send, read=read_score)

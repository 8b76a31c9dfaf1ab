"""What if (ลองปรับคะแนน): sliders that show total and level of other scores; nothing of it is stored."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from ita_desktop.domain.rules import scoring
from ita_desktop.domain.values.assessment import Assessment, OfficialResult, Score
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.score_words import level_tone
from ita_desktop.ui.look.wording import digits, score
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.sized import fixed_width, row_height
from ita_desktop.ui.widgets.text import Chip, Text

FINENESS = 100
"""Steps of a slider for one point."""


def supposed(assessed: Assessment, scores: dict[str, Score]) -> Assessment:
    """Return the year with other scores, without its official total, level and instruments."""
    return replace(assessed, scores={**assessed.scores, **scores}, official=OfficialResult())


class WhatIf(QWidget):
    """A slider for each indicator, total and level above them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Assessment, Framework] | None = None
        self.sliders: dict[str, QSlider] = {}
        self._values: dict[str, Text] = {}
        self._total, self._gain, self._level = Text("", "figure"), Text("", "muted"), Chip(desk.theme)
        back = Button(desk.theme, tr("Back to the real scores"), self.go_back, icon="rotate-ccw", quiet=True)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.sizes.gap)
        for widget in (self._total, self._gain, self._level):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(back)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 3)
        self._grid.setVerticalSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(self._grid)

    @property
    def total(self) -> str:
        """The supposed total, as shown."""
        return self._total.text()

    @property
    def level(self) -> str:
        return self._level.text

    def refresh(self) -> None:
        """Start over from the stored scores if they have changed."""
        facts = self._desk.facts
        if facts.assessed is None or facts.framework is None:
            return
        if self._shown is not None and self._shown == (facts.assessed, facts.framework):
            return
        same_rows = self._shown is not None and self._shown[1] is facts.framework
        self._shown = (facts.assessed, facts.framework)
        if not same_rows or set(self.sliders) != {i.id for i in facts.framework.indicators}:
            self._build(facts.framework)
        self.go_back()

    def go_back(self) -> None:
        """Go back to the stored scores."""
        if self._shown is None:
            return
        for ref, slider in self.sliders.items():
            with QSignalBlocker(slider):
                slider.setValue(int(self._shown[0].scores.get(ref, Decimal(0)) * FINENESS))
        self._tell()

    def _build(self, framework: Framework) -> None:
        clear(self._grid)
        self.sliders.clear()
        self._values.clear()
        for row, indicator in enumerate(framework.indicators):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, 100 * FINENESS)
            slider.setSingleStep(FINENESS // 2)
            slider.setPageStep(5 * FINENESS)
            slider.setAccessibleName(tr("What if: {name}").format(name=indicator.name))
            slider.valueChanged.connect(lambda _: self._tell())
            value = self._values[indicator.id] = Text("", "strong", right=True)
            fixed_width(value, self._desk.theme, 60)
            self.sliders[indicator.id] = slider
            self._grid.addWidget(Text(f"{digits(indicator.id)}  {indicator.name}"), row, 0)
            self._grid.addWidget(slider, row, 1)
            self._grid.addWidget(value, row, 2)
            row_height(value, self._desk.theme, self._grid, row, lambda sizes: sizes.field)

    def _tell(self) -> None:
        if self._shown is None:
            return
        assessed, framework = self._shown
        scores = {ref: Decimal(slider.value()) / FINENESS for ref, slider in self.sliders.items()}
        for ref, value in scores.items():
            self._values[ref].setText(score(value))
            self._values[ref].set_tone("accent" if value != assessed.scores.get(ref) else "")
        other = supposed(assessed, scores)
        total, before = scoring.overall(other, framework), scoring.overall(assessed, framework)
        self._total.setText(score(total and scoring.rounded(total)))
        gain = scoring.rounded(total) - scoring.rounded(before) if total is not None and before is not None else None
        self._gain.setText("" if not gain else digits(f"{gain:+.2f}"))
        result = scoring.level(other, framework)
        word = result.code or tr(" or ").join(result.possible)
        tone = level_tone(framework, result.code) if result.code else Tone.PLAIN
        self._level.show_text("circle-check" if tone is Tone.GOOD else "circle-alert", word, tone)

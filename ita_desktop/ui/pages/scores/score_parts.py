"""Scores of sub-indicators, questions and OIT items of the year, where the office has them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.parts.refs_field import shown_ref
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.score_field import ScoreField, read_score
from ita_desktop.ui.widgets.sized import fixed_width
from ita_desktop.ui.widgets.text import Text, many_lined

Part = tuple[str, str]
"""Ref and name."""


def parts_of(indicator: Indicator, framework: Framework) -> tuple[Part, ...]:
    """Return the refs below an indicator; a question of a divided instrument appears once for each part."""
    split = tuple(part.code for part in framework.instrument(indicator.instrument).parts)
    found: list[Part] = [(sub.id, sub.name) for sub in indicator.sub_indicators]
    for question in indicator.questions:
        found += [(f"{question.id}@{part}", question.text) for part in split] or [(question.id, question.text)]
    found += [(i.id, i.text) for i in framework.items if framework.indicator_of(i.id) == indicator]
    return tuple(found)


class ScoreParts(QWidget):
    """A row for each part, below the name of its indicator."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(desk)
        self.fields: dict[str, ScoreField] = {}
        self._framework: Framework | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.sizes.step)

    def refresh(self) -> None:
        """Show the stored scores; rebuild the rows if the year's rules changed."""
        framework = self._desk.facts.framework
        if framework is not self._framework:
            self._framework = framework
            self._build()
        self.form.refresh()

    def reset(self) -> None:
        self._framework = None
        self.refresh()

    def _build(self) -> None:
        self.form.forget()
        clear(self._column)
        self.fields.clear()
        if self._framework is None:
            return
        for indicator in self._framework.indicators:
            parts = parts_of(indicator, self._framework)
            if parts:
                self._column.addWidget(Text(f"{shown_ref(indicator.id)} {indicator.name}", "strong"))
                self._column.addLayout(self._rows(parts))

    def _rows(self, parts: tuple[Part, ...]) -> QGridLayout:
        sizes = self._desk.theme.sizes
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.step * 3)
        grid.setVerticalSpacing(sizes.step // 2)
        grid.setColumnStretch(1, 1)
        for row, (ref, name) in enumerate(parts):
            number = Text(shown_ref(ref).replace("@", " "), "muted", right=True)
            fixed_width(number, self._desk.theme, 70)
            field = ScoreField(self._desk.theme, f"{ref} {name}")
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(many_lined(Text(name, wrap=True)), row, 1)
            grid.addWidget(field, row, 2, Qt.AlignmentFlag.AlignVCenter)
            self.fields[ref] = field
            field.moved.connect(partial(self._move, ref))
            self._tie(ref, field)
        return grid

    def _tie(self, ref: str, field: ScoreField) -> None:
        year = self._desk.assessed_year

        def stored() -> Decimal | None:
            found = next((y for y in self._desk.office.years if y.fiscal_year == year), None)
            return found.scores.get(ref) if found else None

        def send(value: Decimal | None) -> None:
            self._desk.workspace.set_score(year, ref, value)

        self.form.bind(field, Origin.year(year, "scores", ref), stored, send, read=read_score, fault=field.setToolTip)

    def _move(self, ref: str, step: int) -> None:
        refs = list(self.fields)
        at = refs.index(ref) + step
        if 0 <= at < len(refs):
            self.fields[refs[at]].setFocus(Qt.FocusReason.TabFocusReason)

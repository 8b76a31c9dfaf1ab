"""The library of proposed measures (คลังมาตรการ), by indicator: tick what fits and add it to the plan."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain import analysis
from ita_desktop.domain.framework import Framework, Indicator
from ita_desktop.domain.measure import Measure
from ita_desktop.i18n import tr
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.field import CheckField, ChoiceField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Text
from ita_desktop.ui.wording import breakable, digits, score


class MeasureLibrary(QWidget):
    """One indicator at a time, the one with the lowest score first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._framework: Framework | None = None
        self.boxes: dict[str, CheckField] = {}
        self.indicator = ChoiceField(desk.theme, tr("Indicator"))
        self.indicator.finished.connect(self._show_entry)
        self.issue = ChoiceField(desk.theme, tr("Issue to improve"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.add_button = Button(desk.theme, tr("Add the ticked ones"), self.add_ticked, icon="plus")
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.sizes.step * 2)
        column.addWidget(FieldBox(desk.theme, tr("Indicator"), self.indicator))
        column.addWidget(FieldBox(desk.theme, tr("Issue to improve"), self.issue))
        column.addLayout(self._rows)
        column.addLayout(row)

    def refresh(self) -> None:
        """Offer the year's indicators."""
        facts = self._desk.facts
        framework = facts.frameworks.get(self._desk.assessed_year)
        if framework is None or framework is self._framework:
            return
        self._framework = framework
        ranked = reversed(analysis.ranking(facts.assessed, framework)) if facts.assessed else ()
        lowest = {one.indicator.id: one.score for one in ranked}
        order = [*lowest, *(i.id for i in framework.indicators if i.id not in lowest)]
        named = ((i, framework.indicator(i)) for i in order)
        words = ((i, f"{digits(i)} {one.name}" + (f" ({score(lowest[i])})" if i in lowest else "")) for i, one in named)
        self.indicator.set_choices(tuple(words))
        if self.indicator.value() is None and order:
            self.indicator.show_value(order[0])
        self._show_entry()

    def add_ticked(self) -> None:
        """One measure that holds the ticked texts, as one step."""
        chosen = self._chosen()
        texts = tuple(text for text, box in self.boxes.items() if box.isChecked())
        if chosen is None or not texts:
            return
        entry = self._desk.library.catalogue.entry(chosen)
        measure = Measure(
            refs=(chosen.id,),
            issue=self.issue.value() or "",
            measures=texts,
            responsible=entry.owners[:1] if entry else (),
        )
        self._desk.workspace.add_measure(self._desk.plan_year, measure)
        for box in self.boxes.values():
            box.setChecked(False)
        self._tell()

    def _chosen(self) -> Indicator | None:
        ref = self.indicator.value()
        return self._framework.indicator(ref) if self._framework is not None and ref else None

    def _show_entry(self) -> None:
        clear(self._rows)
        self.boxes.clear()
        chosen = self._chosen()
        entry = self._desk.library.catalogue.entry(chosen) if chosen else None
        if entry is None:
            self._rows.addWidget(Text(tr("The library has nothing for this indicator yet."), "muted", wrap=True))
            self.issue.set_choices((("", tr("not given")),))
        else:
            self.issue.set_choices((("", tr("not given")), *((text, text) for text in entry.weaknesses)))
            for text in entry.measures:
                box = self.boxes[text] = CheckField(self._desk.theme, breakable(text))
                box.setAccessibleName(text)
                box.toggled.connect(lambda _: self._tell())
                self._rows.addWidget(box)
        self.issue.show_value("")
        self._tell()

    def _tell(self) -> None:
        ticked = any(box.isChecked() for box in self.boxes.values())
        enable(self.add_button, ticked, tr("Tick at least one measure."))

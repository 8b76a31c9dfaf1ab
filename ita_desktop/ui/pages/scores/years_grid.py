"""The scores of several years beside each other (คะแนนย้อนหลัง): typed down a column or across a row."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ita_desktop.domain.rules.identity import same_in
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.origin import Origin
from ita_desktop.domain.values.ref import OVERALL
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.score_field import ScoreField, read_score
from ita_desktop.ui.widgets.text import Text, many_lined

YEARS = 5


class YearsGrid(QWidget):
    """Indicators down, the years before the assessed one across, each year's official total below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(desk)
        self.fields: dict[tuple[int, str], ScoreField] = {}
        self._years: tuple[int, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 2)
        self._grid.setVerticalSpacing(desk.theme.sizes.step // 2)
        self._grid.setColumnStretch(0, 1)

    def refresh(self) -> None:
        """Show the stored scores; rebuild the grid for other years."""
        assessed = int(self._desk.assessed_year)
        known = [year for year in self._desk.workspace.frameworks if year < assessed]
        years = tuple(sorted(known)[-YEARS:])
        if years != self._years:
            self._years = years
            self._build()
        self.form.refresh()

    def reset(self) -> None:
        self._years = ()
        self.refresh()

    def _build(self) -> None:
        self.form.forget()
        clear(self._grid)
        self.fields.clear()
        framework = self._desk.facts.framework
        if framework is None or not self._years:
            self._grid.addWidget(Text(tr("No earlier year is known to the program."), "muted"), 0, 0)
            return
        for column, year in enumerate(self._years, start=1):
            self._grid.addWidget(Text(digits(year), "head", right=True), 0, column)
        rows = [(i.id, f"{digits(i.id)} {i.name}") for i in framework.indicators]
        for row, (ref, name) in enumerate((*rows, (OVERALL, tr("Official total"))), start=1):
            self._grid.addWidget(many_lined(Text(name, "strong" if ref == OVERALL else "body", wrap=True)), row, 0)
            for column, year in enumerate(self._years, start=1):
                self._add(row, column, year, ref)

    def _add(self, row: int, column: int, year: int, ref: str) -> None:
        rules = self._desk.workspace.frameworks[year]
        now, own = self._desk.facts.framework, None
        if ref != OVERALL:
            earlier = same_in(ref, now, rules) if now else None
            if earlier is None:
                return
            ref, own = earlier, rules.indicator(earlier)
        name = own.name if own else tr("Official total")
        field = ScoreField(self._desk.theme, f"{name} {digits(year)}", width=76)
        field.setToolTip(name)
        self._grid.addWidget(field, row, column)
        self.fields[year, ref] = field
        field.moved.connect(partial(self._move, year, ref))
        self._tie(FiscalYear(year), ref, field)

    def _tie(self, year: FiscalYear, ref: str, field: ScoreField) -> None:
        def stored() -> Decimal | None:
            found = self._stored(year)
            return (found.official.overall if ref == OVERALL else found.scores.get(ref)) if found else None

        def send(value: Decimal | None) -> None:
            if ref != OVERALL:
                self._desk.workspace.set_score(year, ref, value)
                return
            found = self._stored(year) or Assessment(fiscal_year=year)
            self._desk.workspace.set_official(year, replace(found.official, overall=value))

        origin = Origin.year(year, "official", "overall") if ref == OVERALL else Origin.year(year, "scores", ref)
        self.form.bind(field, origin, stored, send, read=read_score, fault=field.setToolTip)

    def _stored(self, year: int) -> Assessment | None:
        return next((one for one in self._desk.office.years if one.fiscal_year == year), None)

    def _move(self, year: int, ref: str, step: int) -> None:
        refs = [r for y, r in self.fields if y == year]
        at = refs.index(ref) + step
        if 0 <= at < len(refs):
            self.fields[year, refs[at]].setFocus(Qt.FocusReason.TabFocusReason)
        elif step > 0 and (follows := [y for y in self._years if y > year]):
            self.fields[follows[0], next(r for y, r in self.fields if y == follows[0])].setFocus()

"""The tables over domain values keep Qt's promises."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ita_desktop.domain.rules.due import dues
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.risk import Risk
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.step_list import STATE_ROLE, StepListModel
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.pages.follow_up.due_table import STATE, DueTableModel
from ita_desktop.ui.pages.measures.measure_table import NUMBER, PERIOD, REFS, RESPONSIBLE, WHAT, MeasureTableModel
from ita_desktop.ui.pages.risks.risk_table import GRADE, RiskTableModel

FIRST = Measure(
    id=1, refs=("9.3", "e4"), measures=("เผยแพร่แผน",), responsible=("กองคลัง", "กองช่าง"), period_from="2024-10"
)
SECOND = Measure(id=2, refs=("1",))


def test_measures(qtmodeltester: ModelTester) -> None:
    model = MeasureTableModel()
    model.show((FIRST, SECOND))
    qtmodeltester.check(model)
    shown = [model.data(model.index(0, column)).replace("\u200b", "") for column in range(PERIOD + 1)]
    assert shown == ["๑", "๙.๓, e4", "เผยแพร่แผน", "กองคลัง, กองช่าง", "ต.ค. ๖๗"]
    assert model.data(model.index(1, WHAT))
    assert model.value(1) is SECOND
    assert (model.row_of(2), model.row_of(9)) == (1, -1)


def test_only_the_rows_that_changed_are_painted_anew() -> None:
    model = MeasureTableModel()
    model.show((FIRST, SECOND))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.modelReset.connect(lambda: told.append(-1))
    model.show((FIRST, Measure(id=2, refs=("2",))))
    assert told == [1]
    model.show((FIRST,))
    assert told == [1, -1]


def test_headers_name_every_column() -> None:
    model = MeasureTableModel()
    names = [model.headerData(c, Qt.Orientation.Horizontal) for c in (NUMBER, REFS, WHAT, RESPONSIBLE, PERIOD)]
    assert all(names)


def test_steps(qtmodeltester: ModelTester, opened: object) -> None:
    view = opened("scores")  # type: ignore[operator]
    model = StepListModel(view.pages)
    model.refresh()
    qtmodeltester.check(model)
    assert model.rowCount() == len(PageName)
    row = list(PageName).index(PageName.SCORES)
    assert model.index(row, 0).data() == "คะแนน"
    assert model.index(row, 0).data(STATE_ROLE).done


def test_what_is_due(qtmodeltester: ModelTester, theme: Theme) -> None:
    year = FiscalYear(2568)
    measures = tuple(Measure(id=n, refs=("1",), issue=f"เรื่องที่ {n}", follow_up_rounds=(6, 12)) for n in (1, 2))
    plan = MeasurePlan(fiscal_year=year, assessed_year=year.previous, measures=measures)
    model = DueTableModel(theme)
    qtmodeltester.check(model)
    model.show(dues(plan, date(2025, 6, 1)))
    assert model.rowCount() == 4
    assert model.row_of((2, 12)) == 3
    assert model.row_of((3, 12)) == -1
    assert model.index(0, STATE).data() != model.index(1, STATE).data()
    assert all(model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount()))


def test_risks(qtmodeltester: ModelTester) -> None:
    model = RiskTableModel()
    qtmodeltester.check(model)
    model.show((Risk(id=1, risk="ก", likelihood=2, impact=5), Risk(id=2, risk="")))
    assert model.index(0, GRADE).data() == "๒ × ๕ = ๑๐"
    assert model.index(1, GRADE).data() == "–"
    assert model.row_of(2) == 1
    assert all(model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount()))

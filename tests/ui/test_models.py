"""The tables over domain values keep Qt's promises."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ita_desktop.domain.measure import Measure
from ita_desktop.ui.models.measure_table import NUMBER, PERIOD, REFS, RESPONSIBLE, VALUE_ROLE, WHAT, MeasureTableModel
from ita_desktop.ui.models.step_list import STATE_ROLE, StepListModel

FIRST = Measure(
    id=1, refs=("9.3", "e4"), measures=("เผยแพร่แผน",), responsible=("กองคลัง", "กองช่าง"), period_from="2024-10"
)
SECOND = Measure(id=2, refs=("1",))


def test_measures(qtmodeltester: ModelTester) -> None:
    model = MeasureTableModel()
    model.show_measures((FIRST, SECOND))
    qtmodeltester.check(model)
    shown = [model.data(model.index(0, column)).replace("\u200b", "") for column in range(PERIOD + 1)]
    assert shown == ["๑", "๙.๓, e4", "เผยแพร่แผน", "กองคลัง, กองช่าง", "ต.ค. ๖๗"]
    assert model.data(model.index(1, WHAT))
    assert model.data(model.index(1, NUMBER), VALUE_ROLE) is SECOND
    assert (model.row_of(2), model.row_of(9)) == (1, -1)


def test_only_the_rows_that_changed_are_painted_anew() -> None:
    model = MeasureTableModel()
    model.show_measures((FIRST, SECOND))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.modelReset.connect(lambda: told.append(-1))
    model.show_measures((FIRST, Measure(id=2, refs=("2",))))
    assert told == [1]
    model.show_measures((FIRST,))
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
    assert model.rowCount() == 5
    assert model.index(1, 0).data() == "คะแนน"
    assert model.index(1, 0).data(STATE_ROLE).done

"""Pasting a block: shown first, corrected at will, written as one step that undo takes back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.pages.scores.page import ScoresPage

PAGE = ScoresPage
COLUMN = "๘๔.๑๗\n93.06\n97.78\n88.89\n88.33\n93.48\n92.82\n79.44\n100\n100"


def scores(page: ScoresPage, year: int | None = None) -> dict[str, Decimal]:
    wanted = year or page.desk.assessed_year
    return dict(next((y.scores for y in page.desk.office.years if y.fiscal_year == wanted), {}))


def test_a_column_is_shown_first_and_written_as_one_step(page: ScoresPage) -> None:
    before = scores(page)
    page.paste.open_with(COLUMN)
    assert scores(page) == before
    assert page.paste.taken() == {}  # told by its order only: the clerk says that it is the column
    page.paste.toggle(0)
    page.paste.toggle(0)
    assert len(page.paste.taken()[int(page.desk.assessed_year)]) == 10
    page.paste.write()
    assert scores(page)["1"] == Decimal("84.17")
    assert page.paste.isHidden()
    page.desk.workspace.undo()
    assert scores(page) == before


def test_control_v_in_a_field_opens_the_panel(page: ScoresPage, qtbot: QtBot) -> None:
    before = page.grid.fields["3"].text()
    QGuiApplication.clipboard().setText("50.5\n60.5")
    qtbot.keyClick(page.grid.fields["3"], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.paste.isVisible()
    assert page.grid.fields["3"].text() == before
    assert page.paste.taken() == {int(page.desk.assessed_year): {"3": Decimal("50.5"), "4": Decimal("60.5")}}


def test_one_number_is_pasted_as_usual(page: ScoresPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("50.5")
    page.grid.fields["3"].selectAll()
    qtbot.keyClick(page.grid.fields["3"], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.fields["3"].text() == "50.5"
    assert not page.paste.isVisible()


def test_a_wrong_place_is_corrected_before_writing(page: ScoresPage) -> None:
    page.paste.open_with("อะไรบางอย่าง 55.5\n2 การใช้งบประมาณ 66.6")
    year = int(page.desk.assessed_year)
    assert page.paste.taken() == {year: {"2": Decimal("66.6")}}
    page.paste.choose(0, 0, "7")
    page.paste.choose(0, 1, "")
    assert page.paste.taken() == {year: {"7": Decimal("55.5")}}


def test_totals_and_level_go_to_the_official_result(page: ScoresPage) -> None:
    page.paste.open_with("คะแนนภาพรวม 93.71 ระดับผ่านดี\nEIT2 84")
    page.paste.write()
    official = next(y.official for y in page.desk.office.years if y.fiscal_year == page.desk.assessed_year)
    assert (official.overall, official.level, official.instruments["EIT2"]) == (
        Decimal("93.71"),
        "ผ่านดี",
        Decimal("84"),
    )


def test_a_block_that_names_its_year_goes_there(page: ScoresPage) -> None:
    page.paste.open_with("ผลการประเมิน ปีงบประมาณ 2565\n1 การปฏิบัติหน้าที่ 71.5")
    page.paste.write()
    assert scores(page, 2565)["1"] == Decimal("71.5")


def test_nothing_readable_cannot_be_written(page: ScoresPage) -> None:
    page.paste.open_with("1 การปฏิบัติหน้าที่ 840")
    assert not page.paste.write_button.isEnabled()
    assert page.paste.table.columns[0].scores[0].fault is not None


TWO_YEARS = Path(__file__).parents[3] / "data" / "foreign" / "two-year-table.tsv"


def test_two_years_are_written_at_once_where_both_columns_are_lit(page: ScoresPage) -> None:
    page.paste.open_with(TWO_YEARS.read_text("utf-8"))
    lit = page.paste.years
    assert list(lit.values()) == [int(page.desk.assessed_year)]
    other = next(n for n in page.paste.pasted.buttons if n not in lit)
    page.paste.pasted.buttons[other].click()
    page.paste.write()
    assert (scores(page, 2566)["1"], scores(page, 2567)["1"]) == (Decimal("91.43"), Decimal("84.17"))
    page.desk.workspace.undo()
    assert scores(page, 2567)["1"] != Decimal("84.17") or scores(page, 2566).get("1") != Decimal("91.43")


def test_a_doubt_is_not_ticked_and_the_focus_is_never_on_the_button_that_writes(page: ScoresPage) -> None:
    page.paste.open_with("การปฏิบัติหน้าที่\t84.17\nการป้องกันทุจริต\t90.00")
    assert page.paste.taken() == {int(page.desk.assessed_year): {"1": Decimal("84.17")}}
    focus = QApplication.focusWidget()
    assert focus is not page.paste.write_button
    page.paste.tick(0, 1, True)
    assert page.paste.taken()[int(page.desk.assessed_year)]["10"] == Decimal("90.00")


def test_two_columns_of_bare_numbers_ask_which(page: ScoresPage) -> None:
    rows = "\n".join(f"{n}.5\t{n + 1}.5" for n in range(80, 90))
    page.paste.open_with(rows)
    assert page.paste.taken() == {}
    assert not page.paste.write_button.isEnabled()
    assert len(page.paste.pasted.buttons) == 2
    page.paste.pasted.buttons[1].click()
    assert page.paste.taken()[int(page.desk.assessed_year)]["1"] == Decimal("81.5")


def test_parts_are_typed_behind_a_fold(page: ScoresPage) -> None:
    assert page.parts_fold.content is None
    year = int(page.desk.assessed_year)
    assert page.show_origin(Origin(f"year/{year}/scores/i1"))
    field = page.parts_fold.content.fields["i1"]
    field.setText("๘๐.๕")
    field.finished.emit()
    assert scores(page)["i1"] == Decimal("80.5")


def test_earlier_years_are_typed_beside_each_other(page: ScoresPage) -> None:
    page.years_fold.switch()
    grid = page.years_fold.content
    field = grid.fields[2564, "1"]
    field.setText("70.25")
    field.finished.emit()
    grid.fields[2564, "overall"].setText("80")
    grid.fields[2564, "overall"].finished.emit()
    year = next(y for y in page.desk.office.years if y.fiscal_year == 2564)
    assert (year.scores["1"], year.official.overall) == (Decimal("70.25"), Decimal("80"))
    page.desk.workspace.undo()
    assert grid.fields[2564, "overall"].text() == ""

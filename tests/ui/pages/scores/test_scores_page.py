"""The grid of scores: typed, refused, computed, undone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.scores.page import ScoresPage

PAGE = ScoresPage


def assessed(page: ScoresPage) -> Assessment:
    return next(year for year in page.desk.office.years if year.fiscal_year == page.desk.assessed_year)


def type_score(page: ScoresPage, indicator: str, text: str) -> None:
    page.grid.fields[indicator].setText(text)
    page.grid.fields[indicator].edited.emit()


def test_a_score_goes_to_the_file_and_back(page: ScoresPage) -> None:
    before = assessed(page).scores["1"]
    type_score(page, "1", "๘๓,๙๓")
    page.grid.fields["1"].finished.emit()
    assert assessed(page).scores["1"] == Decimal("83.93")
    assert page.grid.fields["1"].text() == "๘๓.๙๓"
    page.desk.workspace.undo()
    assert assessed(page).scores["1"] == before
    assert page.grid.fields["1"].text() == f"{before:.2f}".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def test_totals_follow_while_one_types(page: ScoresPage) -> None:
    mean, total = page.grid.mean("OIT"), page.official.total
    type_score(page, "9", "๕๐")
    assert page.grid.mean("OIT") != mean
    assert page.official.total != total
    assert page.desk.workspace.history == ()


def test_a_score_that_is_none_stays_at_its_cell_with_the_reason(page: ScoresPage) -> None:
    before = assessed(page).scores["2"]
    type_score(page, "2", "ร้อย")
    page.grid.fields["2"].finished.emit()
    assert page.grid.fields["2"].text() == "ร้อย"
    assert page.grid.note("2") == "พิมพ์เป็นตัวเลข เช่น ๙๓.๗๑"
    assert assessed(page).scores["2"] == before
    type_score(page, "2", "๘๘")
    page.grid.fields["2"].finished.emit()
    assert "เพิ่มขึ้น" in page.grid.note("2")
    assert assessed(page).scores["2"] == Decimal(88)


def test_an_emptied_score_is_taken_away(page: ScoresPage) -> None:
    type_score(page, "10", "")
    page.grid.fields["10"].finished.emit()
    assert "10" not in assessed(page).scores
    assert page.official.total == "ยังไม่ครบ ๑ ตัวชี้วัด"
    assert page.state().count == "๙/๑๐"
    assert "๑๐" in page.state().look_at


@pytest.mark.parametrize(
    ("typed", "words"), [("๙๙", "เพิ่มขึ้น"), ("๑๐", "ลดลง"), ("๘๘.๙๔", "เท่าเดิม")], ids=["up", "down", "same"]
)
def test_the_change_is_told_with_a_word(page: ScoresPage, typed: str, words: str) -> None:
    type_score(page, "1", typed)
    assert page.grid.note("1").startswith(words)


def test_enter_goes_down_the_column(page: ScoresPage, qtbot: QtBot) -> None:
    first = page.grid.fields["1"]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "90.5")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert page.grid.fields["2"].hasFocus()
    assert assessed(page).scores["1"] == Decimal("90.5")
    qtbot.keyClick(page.grid.fields["2"], Qt.Key.Key_Up)
    assert first.hasFocus()


def test_the_official_result_is_kept_beside_the_computed_one(page: ScoresPage) -> None:
    overall = page.official.fields["overall"]
    overall.setText("๙๕")
    overall.edited.emit()
    assert "ต่างกัน ๕.๐๕" in page.official.difference
    overall.finished.emit()
    assert assessed(page).official.overall == Decimal(95)
    page.official.fields["level"].choose("ผ่านดี")
    page.official.fields["EIT1"].setText("๘๔.๒๕")
    page.official.fields["EIT1"].finished.emit()
    assert assessed(page).official.level == "ผ่านดี"
    assert assessed(page).official.instruments["EIT1"] == Decimal("84.25")
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    assert page.official.difference == ""


def test_a_missing_part_makes_the_level_provisional(page: ScoresPage) -> None:
    for code in ("EIT1", "EIT2", "EIT"):
        page.official.fields[code].setText("")
        page.official.fields[code].finished.emit()
    assert "รอคะแนน EIT1, EIT2" in page.official.level


def test_another_year_shows_its_own_scores(view: OfficeView, page: ScoresPage) -> None:
    view.choose_year(FiscalYear(2567))
    assert page.desk.assessed_year == 2566
    year = next(y for y in page.desk.office.years if y.fiscal_year == 2566)
    for indicator, field in page.grid.fields.items():
        assert field.text().translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")) == f"{year.scores[indicator]:.2f}"


def test_a_draft_year_is_marked(view: OfficeView, page: ScoresPage) -> None:
    view.choose_year(FiscalYear(2570))
    assert "ฉบับร่าง" in page.notice
    assert page.grid.fields["1"].text() == ""


def test_a_place_in_the_preview_leads_to_its_field(page: ScoresPage) -> None:
    assert page.show_origin(Origin(f"year/{int(page.desk.assessed_year)}/scores/8"))
    assert page.show_origin(Origin(f"year/{int(page.desk.assessed_year)}/official/overall"))
    assert not page.show_origin(Origin("year/2560/scores/8"))

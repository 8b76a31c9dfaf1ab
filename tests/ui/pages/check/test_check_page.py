"""The checks in the window: counted below, explained on their page, put right, set aside, told before printing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ita_desktop.app.checks.findings import SET_ASIDE
from ita_desktop.app.office.import_export import import_office
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.analysis.page import AnalysisPage
from ita_desktop.ui.pages.check.page import SHOWN, CheckPage
from ita_desktop.ui.parts.finding_row import FindingRow
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.window.main_window import MainWindow


@pytest.fixture
def view(opened: Callable[[str], OfficeView]) -> OfficeView:
    return opened("agency")


def plant(view: OfficeView) -> None:
    """A narrative with another office's district and province, and one broken Thai word."""
    view.desk.workspace.set_narrative(view.desk.assessed_year, "8", "หน่วยงานตั้งอยู่ อำเภอปะนาเระ จังหวัดปัตตานี ทํางานดี")
    view.desk.checking.check_now()


def check_page(view: OfficeView) -> CheckPage:
    view.open_page("check")
    assert isinstance(view.page, CheckPage)
    return view.page


def test_a_clean_office_is_told_so(view: OfficeView) -> None:
    page = check_page(view)
    assert page.rows == ()
    assert page.clean.text
    assert view.exports.open_words == ""


def test_the_bar_below_counts_and_leads_to_the_page(view: OfficeView, qtbot: QtBot) -> None:
    plant(view)
    qtbot.waitUntil(lambda: view.bottom.texts[1] != "")
    assert "๑" in view.bottom.texts[1]
    view.bottom.findings_pressed.emit()
    assert view.page.NAME == "check"


def test_each_finding_names_place_rule_and_way_out(view: OfficeView) -> None:
    plant(view)
    page = check_page(view)
    row = page.rows[0]
    assert row.finding.severity is Severity.LOOK
    assert "ตัวชี้วัด" in row.accessibleName()
    assert row.accessibleDescription()


def test_enter_and_click_lead_to_the_field(view: OfficeView, qtbot: QtBot) -> None:
    plant(view)
    page = check_page(view)
    row = page.rows[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    analysis = view.page
    assert isinstance(analysis, AnalysisPage)
    assert analysis.narratives.fields["8"].hasFocus()
    view.open_page("check")
    row.go_button.click()
    assert view.page.NAME == "analysis"


def fixable(page: CheckPage) -> FindingRow:
    return next(row for row in page.rows if row.only_fix is not None)


def test_a_proposal_is_taken_by_key_and_undone(view: OfficeView, window: MainWindow, qtbot: QtBot) -> None:
    plant(view)
    page = check_page(view)
    before = view.desk.office.years
    row = fixable(page)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.desk.office.years != before
    key = row.finding.key
    qtbot.waitUntil(lambda: key not in [r.finding.key for r in page.rows])
    window.undo()
    assert view.desk.office.years == before
    qtbot.waitUntil(lambda: key in [r.finding.key for r in page.rows])
    window.menus.actions["fix-finding"].trigger()
    assert view.desk.office.years != before


def test_an_outdated_proposal_changes_nothing(view: OfficeView) -> None:
    plant(view)
    page = check_page(view)
    row = fixable(page)
    assert row.only_fix is not None
    row.fix_wanted.emit(replace(row.only_fix, old="ไม่มีแล้ว"))
    assert row.notice.text
    assert view.desk.workspace.undo_label == "narrative"


def test_setting_aside_asks_for_a_reason_and_can_be_taken_back(view: OfficeView, qtbot: QtBot) -> None:
    plant(view)
    page = check_page(view)
    row = page.rows[0]
    key = row.finding.key
    row.aside_button.click()
    assert row.reason.hasFocus()
    qtbot.keyClick(row.reason, Qt.Key.Key_Return)
    assert row.reason.property("wrong")
    row.reason.setText("เป็นชื่อโครงการ")
    qtbot.keyClick(row.reason, Qt.Key.Key_Return)
    assert view.desk.workspace.setting(SET_ASIDE) == {key: "เป็นชื่อโครงการ"}
    qtbot.waitUntil(lambda: len(page.aside.rows) == 1)
    assert key not in [r.finding.key for r in page.rows]
    next(iter(page.aside.rows.values())).back_button.click()
    qtbot.waitUntil(lambda: key in [r.finding.key for r in page.rows])
    assert view.desk.workspace.setting(SET_ASIDE) is None


def test_the_next_finding_by_key_from_any_page(view: OfficeView, window: MainWindow) -> None:
    plant(view)
    window.menus.actions["next-finding"].trigger()
    assert view.page.NAME == "analysis"
    assert view.bottom.texts[2]


def test_what_steps_lack_is_on_the_page_too(view: OfficeView, qtbot: QtBot) -> None:
    view.desk.workspace.set_score(view.desk.assessed_year, "9", None)
    page = check_page(view)
    qtbot.waitUntil(lambda: len(view.desk.checking.unfinished) == 1)
    assert view.desk.checking.unfinished[0].page == "scores"
    assert not page.clean.text


def test_nothing_is_checked_while_a_key_is_pressed(view: OfficeView, qtbot: QtBot) -> None:
    view.open_page("agency")
    field = view.page.fields["agency/phone"]  # type: ignore[attr-defined]
    assert isinstance(field, LineField)
    field.setFocus()
    qtbot.waitUntil(lambda: view.desk.checking.checked is not None)  # the first, after the page is painted
    view.desk.checking.check_now()
    checked = view.desk.checking.checked
    with qtbot.waitSignal(view.preview.painted):
        qtbot.keyClicks(field, "123")
    assert view.desk.checking.checked is checked
    field.finished.emit()
    qtbot.waitUntil(lambda: view.desk.checking.checked is not checked)


def test_a_year_full_of_mistakes_stays_quick_to_look_at(view: OfficeView) -> None:
    year = view.desk.plan_year
    for measure in view.desk.facts.plan.measures[:4]:
        steps = tuple(f"ประสานงานอำเภอปะนาเระ จังหวัดปัตตานี ครั้งที่ {n}" for n in range(12))
        view.desk.workspace.set_measure(year, replace(measure, steps=steps))
    view.desk.workspace.set_score(view.desk.assessed_year, "1", Decimal("12.34"))
    view.desk.checking.check_now()
    page = check_page(view)
    card = page.cards[Severity.LOOK]
    assert len(card.rows) == SHOWN
    card.more.click()
    assert len(card.rows) == view.desk.checking.count(Severity.LOOK) > SHOWN


def test_a_finding_tells_years_and_scores_in_thai_digits(
    window: MainWindow, cases: Path, frameworks: Mapping[int, Framework], tmp_path: Path
) -> None:
    import_office(cases / "case-003-as-printed.json", tmp_path / "faulty.ita", replace=False, frameworks=frameworks)
    window.open_file(tmp_path / "faulty.ita")
    assert window.view is not None
    window.view.desk.checking.check_now()
    told = [row.accessibleName() for row in check_page(window.view).rows]
    assert any("ปีงบประมาณ ๒๕๖๓" in text for text in told)
    assert not [text for text in told if re.search("[0-9]", text)]

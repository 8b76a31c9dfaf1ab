"""One clerk, one afternoon: a new office, its scores, the analysis, measures, and the memo on paper."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ita_desktop.app.start.new_office import NewOffice
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.ui.first_run import ask
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.agency.page import AgencyPage
from ita_desktop.ui.pages.analysis.page import AnalysisPage
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.pages.measures.page import MeasuresPage
from ita_desktop.ui.pages.scores.page import ScoresPage
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.window.main_window import MainWindow

SCORES = "๘๔.๑๗ 93.06 ๙๗,๗๘ 88.89 88.33 93.48 92.82 79.44 100 ๑๐๐"


def test_from_an_empty_machine_to_paper(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view = _start(window, monkeypatch, tmp_path)
    _names_who_signs(view)
    _types_the_scores(view, qtbot)
    _writes_about_the_lowest(view)
    _plans_a_measure(view)
    pdf = _prints_the_memo(view, monkeypatch, tmp_path)
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).replace(" ", "").replace("\n", "")
    for expected in ("บันทึกข้อความ", "องค์การบริหารส่วนตำบลดอนแก้ว", "๑๙ธันวาคม๒๕๖๗", "๗๙.๔๔", "นางสาวพิมพ์ใจใจดี"):
        assert expected in words


def _start(window: MainWindow, monkeypatch: pytest.MonkeyPatch, folder: Path) -> OfficeView:
    agency = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอนแก้ว", district="แม่ริม", province="เชียงใหม่")
    monkeypatch.setattr(ask, "ask_new_office", lambda *_: NewOffice(agency=agency, file=folder / "ดอนแก้ว.ita"))
    window.menus.actions["new"].trigger()
    view = window.view
    assert view is not None
    view.choose_year(FiscalYear(2568))
    assert view.desk.assessed_year == 2567
    return view


def _names_who_signs(view: OfficeView) -> None:
    view.open_page("agency")
    page = view.page
    assert isinstance(page, AgencyPage)
    assert page.state().look_at
    for name, post in (("นางสาวพิมพ์ใจ ใจดี", "นักวิเคราะห์นโยบายและแผน"), ("นายสมมุติ ตั้งใจงาน", "ปลัดองค์การบริหารส่วนตำบล")):
        page.signers.add()
        editor = page.signers.editors[-1]
        editor.name.setText(name)
        editor.name.finished.emit()
        editor.position.add(post).finished.emit()
    assert page.state().done


def _types_the_scores(view: OfficeView, qtbot: QtBot) -> None:
    view.open_page("scores")
    page = view.page
    assert isinstance(page, ScoresPage)
    page.grid.fields["1"].setFocus()
    for field, text in zip(page.grid.fields.values(), SCORES.split(), strict=True):
        qtbot.waitUntil(field.hasFocus)
        field.insert(text)
        field.edited.emit()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.official.total == "๙๓.๗๑"
    assert page.state().done
    assert page.desk.office.years[0].scores["3"] == Decimal("97.78")


def _writes_about_the_lowest(view: OfficeView) -> None:
    view.open_page("analysis")
    page = view.page
    assert isinstance(page, AnalysisPage)
    page.narratives.proposals["8"].use.click()
    field = page.narratives.fields["8"]
    field.appendPlainText("จะปรับปรุงช่องทางให้บริการ")
    view.open_page("measures")
    assert page.desk.office.years[0].narratives["8"].endswith("จะปรับปรุงช่องทางให้บริการ")


def _plans_a_measure(view: OfficeView) -> None:
    page = view.page
    assert isinstance(page, MeasuresPage)
    page.add()
    fields = page.editor.fields
    fields["refs"].line.setText("๘")
    fields["refs"].line.finished.emit()
    fields["measures"].add("เปิดช่องทางออนไลน์").finished.emit()
    fields["responsible"].add("สำนักปลัด").finished.emit()
    measure = page.measures[0]
    assert (measure.refs, measure.measures, measure.responsible) == (("8",), ("เปิดช่องทางออนไลน์",), ("สำนักปลัด",))


def _prints_the_memo(view: OfficeView, monkeypatch: pytest.MonkeyPatch, folder: Path) -> bytes:
    view.open_page("documents")
    page = view.page
    assert isinstance(page, DocumentsPage)
    page.add_memo()
    day = page.editor.fields["date"]
    day.setText("19/12/2567")
    day.finished.emit()
    assert page.editor.memo.date == date(2024, 12, 19)
    monkeypatch.setattr(file_dialogs, "ask_save_file", lambda *_: folder / "memo.pdf")
    view.desk.save_wanted.emit()
    return (folder / "memo.pdf").read_bytes()

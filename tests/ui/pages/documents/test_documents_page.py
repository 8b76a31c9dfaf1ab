"""The papers of a year: what is missing, the memo's text, options."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.memo import Memo, Urgency
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.window.main_window import MainWindow

PAGE = DocumentsPage


def memo(page: DocumentsPage) -> Memo:
    return page.editor.memo


def test_a_field_goes_to_the_file_and_back(page: DocumentsPage) -> None:
    before = memo(page).subject
    subject = page.editor.fields["subject"]
    subject.setPlainText("เรื่องใหม่")
    subject.finished.emit()
    assert memo(page).subject == "เรื่องใหม่"
    page.desk.workspace.undo()
    assert subject.value() == before


def test_date_and_urgency(page: DocumentsPage) -> None:
    date = page.editor.fields["date"]
    date.setText("")
    date.finished.emit()
    assert memo(page).date is None
    page.editor.fields["urgency"].choose(Urgency.URGENT)
    assert memo(page).urgency is Urgency.URGENT
    date.setText("เมื่อวาน")
    date.finished.emit()
    assert date.property("wrong")
    assert memo(page).date is None


def test_sections_are_written_added_moved_and_removed(page: DocumentsPage) -> None:
    before = memo(page).sections
    section = page.editor.sections[0]
    section.paragraphs.texts[0].setPlainText("ย่อหน้าใหม่")
    section.paragraphs.finished.emit()
    assert memo(page).sections[0].paragraphs == ("ย่อหน้าใหม่",)
    page.editor.add_section()
    page.editor.sections[-1].heading.setText("ข้อเสนอ")
    page.editor.sections[-1].heading.finished.emit()
    page.editor.shift("sections", len(before), -1)
    assert [s.heading for s in memo(page).sections][-2] == "ข้อเสนอ"
    assert page.editor.sections[-2].heading.text() == "ข้อเสนอ"
    page.editor.put("sections", len(before) - 1, None)
    assert len(page.editor.sections) == len(before) == len(memo(page).sections)
    for _ in range(5):
        page.desk.workspace.undo()
    assert memo(page).sections == before
    assert page.editor.sections[0].paragraphs.value() == before[0].paragraphs


def test_the_chain_of_signers(page: DocumentsPage) -> None:
    before = memo(page).signers
    step = page.editor.steps[0]
    step.lines.choose(4)
    step.signed.click()
    assert memo(page).signers[0].comment_lines == 4
    assert memo(page).signers[0].show_signed is not before[0].show_signed
    page.editor.add_step()
    assert len(page.editor.steps) == len(before) + 1
    page.editor.shift("signers", 0, 1)
    assert memo(page).signers[1].signer == before[0].signer
    page.editor.put("signers", 1, None)
    assert all(one.signer != before[0].signer for one in memo(page).signers)


def test_a_new_memo_is_proposed_and_can_be_taken_back(view: OfficeView, page: DocumentsPage) -> None:
    view.choose_year(FiscalYear(2566))
    assert not page.editor.isVisible()
    page.add_memo()
    assert page.editor.isVisible()
    number = page.editor.fields["number"]
    assert isinstance(number, LineField)
    assert number.hasFocus()
    assert not number.visibleRegion().isEmpty()
    assert "2565" in memo(page).subject
    assert [one.signer for one in memo(page).signers] == [one.id for one in page.desk.office.signers]
    assert view.preview.sheet is not None
    assert view.preview.sheet.memo == memo(page).id
    page.remove_memo()
    assert not page.editor.isVisible()


def test_each_paper_says_whether_it_is_ready(view: OfficeView, page: DocumentsPage) -> None:
    assert all(not row.sheet.needs for row in page.rows)
    view.choose_year(FiscalYear(2570))
    memo_row = next(row for row in page.rows if row.sheet.document == "memo")
    assert not memo_row.show_button.isEnabled()


def test_a_row_shows_its_paper(view: OfficeView, page: DocumentsPage) -> None:
    row = next(row for row in page.rows if row.sheet.document == "assessment-report")
    row.show_button.click()
    assert view.preview.sheet == row.sheet


def test_options_are_kept_for_the_office(view: OfficeView, page: DocumentsPage) -> None:
    page.options.fields["catch_word"].click()
    assert page.options.options.catch_word is False
    shift = page.options.fields["offset_x"]
    shift.setText("๒.๕")
    shift.finished.emit()
    assert view.preview.options.offset_x == 2.5
    shift.setText("ไกล")
    shift.finished.emit()
    assert shift.property("wrong")
    page.desk.workspace.undo()
    page.desk.workspace.undo()
    assert page.options.options.catch_word is True
    assert page.options.fields["catch_word"].isChecked()


def test_a_place_in_the_preview_leads_to_its_field(page: DocumentsPage) -> None:
    shown = memo(page).id
    assert page.show_origin(Origin(f"memo/{shown}/subject"))
    assert page.show_origin(Origin(f"memo/{shown}/sections/1/paragraphs/0"))
    assert page.show_origin(Origin(f"memo/{shown}/signers/1/label"))
    assert not page.show_origin(Origin("memo/none/subject"))


def test_another_memo_keeps_what_was_half_typed(page: DocumentsPage) -> None:
    first, second = (m.id for m in page.desk.facts.memos)
    page.editor.fields["subject"].setPlainText("พิมพ์ค้างไว้")
    page.choose_memo(second)
    stored = next(m for m in page.desk.office.memos if m.id == first)
    assert stored.subject == "พิมพ์ค้างไว้"
    assert page.editor.fields["subject"].value() == memo(page).subject
    assert memo(page).id == second


def test_the_chain_is_put_in_order_by_dragging_and_by_keys(page: DocumentsPage, qtbot: QtBot) -> None:
    before = [step.signer for step in memo(page).signers]
    chain = page.editor.chain
    assert chain.count() == len(before) > 2
    qtbot.keyClick(chain, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [step.signer for step in memo(page).signers] == [before[1], before[0], *before[2:]]
    assert chain.currentRow() == 1
    page.desk.workspace.undo()
    chain.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)  # as a drop between the third and the fourth does
    qtbot.waitUntil(lambda: [step.signer for step in memo(page).signers] == [*before[1:3], before[0], *before[3:]])
    assert chain.item(0).text().startswith("๑.")


def test_a_new_memo_is_seen_from_every_page(
    window: MainWindow, opened: Callable[[str], OfficeView], qtbot: QtBot
) -> None:
    view = opened("home")
    view.choose_year(FiscalYear(2566))
    window.menus.actions["new-memo"].trigger()
    page = view.page
    assert isinstance(page, DocumentsPage)
    number = page.editor.fields["number"]
    assert isinstance(number, LineField)
    qtbot.waitUntil(lambda: number.hasFocus() and not number.visibleRegion().isEmpty())
    QApplication.processEvents()
    assert not number.visibleRegion().isEmpty()

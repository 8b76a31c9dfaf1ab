"""The analysis: figures as they are, narratives as the clerk wrote them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QLabel

from ita_desktop.ui.pages.analysis.page import AnalysisPage

PAGE = AnalysisPage


def stored(page: AnalysisPage, indicator: str) -> str:
    year = next(y for y in page.desk.office.years if y.fiscal_year == page.desk.assessed_year)
    return year.narratives.get(indicator, "")


def words(widget: object) -> str:
    return " ".join(label.text().replace("\u200b", "") for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]


def test_a_narrative_goes_to_the_file_and_back(page: AnalysisPage) -> None:
    before = stored(page, "8")
    field = page.narratives.fields["8"]
    assert field.value() == before
    field.setPlainText("เขียนใหม่ทั้งหมด Q&A <b> ๑๐๐%")
    field.finished.emit()
    assert stored(page, "8") == "เขียนใหม่ทั้งหมด Q&A <b> ๑๐๐%"
    page.desk.workspace.undo()
    assert field.value() == before


def test_the_proposed_text_fills_only_an_empty_narrative(page: AnalysisPage) -> None:
    indicator = next(i for i in page.desk.facts.framework.indicators if i.id == "8")
    written = stored(page, "8")
    page.narratives.use_proposal(indicator)
    assert stored(page, "8") == written
    page.narratives.fields["8"].setPlainText("")
    page.narratives.fields["8"].finished.emit()
    assert not page.narratives.proposals["8"].use.isHidden()
    page.narratives.proposals["8"].use.click()
    assert "๘" in stored(page, "8") or "การปรับปรุง" in stored(page, "8")
    assert page.narratives.proposals["8"].use.isHidden()


def test_a_new_score_changes_the_ranking_and_not_the_text(page: AnalysisPage) -> None:
    text = stored(page, "8")
    page.desk.workspace.set_score(page.desk.assessed_year, "8", Decimal(100))
    assert next(iter(page.narratives.fields)) in ("8", "9")
    assert page.narratives.fields["8"].value() == text


def test_level_and_way_to_the_next_are_told(page: AnalysisPage) -> None:
    shown = words(page.overview)
    assert "๘๙.๙๕" in shown
    assert "ระดับถัดไป: ผ่านดี" in shown


def test_strengths_and_weaknesses_have_reasons(page: AnalysisPage) -> None:
    shown = words(page.standings)
    assert "ได้คะแนนสูงสุด" in shown
    assert "ได้คะแนนต่ำกว่าเกณฑ์ผ่าน" in shown


def test_without_scores_the_page_says_what_to_do(page: AnalysisPage) -> None:
    year = next(y for y in page.desk.office.years if y.fiscal_year == page.desk.assessed_year)
    page.desk.workspace.set_scores(page.desk.assessed_year, dict.fromkeys(year.scores))
    assert page.ranking.isHidden()
    assert "กรอกคะแนน" in words(page)
    page.desk.workspace.undo()
    assert not page.ranking.isHidden()

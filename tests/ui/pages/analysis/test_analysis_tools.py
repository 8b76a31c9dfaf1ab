"""What-if sliders, the chart of years, the phrase bank, and sentences whose numbers have changed."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.ui.pages.analysis.page import AnalysisPage

PAGE = AnalysisPage


def write(page: AnalysisPage, indicator: str, text: str) -> None:
    field = page.narratives.fields[indicator]
    field.setPlainText(text)
    field.finished.emit()


def stored(page: AnalysisPage, indicator: str) -> str:
    year = next(y for y in page.desk.office.years if y.fiscal_year == page.desk.assessed_year)
    return year.narratives.get(indicator, "")


def test_sliders_change_total_and_level_and_nothing_else(page: AnalysisPage) -> None:
    page.what_if.switch()
    what_if = page.what_if.content
    before, office = what_if.total, page.desk.office
    for slider in what_if.sliders.values():
        slider.setValue(9600)
    assert what_if.total == "๙๖.๐๐"
    assert "ผ่านดี" in what_if.level
    assert page.desk.office == office
    assert page.desk.workspace.history == ()
    what_if.go_back()
    assert what_if.total == before


def test_sliders_follow_the_stored_scores(page: AnalysisPage) -> None:
    page.what_if.switch()
    page.desk.workspace.set_score(page.desk.assessed_year, "1", Decimal("12.34"))
    assert page.what_if.content.sliders["1"].value() == 1234


def test_the_chart_shows_every_year_with_a_total(page: AnalysisPage) -> None:
    years = [year for year, _ in page.trend.chart.bars]
    assert years == [2565, 2566, 2567]
    assert "๒๕๖๗" in page.trend.chart.accessibleName()


def test_a_phrase_is_put_where_the_cursor_stands(page: AnalysisPage) -> None:
    indicator = page.desk.facts.framework.indicator("8")
    write(page, "8", "ผลดี")
    field = page.narratives.fields["8"]
    field.moveCursor(field.textCursor().MoveOperation.End)
    page.narratives.insert_phrase(indicator, "ควรปรับปรุง")
    page.flush()
    assert stored(page, "8") == "ผลดี ควรปรับปรุง"


def test_changed_numbers_are_shown_and_taken_with_one_key(page: AnalysisPage) -> None:
    write(page, "8", f"เราเห็นว่าได้ {page.desk.facts.assessed.scores['8']} คะแนนนั้นดี")
    assert page.narratives.outdated["8"].isHidden()
    page.desk.workspace.set_score(page.desk.assessed_year, "8", Decimal("50.5"))
    strip = page.narratives.outdated["8"]
    assert not strip.isHidden()
    assert "๕๐.๕๐" in strip._pairs.text()
    assert "50.50" not in stored(page, "8")
    strip.take.click()
    assert stored(page, "8") == "เราเห็นว่าได้ 50.50 คะแนนนั้นดี"
    assert page.narratives.outdated["8"].isHidden()
    page.desk.workspace.undo()
    assert "50.50" not in stored(page, "8")


def test_a_sentence_that_shall_stay_is_not_asked_about_again(page: AnalysisPage) -> None:
    text = f"ปีนั้นได้ {page.desk.facts.assessed.scores['8']} คะแนน"
    write(page, "8", text)
    page.desk.workspace.set_score(page.desk.assessed_year, "8", Decimal("50.5"))
    page.narratives.outdated["8"].keep.click()
    assert page.narratives.outdated["8"].isHidden()
    assert stored(page, "8") == text

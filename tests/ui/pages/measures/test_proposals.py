"""Months and rounds show in the editor what they will print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.pages.measures.page import MeasuresPage
from ita_desktop.ui.widgets.text import Text


def words_in(widget: QWidget) -> list[str]:
    return [label.text().replace("\u200b", "") for label in widget.findChildren(Text) if label.isVisible()]


def test_months_and_rounds_show_what_they_will_print(opened: Callable[[str], OfficeView], qapp: QApplication) -> None:
    page = opened("measures").page
    assert isinstance(page, MeasuresPage)
    desk = page.desk
    measure = desk.facts.plan.measures[0]
    year = desk.plan_year
    page.editor.show_measure(measure.id)
    own = [words for words in words_in(page.editor) if words.startswith("จะพิมพ์ว่า")]
    assert own == []
    bare = replace(
        measure, period="", period_from=year.months[0], period_to=year.months[5], follow_up=(), follow_up_rounds=(6, 12)
    )
    desk.workspace.set_measure(year, bare)
    qapp.processEvents()
    month = "ตุลาคม ๒๕๖๗ - มีนาคม ๒๕๖๘"
    assert page.editor.fields["period"].placeholderText() == month
    told = [words for words in words_in(page.editor) if words.startswith("จะพิมพ์ว่า")]
    assert told == [f"จะพิมพ์ว่า {month}", "จะพิมพ์ว่า รายงานผลการดำเนินการตามมาตรการ รอบ ๖ เดือน และรอบ ๑๒ เดือน"]
    page.editor.wordings.entries.actions()[0].trigger()
    qapp.processEvents()
    assert page.editor.fields["period"].value() == "ไตรมาสที่ ๑-๒ ปีงบประมาณ พ.ศ. ๒๕๖๘"
    assert not any(month in words for words in words_in(page.editor))

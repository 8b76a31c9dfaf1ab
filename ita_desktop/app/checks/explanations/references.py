"""Ids of questions, items and indicators (เลขข้ออ้างอิง)."""

from __future__ import annotations

from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.domain.findings import Code
from ita_desktop.i18n import tr

WORDINGS: dict[Code, Maker] = {
    Code.REF_UNKNOWN: lambda: Wording(
        what=tr("Fiscal year {year} has no {ref}."),
        rule=tr("Ids are those of the year's own list (framework of {year})."),
        way=tr("Look the id up in that year's list."),
    ),
    Code.ITEM_OTHER: lambda: Wording(
        what=tr("{thing} is cited as {ref}; in fiscal year {year} it is {right}. {other}"),
        rule=tr("OIT items are renumbered with each edition (framework of {year})."),
        way=tr("Correct the number."),
    ),
    Code.ITEM_TWO_IDS: lambda: Wording(
        what=tr("{thing} is cited as {refs}."),
        rule=tr("One thing has one id; two ids come from two editions."),
        way=tr("Keep the id of the year whose result is analysed."),
    ),
    Code.HEADING_OTHER: lambda: Wording(
        what=tr("The heading says indicator {heading}; {refs} belongs to indicator {right}."),
        rule=tr("Questions belong to the indicators of that year's framework."),
        way=tr("Correct the heading, or the id of the measure."),
    ),
    Code.INDICATOR_NAME: lambda: Wording(
        what=tr("“{name}” is the name of {belongs_to}; indicator {heading} is {right}."),
        rule=tr(
            "An indicator is called by its own name, not by a sub-indicator's or another's (framework of the year)."
        ),
        way=tr("Write the indicator's own name."),
    ),
    Code.QUESTION_OTHER: lambda: Wording(
        what=tr("The measure answers {refs}, but its text is that of {right}."),
        rule=tr("Each question has its own text (framework of the year); e7 is easily read as ๑๗."),
        way=tr("Correct the id or the text."),
    ),
    Code.ITEM_OLD: lambda: Wording(
        what=tr("“{quote}” is named after item {items} of fiscal year {then}; {now} asks for {item} {name} instead."),
        rule=tr("The plan year's own OIT item says what the measure paper is called."),
        way=tr("Name the measure after what it does, or after the item of {now}."),
    ),
}

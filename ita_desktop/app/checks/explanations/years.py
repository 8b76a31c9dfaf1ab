"""Years, periods and dates (ปีงบประมาณ ระยะเวลา และวันที่)."""

from __future__ import annotations

from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.domain.findings import Code
from ita_desktop.i18n import tr

WORDINGS: dict[Code, Maker] = {
    Code.YEAR_IN_SUBJECT: lambda: Wording(
        what=tr("The subject names {year}; this paper analyses fiscal year {assessed} and plans for {plan}."),
        rule=tr("A paper names its own years; another one is left over from last year's."),
        way=tr("Correct the year."),
    ),
    Code.YEAR_OF_MEASURES: lambda: Wording(
        what=tr("The subject reports on measures and names {year}; the measures are those of fiscal year {plan}."),
        rule=tr("Measures belong to the plan year, the result they rest on to the year before."),
        way=tr("Correct the year if the measures of {plan} are meant."),
    ),
    Code.YEAR_IN_TEXT: lambda: Wording(
        what=tr("The text mentions {year}; this paper analyses fiscal year {assessed} and plans for {plan}."),
        rule=tr(
            "Other years in a text are usually left over from an older paper or manual; laws and long plans are not "
            "counted."
        ),
        way=tr("Correct the year. If it is meant, set this aside with the reason."),
    ),
    Code.YEARS_MIXED_UP: lambda: Wording(
        what=tr("The text sets measures for {year}; the plan is for fiscal year {plan}."),
        rule=tr(
            "The result of {assessed} leads to the measures of {plan}; both years one lower is last year's "
            "introduction."
        ),
        way=tr("Correct both years of the sentence."),
    ),
    Code.PERIOD: lambda: Wording(
        what=tr("The period “{part}” does not lie in fiscal year {plan}."),
        rule=tr("A plan's measures are carried out in its fiscal year, 1 October to 30 September."),
        way=tr("Correct the period."),
    ),
    Code.DEADLINE: lambda: Wording(
        what=tr("The deadline “{part}” lies outside fiscal year {plan}."),
        rule=tr(
            "What a plan asks for is due in its fiscal year, 1 October to 30 September; its last report in the "
            "October after."
        ),
        way=tr("Correct month or year."),
    ),
    Code.EVERY: lambda: Wording(
        what=tr("“{part}”: every {every} months is not {times} times a year."),
        rule=tr("Twelve months divided by the interval give the number of times."),
        way=tr("Correct the interval or the months."),
    ),
    Code.MEMO_BEFORE_RESULT: lambda: Wording(
        what=tr("The memo is dated {date}, but reports something of {day}."),
        rule=tr("A memo can only report what was done before its date."),
        way=tr("Correct the memo's date, or the date in the text."),
    ),
    Code.MEMO_BEFORE_ANNOUNCEMENT: lambda: Wording(
        what=tr("The memo is dated {date}; the result was announced on {announced}."),
        rule=tr("A result can be reported only after its announcement."),
        way=tr("Correct the memo's date, or the date of the announcement."),
    ),
    Code.MEMO_YEAR: lambda: Wording(
        what=tr("The memo is dated {date}, far from fiscal year {plan} to which it belongs."),
        rule=tr("Papers of a plan year are written in it or shortly before and after."),
        way=tr("Check the year of the date."),
    ),
    Code.REPORT_BEFORE_ROUND_END: lambda: Wording(
        what=tr("The report of the {round}-month round is dated {date}; the round ends on {ends}."),
        rule=tr("A round's report is made when the round is over (6 months: 31 March, 12 months: 30 September)."),
        way=tr("Correct the date, or the round."),
    ),
    Code.RESULT_AFTER_ROUND: lambda: Wording(
        what=tr("“{part}” is after the {round}-month round, which ends on {ends}."),
        rule=tr("A round reports what was done in it."),
        way=tr("Correct the date, or report it in the next round."),
    ),
    Code.EVIDENCE_DATE: lambda: Wording(
        what=tr("The evidence “{quote}” is dated {date}, far from fiscal year {plan}."),
        rule=tr("Evidence shows what was done in the plan year."),
        way=tr("Check the date, or choose evidence of this year."),
    ),
}

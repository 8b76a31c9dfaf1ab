"""What is due when in a plan year (ปฏิทินของปี): the calendar of the assessment, the plan, and the reports of the rounds.

A date the year's rules do not name is taken from the last year that names one, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ita_desktop.app.year.path import Mile, Progress, Stage, stage_words
from ita_desktop.app.year.work import Work
from ita_desktop.domain.rules.due import DueState, dues
from ita_desktop.domain.thai.dates import Window, window_in
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import CalendarEntry, Confidence, Framework
from ita_desktop.i18n import tr

YEARS_BACK = 5
"""How many years before the one shown may lend it a date."""
_SHOWN_STAGES = (Stage.PLAN, Stage.PAPERS)


class Topic(StrEnum):
    """What an entry of the calendar is about."""

    NOTICE = "notice"
    SURVEY = "survey"
    DISCLOSURE = "disclosure"
    RESULT = "result"


_WORDS = {
    Topic.NOTICE: ("ประกาศปฏิทิน",),
    Topic.RESULT: ("ประกาศผล",),
    Topic.DISCLOSURE: ("OIT", "เปิดเผยข้อมูล"),
    Topic.SURVEY: ("IIT", "EIT", "แบบวัด", "ตอบแบบ", "ช่วงการประเมิน"),
}
_WORK = {Topic.DISCLOSURE: Work.PAPERS, Topic.RESULT: Work.SCORES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One thing that is due: until when, which kind of work it is, and how sure the date is."""

    name: str
    window: Window
    work: Work
    confidence: Confidence
    done: bool = False
    taken_from: FiscalYear | None = None
    """The earlier year that the date was taken from."""
    is_ours: bool = False
    """True for a paper of the office, whose date follows from the fiscal year; False for what the assessment's
    calendar says, of which the program cannot know whether it was done."""

    def is_late(self, today: date) -> bool:
        return self.is_ours and not self.done and self.window.last < today

    def is_over(self, today: date) -> bool:
        return self.done or (not self.is_ours and self.window.last < today)

    def days_left(self, today: date) -> int:
        return (self.window.last - today).days


def deadlines(
    facts: YearFacts, frameworks: Mapping[int, Framework], miles: tuple[Mile, ...], today: date
) -> tuple[Deadline, ...]:
    """List everything dated in the plan year, earliest first; ``frameworks`` are those of all years."""
    found = [*_of_path(miles), *_of_rounds(facts, today), *_of_calendar(facts.fiscal_year, frameworks)]
    year = facts.fiscal_year
    inside = (one for one in found if one.window.last >= year.start and one.window.first <= year.end)
    return tuple(sorted(inside, key=lambda one: (one.window.last, one.window.first)))


def next_due(found: tuple[Deadline, ...], today: date) -> tuple[Deadline, ...]:
    """Sort what is late first, then what comes next, then what is over."""
    return tuple(sorted(found, key=lambda one: one.is_over(today)))


def undated(framework: Framework | None) -> tuple[CalendarEntry, ...]:
    """List the entries of the year's calendar without a date."""
    entries = framework.calendar if framework else ()
    return tuple(entry for entry in entries if topic_of(entry) and window_in(entry.text) is None)


def topic_of(entry: CalendarEntry) -> Topic | None:
    """Return the topic of an entry; None for a figure that is no date."""
    return next((topic for topic, words in _WORDS.items() if any(word in entry.name for word in words)), None)


def _of_path(miles: tuple[Mile, ...]) -> Iterator[Deadline]:
    for mile in miles:
        if mile.stage in _SHOWN_STAGES and mile.due is not None:
            yield _by_year(stage_words(mile.stage), mile.due, mile.work, done=mile.progress is Progress.DONE)


def _of_rounds(facts: YearFacts, today: date) -> Iterator[Deadline]:
    """The report of each round that a measure names, and of six and twelve months."""
    states: dict[int, list[DueState]] = {6: [], 12: []}
    for due in dues(facts.plan, today):
        states.setdefault(due.round, []).append(due.state)
    for months in sorted(states):
        done = bool(states[months]) and all(state is DueState.REPORTED for state in states[months])
        name = tr("Report on {n} months")
        yield _by_year(name.format(n=months), facts.fiscal_year.round_end(months), Work.FOLLOW_UP, done=done)


def _by_year(name: str, day: date, work: Work, *, done: bool) -> Deadline:
    return Deadline(
        name=name,
        window=Window(first=day, last=day),
        work=work,
        confidence=Confidence.COMPUTED,
        done=done,
        is_ours=True,
    )


def _of_calendar(year: FiscalYear, frameworks: Mapping[int, Framework]) -> Iterator[Deadline]:
    """The year's own entries; of a topic it says nothing of, what the last year says that does."""
    told: set[Topic | None] = {None}
    for back in range(YEARS_BACK + 1):
        framework = frameworks.get(int(year) - back)
        if framework is None:
            continue
        named: set[Topic | None] = set()
        for entry in framework.calendar:
            topic, one = topic_of(entry), _entry(framework, entry)
            if back and (topic in told or one is None):
                continue
            named.add(topic)
            if one is not None:
                yield _lent(one, framework.fiscal_year, back) if back else one
        told |= named


def _entry(framework: Framework, entry: CalendarEntry) -> Deadline | None:
    window = window_in(entry.text)
    if window is None:
        return None
    provenance = framework.provenance.get("calendar")
    confidence = provenance.confidence if provenance else Confidence.UNVERIFIED
    topic = topic_of(entry)
    work = _WORK.get(topic, Work.RULES) if topic else Work.RULES
    return Deadline(name=entry.name, window=window, work=work, confidence=confidence)


def _lent(one: Deadline, year: FiscalYear, back: int) -> Deadline:
    later = replace(one.window.later(back), about=True)
    return replace(one, window=later, confidence=Confidence.UNVERIFIED, taken_from=year)

"""All rules over one year's facts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from ita_desktop.domain.findings import (
    arithmetic,
    completeness,
    identity,
    language,
    levels,
    memos,
    office,
    references,
    rounds,
    stated,
    years,
)
from ita_desktop.domain.findings.examined import Examined, examine
from ita_desktop.domain.findings.finding import Finding
from ita_desktop.domain.findings.gazetteer import Gazetteer
from ita_desktop.domain.findings.scan.reading import Reading, read
from ita_desktop.domain.values.facts import YearFacts

Rule = Callable[[Examined], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    arithmetic.sums,
    arithmetic.impossible,
    arithmetic.totals_given,
    levels.official_levels,
    levels.stated_levels,
    levels.level_explained,
    levels.bounds,
    levels.passed,
    stated.figures,
    stated.ranks,
    stated.extremes,
    stated.changes,
    identity.places,
    identity.units,
    office.own_place,
    office.phones,
    office.prefixes,
    office.addressees,
    office.persons,
    office.blanks,
    years.subjects,
    years.in_texts,
    years.mixed_up,
    years.periods,
    years.deadlines,
    years.every,
    rounds.memo_years,
    rounds.memo_texts,
    rounds.announcement,
    rounds.memo_results,
    rounds.report_dates,
    rounds.after_round,
    rounds.evidence,
    references.unknown,
    references.items,
    references.headings,
    references.questions,
    completeness.analyses,
    completeness.weaknesses,
    completeness.measures,
    completeness.empty_measures,
    completeness.results,
    completeness.risks,
    completeness.twins,
    completeness.same_follow_up,
    completeness.old_items,
    completeness.mid_sentence,
    memos.unfinished,
    memos.signers,
    memos.enclosures,
    language.flaws,
    language.spellings,
    language.unit_spellings,
)
_MOST_READINGS = 200_000
Columns = tuple[tuple[str, ...], ...]


class Checker:
    """Checks a year; keeps what it read of each text, so that after an edit only the changed text is read again."""

    def __init__(self, names: Gazetteer) -> None:
        self._names = names
        self._readings: dict[str, Reading] = {}

    def check(self, facts: YearFacts, columns: Columns = ()) -> tuple[Finding, ...]:
        """Return every finding once, the most serious first, in the order of the paper within one severity.

        ``columns`` are those of the measure tables that the office prints, each with its fields of ``Measure``.
        """
        steps = self.checking(facts, columns)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: tuple[Finding, ...] = end.value
                return found

    def checking(self, facts: YearFacts, columns: Columns = ()) -> Generator[None, None, tuple[Finding, ...]]:
        """Do the same in steps of some milliseconds."""
        if len(self._readings) > _MOST_READINGS:
            self._readings.clear()
        found: dict[str, Finding] = {}
        examined = examine(facts, self._names, self._read, columns)
        for rule in RULES:
            yield
            for finding in rule(examined):
                found.setdefault(finding.key, finding)
        return tuple(sorted(found.values(), key=lambda finding: finding.severity.rank))

    def _read(self, text: str) -> Reading:
        reading = self._readings.get(text)
        if reading is None:
            reading = self._readings[text] = read(text, self._names)
        return reading


def check(facts: YearFacts, names: Gazetteer) -> tuple[Finding, ...]:
    """Return every finding of one year."""
    return Checker(names).check(facts)

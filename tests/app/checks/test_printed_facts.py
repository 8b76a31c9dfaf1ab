"""What a check calls complete is printed: its facts against the cells of the printed tables."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from ita_desktop.app.checks.findings import check
from ita_desktop.documents import DOCUMENTS, DocumentOptions, render_text
from ita_desktop.documents.custom import Custom
from ita_desktop.documents.layouts import PRESETS
from ita_desktop.documents.model import Document, Row, Table
from ita_desktop.domain.findings import Code
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.measure import Measure
from tests.domain.findings.offices import CASES, CHECKER, case, generated, sample, small, with_measure

DEMANDED = {
    "responsible": Code.NO_OWNER,
    "steps": Code.NO_STEPS,
    "period": Code.NO_PERIOD,
    "follow_up": Code.NO_FOLLOW_UP,
}
OFFICES = 500


def tables(document: Document) -> Iterator[Table]:
    for section in document.sections:
        yield from (block for block in section.blocks if isinstance(block, Table))


def measure_rows(document: Document) -> Iterator[Row]:
    """The rows of its measure tables: one cell for each column, and a measure as origin."""
    for table in tables(document):
        for row in table.rows:
            if not row.group and "measure" in row.origin.words and "results" not in row.origin.words:
                yield row


def blank(facts: YearFacts, options: DocumentOptions) -> set[tuple[str, Code]]:
    """The measures with a blank cell under a head that asks for something, and what it asks for."""
    found = set()
    for kind in DOCUMENTS.values():
        if kind.name == "pack" or any(need in kind.requires for need in kind.missing(facts)):
            continue
        custom = Custom.of(options, kind.name)
        layouts = [custom.layout(part) for part in kind.parts if part.columns is not None]
        for row in measure_rows(kind.build(facts, options=options)):
            fields = {
                tuple(c.fields): layout
                for layout in layouts
                for c in layout.columns
                if len(row.cells) == len(layout.columns)
            }
            for cell in row.cells:
                if cell.content:
                    continue
                for names in fields:
                    opened = "issue" if "issue" in names else names[0]
                    if cell.origin.last == opened:
                        found |= {(row.origin, DEMANDED[name]) for name in names if name in DEMANDED}
    return found


def lacking(facts: YearFacts, options: DocumentOptions) -> set[tuple[str, Code]]:
    """What the check says that measures lack; a plan that lacks it as a whole says so for all of them."""
    found = set()
    for finding in check(facts, CHECKER, options):
        if finding.code in DEMANDED.values():
            measures = [m.id or at for at, m in enumerate(facts.plan.measures, start=1)]
            start = f"plan/{int(facts.fiscal_year)}/measure/"
            whole = finding.origin == f"plan/{int(facts.fiscal_year)}"
            told = [f"{start}{one}" for one in measures] if whole else [finding.origin.rpartition("/")[0]]
            found |= {(origin, finding.code) for origin in told}
    return found


def empty(measure: Measure) -> bool:
    """A measure that says nothing to be done has a finding of its own."""
    return not any((measure.measures, measure.guidelines, measure.steps, measure.operation))


def knocked_out(seed: int) -> YearFacts:
    """A sound office from which fields, months and rounds are taken by chance."""
    rng, facts = random.Random(seed), generated(seed)
    losses = (
        *({"period": ""}, {"period": "", "period_from": "", "period_to": ""}, {"period": " ", "period_to": ""}),
        *({"follow_up": ()}, {"follow_up": (), "follow_up_rounds": ()}, {"follow_up": ("",)}, {"results": ()}),
        *({"responsible": ()}, {"responsible": (" ",)}, {"steps": ()}, {"steps": (), "operation": ("จัดประชุม",)}),
    )
    for at in range(len(facts.plan.measures)):
        if rng.random() < 0.3:
            for changes in rng.sample(losses, rng.randrange(1, 4)):
                facts = with_measure(facts, at, **changes)
    return facts


def compare(facts: YearFacts, options: DocumentOptions) -> None:
    plan = f"plan/{int(facts.fiscal_year)}/measure/"
    nothing = {f"{plan}{m.id or at}" for at, m in enumerate(facts.plan.measures, start=1) if empty(m)}
    hidden = {one for one in blank(facts, options) - lacking(facts, options) if one[0] not in nothing}
    assert not hidden


@pytest.mark.parametrize("name", sorted(path.stem.removeprefix("case-") for path in CASES.glob("case-*.json")))
def test_a_case_prints_what_the_check_calls_complete(name: str) -> None:
    compare(case(name), DocumentOptions())


def test_the_sample_prints_what_the_check_calls_complete() -> None:
    for facts in sample():
        compare(facts, DocumentOptions())


@pytest.mark.slow
@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, OFFICES, 50)], ids=str)
def test_an_office_prints_what_the_check_calls_complete(seeds: range) -> None:
    rng = random.Random(seeds.start)
    for seed in seeds:
        layouts = {"analysis-report/recommendation": rng.choice([one for one in PRESETS if "results" not in one.name])}
        compare(knocked_out(seed), replace(DocumentOptions(), layouts=layouts))


def test_months_and_rounds_alone_are_printed_and_complete() -> None:
    facts = with_measure(small(), 0, period="", follow_up=(), results=(), steps=("จัดประชุม",), follow_up_rounds=(6, 12))
    words = render_text(DOCUMENTS["analysis-report"].build(facts), DocumentOptions())
    assert "ตุลาคม ๒๕๖๗ - กันยายน ๒๕๖๘" in words
    assert "รายงานผลการดำเนินการตามมาตรการ รอบ ๖ เดือน และรอบ ๑๒ เดือน" in words
    assert not lacking(facts, DocumentOptions())


def test_a_head_that_stays_blank_is_told_where_the_words_stand_elsewhere() -> None:
    """Steps that tell of a report do not fill the column การติดตามผล."""
    facts = with_measure(small(), 2, follow_up=(), follow_up_rounds=(), steps=("จัดทำและรายงานผล",))
    origin = f"plan/{int(facts.fiscal_year)}/measure/3"
    assert (origin, Code.NO_FOLLOW_UP) in blank(facts, DocumentOptions()) & lacking(facts, DocumentOptions())

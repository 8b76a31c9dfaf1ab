from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.origin import Origin


def laid(ws: Workspace, origin: str, value: object) -> YearFacts:
    before = ws.office
    facts = ws.facts(2568, {Origin(origin): value})
    assert ws.office is before
    return facts


CASES = {
    "agency/name": ("ใหม่", lambda f: f.agency.name, "ใหม่"),
    "agency/departments": ("ก\nข\n", lambda f: f.agency.departments, ("ก", "ข")),
    "signer/s2/name": ("ใหม่", lambda f: f.signers[1].name, "ใหม่"),
    "signer/s2/position": ("ก\nข", lambda f: f.signers[1].position, ("ก", "ข")),
    "year/2567/scores/8": (Decimal("1.5"), lambda f: f.assessed.scores["8"], Decimal("1.5")),
    "year/2567/scores/1": (None, lambda f: "1" in f.assessed.scores, False),
    "year/2568/scores/1": (Decimal(3), lambda f: f.assessments[2568].scores, {"1": Decimal(3)}),
    "year/2567/official/overall": (Decimal(2), lambda f: f.assessed.official.overall, Decimal(2)),
    "year/2567/official/instruments/OIT": (Decimal(2), lambda f: f.assessed.official.instruments["OIT"], Decimal(2)),
    "year/2567/narratives/8": ("ใหม่", lambda f: f.assessed.narratives["8"], "ใหม่"),
    "plan/2568/meeting": ("ใหม่", lambda f: f.plan.meeting, "ใหม่"),
    "plan/2568/report_date": (date(2025, 1, 1), lambda f: f.plan.report_date, date(2025, 1, 1)),
    "plan/2568/assessed_year": (2566, lambda f: f.plan.assessed_year.previous, 2565),
    "plan/2568/measure/1/issue": ("ใหม่", lambda f: f.plan.measures[0].issue, "ใหม่"),
    "plan/2568/measure/1/measures/0": ("ใหม่", lambda f: f.plan.measures[0].measures, ("ใหม่",)),
    "plan/2568/measure/1/steps/2": ("สาม", lambda f: f.plan.measures[0].steps[2:], ("สาม",)),
    "plan/2568/measure/1/steps": (["ก"], lambda f: f.plan.measures[0].steps, ("ก",)),
    "plan/2568/measure/1/results/6/output": ("ใหม่", lambda f: f.plan.measures[0].results[0].output, "ใหม่"),
    "plan/2568/measure/1/results/6/evidence/1/title": (
        "ใหม่",
        lambda f: f.plan.measures[0].results[0].evidence[1].title,
        "ใหม่",
    ),
    "plan/2568/risk/2/controls": ("ก", lambda f: f.plan.risks[1].controls, ("ก",)),
    "plan/2568/risk/2/risk": ("ใหม่", lambda f: f.plan.risks[1].risk, "ใหม่"),
    "memo/memo-1/subject": ("ใหม่", lambda f: f.memos[0].subject, "ใหม่"),
    "memo/memo-1/sections/0/paragraphs/1": ("ใหม่", lambda f: f.memos[0].sections[0].paragraphs[1], "ใหม่"),
    "memo/memo-1/signers/1/label": ("ใหม่", lambda f: f.memos[0].signers[1].label, "ใหม่"),
    "memo/memo-1/enclosures/0": ("ใหม่", lambda f: f.memos[0].enclosures, ("ใหม่",)),
}


@pytest.mark.parametrize("origin", CASES)
def test_unfinished_text_is_laid_over_the_stored(ws: Workspace, origin: str) -> None:
    value, look, expected = CASES[origin]
    if origin != "year/2568/scores/1":
        assert look(ws.facts(2568)) != expected
    assert look(laid(ws, origin, value)) == expected


@pytest.mark.parametrize(
    "origin", ["plan/2568/measure/99/issue", "signer/s9/name", "memo/x/subject", "memo/memo-1/sections/7/heading"]
)
def test_a_draft_of_what_is_gone_is_left_out(ws: Workspace, origin: str) -> None:
    assert laid(ws, origin, "ก") == ws.facts(2568)


@pytest.mark.parametrize("origin", ["agency/nmae", "year/2567/scores/8/x", "office/x", "agency/name/x"])
def test_a_field_that_is_none_is_a_fault_of_the_program(ws: Workspace, origin: str) -> None:
    with pytest.raises(ValueError, match="no such field"):
        laid(ws, origin, "ก")


def test_a_draft_for_a_plan_that_does_not_exist_yet(ws: Workspace) -> None:
    assert ws.facts(2569, {Origin.plan(2569, "meeting"): "ก"}).plan.meeting == "ก"

"""The path of a field: built, read, followed into an office and back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.follow_up import Evidence, FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import NOWHERE, Origin, Root, measure_origin, risk_origin
from ita_desktop.domain.values.risk import Risk

RESULT = FollowUp(round=6, output="คู่มือ", evidence=(Evidence(title="ภาพถ่าย"),))
PLAN = MeasurePlan(
    fiscal_year=FiscalYear(2568),
    assessed_year=FiscalYear(2567),
    meeting="ครั้งที่ 1",
    measures=(Measure(refs=("1",), issue="ก", steps=("ข", "ค"), id=12, results=(RESULT,)), Measure(refs=("2",))),
    risks=(Risk(risk="ง", id=3), Risk(risk="จ")),
)
OFFICE = Office(
    agency=Agency(type=AgencyType.SUBDISTRICT, name="อบต.", departments=("สำนักปลัด", "กองคลัง")),
    signers=(Signer(id="s1", name="นาย ก"),),
    years=(Assessment(fiscal_year=FiscalYear(2567), scores={"8": Decimal("90.5")}, narratives={"8": "ดี"}),),
    plans=(PLAN,),
    memos=(Memo(id="m", fiscal_year=FiscalYear(2568), sections=(MemoSection(paragraphs=("หนึ่ง", "สอง")),)),),
)
FIELDS = {
    Origin.agency("departments", 1): ("agency/departments/1", "กองคลัง"),
    Origin.signer("s1", "name"): ("signer/s1/name", "นาย ก"),
    Origin.year(2567, "scores", "8"): ("year/2567/scores/8", Decimal("90.5")),
    Origin.year(2567, "narratives", "8"): ("year/2567/narratives/8", "ดี"),
    Origin.plan(FiscalYear(2568), "meeting"): ("plan/2568/meeting", "ครั้งที่ 1"),
    Origin.measure(2568, 12, "steps", 1): ("plan/2568/measure/12/steps/1", "ค"),
    Origin.measure(2568, 12, "results", 6, "output"): ("plan/2568/measure/12/results/6/output", "คู่มือ"),
    Origin.measure(2568, 12, "results", 6, "evidence", 0, "title"): (
        "plan/2568/measure/12/results/6/evidence/0/title",
        "ภาพถ่าย",
    ),
    Origin.risk(2568, 3, "risk"): ("plan/2568/risk/3/risk", "ง"),
    Origin.memo("m", "sections", 0, "paragraphs", 1): ("memo/m/sections/0/paragraphs/1", "สอง"),
}


@pytest.mark.parametrize("origin", FIELDS, ids=str)
def test_a_path_is_the_text_it_always_was_and_leads_to_its_field(origin: Origin) -> None:
    text, value = FIELDS[origin]
    assert origin == text
    assert Origin(text).words == tuple(text.split("/"))
    assert origin.read(OFFICE) == value


@pytest.mark.parametrize("origin", FIELDS, ids=str)
def test_what_is_put_at_a_path_is_read_there_and_nowhere_else(origin: Origin) -> None:
    new = Decimal(1) if isinstance(FIELDS[origin][1], Decimal) else "ใหม่"
    changed = origin.replaced(OFFICE, new)
    assert origin.read(changed) == new
    assert [other.read(changed) for other in FIELDS if other != origin] == [
        other.read(OFFICE) for other in FIELDS if other != origin
    ]
    assert origin.replaced(changed, FIELDS[origin][1]) == OFFICE


def test_a_path_says_what_it_belongs_to() -> None:
    result = Origin("plan/2568/measure/12/results/6/output")
    assert (result.root, result.fiscal_year, result.measure_id, result.risk_id) == (Root.PLAN, 2568, 12, None)
    assert (result.path, result.field, result.last) == (("results", "6", "output"), "results", "output")
    assert Origin("plan/2568/risk/3/controls/0").risk_id == 3
    score = Origin("year/2567/official/instruments/EIT1")
    assert (score.fiscal_year, score.field, score.path) == (2567, "official", ("official", "instruments", "EIT1"))
    memo = Origin("memo/m/subject")
    assert (memo.key, memo.field, memo.fiscal_year) == ("m", "subject", None)
    name = Origin("agency/name")
    assert (name.key, name.field, name.root) == ("", "name", Root.AGENCY)
    assert [Origin(one).kind for one in ("plan/2568/measure/1", "year/2567/narratives/8", "memo/m/to", "agency")] == [
        "measure",
        "narratives",
        "memo",
        "agency",
    ]


def test_a_list_without_an_entry_names_no_record() -> None:
    assert (Origin("plan").key, Origin("plan").fiscal_year) == ("", None)
    there = Origin("plan/2568/measure")
    assert (there.measure_id, there.last, there.fiscal_year) == (None, "measure", 2568)


def test_nowhere_is_empty_and_has_no_parts() -> None:
    assert (NOWHERE.words, NOWHERE.root, NOWHERE.field, NOWHERE.last, NOWHERE.key) == ((), "", "", "", "")
    assert NOWHERE / "urgency" == NOWHERE
    assert not NOWHERE


def test_a_field_lies_within_its_record_but_not_within_one_that_begins_alike() -> None:
    field = Origin("plan/2568/measure/12/issue")
    assert field.is_within(Origin.measure(2568, 12))
    assert field.is_within(field)
    assert not field.is_within(Origin.measure(2568, 1))


def test_what_is_not_stored_is_known_by_its_place() -> None:
    assert measure_origin(PLAN, PLAN.measures[0], "issue") == "plan/2568/measure/12/issue"
    assert measure_origin(PLAN, PLAN.measures[1]) == "plan/2568/measure/2"
    assert risk_origin(PLAN, PLAN.risks[1], "risk") == "plan/2568/risk/2/risk"
    twins = replace(PLAN, measures=(Measure(refs=("1",)), Measure(refs=("1",))))
    assert [measure_origin(twins, one, at=at) for at, one in enumerate(twins.measures)] == [
        "plan/2568/measure/1",
        "plan/2568/measure/2",
    ]


def test_a_record_that_is_gone_reads_as_nothing_and_takes_nothing() -> None:
    for gone in ("memo/x/subject", "plan/2568/measure/99/issue", "signer/s9/name", "plan/2568/measure/12/steps/7"):
        assert Origin(gone).read(OFFICE) is None
    assert Origin("memo/x/subject").replaced(OFFICE, "ก") == OFFICE


def test_a_year_and_a_round_begin_with_their_first_word() -> None:
    assert Origin("year/2568/scores/1").replaced(OFFICE, Decimal(3)).years[1].scores == {"1": Decimal(3)}
    changed = Origin("plan/2568/measure/12/results/3/output").replaced(OFFICE, "ก").plans[0].measures[0].results
    assert [(one.round, one.output) for one in changed] == [(3, "ก"), (6, "คู่มือ")]


@pytest.mark.parametrize("wrong", ["agency/nmae", "year/2567/scores/8/x", "office/x", "plan", "agency/name/x"])
def test_a_field_that_no_record_has_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no such field"):
        Origin(wrong).replaced(OFFICE, "ก")


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("plan/2568/measure/12/sub_issues/0", ("plan/2568/measure/12", "plan/2568")),
        ("plan/2568/measure/12", ("plan/2568",)),
        ("plan/2568/meeting", ("plan/2568",)),
        ("year/2567/scores/8", ("year/2567",)),
        ("memo/memo-1/subject", ("memo/memo-1",)),
        ("memo/memo-1", ()),
        ("", ()),
    ],
)
def test_what_a_field_belongs_to(path: str, above: tuple[str, ...]) -> None:
    assert Origin(path).above == above

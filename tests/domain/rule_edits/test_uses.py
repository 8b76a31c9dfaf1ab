"""Where an office refers to a part of a year's rules."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ita_desktop.domain.rule_edits.uses import uses
from ita_desktop.store.exchange.json_reading import office_of

CASE = Path(__file__).parents[2] / "data" / "cases" / "case-004.json"


def test_what_refers_to_a_part_is_found(frameworks) -> None:
    office = office_of(json.loads(CASE.read_text(encoding="utf-8"), parse_float=Decimal), frameworks)
    plan = next(plan for plan in office.plans if plan.fiscal_year == 2568)
    ref = plan.measures[0].refs[0]
    found = uses(office, 2567, [ref])
    assert (2568, 1) in [(year, numbers[0]) for year, numbers in found.measures]
    assert uses(office, 2567, ["o99"]).any is False
    cited = replace(plan.measures[0], refs=(), oit_refs=("o10",))
    office = replace(office, years=(), plans=(replace(plan, measures=(cited,)),))
    assert uses(office, 2568, ["o10"]).measures == ((2568, (1,)),)
    assert not uses(office, 2567, ["o10"]).any

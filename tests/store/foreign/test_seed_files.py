"""What the readers and the recognisers make of the offices' own files together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.recognition.plans import read_plans
from ita_desktop.domain.recognition.scores import read_scores
from ita_desktop.domain.values.framework import Framework
from ita_desktop.store.foreign.reading import read_file

FOREIGN = Path(__file__).parents[2] / "data" / "foreign"


@pytest.mark.parametrize("name", ["m1-plan-merged-rows", "m2-plan-tabs"])
def test_a_plan_is_understood_as_its_office_meant_it(name: str, frameworks: Mapping[int, Framework]) -> None:
    wanted = json.loads((FOREIGN / f"{name}.json").read_text("utf-8"))["understood"]
    (part,) = read_plans(read_file(FOREIGN / f"{name}.docx"), frameworks[2567])
    assert (part.year, part.unread) == (wanted["fiscal_year"], ())
    found = [
        {key: record.get(key) for key in one} for one, record in zip(wanted["measures"], part.records, strict=True)
    ]
    assert found == wanted["measures"]


@pytest.mark.parametrize("name", ["m7-result-list.docx", "m7-result-list.xlsx"])
def test_the_own_row_of_a_list_of_offices_is_found(name: str, frameworks: Mapping[int, Framework]) -> None:
    wanted = json.loads((FOREIGN / "m7-result-list.json").read_text("utf-8"))["understood"]
    official = wanted["years"][0]["official"]
    content = read_file(FOREIGN / name)
    found = read_scores(content.tables[0], frameworks[2567], office=wanted["agency"]["name"])
    assert found is not None
    assert found.column is not None
    scores = {s.ref: s.score for s in found.column.scores}
    instruments = {code: Decimal(str(score)) for code, score in official["instruments"].items()}
    assert {ref: scores[ref] for ref in instruments} == instruments
    assert (found.column.level, found.column.rank) == (official["level"], official["rank_in_type"])
    assert Decimal(str(official["overall"])) in scores.values()

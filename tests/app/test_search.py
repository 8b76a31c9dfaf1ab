"""Words are found wherever the office wrote them, with the field they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.search import search


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


def origins(workspace: Workspace, text: str) -> list[str]:
    return [hit.origin for hit in search(workspace.office, text, 2568)]


def test_every_kind_of_text_is_found(workspace: Workspace) -> None:
    word = "กขฃคฅ"
    office = workspace.office
    workspace.set_agency(replace(office.agency, address=f"เลขที่ {word}"))
    workspace.put_signer(replace(office.signers[0], name=word))
    workspace.set_narrative(2567, "8", f"x {word}")
    measure = next(p for p in office.plans if p.fiscal_year == 2568).measures[0]
    workspace.set_measure(2568, replace(measure, steps=("a", word), results=()))
    memo = office.memos[0]
    workspace.put_memo(replace(memo, subject=word))
    assert set(origins(workspace, word)) == {
        "agency/address",
        f"signer/{office.signers[0].id}/name",
        "year/2567/narratives/8",
        f"plan/2568/measure/{measure.id}/steps/1",
        f"memo/{memo.id}/subject",
    }


def test_all_words_and_either_kind_of_digits(workspace: Workspace) -> None:
    workspace.set_narrative(2567, "8", "กขค ปี ๒๕๖๗ ABC")
    assert "year/2567/narratives/8" in origins(workspace, "abc 2567 กขค")
    assert origins(workspace, "abc 2567 กขค ไม่มีคำนี้") == []


def test_nothing_is_found_for_nothing(workspace: Workspace) -> None:
    assert origins(workspace, "  ") == []


def test_the_year_shown_comes_first_and_the_excerpt_is_short(workspace: Workspace) -> None:
    workspace.set_narrative(2565, "8", "ย" * 200 + "กขฃคฅ" + "ว" * 200)
    workspace.set_narrative(2567, "8", "กขฃคฅ")
    hits = search(workspace.office, "กขฃคฅ", 2568)
    assert [hit.plan_year for hit in hits] == [2568, 2566]
    assert len(hits[1].excerpt) < 80
    assert hits[1].excerpt.startswith("…ย")

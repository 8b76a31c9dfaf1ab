import platform
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import OfficialResult
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSigner, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.errors import StoreErrorCode
from tests.store.offices import AGENCY, FRAMEWORKS, MEASURE, MEMOS, OFFICE, RISK, Clock, without_ids


def test_a_new_office_is_a_file_that_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "ดอน.ita"
    with Workspace.create(path, AGENCY, FRAMEWORKS, clock=Clock(), backups_in=tmp_path / "backups") as ws:
        assert ws.office == Office(agency=AGENCY)
        assert ws.saved_at is None
        ws.set_score(2568, "1", Decimal("83.93"))
    with Workspace.open(path, FRAMEWORKS, backups_in=tmp_path / "backups") as ws:
        assert ws.office.years[0].scores == {"1": Decimal("83.93")}
    assert {p.name for p in tmp_path.iterdir()} == {"ดอน.ita", "backups"}


def test_a_new_office_never_takes_the_place_of_a_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(path, AGENCY, FRAMEWORKS)
    assert caught.value.code == StoreErrorCode.EXISTS
    assert path.name in str(caught.value)
    assert path.read_bytes() == before


def test_the_office_is_sorted_and_the_same_value_until_something_changes(ws: Workspace) -> None:
    assert [y.fiscal_year for y in ws.office.years] == [2566, 2567]
    assert [p.fiscal_year for p in ws.office.plans] == [2567, 2568]
    assert ws.office is ws.office
    before = ws.office
    ws.set_score(2567, "2", Decimal(5))
    assert ws.office is not before


EDITS: dict[str, tuple[Callable[[Workspace], object], set[str]]] = {
    "agency": (lambda ws: ws.set_agency(replace(AGENCY, name="อื่น")), {"agency"}),
    "departments": (lambda ws: ws.set_agency(replace(AGENCY, departments=("ก",))), {"agency"}),
    "put_signer": (lambda ws: ws.put_signer(Signer(id="s9", name="ก")), {"signer"}),
    "move_signer": (lambda ws: ws.move_signer("s2", 0), {"signer"}),
    "add_year": (lambda ws: ws.add_year(2568), {"year"}),
    "remove_year": (lambda ws: ws.remove_year(2567), {"year", "score", "narrative"}),
    "set_score": (lambda ws: ws.set_score(2567, "1", None), {"score"}),
    "set_scores": (lambda ws: ws.set_scores(2568, {"1": Decimal(1), "2": Decimal("99.99")}), {"year", "score"}),
    "set_official": (lambda ws: ws.set_official(2567, OfficialResult(level="A", announced=date(2024, 1, 1))), {"year"}),
    "set_narrative": (lambda ws: ws.set_narrative(2567, "2", "ใหม่"), {"narrative"}),
    "put_plan": (
        lambda ws: ws.put_plan(MeasurePlan(fiscal_year=FiscalYear(2568), assessed_year=FiscalYear(2566))),
        {"plan"},
    ),
    "remove_plan": (lambda ws: ws.remove_plan(2568), {"plan", "measure", "result", "risk"}),
    "add_measure": (lambda ws: ws.add_measure(2568, MEASURE), {"measure", "result"}),
    "add_measure to no plan": (lambda ws: ws.add_measure(2569, Measure(refs=("1",))), {"plan", "measure"}),
    "set_measure": (lambda ws: ws.set_measure(2568, Measure(id=2, refs=("3",), issue="ก")), {"measure"}),
    "remove_measure": (lambda ws: ws.remove_measure(2568, 1), {"measure", "result"}),
    "move_measure": (lambda ws: ws.move_measure(2568, 2, 0), {"measure"}),
    "set_results": (lambda ws: ws.set_results(2568, 2, (FollowUp(round=6, output="ก"),)), {"result"}),
    "add_risk": (lambda ws: ws.add_risk(2568, RISK, at=0), {"risk"}),
    "set_risk": (lambda ws: ws.set_risk(2568, Risk(id=1, risk="ก", impact=1)), {"risk"}),
    "remove_risk": (lambda ws: ws.remove_risk(2568, 1), {"risk"}),
    "move_risk": (lambda ws: ws.move_risk(2568, 1, 9), {"risk"}),
    "put_memo": (lambda ws: ws.put_memo(replace(MEMOS[0], subject="ใหม่")), {"memo"}),
    "new memo": (lambda ws: ws.put_memo(Memo(id="m3", fiscal_year=FiscalYear(2568))), {"memo"}),
    "remove_memo": (lambda ws: ws.remove_memo("memo-1"), {"memo"}),
    "set_setting": (lambda ws: ws.set_setting("words", ["ดอน"]), {"setting"}),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_saved_undone_and_redone(ws: Workspace, name: str) -> None:
    edit, topics = EDITS[name]
    told: list[frozenset[str]] = []
    before, words = ws.office, ws.setting("words")
    ws.listen(told.append)
    edit(ws)
    after = ws.office
    assert told == [topics]
    assert ws.saved_at is not None
    assert (after, ws.setting("words")) != (before, words)
    assert len(ws.history) == 1
    assert ws.undo_label == ws.history[0]
    ws.undo()
    assert (ws.office, ws.setting("words")) == (before, words)
    assert ws.undo_label is None
    ws.redo()
    assert ws.office == after
    assert told == [topics] * 3


def test_an_edit_that_changes_nothing_is_not_told(ws: Workspace) -> None:
    told: list[frozenset[str]] = []
    ws.listen(told.append)
    ws.set_agency(ws.office.agency)
    ws.put_memo(ws.office.memos[0])
    ws.set_measure(2568, ws.office.plans[1].measures[0])
    ws.undo()
    ws.redo()
    assert told == []
    assert ws.saved_at is None


def test_edits_in_a_step_are_one(ws: Workspace) -> None:
    told: list[frozenset[str]] = []
    stop = ws.listen(told.append)
    before = ws.office
    with ws.step("fill"):
        ws.set_score(2568, "1", Decimal(1))
        added = ws.add_measure(2568, MEASURE, at=0)
        assert ws.office.plans[1].measures[0].id == added
        assert told == []
    assert told == [frozenset({"year", "score", "measure", "result"})]
    assert ws.history == ("fill",)
    stop()
    ws.undo()
    assert ws.office == before
    assert len(told) == 1


def test_a_step_that_fails_leaves_nothing(ws: Workspace) -> None:
    before = ws.office
    with pytest.raises(KeyError), ws.step("fill"):  # noqa: PT012 - the step is what fails
        ws.set_score(2567, "1", Decimal(1))
        ws.remove_memo("none")
    assert ws.office == before
    assert ws.history == ()


@pytest.mark.parametrize("value", ["100.01", "-0.01", "1.005", "NaN", "Infinity"])
def test_what_is_no_score_is_refused(ws: Workspace, value: str) -> None:
    before = ws.office
    with pytest.raises(WorkspaceError) as caught:
        ws.set_scores(2567, {"1": Decimal(5), "2": Decimal(value)})
    assert caught.value.code == Refusal.BAD_SCORE
    assert value in str(caught.value)
    assert ws.office == before


def test_a_year_without_rules_is_refused(ws: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="2570") as caught:
        ws.set_score(2570, "1", Decimal(5))
    assert caught.value.code == Refusal.NO_FRAMEWORK


def test_a_signer_in_use_stays(ws: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="รายงานผล") as caught:
        ws.remove_signer("s2")
    assert caught.value.code == Refusal.SIGNER_IN_USE
    ws.put_signer(Signer(id="s3", name="ก"))
    ws.remove_signer("s3")
    assert [s.id for s in ws.office.signers] == ["s1", "s2"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda ws: ws.set_measure(2568, Measure(refs=())),
        lambda ws: ws.set_measure(2567, Measure(id=1, refs=())),
        lambda ws: ws.remove_measure(2568, 99),
        lambda ws: ws.remove_risk(2570, 1),
        lambda ws: ws.set_results(2568, 99, ()),
        lambda ws: ws.remove_memo("x"),
        lambda ws: ws.remove_signer("x"),
        lambda ws: ws.move_signer("x", 0),
        lambda ws: ws.remove_year(2560),
        lambda ws: ws.remove_plan(2560),
        lambda ws: ws.put_memo(Memo(id="x", fiscal_year=FiscalYear(2568), signers=(MemoSigner(signer="x"),))),
    ],
)
def test_what_is_not_there_is_a_key_error(ws: Workspace, edit: Callable[[Workspace], object]) -> None:
    with pytest.raises(KeyError):
        edit(ws)
    assert without_ids(ws.office).memos == OFFICE.memos


def test_facts_are_complete(ws: Workspace) -> None:
    ws.set_setting("words", ["ดอน"])
    facts = ws.facts(2568)
    assert facts.fiscal_year == 2568
    assert facts.assessed is not None
    assert facts.assessed.scores["8"] == 70
    assert facts.before is not None
    assert set(facts.frameworks) == {2566, 2567, 2568, 2569}
    assert [m.id for m in facts.memos] == ["memo-1"]
    assert facts.words == ("ดอน",)
    assert facts.signers == OFFICE.signers


def test_facts_of_a_year_without_a_plan(ws: Workspace) -> None:
    facts = ws.facts(2569)
    assert facts.plan == MeasurePlan(fiscal_year=FiscalYear(2569), assessed_year=FiscalYear(2568))
    assert facts.assessed is None
    assert facts.memos == ()


def test_a_second_window_only_reads_and_says_who_writes(ws: Workspace, path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS) as second:
        assert second.read_only
        assert platform.node() in second.read_only_reason
        assert second.office == ws.office
        with pytest.raises(WorkspaceError) as caught:
            second.set_score(2567, "1", Decimal(1))
        assert caught.value.code == StoreErrorCode.READ_ONLY
        second.undo()
        assert second.history == ()
    ws.set_score(2567, "1", Decimal(1))


def test_reading_needs_no_lock(ws: Workspace, path: Path) -> None:
    with Workspace.open(path, FRAMEWORKS, read_only=True) as reader:
        ws.set_score(2567, "1", Decimal(1))
        assert reader.office.years[1].scores["1"] == 1
        assert reader.read_only_reason == ""


def test_the_lock_goes_with_the_workspace(path: Path) -> None:
    Workspace.open(path, FRAMEWORKS, backups_in=path.parent / "backups").close()
    assert not [p.name for p in path.parent.iterdir() if p.name not in (path.name, "backups")]
    with Workspace.open(path, FRAMEWORKS) as ws:
        assert not ws.read_only


def test_half_a_character_is_refused_with_a_sentence(ws: Workspace) -> None:
    with pytest.raises(WorkspaceError) as caught:
        ws.set_narrative(2567, "1", "ก\ud83d")
    assert caught.value.code == StoreErrorCode.BAD_TEXT
    assert ws.office.years[1].narratives["1"].startswith("ย่อหน้า")

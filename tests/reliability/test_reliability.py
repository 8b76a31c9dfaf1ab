import importlib
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ita_desktop.app.office.kept_drafts import DraftKeeper
from tests.reliability import durable
from tests.reliability.kills import new_office
from tests.reliability.runs import RUNS, impossible
from tests.reliability.workers import Acknowledge, killed, open_workspace

ROOT = Path(__file__).resolve().parents[2]


def must_be_possible(name: str) -> None:
    if why := impossible(name):
        pytest.skip(why)


@pytest.mark.parametrize("name", RUNS)
def test_nothing_is_lost(name: str, tmp_path: Path, full: bool) -> None:
    must_be_possible(name)
    run = RUNS[name]
    figures = run.run(tmp_path, run.full if full else run.short)
    assert figures.bad == []
    assert figures.rounds == (run.full if full else run.short)


@pytest.mark.parametrize("name", RUNS)
def test_the_control_comes_to_grief(name: str, tmp_path: Path, full: bool) -> None:
    must_be_possible(name)
    run = RUNS[name]
    for attempt in range(3):  # a control is chance too: it must fail at least once in three
        folder = tmp_path / str(attempt)
        folder.mkdir()
        if run.run(folder, run.control * (3 if full else 1), safe=False, seed=attempt).bad:
            return
    pytest.fail("the control lost nothing, so this test can tell nothing")


def test_what_was_being_typed_is_offered_after_a_crash(tmp_path: Path) -> None:
    path = new_office(tmp_path)

    def work(acknowledge: Acknowledge) -> None:
        keeper = DraftKeeper(open_workspace(path, tmp_path / "backups").drafts, time.monotonic)
        keeper.typed("agency/phone", "๐ ๔๓")
        keeper.tick()
        acknowledge(1)

    assert killed(work, 0) == 1
    with open_workspace(path, tmp_path / "backups") as ws:
        assert [(draft.origin, draft.text) for draft in ws.drafts.all()] == [("agency/phone", "๐ ๔๓")]


def test_a_score_is_on_the_disk_nearly_as_fast_as_can_be(tmp_path: Path, full: bool) -> None:
    ratios = []
    for attempt in range(3):  # another program may have the disk in one of them
        folder = tmp_path / str(attempt)
        folder.mkdir()
        edit, bare = durable.ratio(folder, 500 if full else 100)
        ratios.append(edit / bare)
        if ratios[-1] <= durable.MOST:
            return
    pytest.fail(f"an edit takes {ratios} times as long as a bare commit")


def hostile(*arguments: str) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "tests.reliability.hostile", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_hostile_files_are_taken_or_refused_with_a_sentence() -> None:
    cases = hostile()
    assert len(cases) >= 100
    assert [case for case in cases if not str(case["said"]).startswith(("taken", "told"))] == []
    assert [case for case in cases if case["escaped"]] == []


def test_without_limits_a_hostile_file_does_harm() -> None:
    assert any(str(case["said"]).startswith(("crashed", "hung")) for case in hostile("--unsafe"))


def test_the_command_for_all_of_it_is_there() -> None:
    assert callable(importlib.import_module("tests.reliability.__main__").main)

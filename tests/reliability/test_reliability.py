import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability import power
from tests.reliability.runs import RUNS

ROOT = Path(__file__).resolve().parents[2]


def must_be_possible(name: str) -> None:
    if name == "power cuts" and (why := power.impossible()):
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

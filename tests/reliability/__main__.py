"""``python -m tests.reliability``: the full suite with its figures, some ten minutes; power cuts need root.

Name runs to do only those: ``python -m tests.reliability edits "bit flips"``. The exit status is 1 if anything was lost
or a control lost nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.reliability import durable
from tests.reliability.runs import RUNS, impossible

HOSTILE, DURABLE = "hostile files", "durable edit"
ROOT = Path(__file__).resolve().parents[2]


def main(names: list[str]) -> int:
    wrong = 0
    for name in names or [*RUNS, HOSTILE, DURABLE]:
        start = time.monotonic()
        if name == HOSTILE:
            wrong += _hostile()
        elif name == DURABLE:
            wrong += _durable()
        elif why := impossible(name):
            print(f"{name}: skipped, {why}")
        else:
            wrong += _run(name)
        print(f"    {time.monotonic() - start:.0f} s", flush=True)
    return 1 if wrong else 0


def _run(name: str) -> int:
    run = RUNS[name]
    with tempfile.TemporaryDirectory() as folder:
        figures = run.run(Path(folder), run.full)
    print(figures, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        control = run.run(Path(folder), run.control * 3, safe=False)
    print(control, flush=True)
    return len(figures.bad) + (not control.bad)


def _hostile() -> int:
    command = [sys.executable, "-m", "tests.reliability.hostile"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    cases = [json.loads(line) for line in done.stdout.splitlines()]
    bad = [case for case in cases if not case["said"].startswith(("taken", "told")) or case["escaped"]]
    slowest = max(case["seconds"] for case in cases)
    taken = sum(case["said"] == "taken" for case in cases)
    print(f"hostile files: {len(cases)} files, {len(bad)} bad, {taken} taken, slowest {slowest} s")
    for case in bad:
        print("   ", case)
    return len(bad)


def _durable() -> int:
    with tempfile.TemporaryDirectory() as folder:
        edit, bare = durable.ratio(Path(folder), 500)
    print(f"durable edit: p95 {edit:.2f} ms, bare commit {bare:.2f} ms, ratio {edit / bare:.2f}")
    return edit > durable.MOST * bare


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Run the tests on Windows, and count what passed, failed and was skipped, with the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from wine.folder import ROOT
from wine.machine import Machine, windows_path

LIMIT = 3600
"""Seconds for one run of tests."""


@dataclass(frozen=True)
class Counted:
    """The tests of one run."""

    name: str
    passed: int
    failed: tuple[str, ...]
    skipped: Counter[str]
    seconds: float
    said: str

    def line(self) -> str:
        """Return one line of a table, with the reasons of what was skipped and the names of what failed."""
        reasons = "; ".join(f"{count}: {reason}" for reason, count in sorted(self.skipped.items()))
        names = f" [{', '.join(self.failed)}]" if self.failed else ""
        skipped = f"{self.skipped.total()} skipped" + (f" ({reasons})" if reasons else "")
        return f"{self.name}: {self.passed} passed, {len(self.failed)} failed{names}, {skipped}, {self.seconds:.0f} s"


def run_tests(machine: Machine, paths: Sequence[str], name: str, *, loud: bool = False) -> Counted:
    """Run pytest on the paths (words of pytest may stand between them)."""
    results = machine.folder.results
    results.mkdir(parents=True, exist_ok=True)
    report = results / f"{name}.xml"
    report.unlink(missing_ok=True)
    workers = [] if "-n" in paths else ["-n", "2"]
    ended = machine.python(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", *workers, f"--junitxml={windows_path(report)}", *paths),
        where=ROOT,
        limit=LIMIT,
        loud=loud,
        environment={"PYTHONIOENCODING": "utf-8:backslashreplace"},
    )
    (results / f"{name}.log").write_text(ended.said, encoding="utf-8")
    if not report.is_file():
        return Counted(name, 0, (f"pytest ended with {ended.code}",), Counter(), ended.seconds, ended.said)
    return count(report, name, ended.seconds, ended.said)


def count(report: Path, name: str, seconds: float, said: str) -> Counted:
    """Read pytest's report."""
    passed, failed, skipped = 0, [], Counter[str]()
    for case in ElementTree.parse(report).iter("testcase"):
        called = f"{case.get('classname', '').removeprefix('tests.')}::{case.get('name', '')}"
        if case.find("failure") is not None or case.find("error") is not None:
            failed.append(called)
        elif (left := case.find("skipped")) is not None:
            skipped[(left.get("message") or "no reason").splitlines()[0]] += 1
        else:
            passed += 1
    return Counted(name, passed, tuple(failed), skipped, seconds, said)

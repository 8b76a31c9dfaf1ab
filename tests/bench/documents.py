"""How long papers take: the whole pack of an office, warm, and single papers as a command.

usage: python tests/bench/documents.py [--times N]

Promises: the pack of case-001, which has the longest cells, in under 0.3 s once the press is loaded.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ita_desktop import paths  # noqa: E402
from ita_desktop.app.office import import_export  # noqa: E402
from ita_desktop.app.office.workspace import Workspace  # noqa: E402
from ita_desktop.app.papers import printing  # noqa: E402
from ita_desktop.documents import DOCUMENTS, DocumentOptions  # noqa: E402
from ita_desktop.domain.values.facts import YearFacts  # noqa: E402
from ita_desktop.store.resources.frameworks import load_frameworks  # noqa: E402

CASES = ROOT / "tests" / "data" / "cases"
PACK, PACK_YEAR, PACK_SECONDS = "case-001", 2566, 0.3
COMMANDS = (
    ("case-003", 2564, "memo"),
    ("case-003", 2564, "analysis-report"),
    ("case-004", 2568, "memo"),
    ("case-004", 2568, "assessment-report"),
)
OPTIONS = DocumentOptions(pack=tuple(name for name in DOCUMENTS if name != "pack"))
"""Every document that can be made, also those that lack a part: more than an office would bind."""


def measured(times: int, act: Callable[[int], object]) -> float:
    seconds = []
    for n in range(times):
        started = time.perf_counter()
        act(n)
        seconds.append(time.perf_counter() - started)
    return median(seconds)


def pack_seconds(facts: YearFacts, times: int, *, changed: bool) -> tuple[float, float, int]:
    """Seconds of the first and of the median pack, and pages; ``changed``: with another text in the plan each time."""
    resources = paths.resources()

    def act(n: int) -> int:
        now = facts
        if changed:
            first, *others = facts.plan.measures
            plan = replace(facts.plan, measures=(replace(first, issue=f"{first.issue} ครั้งที่ {n}"), *others))
            now = replace(facts, plan=plan)
        return printing.pdf(printing.build("pack", now, OPTIONS), resources, OPTIONS).pages

    started = time.perf_counter()
    pages = act(-1)
    first = time.perf_counter() - started
    return first, measured(times, act), pages


def load_press(facts: YearFacts) -> None:
    """Load fonts and words with a paper that has nothing of the pack in it."""
    empty = replace(facts, plan=replace(facts.plan, measures=()), assessments={}, memos=())
    printing.pdf(printing.build("analysis-report", empty, OPTIONS), paths.resources(), OPTIONS)


def command_seconds(file: Path, year: int, document: str, times: int) -> float:
    """Median seconds of ``ita-desktop print`` as a process of its own."""
    words = ["print", str(file), "--document", document, "--year", str(year), "--out", str(file.with_suffix(".pdf"))]

    def act(_: int) -> None:
        subprocess.run([sys.executable, "-m", "ita_desktop", *words], cwd=ROOT, check=True, capture_output=True)

    return measured(times, act)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=7)
    times = parser.parse_args().times
    frameworks = load_frameworks(paths.resources() / "frameworks")
    with tempfile.TemporaryDirectory() as folder:
        files = {case: Path(folder) / f"{case}.ita" for case in (PACK, *(case for case, _, _ in COMMANDS))}
        for case, file in files.items():
            import_export.import_office(CASES / f"{case}.json", file, replace=False, frameworks=frameworks)
        with Workspace.open(files[PACK], frameworks, read_only=True) as workspace:
            facts = workspace.facts(PACK_YEAR)
        load_press(facts)
        slowest = 0.0
        for words, changed in (("again", False), ("with one text changed", True)):
            first, seconds, pages = pack_seconds(facts, times, changed=changed)
            slowest = max(slowest, seconds)
            print(f"pack of {PACK} ({pages} pages), {words}: first {first:.3f} s, then {seconds:.3f} s")
        for case, year, document in COMMANDS:
            print(f"print {case} {document}: {command_seconds(files[case], year, document, times):.2f} s")
    return int(slowest > PACK_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

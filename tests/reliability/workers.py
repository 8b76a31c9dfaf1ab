"""Children that are killed in the middle of what they do, and the parent that kills them."""

from __future__ import annotations

import os
import random
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.office import Office
from ita_desktop.store.file import database
from tests.store.offices import FRAMEWORKS, MEASURE, OFFICE, PLANS

Acknowledge = Callable[[int], None]
Work = Callable[[Acknowledge], None]
UNSAFE = ("journal_mode=OFF", "cache_size=1")
"""What a control runs with: no way back from a half-written change."""
SPILLING = ("cache_size=1",)
"""Pages go to the disk while a change is still being made: the worst moment to be killed."""


@dataclass(slots=True, kw_only=True)
class Figures:
    """What a run found."""

    name: str
    rounds: int = 0
    bad: list[str] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def count(self, what: str, more: int = 1) -> None:
        self.counted[what] = self.counted.get(what, 0) + more

    def __str__(self) -> str:
        counts = ", ".join(f"{name} {number:,}" for name, number in sorted(self.counted.items()))
        first = f": {self.bad[0]}" if self.bad else ""
        return f"{self.name}: {self.rounds} rounds, {len(self.bad)} bad{first} ({counts})"


def killed(work: Work, after: float, *, strict: bool = True) -> int:
    """Run ``work`` in a child, kill it ``after`` seconds from its first sign of life; the last number it told.

    RuntimeError if it ends by itself; not ``strict``: a control may stumble over what it broke.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_child(work, writing)
    os.close(writing)
    last = 0
    deadline: float | None = None
    try:
        while True:
            left = 60.0 if deadline is None else deadline - time.monotonic()
            if left <= 0 or not select.select([reading], [], [], left)[0]:
                break
            data = os.read(reading, 1 << 16)
            if not data and strict:
                raise RuntimeError("the child has ended by itself")
            if not data:
                break
            if deadline is None:
                deadline = time.monotonic() + after
            last = int(data.split()[-1])
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while data := os.read(reading, 1 << 16):
            last = int(data.split()[-1])
        os.close(reading)
    return last


def _be_child(work: Work, writing: int) -> None:
    """Never come back: what runs here must not run the parent's tests once more."""
    try:
        work(lambda number: os.write(writing, b"%d\n" % number) and None)
        time.sleep(600)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(70)


def with_pragmas(pragmas: tuple[str, ...], work: Work) -> Work:
    """The same work with other settings of SQLite, in the child only."""

    def changed(acknowledge: Acknowledge) -> None:
        database._PRAGMAS = (*database._PRAGMAS, *pragmas)
        work(acknowledge)

    return changed


def office_of_number(number: int, size: int = 40) -> Office:
    """An office all of whose parts tell the same number, so that a mixture of two is seen."""
    measures = tuple(replace(MEASURE, issue=f"{number}", responsible=(f"กอง {n}",)) for n in range(size))
    return replace(
        OFFICE,
        source=str(number),
        plans=(replace(PLANS[0], measures=measures, meeting=str(number)), PLANS[1]),
        years=tuple(replace(year, narratives={"1": str(number)}) for year in OFFICE.years),
    )


def numbers_in(office: Office) -> set[str]:
    """The numbers that the parts of such an office tell: one, if nothing is mixed."""
    plan = next(plan for plan in office.plans if plan.fiscal_year == 2568)
    told = {office.source, plan.meeting, *(one.issue for one in plan.measures)}
    return told | {year.narratives.get("1", "") for year in office.years}


def pauses(random_: random.Random, count: int, longest: float) -> Iterator[float]:
    for _ in range(count):
        yield random_.random() * longest


def edit_all(ws: Workspace, number: int) -> None:
    """One step that touches every table of facts, so that half of it would be seen."""
    with ws.step("test"):
        ws.set_score(2567, "1", Decimal(number % 10_000) / 100)
        for year in (2566, 2567):
            ws.set_narrative(year, "1", str(number))
        plan = next(plan for plan in ws.office.plans if plan.fiscal_year == 2568)
        ws.put_plan(replace(plan, meeting=str(number)))
        for measure in plan.measures:
            ws.set_measure(FiscalYear(2568), replace(measure, issue=str(number)))
        ws.file.update("agency", 1, source=str(number))


def open_workspace(path: Path, backups: Path) -> Workspace:
    return Workspace.open(path, FRAMEWORKS, backups_in=backups)

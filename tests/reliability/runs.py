"""Every run of the reliability suite: how often in the full and the short version, and what its control must show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.reliability import damage, faults, kills, power
from tests.reliability.workers import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One kind of harm: ``run`` with ``safe=False`` is its control, which must come to grief."""

    run: Callable[..., Figures]
    full: int
    short: int
    control: int
    """Rounds of the control in the short version; the full one does three times as many."""


RUNS = {
    "edits": Run(run=kills.edits, full=200, short=10, control=10),
    "upgrades": Run(run=kills.upgrades, full=50, short=6, control=15),
    "imports": Run(run=kills.imports, full=50, short=6, control=10),
    "backups": Run(run=kills.backups, full=60, short=6, control=10),
    "restores": Run(run=kills.restores, full=80, short=8, control=10),
    "power cuts": Run(run=power.cuts, full=150, short=8, control=6),
    "I/O faults": Run(run=faults.faults, full=1_500, short=24, control=20),
    "bit flips": Run(run=damage.flips, full=600, short=60, control=20),
    "wiped sectors": Run(run=damage.wipes, full=200, short=20, control=20),
}


def impossible(name: str) -> str:
    """Why this computer cannot do a run; empty where it can."""
    return {"power cuts": power.impossible, "I/O faults": faults.impossible}.get(name, str)()

"""How long it takes until a score is on the disk: ``python tests/bench/store.py``.

One score edit through the Workspace (undo, row hash and seal included) beside a bare EXTRA commit of the same row, in
the same run on the same disk; then opening a big office.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.records.offices import replace_office
from tests.store.offices import FRAMEWORKS, MEASURE, OFFICE, PLANS

ROUNDS = 300


def p95(durations: list[float]) -> float:
    return sorted(durations)[int(len(durations) * 0.95)]


def timed(action: Callable[[int], object], rounds: int = ROUNDS) -> list[float]:
    durations = []
    for n in range(rounds):
        start = time.perf_counter()
        action(n)
        durations.append((time.perf_counter() - start) * 1000)
    return durations


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        path = Path(folder) / "office.ita"
        office = replace(OFFICE, plans=(replace(PLANS[0], measures=(MEASURE,) * 200), PLANS[1]))
        create_whole(path, lambda file: replace_office(file, office))
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        bare.executescript("PRAGMA synchronous=EXTRA; CREATE TABLE score (id INTEGER PRIMARY KEY, ref, hundredths);")
        bare.execute("INSERT INTO score VALUES (1, '1', 0)")
        opening = timed(lambda _: Workspace.open(path, FRAMEWORKS).close(), 20)
        bare_edits, edits = [], []
        with Workspace.open(path, FRAMEWORKS) as ws:
            for n in range(ROUNDS):
                bare_edits += timed(lambda _, n=n: bare.execute("UPDATE score SET hundredths = ? WHERE id = 1", [n]), 1)
                edits += timed(lambda _, n=n: ws.set_score(2567, "1", Decimal(n) / 100), 1)
            ws.office  # noqa: B018 - what the next one measures is a fresh reading
            reading = timed(lambda n: (ws.set_score(2567, "1", Decimal(n)), ws.office), 20)
        bare.close()
    figures = {
        "edit_p95_ms": p95(edits),
        "bare_commit_p95_ms": p95(bare_edits),
        "ratio": p95(edits) / p95(bare_edits),
        "open_ms": p95(opening),
        "edit_and_read_again_ms": p95(reading),
    }
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}, indent=1))


if __name__ == "__main__":
    main()

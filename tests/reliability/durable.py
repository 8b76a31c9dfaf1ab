"""How long a score edit takes until it is on the disk, beside a bare commit of the same row with synchronous EXTRA."""

from __future__ import annotations

import sqlite3
import time
from decimal import Decimal
from pathlib import Path

from tests.reliability.kills import new_office
from tests.reliability.workers import open_workspace

MOST = 3.0


def ratio(folder: Path, rounds: int) -> tuple[float, float]:
    """95th percentiles in milliseconds: of the edit with undo, hash and seal, and of the bare commit; in turns."""
    path = new_office(folder)
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.executescript("PRAGMA synchronous=EXTRA; CREATE TABLE score (id INTEGER PRIMARY KEY, hundredths)")
    bare.execute("INSERT INTO score VALUES (1, 0)")
    edits, commits = [], []
    with open_workspace(path, folder / "backups") as ws:
        for n in range(rounds):
            start = time.perf_counter()
            bare.execute("UPDATE score SET hundredths = ? WHERE id = 1", [n])
            between = time.perf_counter()
            ws.set_score(2567, "1", Decimal(n % 10_000) / 100)
            edits.append(time.perf_counter() - between)
            commits.append(between - start)
    bare.close()
    return _p95(edits) * 1000, _p95(commits) * 1000


def _p95(durations: list[float]) -> float:
    return sorted(durations)[int(len(durations) * 0.95)]

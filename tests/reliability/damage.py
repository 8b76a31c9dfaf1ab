"""Flipped bits and wiped sectors in an office's file: noticed, harmless, or silent - which must never be."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ita_desktop.store.errors import StoreError
from ita_desktop.store.file import database
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
from tests.reliability.kills import new_office
from tests.reliability.workers import Figures

SECTOR = 512


def flips(folder: Path, rounds: int, *, safe: bool = True, seed: int = 7) -> Figures:
    """Random single bits."""
    random_ = random.Random(seed)

    def change(data: bytearray) -> None:
        data[random_.randrange(len(data))] ^= 1 << random_.randrange(8)

    return _damage("bit flips", folder, rounds, change, safe=safe)


def wipes(folder: Path, rounds: int, *, safe: bool = True, seed: int = 8) -> Figures:
    """Random sectors of zeros."""
    random_ = random.Random(seed)

    def change(data: bytearray) -> None:
        at = random_.randrange(len(data) // SECTOR) * SECTOR
        data[at : at + SECTOR] = bytes(SECTOR)

    return _damage("wiped sectors", folder, rounds, change, safe=safe)


def _damage(name: str, folder: Path, rounds: int, change: Callable[[bytearray], None], *, safe: bool) -> Figures:
    figures = Figures(name=name + ("" if safe else " (control: nothing is looked through)"))
    path = new_office(folder, size=500)
    whole, right = path.read_bytes(), _everything(path)
    figures.count("file size", len(whole))
    victim = folder / "damaged.ita"
    with _settings(safe):
        for _ in range(rounds):
            data = bytearray(whole)
            change(data)
            victim.write_bytes(data)
            figures.rounds += 1
            try:
                same = _everything(victim) == right
            except StoreError:
                figures.count("noticed")
                continue
            except Exception as error:  # found, but not told in a sentence
                figures.bad.append(repr(error))
                continue
            figures.count("harmless" if same else "silent")
            if not same:
                figures.bad.append("silent")
    return figures


def _everything(path: Path) -> tuple[object, ...]:
    """All values of all tables as the program reads them."""
    file = OfficeFile.open(path, read_only=True)
    try:
        tables = sorted(file.tables - {"seal", "_sqlite_migrations"})
        rows = tuple(tuple(tuple(row.values()) for row in file.rows(f'SELECT * FROM "{name}"')) for name in tables)
        return rows, offices.read_office(file)
    finally:
        file.close()


@contextmanager
def _settings(safe: bool) -> Iterator[None]:
    """Without the look through a file at opening, if it is not to be safe."""
    kept = database._look_through
    if not safe:
        database._look_through = lambda db, path: None
    try:
        yield
    finally:
        database._look_through = kept

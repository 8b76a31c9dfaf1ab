"""kill -9 in the middle of edits, upgrades, imports, backups and restores; each with a control that must lose."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from ita_desktop.app.office.import_export import import_office
from ita_desktop.store.errors import StoreError
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.file import database, migrations
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
from ita_desktop.store.safety import package, restoring
from ita_desktop.store.safety.backup import Backup
from tests.reliability.workers import (
    SPILLING,
    UNSAFE,
    Acknowledge,
    Figures,
    Work,
    edit_all,
    killed,
    numbers_in,
    office_of_number,
    open_workspace,
    pauses,
    with_pragmas,
)
from tests.store.offices import FRAMEWORKS

Broken = Exception


def new_office(folder: Path, size: int = 40) -> Path:
    path = folder / "หนองใส.ita"
    create_whole(path, lambda file: offices.replace_office(file, office_of_number(0, size)))
    return path


def edits(folder: Path, rounds: int, *, safe: bool = True, seed: int = 1) -> Figures:
    """After each kill the file holds the last acknowledged edit or the one after it, whole."""
    figures = Figures(name="kill -9 in edits" + ("" if safe else " (control)"))
    path, last = new_office(folder), 0
    for n, pause in enumerate(pauses(random.Random(seed), rounds, 0.25)):
        start = last
        pragmas = () if n % 2 and safe else SPILLING if safe else UNSAFE
        acked = killed(with_pragmas(pragmas, _editing(path, folder / "backups", start)), pause, strict=safe)
        figures.rounds += 1
        figures.count("acknowledged", acked - start)
        figures.count("journals left", path.with_name(path.name + "-journal").exists())
        try:
            kept = _numbers(path)
        except Broken as error:
            figures.bad.append(repr(error))
            kept = set()
        # An undone and not yet redone edit is the number before the last one.
        allowed = {str(acked - 1), str(acked), str(acked + 1)} if acked % 5 == 0 else {str(acked), str(acked + 1)}
        if len(kept) != 1 or not kept <= allowed:
            figures.bad.append(f"acknowledged {acked}, kept {sorted(kept)[:3]}")
            path = _anew(folder, path)
            last = 0
        else:
            last = int(kept.pop())
    return figures


def _editing(path: Path, backups: Path, start: int) -> Work:
    def work(acknowledge: Acknowledge) -> None:
        ws = open_workspace(path, backups)
        acknowledge(start)
        for number in range(start + 1, start + 10_000):
            edit_all(ws, number)
            acknowledge(number)
            if number % 5 == 0:
                ws.undo()
                ws.redo()

    return work


def _anew(folder: Path, path: Path) -> Path:
    for left in folder.glob(path.name + "*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    return new_office(folder)


def _numbers(path: Path) -> set[str]:
    file = OfficeFile.open(path)
    try:
        return numbers_in(offices.read_office(file))
    finally:
        file.close()


@contextmanager
def one_more_step() -> Iterator[list[Callable[[int], None]]]:
    """A later version of the program: a migration that rewrites the biggest tables; what it calls before each pass."""
    begun: list[Callable[[int], None]] = []

    def rewrite(db: Database) -> None:
        db.execute("ALTER TABLE measure ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
        on_disk = bool(db.execute("PRAGMA database_list").fetchall()[0][2])  # a backup is read from a copy in memory
        for n in range(15):
            for tell in begun if on_disk else ():
                tell(n)
            db.execute("UPDATE measure SET colour = colour || ?", [str(n)])
            between = "0" if n == 14 else "in between"
            db.execute("UPDATE measure SET issue = ? WHERE issue IN ('0', 'in between')", [between])
        db.execute("CREATE TABLE wide (id INTEGER PRIMARY KEY, value TEXT NOT NULL, row_hash BLOB) STRICT")
        db.execute("INSERT INTO wide (value) SELECT issue || hex(zeroblob(300)) FROM measure")

    migrations._step("999_test")(rewrite)

    database._schema_of.cache_clear()
    try:
        yield begun
    finally:
        migrations.migrations._migrations.pop()
        database._schema_of.cache_clear()


def upgrades(folder: Path, rounds: int, *, safe: bool = True, seed: int = 2) -> Figures:
    """After each kill the file is wholly of the old or of the new version, and a backup came before the change."""
    figures = Figures(name="kill -9 in upgrades" + ("" if safe else " (control)"))
    old = new_office(folder, size=400)
    path, backups = folder / "b.ita", folder / "backups"

    with one_more_step() as begun:

        def work(acknowledge: Acknowledge) -> None:
            # The control is killed in the midst of its passes: it is too fast to be met there by chance.
            begun.append(lambda n: acknowledge(1) if n == (0 if safe else 5) else None)
            open_workspace(path, backups)
            acknowledge(2)

        for n, pause in enumerate(pauses(random.Random(seed), rounds, 0.6)):
            within = (pause if n % 2 else pause / 8) if safe else pause / 300
            for left in (backups, path.with_name(path.name + "-journal")):
                shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
            shutil.copy(old, path)
            killed(with_pragmas(SPILLING if safe else UNSAFE, work), within, strict=safe)
            figures.rounds += 1
            figures.count("journals left", path.with_name(path.name + "-journal").exists())
            try:
                _check_upgrade(path, backups, figures)
            except Broken as error:
                figures.bad.append(repr(error))
    return figures


def _check_upgrade(path: Path, backups: Path, figures: Figures) -> None:
    seen: list[Path] = []
    file = OfficeFile.open(path, before_upgrade=seen.append)
    upgraded = not seen
    figures.count("new version" if upgraded else "old version")
    kept = numbers_in(offices.read_office(file))
    colours = {row["colour"] for row in file.rows("SELECT DISTINCT colour FROM measure")}
    file.close()
    made = [package.verify(one) for one in backups.glob("*/*.ita-backup")]
    if (
        kept != {"0"}
        or colours != {"blue" + "".join(map(str, range(15)))}
        or (upgraded and not any(one.reason == "upgrade" for one in made))
    ):
        figures.bad.append(f"{kept}, {colours}, {len(made)} backups")


def imports(folder: Path, rounds: int, *, safe: bool = True, seed: int = 3) -> Figures:
    """After each kill the file holds one of the imported offices, never parts of two."""
    figures = Figures(name="kill -9 in imports" + ("" if safe else " (control)"))
    path = new_office(folder)
    for number in range(2):
        (folder / f"{number}.json").write_text(office_json(office_of_number(number)), encoding="utf-8")

    def work(acknowledge: Acknowledge) -> None:
        acknowledge(1)
        for n in range(2, 1000):
            import_office(folder / f"{n % 2}.json", path, replace=True, frameworks=FRAMEWORKS)
            acknowledge(n)

    for pause in pauses(random.Random(seed), rounds, 0.5):
        acked = killed(with_pragmas(SPILLING if safe else UNSAFE, work), pause, strict=safe)
        figures.rounds += 1
        figures.count("acknowledged", acked - 1)
        figures.count("journals left", path.with_name(path.name + "-journal").exists())
        try:
            kept = _numbers(path)
        except Broken as error:
            kept = {repr(error)}
        if kept not in ({"0"}, {"1"}):
            figures.bad.append(str(sorted(kept))[:200])
            _anew(folder, path)
    return figures


def backups(folder: Path, rounds: int, *, safe: bool = True, seed: int = 4) -> Figures:
    """Every file that is called a backup is one, whole; each acknowledged one is there."""
    figures = Figures(name="kill -9 in backups" + ("" if safe else " (control)"))
    path = new_office(folder, size=200)
    place = folder / "backups"

    def work(acknowledge: Acknowledge) -> None:
        ws = open_workspace(path, place)
        acknowledge(1)
        for n in range(2, 1000):
            if safe:
                ws.backups.make()
            else:  # what a program does that copies: straight to the final name
                target = ws.backups.place.folder.folder / f"{n:06}9.ita-backup"
                whole = ws.backups.make().path
                _copy_slowly(whole.read_bytes(), target)
            acknowledge(n)

    for pause in pauses(random.Random(seed), rounds, 0.4):
        acked = killed(work, pause, strict=safe)
        figures.rounds += 1
        found = list(place.glob("*/*.ita-backup"))
        figures.count("examined", len(found))
        figures.count("leftovers", len(list(place.glob("*/.unfinished*"))))
        if len(found) < min(acked - 1, 20):
            figures.bad.append(f"{acked - 1} acknowledged, {len(found)} there")
        for one in found:
            try:
                if numbers_in(package.office_in(one)) != {"0"}:
                    figures.bad.append(one.name)
            except StoreError as error:
                figures.bad.append(repr(error))
        shutil.rmtree(place, ignore_errors=True)
    return figures


def _copy_slowly(data: bytes, target: Path) -> None:
    """What copying by hand does, to a stick or a busy disk."""
    with target.open("wb") as stream:
        for at in range(0, len(data), 2048):
            stream.write(data[at : at + 2048])
            stream.flush()
            time.sleep(0.0005)


def restores(folder: Path, rounds: int, *, safe: bool = True, seed: int = 5) -> Figures:
    """After each kill the next opening finds the old office or the new one, and every replaced file is kept."""
    figures = Figures(name="kill -9 in restores" + ("" if safe else " (control)"))
    path, place = new_office(folder), folder / "backups"
    ws = open_workspace(path, place)
    first = _beside(ws.backups.make(), folder)
    edit_all(ws, 1)
    second = _beside(ws.backups.make(), folder)
    ws.close()

    def work(acknowledge: Acknowledge) -> None:
        ws = open_workspace(path, place)
        if safe:
            acknowledge(1)
        for n in range(2, 1000):
            wanted = (first, second)[n % 2]
            if safe:
                ws.backups.restore(wanted)
            else:  # "I copied the backup back"
                (folder / "naive").unlink(missing_ok=True)
                package.unpack(wanted.path, folder / "naive")
                acknowledge(n)
                _copy_slowly((folder / "naive").read_bytes(), path)
            acknowledge(n)

    for pause in pauses(random.Random(seed), rounds, 0.4 if safe else 0.04):  # the control: while it copies
        before = len(restoring.replaced(path))
        acked = killed(work, pause, strict=safe)
        figures.rounds += 1
        figures.count("interrupted", restoring.is_interrupted(path))
        figures.count("acknowledged", acked - 1)
        try:
            ws = open_workspace(path, place)
            kept = numbers_in(ws.office)
            put_aside = len(ws.backups.replaced) - before
            ws.close()
        except Broken as error:
            figures.bad.append(repr(error))
            _anew(folder, path)
            continue
        if kept not in ({"0"}, {"1"}) or (safe and put_aside < acked - 1):
            figures.bad.append(f"{kept}, {acked - 1} restores, {put_aside} put aside")
        figures.count("put aside", put_aside)
        _check_put_aside(path, figures)
    return figures


def _beside(backup: Backup, folder: Path) -> Backup:
    """The backup where thinning does not find it."""
    return replace(backup, path=Path(shutil.copy(backup.path, folder / backup.path.name)))


def _check_put_aside(path: Path, figures: Figures) -> None:
    """The files that were put aside are whole offices; then they make room."""
    for old in restoring.replaced(path):
        if len(numbers_in(_office(old))) != 1:
            figures.bad.append(str(old))
    shutil.rmtree(path.with_name(path.name + ".replaced"), ignore_errors=True)


def _office(path: Path) -> offices.Office:
    file = OfficeFile.open(path)
    try:
        return offices.read_office(file)
    finally:
        file.close()

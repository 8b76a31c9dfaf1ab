"""The n-th change of the disk fails (LD_PRELOAD, ``faults.c``): nothing is damaged, and what is called saved is saved.

Run as a module it is the child that the library is loaded into; each point is a fork of it.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office import sending
from ita_desktop.app.office.import_export import read_office_json
from ita_desktop.app.office.merge import differences
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.outputs import write_output
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.file import database
from ita_desktop.store.safety import package
from tests.reliability.kills import new_office
from tests.reliability.workers import UNSAFE, Figures, office_of_number, open_workspace
from tests.store.offices import FRAMEWORKS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(__file__).with_name("faults.c")
ALWAYS = 10**9

Operation = Callable[[Workspace, Path], object]


def impossible() -> str:
    """Why the library cannot be made here; empty where it can."""
    if not sys.platform.startswith("linux"):
        return "needs LD_PRELOAD, which only Linux has"
    return "" if shutil.which("cc") else "needs a C compiler (cc)"


def _edit(ws: Workspace, folder: Path) -> None:
    ws.set_score(2567, "1", Decimal("12.34"))


def _merge(ws: Workspace, folder: Path) -> None:
    theirs = office_of_number(2)
    ws.merge(theirs, [one for one in differences(ws.office, theirs) if one.proposed])


def _undo(ws: Workspace, folder: Path) -> None:
    ws.undo()


OPERATIONS: dict[str, Operation] = {
    "edit": _edit,
    "draft": lambda ws, folder: ws.drafts.keep("agency/phone", "๐"),  # type: ignore[arg-type]
    "undo": _undo,
    "import": lambda ws, folder: ws.replace_office(office_of_number(2)),
    "merge": _merge,
    "restore": lambda ws, folder: ws.backups.restore(ws.backups.all()[-1]),
    "backup": lambda ws, folder: ws.backups.make(),
    "remove year": lambda ws, folder: ws.remove_year(2566),
    "copy": lambda ws, folder: ws.save_copy(folder / "copy.ita"),
    "send": lambda ws, folder: sending.send(ws, folder / "a.ita-send"),
    "export": lambda ws, folder: ws_export(ws, folder),
    "close": lambda ws, folder: ws.close(),
}


def ws_export(ws: Workspace, folder: Path) -> None:

    write_output(folder / "out.json", office_json(ws.office).encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Calls number ``first`` to ``last`` of an operation (or of opening) fail with ``error``."""

    operation: str
    first: int
    last: int
    error: int


def faults(folder: Path, rounds: int, *, safe: bool = True, seed: int = 9) -> Figures:
    """Points drawn from all of them; the control works without a journal."""
    library = folder / "faults.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    command = [sys.executable, "-m", "tests.reliability.faults", str(rounds), str(seed), "safe" if safe else "unsafe"]
    environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    figures = Figures(name="I/O faults" + ("" if safe else " (control)"))
    for line in done.stdout.splitlines():
        told = json.loads(line)
        figures.rounds += 1
        figures.count(told["said"])
        if told["bad"]:
            figures.bad.append(f"{told['point']}: {told['bad']}")
    return figures


def _points(library: ctypes.CDLL, folder: Path) -> list[Point]:
    """All points: each operation is done once to count its calls."""
    points = []
    for name in ("open", *OPERATIONS):
        office = _prepared(folder / f"count-{name}")
        ws = None if name == "open" else _worked_on(office)
        library.faults_arm(str(office.parent).encode(), 0, 0, 0)
        if ws is None:
            _opened(office).close()
        else:
            OPERATIONS[name](ws, office.parent)
        calls = library.faults_disarm()
        if ws is not None:
            ws.close()
        for error in (errno.EIO, errno.ENOSPC):
            for n in range(1, calls + 1):
                points += [Point(operation=name, first=n, last=last, error=error) for last in (n, ALWAYS)]
        shutil.rmtree(office.parent)
    return points


def _prepared(folder: Path) -> Path:
    folder.mkdir()
    return new_office(folder, size=3)


def _opened(office: Path) -> Workspace:
    return open_workspace(office, office.parent / "backups")


def _worked_on(office: Path) -> Workspace:
    ws = _opened(office)
    ws.backups.make()
    ws.set_narrative(2567, "2", "ก่อน")
    return ws


def _state(ws: Workspace) -> object:
    return replace(ws.office, source=""), tuple((draft.origin, draft.text) for draft in ws.drafts.all())


def _try(library: ctypes.CDLL, point: Point, folder: Path) -> tuple[str, str]:
    """What was said, and what is bad about it; nothing where all is well."""
    office = _prepared(folder)
    if point.operation == "open":
        return _try_opening(library, point, office)
    ws = _worked_on(office)
    before = _state(ws)
    library.faults_arm(str(folder).encode(), point.first, point.last, point.error)
    try:
        OPERATIONS[point.operation](ws, folder)
        said = "done"
    except WorkspaceError as error:
        said = f"told {error.code.value}"
    except BaseException as error:
        library.faults_disarm()
        return "escaped", f"{type(error).__name__}: {error} {traceback.format_exc()[-600:]}"
    library.faults_disarm()
    if point.operation != "close" and not ws.file.closed:
        memory = _state(ws)
        if memory != _fresh(office):
            return said, "what is shown is not what is in the file"
        if said == f"told {StoreErrorCode.UNSURE.value}" and memory == before:
            return said, "called saved and not saved"
    ws.close()
    return said, _left_behind(office, before, said, point.operation)


def _try_opening(library: ctypes.CDLL, point: Point, office: Path) -> tuple[str, str]:
    with _opened(office) as ws:
        before = _state(ws)
    library.faults_arm(str(office.parent).encode(), point.first, point.last, point.error)
    try:
        with _opened(office) as ws:
            said = "read only" if ws.read_only else "done"
            same = _state(ws) == before
    except WorkspaceError as error:
        said, same = f"told {error.code.value}", True
    library.faults_disarm()
    if not same or said.startswith("told"):
        return said, "it could not be looked at"
    return said, _left_behind(office, before, said, "open")


def _fresh(office: Path) -> object:
    with Workspace.open(office, FRAMEWORKS, read_only=True) as again:
        return _state(again)


def _left_behind(office: Path, before: object, said: str, operation: str) -> str:
    """The file opens and holds the old or the new state; every backup and package is whole or not there."""
    with _opened(office) as again:
        if again.read_only:
            return f"it can only be read: {again.read_only_reason}"
        if said.startswith("told") and operation == "edit" and said != "told unsure" and _state(again) != before:
            return "refused and saved"
        if (
            said == "done"
            and operation in ("edit", "draft", "undo", "import", "remove year")
            and _state(again) == before
        ):
            return "called saved and not saved"
    for made in (*office.parent.glob("backups/*/*.ita-backup"), *office.parent.glob("*.ita-send")):
        try:
            package.verify(made)
        except StoreError as error:
            return f"{made.name}: {error}"
    for copy in office.parent.glob("copy.ita"):
        Workspace.open(copy, FRAMEWORKS, read_only=True).close()
    for out in office.parent.glob("out.json"):
        read_office_json(out, FRAMEWORKS)
    return ""


def main(rounds: int, seed: int, safe: bool) -> None:
    """Print a line of JSON for each point."""
    library = ctypes.CDLL(None)
    library.faults_arm.argtypes = (ctypes.c_char_p, ctypes.c_long, ctypes.c_long, ctypes.c_int)
    library.faults_disarm.restype = ctypes.c_long
    if not safe:
        database._PRAGMAS = (*database._PRAGMAS, *UNSAFE)
    with tempfile.TemporaryDirectory() as kept:
        points = _points(library, Path(kept))
        chosen = random.Random(seed).choices(points, k=rounds) if rounds < len(points) else points
        for number, point in enumerate(chosen):
            folder = Path(kept) / str(number)
            print(_in_child(lambda folder=folder, point=point: _try(library, point, folder), point), flush=True)
            shutil.rmtree(folder, ignore_errors=True)


def _in_child(work: Callable[[], tuple[str, str]], point: Point) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            said, bad = work()
        except BaseException:
            said, bad = "escaped", traceback.format_exc()[-1500:]
        told = {"point": str(point), "said": said, "bad": bad}
        os.write(writing, json.dumps(told).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read().decode()
    os.waitpid(child, 0)
    return told


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "safe")

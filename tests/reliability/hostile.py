"""Files that mean harm, each read in a process of its own with 1 GB of memory and 20 seconds.

``python -m tests.reliability.hostile [--unsafe]`` prints one line of JSON a case; each ends taken, or refused with
a sentence.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ita_desktop import i18n, paths
from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office import sending
from ita_desktop.app.office.copies import read_scan
from ita_desktop.app.office.import_export import read_office_json
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.outputs import write_output
from ita_desktop.store.exchange import tables_in
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.exchange.tables_in import read_csv, read_xlsx
from ita_desktop.store.pictures import pictures
from ita_desktop.store.untrusted import json_tree, zips
from tests.reliability import hostile_files
from tests.store.offices import FRAMEWORKS

MEMORY = 1 << 30
SECONDS = 20.0

Read = Callable[[Path], object]


def _workspace(path: Path) -> object:
    with Workspace.open(path, FRAMEWORKS) as ws:
        office = ws.office
        ws.set_setting("hostile", 1)
        return office


def _text(path: Path) -> object:
    """A text goes into the store, out to JSON and back, and is the same, or is refused."""
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    office = hostile_files.new_office(path.parent)
    with Workspace.open(office, FRAMEWORKS) as ws:
        ws.set_narrative(2567, "1", text)
        ws.drafts.keep("year/2567/narratives/2", text)
        write_output(path.parent / "out.json", office_json(ws.office).encode("utf-8"))
        back = read_office_json(path.parent / "out.json", FRAMEWORKS)
    with Workspace.open(office, FRAMEWORKS, read_only=True) as ws:
        kept = next(year for year in ws.office.years if year.fiscal_year == 2567).narratives.get("1", "")
        again = next(year for year in back.years if year.fiscal_year == 2567).narratives.get("1", "")
        assert kept == again == text, "lost"
    return None


READERS: dict[str, Read] = {
    "table": lambda path: _told(_table, path),
    "picture": lambda path: _told(_picture, path),
    "scan": lambda path: read_scan(path),
    "package": lambda path: (sending.inspect(path), sending.received(path)),
    "json": lambda path: read_office_json(path, FRAMEWORKS),
    "slip": lambda path: sending.read_slip(path, FRAMEWORKS),
    "office": _workspace,
    "text": _text,
}


def _table(path: Path) -> object:
    zipped = path.is_file() and path.read_bytes()[:2] == b"PK"
    return read_xlsx(path) if zipped else read_csv(path)


def _picture(path: Path) -> object:
    return pictures.photo_of(path, path.read_bytes())


def _told(read: Read, path: Path) -> object:
    with told_to_user():
        return read(path)


def outcome(read: Read, path: Path, seconds: float = SECONDS) -> str:
    """``taken``, ``told <code>``, ``crashed <how>`` or ``hung``."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_child(read, path, writing)
    os.close(writing)
    try:
        ended = select.select([reading], [], [], seconds)[0]
        said = os.read(reading, 1000).decode() if ended else "hung"
    finally:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        os.close(reading)
    return said or f"crashed status {status}"


def _be_child(read: Read, path: Path, writing: int) -> None:
    said = "crashed"
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            read(path)
            said = "taken"
        except WorkspaceError as error:
            said = f"told {error.code.value}" if len(str(error)) > 20 else "crashed: no sentence"
        except BaseException as error:
            said = f"crashed {type(error).__name__}: {str(error)[:100]}"
    finally:
        os.write(writing, said.encode("utf-8", "replace"))
        os._exit(0)


def make_unsafe() -> None:
    """What the control runs with: no limit."""
    zips.Limits.__init__.__kwdefaults__.update(entries=10**9, total=10**12, ratio=10**9)  # type: ignore[union-attr]
    tables_in._ZIP_LIMITS = zips.Limits()
    tables_in.MAX_BYTES = tables_in.MAX_ROWS = tables_in.MAX_COLUMNS = tables_in.MAX_CELLS = 10**12
    tables_in.MAX_TAGS = tables_in.MAX_STYLE_TAGS = 10**12
    json_tree.MAX_BYTES, json_tree._MOST = 10**12, ()


def main(unsafe: bool) -> None:
    i18n.use_language("th", paths.translations())
    if unsafe:
        make_unsafe()
    with tempfile.TemporaryDirectory() as kept:
        for name, kind, make in hostile_files.cases(unsafe):
            folder = Path(kept) / name
            folder.mkdir()
            path = make(folder)
            start = time.monotonic()
            said = outcome(READERS[kind], path, 6.0 if unsafe else SECONDS)
            left = sorted(one.name for one in folder.parent.iterdir() if one.name not in (name, "backups"))
            took = round(time.monotonic() - start, 2)
            print(json.dumps({"name": name, "said": said, "seconds": took, "escaped": left}), flush=True)
            hostile_files.remove(folder)


if __name__ == "__main__":
    main("--unsafe" in sys.argv)

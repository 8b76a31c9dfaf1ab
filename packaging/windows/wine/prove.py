"""Prove the whole: tests by folder, the frozen program, its installer, its paper; one table of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wine.build import freeze, size_of, version
from wine.folder import ROOT, FailedError, Folder
from wine.installer import prove_installer
from wine.machine import Machine
from wine.prepare import prepare
from wine.tests import run_tests

QUICK = ("domain", "store", "typeset", "documents", "app", "cli")
"""The tests of every run of CI."""
PARTS = ("tests", "ui", "frozen", "installer", "demo")
MEGABYTES = 120
"""What the program's folder may hold on Windows."""


@dataclass
class Table:
    """The rows of the proof: part, whether it is right, what there is to say of it, seconds."""

    rows: list[tuple[str, bool | None, str, float]] = field(default_factory=list)

    def row(self, part: str, right: bool | None, told: str, seconds: float = 0) -> None:
        """Add a row; None: it was left out, and the words say why."""
        self.rows.append((part, right, told, seconds))
        print(f"-- {part}: {_mark(right)} {told} ({seconds:.0f} s)", flush=True)

    @property
    def right(self) -> bool:
        """Return whether nothing failed."""
        return all(right is not False for _, right, _, _ in self.rows)

    def text(self) -> str:
        """Return the table in Markdown."""
        lines = (f"| {part} | {_mark(right)} | {told} | {seconds:.0f} |" for part, right, told, seconds in self.rows)
        return "\n".join(("| part | | what | s |", "|---|---|---|---|", *lines, ""))


def _mark(right: bool | None) -> str:
    return {True: "passed", False: "FAILED", None: "left out"}[right]


def prove(folder: Folder, parts: Sequence[str]) -> Table:
    """Prove the parts; the table is also written to the results."""
    table = Table()
    began = time.monotonic()
    table.row("prepare", True, "; ".join(prepare(folder)), time.monotonic() - began)
    folder.results.mkdir(parents=True, exist_ok=True)
    wanted = bool({"installer", "demo"} & set(parts)) and not folder.frozen.is_dir()
    if "frozen" in parts or wanted:
        _frozen(table, folder)
    if "installer" in parts:
        _installer(table, folder)
    if "demo" in parts:
        _demo(table, folder)
    names = (*(QUICK if "tests" in parts else ()), *(("ui",) if "ui" in parts else ()))
    for name in names:
        _tests(table, folder, name)
    Machine(folder).end()
    table.row("all", table.right, f"{len(table.rows)} parts", time.monotonic() - began)
    (folder.results / "prove.md").write_text(table.text(), encoding="utf-8")
    return table


def _frozen(table: Table, folder: Folder) -> None:
    """Build the frozen program and weigh it."""
    seconds = freeze(Machine(folder))
    size, files = size_of(folder.frozen)
    told = f"{size / 1e6:.1f} MB in {files} files (at most {MEGABYTES} MB)"
    table.row("frozen program", size <= MEGABYTES * 1_000_000, told, seconds)


def _installer(table: Table, folder: Folder) -> None:
    """Install, use and remove the frozen program."""
    began = time.monotonic()
    proof = prove_installer(folder, folder.frozen, version())
    for what, so, note in proof.steps:
        table.row("installer", so, f"{what}{f': {note}' if note else ''}")
    table.row("installer", not proof.failed, "all steps", time.monotonic() - began)


def _demo(table: Table, folder: Folder) -> None:
    """Compare the sample's papers with those of Linux, byte for byte."""
    windows, linux = folder.results / "demo", folder.root / "demo-linux"
    if not windows.is_dir():
        table.row("papers as on Linux", None, "the installer's part makes them")
        return
    subprocess.run(["rm", "-rf", linux], check=True)
    done = subprocess.run(
        [sys.executable, "-m", "ita_desktop", "demo", linux, "--no-window"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise FailedError(f"{sys.executable} does not run the program on Linux (PYTHON names another):\n{done.stderr}")
    names = sorted(each.name for each in linux.glob("*.pdf"))
    other = [name for name in names if not _same(linux / name, windows / name)]
    table.row(
        "papers as on Linux", bool(names) and not other, f"{len(names)} PDFs, {len(other)} different {other or ''}"
    )


def _same(left: Path, right: Path) -> bool:
    return right.is_file() and left.read_bytes() == right.read_bytes()


def _tests(table: Table, folder: Folder, name: str) -> None:
    """Run the tests of one folder."""
    paths = [f"tests/{name}"] if name != "domain" else ["tests/domain", "tests/test_paths.py"]
    counted = run_tests(Machine(folder), paths, name)
    told = counted.line().removeprefix(f"{name}: ").rpartition(",")[0]
    table.row(f"tests/{name}", bool(counted.passed) and not counted.failed, told, counted.seconds)

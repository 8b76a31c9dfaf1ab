"""Freeze the program on Windows and make its installer, for proof."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from wine.folder import ROOT, FailedError, needed
from wine.machine import Machine, windows_path

LIMIT = 1800
"""Seconds that PyInstaller may take on an old computer."""


def freeze(machine: Machine) -> float:
    """Build the program's folder with PyInstaller; the seconds it took. FailedError: it ended with a fault."""
    folder = machine.folder
    shutil.rmtree(folder.frozen, ignore_errors=True)
    work = folder.root / "build"
    ended = machine.python(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", windows_path(folder.frozen.parent), "--workpath", windows_path(work), "build.spec"),
        where=ROOT,
        limit=LIMIT,
    )
    if ended.code or not (folder.frozen / "ita-desktop-console.exe").is_file():
        raise FailedError(f"PyInstaller ended with {ended.code}:\n{ended.said[-4000:]}")
    shutil.rmtree(work, ignore_errors=True)
    return ended.seconds


def size_of(folder: Path) -> tuple[int, int]:
    """Return the bytes and the number of the files in a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return sum(sizes), len(sizes)


def make_installer(payload: Path, version: str, out: Path) -> Path:
    """Make an installer of a folder, with makensis; the same script as for the one that is published."""
    needed({"makensis": "nsis"})
    done = subprocess.run(
        [ROOT / "packaging" / "windows" / "build", payload, out],
        env={**os.environ, "VERSION": version, "PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    made = out / f"ita-desktop-{version}-setup.exe"
    if done.returncode or not made.is_file():
        raise FailedError(f"makensis made no installer:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return made


def version() -> str:
    """Return the version of this checkout."""
    text = (ROOT / "ita_desktop" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]

"""Simulated power cuts: the disk's image is copied while the writer is stopped, so what was not yet synced is lost.

Needs root and a loop device. It does not reorder writes and does not model a disk that lies about being done.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
from tests.reliability.kills import new_office
from tests.reliability.workers import Acknowledge, Figures, Work, _be_child, edit_all, numbers_in, open_workspace

MEGABYTES = 24


@cache
def impossible() -> str:
    """Why no power cut can be simulated here; empty where it can."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "mounting an image needs root"
    missing = [name for name in ("mkfs.ext4", "mount", "umount") if shutil.which(name) is None]
    if missing or not Path("/dev/loop-control").exists():
        return f"there is no {', '.join(missing) or 'loop device'}"
    with tempfile.TemporaryDirectory() as folder:
        image, disk = Path(folder) / "trial.img", Path(folder) / "disk"
        disk.mkdir()
        try:
            _format(image, megabytes=2)
            with mounted(image, disk):
                return ""
        except subprocess.CalledProcessError as error:
            return f"no image can be mounted: {error.stderr.strip()}"


def cuts(folder: Path, rounds: int, *, safe: bool = True, seed: int = 6) -> Figures:
    """After each cut the file is whole and holds the last acknowledged edit or the one after it."""
    figures = Figures(name="power cuts" + ("" if safe else " (control: synchronous OFF)"))
    image, disk = folder / "disk.img", folder / "disk"
    disk.mkdir()
    _format(image, MEGABYTES)
    with mounted(image, disk):
        path = new_office(disk)
        os.sync()
        with _running(_writer(path, folder / "backups", safe)) as (child, reading):
            last = _acknowledged(reading, 0)
            for _ in range(rounds):
                time.sleep(random.Random(seed + figures.rounds).random() * 0.12)
                os.kill(child, signal.SIGSTOP)
                os.waitpid(child, os.WUNTRACED)
                before, last = last, _acknowledged(reading, last)
                shutil.copyfile(image, folder / "cut.img")
                os.kill(child, signal.SIGCONT)
                figures.rounds += 1
                figures.count("acknowledged", last - before)
                _check(folder, path.name, last, figures)
    return figures


def _check(folder: Path, name: str, acknowledged: int, figures: Figures) -> None:
    after = folder / "after"
    after.mkdir(exist_ok=True)
    with mounted(folder / "cut.img", after):
        try:
            figures.count("journals left", (after / f"{name}-journal").exists())
            file = OfficeFile.open(after / name)
            kept = numbers_in(offices.read_office(file))
            file.close()
        except Exception as error:  # whatever it is, the file did not survive
            figures.bad.append(repr(error)[:200])
            return
    if kept not in ({str(acknowledged)}, {str(acknowledged + 1)}):
        figures.bad.append(f"acknowledged {acknowledged}, kept {sorted(kept)[:3]}")


def _writer(path: Path, backups: Path, safe: bool) -> Work:
    def work(acknowledge: Acknowledge) -> None:
        ws = open_workspace(path, backups)
        if not safe:
            ws.file.run("PRAGMA synchronous=OFF")
        for number in range(1, 1_000_000):
            edit_all(ws, number)
            acknowledge(number)

    return work


def _format(image: Path, megabytes: int) -> None:
    with image.open("wb") as stream:
        stream.truncate(megabytes << 20)
    _run("mkfs.ext4", "-q", "-F", str(image))


@contextmanager
def mounted(image: Path, folder: Path) -> Iterator[None]:
    """The file system in an image, while it lasts."""
    _run("mount", "-o", "loop", str(image), str(folder))
    try:
        yield
    finally:
        _run("umount", str(folder))


@contextmanager
def _running(work: Work) -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_child(work, writing)
    os.close(writing)
    try:
        yield child, reading
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)


def _acknowledged(reading: int, last: int) -> int:
    """The last number told so far; the first one is waited for."""
    while select.select([reading], [], [], 0 if last else 60)[0]:
        data = os.read(reading, 1 << 16)
        if not data:
            raise RuntimeError("the writer has ended by itself")
        last = int(data.split()[-1])
    return last


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)

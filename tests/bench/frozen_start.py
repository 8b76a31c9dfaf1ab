"""How soon the frozen program is on the screen, beside a bare frozen Qt window in the same run (Linux).

python tests/bench/frozen_start.py dist/ita-desktop/ita-desktop [ROUNDS]

Spawn to first paint, offscreen and (where Xvfb is installed) on an X server, in turns with the bare window; then once
more with the processor limited to 20 % of one core through a cgroup (root). Needs PyInstaller for the bare window.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

TOLD = "ITA_DESKTOP_FIRST_PAINT"
GROUPS = Path("/sys/fs/cgroup")
PERIOD, QUOTA = 100_000, 20_000
"""Microseconds: a fifth of one core."""
BARE = f"""
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False
def tell():
    with open(os.environ["{TOLD}"], "w") as out:
        out.write(str(time.monotonic()))
app = QApplication(sys.argv)
window = QMainWindow()
watch = Watch()
window.installEventFilter(watch)
window.resize(1366, 768)
window.show()
app.exec()
"""


def build_bare(folder: Path) -> Path:
    script = folder / "bare.py"
    script.write_text(BARE, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", "--onedir", "--strip", str(script)],
        cwd=folder,
        check=True,
    )
    return folder / "dist" / "bare" / "bare"


def first_paint(program: Path, platform: str, home: Path, group: Path | None) -> float:
    """Milliseconds from the spawn to the first picture."""
    told = home / "told"
    told.unlink(missing_ok=True)
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": platform, TOLD: str(told), "LC_ALL": "C.UTF-8"}

    def enter() -> None:
        if group is not None:
            (group / "cgroup.procs").write_text(str(os.getpid()), encoding="ascii")

    begin = time.monotonic()
    process = subprocess.Popen([program], env=environment, preexec_fn=enter, stderr=subprocess.DEVNULL)
    try:
        while not told.exists() or not told.read_text(encoding="ascii"):
            if process.poll() is not None or time.monotonic() - begin > 60:
                raise SystemExit(f"{program} ended with {process.poll()} before its window was painted")
            time.sleep(0.005)
        return (float(told.read_text(encoding="ascii")) - begin) * 1000
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def in_turns(programs: dict[str, Path], platform: str, home: Path, rounds: int, group: Path | None) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(rounds + 1):
        for name, program in programs.items():
            figure = first_paint(program, platform, home, group)
            if number:  # the first warms the cache
                taken[name].append(figure)
    figures = {f"{name}_ms": round(statistics.median(values), 1) for name, values in taken.items()}
    return {**figures, "ratio": round(figures["ours_ms"] / figures["bare_ms"], 2)}


@contextlib.contextmanager
def slowed() -> Iterator[Path | None]:
    """A control group (of either version) with a fifth of one core; None where that cannot be made."""
    second = (GROUPS / "cgroup.controllers").exists()
    group = (GROUPS if second else GROUPS / "cpu") / "ita-desktop-bench"
    try:
        group.mkdir()
        if second:
            (group / "cpu.max").write_text(f"{QUOTA} {PERIOD}", encoding="ascii")
        else:
            (group / "cpu.cfs_period_us").write_text(str(PERIOD), encoding="ascii")
            (group / "cpu.cfs_quota_us").write_text(str(QUOTA), encoding="ascii")
    except OSError as error:
        print(f"no limit of the processor here: {error}", file=sys.stderr)
        yield None
        return
    try:
        yield group
    finally:
        group.rmdir()


@contextlib.contextmanager
def screen() -> Iterator[bool]:
    """An X server of our own; False where Xvfb is not installed."""
    if shutil.which("Xvfb") is None:
        yield False
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    try:
        os.environ["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        yield True
    finally:
        server.terminate()
        server.wait()


def main(program: Path, rounds: int) -> None:
    figures = {}
    with tempfile.TemporaryDirectory() as kept, screen() as has_screen:
        folder = Path(kept)
        programs = {"bare": build_bare(folder), "ours": program.absolute()}
        home = folder / "บ้าน ของเรา"
        home.mkdir()
        for platform in ("offscreen", "xcb") if has_screen else ("offscreen",):
            figures[platform] = in_turns(programs, platform, home, rounds, None)
            with slowed() as group:
                if group is not None:
                    figures[f"{platform}, a fifth of one core"] = in_turns(programs, platform, home, rounds, group)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)

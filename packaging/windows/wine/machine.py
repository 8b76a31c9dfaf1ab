"""Start Windows programs under Wine, with a code page, pipes for their streams, and an end."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from wine.folder import Folder

LANGUAGES = {874: "th_TH", 1252: "en_US"}
"""The system language that gives each code page."""

QUIET = 0.5
"""Seconds without a word after which a stream that a service of Wine keeps open counts as ended."""


@dataclass(frozen=True)
class Ended:
    """How a program ended: its code (-1: stopped, it took too long), its words, its seconds."""

    code: int
    said: str
    seconds: float


def windows_path(path: Path) -> str:
    """Return the name that Windows has for a file of Linux: drive Z: is the whole of it."""
    return str(PureWindowsPath("Z:/", *PurePosixPath(path.absolute()).parts[1:]))


@dataclass
class Machine:
    """The Windows computer that Wine plays."""

    folder: Folder
    code_page: int = 874
    display: str = ""
    stdin: int | None = subprocess.DEVNULL
    """Where programs read; None: where this one reads."""
    _spoken: int = field(default=0, init=False)

    def environment(self, **more: str) -> dict[str, str]:
        """Return what Wine and the program are given: nothing of the caller's environment but PATH and the printer."""
        language = LANGUAGES[self.code_page]
        kept = {name: os.environ[name] for name in ("PATH", "CUPS_SERVER", "ITA_DESKTOP_FROZEN") if name in os.environ}
        own = {
            "HOME": str(self.folder.home),
            "WINEPREFIX": str(self.folder.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "winedbg.exe=d;winemenubuilder.exe=d",
            "LOCPATH": str(self.folder.locales),
            "LC_ALL": f"{language}.UTF-8",
            "DISPLAY": self.display,
            # Wine hides what begins with QT_ from Windows programs, unless WINE stands before it
            "PYTHONPYCACHEPREFIX": "C:\\pycache",  # what Linux' Python keeps in the checkout stays its own
            "WINEQT_QPA_PLATFORM": "windows" if self.display else "offscreen",
        }
        return {**kept, **own, **more}

    def start(self, words: Sequence[str], *, where: Path, **environment: str) -> subprocess.Popen[bytes]:
        """Start a Windows program in a group of its own; its streams are one pipe."""
        if self._spoken not in (0, self.code_page):
            self.end()  # the server keeps the language it was started with
        self._spoken = self.code_page
        return subprocess.Popen(
            ["wine", *words],
            cwd=where,
            env=self.environment(**environment),
            stdin=self.stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def run(
        self, words: Sequence[str], *, where: Path, limit: float = 600, loud: bool = False, **environment: str
    ) -> Ended:
        """Run a Windows program to its end or its limit (seconds); ``loud`` also prints what it says."""
        began = time.monotonic()
        process = self.start(words, where=where, **environment)
        said = listen(process, began + limit, loud=loud)
        code = process.poll()
        if code is None:
            stop(process)
            code = -1
        return Ended(code, said, time.monotonic() - began)

    def python(
        self,
        *words: str,
        where: Path,
        limit: float = 600,
        loud: bool = False,
        environment: Mapping[str, str] | None = None,
    ) -> Ended:
        """Run Windows' Python."""
        program = [r"C:\python\python.exe", *words]
        return self.run(program, where=where, limit=limit, loud=loud, **(environment or {}))

    def end(self) -> None:
        """End every program of this prefix, and wait for it."""
        if (self.folder.prefix / "system.reg").is_file():
            for words in (["wineserver", "-k"], ["wineserver", "-w"]):
                subprocess.run(words, env=self.environment(), check=False, capture_output=True)
        self._spoken = 0


def listen(process: subprocess.Popen[bytes], end: float, *, loud: bool) -> str:
    """Return what a program says until it has ended; a service that keeps the pipe open is not waited for."""
    assert process.stdout is not None
    heard = bytearray()
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ)
        while time.monotonic() < end:
            if not waiting.select(QUIET):
                if process.poll() is not None:
                    break
                continue
            piece = os.read(process.stdout.fileno(), 65536)
            if not piece:
                break
            heard += piece
            if loud:
                sys.stdout.buffer.write(piece)
                sys.stdout.flush()
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    process.stdout.close()
    return heard.decode("utf-8", "replace").replace("\r\n", "\n")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started here, with all that it started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()

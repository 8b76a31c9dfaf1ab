"""A screen without glass (Xvfb) for the windows that Wine opens."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wine.folder import needed
from wine.machine import Machine, windows_path

SIZE = "1366x768x24"
"""The screen of an office's old notebook."""


@contextmanager
def screen(size: str = SIZE) -> Iterator[str]:
    """Start a screen of our own, yield its name (``:7``), and end it."""
    needed({"Xvfb": "xvfb"})
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


def take_picture(machine: Machine, to: Path) -> bool:
    """Write the whole screen as a PNG, as a Windows program sees it; False where that failed."""
    to.unlink(missing_ok=True)
    asked = f"from PIL import ImageGrab; ImageGrab.grab().save({windows_path(to)!r})"
    return machine.python("-c", asked, where=to.parent, limit=60).code == 0 and to.is_file()

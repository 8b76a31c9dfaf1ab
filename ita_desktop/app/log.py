"""The program's log: what happened, never to whom. No text of the user, no name, no path is written.

An event is a word of ours with codes and numbers; of an error its type and the lines of the program it came through.
"""

from __future__ import annotations

import logging
import platform
import re
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path

from ita_desktop import __version__

_SIZE, _KEPT = 512_000, 3
_LINES = 40
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{1,60}", re.ASCII)
_log = logging.getLogger("ita_desktop")
_log.propagate = False
_log.addHandler(logging.NullHandler())


def start(folder: Path) -> Path:
    """Write to ``ita-desktop.log`` in this folder from now on; where that cannot be, there is no log and no error."""
    from logging.handlers import RotatingFileHandler  # brings sockets and queues; the window comes first

    stop()
    file = folder / "ita-desktop.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=False)
    except OSError:
        return file
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.handleError = lambda record: None  # type: ignore[method-assign]  # a full disk stops the log, nothing else
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    note("start", version=__version__, python=platform.python_version())
    return file


def files() -> tuple[Path, ...]:
    """List the files of the log that is being written, the oldest first; none where there is no log."""
    found: list[Path] = []
    for handler in _log.handlers:
        if isinstance(handler, logging.FileHandler):
            newest = Path(handler.baseFilename)
            older = (newest.with_name(f"{newest.name}.{n}") for n in range(_KEPT, 0, -1))
            found += [file for file in (*older, newest) if file.is_file()]
    return tuple(found)


def stop() -> None:
    """Close the log."""
    for handler in tuple(_log.handlers):
        if isinstance(handler, logging.FileHandler):
            _log.removeHandler(handler)
            handler.close()


def note(event: str, **codes: str | int | float | bool) -> None:
    """Write an event; a value that is no code or number is left out, so that no text of a user gets in."""
    _log.info("%s", " ".join([event, *_safe(codes)]))


def fault(error: BaseException) -> None:
    """Write an error that the program did not expect."""
    _log.error("%s", " | ".join(_steps(error)))


def report(error: BaseException, parts: Mapping[str, str], file: Path | None = None) -> str:
    """Write what a person may send for a repair: versions, the error's traceback, the last lines of the log."""
    return "\n".join([*versions(parts), "", *_steps(error), "", *_last_lines(file)])


def versions(parts: Mapping[str, str]) -> list[str]:
    """Name the versions of the program, of what it stands on and of the system, one a line."""
    known = {
        "ITA Desktop": __version__,
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "frozen": str(bool(getattr(sys, "frozen", False))),
        **parts,
    }
    return [f"{name}: {value}" for name, value in known.items()]


def _safe(codes: Mapping[str, str | int | float | bool]) -> list[str]:
    return [f"{name}={value}" for name, value in codes.items() if _CODE.fullmatch(str(value))]


def _steps(error: BaseException) -> list[str]:
    """The type of an error and the lines it came through; its text may hold what the user typed."""
    steps = [type(error).__name__]
    for name in ("sqlite_errorname", "errno", "trouble", "code"):
        if name in dir(error) and _CODE.fullmatch(str(getattr(error, name))):
            steps[0] += f" {name}={getattr(error, name)}"
    for frame in traceback.extract_tb(error.__traceback__):
        parts = Path(frame.filename).parts
        inside = parts[parts.index("ita_desktop") :] if "ita_desktop" in parts else parts[-1:]
        steps.append(f"{'/'.join(inside)}:{frame.lineno} {frame.name}")
    cause = error.__cause__ or error.__context__
    return steps if cause is None or len(steps) > _LINES else [*steps, "caused by", *_steps(cause)]


def _last_lines(file: Path | None) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:] if file else []
    except OSError:
        return []

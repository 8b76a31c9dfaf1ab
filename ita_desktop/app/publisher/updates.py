"""A newer program from a stick (ปรับรุ่นโดยไม่ใช้อินเทอร์เน็ต): checked, offices backed up, put beside, tried, switched.

The program that is used stays where it is, so that going back is choosing it again.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from ita_desktop import __version__
from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.store.errors import error_for
from ita_desktop.store.file.disk import temporary_folder
from ita_desktop.store.file.volumes import need_space
from ita_desktop.store.file_kinds import PROGRAM
from ita_desktop.store.publisher.signed import (
    Refusal,
    SignedFileError,
    SignedKind,
    Slip,
    public_keys,
    publisher_of,
    publishers,
    read_slip,
    unpacking,
)
from ita_desktop.store.publisher.versions import Versions, number, typed_twin
from ita_desktop.store.safety.backup import Reason

KEYS = Path("program") / "publisher-keys.txt"
"""Under the resources: whose files are believed."""
SUFFIX = PROGRAM
_TRIAL = 300
"""Seconds that the new program's own test may take on an old computer."""
_LOOKS = 20
"""Times a second that one looks whether it has ended."""


class Stage(StrEnum):
    """What is being done with a newer program."""

    BACK_UP = "back_up"
    UNPACK = "unpack"
    TRY = "try"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a stage is; ``of`` is 0 where nobody knows."""

    stage: Stage
    done: int = 0
    of: int = 0


class UpdateTrouble(StrEnum):
    """Why a newer program was not taken."""

    OTHER_SYSTEM = "other_system"
    NOT_NEWER = "not_newer"
    DOES_NOT_WORK = "does_not_work"
    NO_BACKUP = "no_backup"
    NOTHING_BEFORE = "nothing_before"


def this_system() -> str:
    """Return ``linux-x86_64``, ``win32-AMD64``: the system a program must have been built for."""
    return f"{sys.platform}-{platform.machine()}"


def look_at(file: Path, resources: Path, versions: Versions) -> Slip:
    """Read an update's slip without installing it; WorkspaceError with the reason if it cannot be used."""
    with told_why():
        slip = read_slip(file, SignedKind.PROGRAM, public_keys(resources / KEYS))
    if slip.system != this_system():
        text = tr("{file} is for another system ({theirs}); this computer needs {ours}. Nothing was changed.")
        sentence = text.format(file=file, theirs=slip.system, ours=this_system())
        raise WorkspaceError(UpdateTrouble.OTHER_SYSTEM, sentence)
    now = max(__version__, versions.in_use or "0", key=number)
    if number(slip.version) <= number(now):
        text = tr("{file} brings version {theirs}; version {ours} is used already. Nothing was changed.")
        raise WorkspaceError(UpdateTrouble.NOT_NEWER, text.format(file=file, theirs=slip.version, ours=now))
    return slip


def install(
    file: Path,
    resources: Path,
    versions: Versions,
    offices: Iterable[Path],
    frameworks: Mapping[int, Framework],
    backups_in: Path | None = None,
) -> Slip:
    """Back up the offices, put the new program beside, let it test itself, and use it from the next start on."""
    work = installing(file, resources, versions, offices, frameworks, backups_in=backups_in)
    while True:
        try:
            next(work)
        except StopIteration as end:
            slip: Slip = end.value
            return slip


def installing(
    file: Path,
    resources: Path,
    versions: Versions,
    offices: Iterable[Path],
    frameworks: Mapping[int, Framework],
    opened: Workspace | None = None,
    backups_in: Path | None = None,
) -> Generator[Progress, None, Slip]:
    """Install in small steps; ``opened`` is the office open here. Closed early, nothing is changed."""
    slip = look_at(file, resources, versions)
    yield Progress(stage=Stage.BACK_UP)
    if opened is not None and not opened.read_only:
        opened.backups.make(Reason.UPGRADE)
    back_up((path for path in offices if opened is None or path != opened.path), frameworks, backups_in)
    size = sum(part.size for part in slip.parts)
    with told_why():
        try:
            folder = versions.new_folder(slip.version)
            need_space(folder, size)
            for done in unpacking(file, slip, folder):
                yield Progress(stage=Stage.UNPACK, done=done, of=size)
        except OSError as error:
            versions.give_up(slip.version)
            raise error_for(versions.folder, error) from error
        except BaseException:
            versions.give_up(slip.version)
            raise
    yield from _trying(folder / versions.program(slip.version).name, slip, versions)
    with told_why():
        try:
            versions.take(slip.version)
        except OSError as error:
            raise error_for(versions.folder, error) from error
    log.note("update", version=slip.version)
    return slip


def go_back(versions: Versions) -> str:
    """Use the version before from the next start on; its number, or that of the program as it was installed."""
    if not versions.in_use:
        text = tr("The program is used as it was installed; there is no version to go back to.")
        raise WorkspaceError(UpdateTrouble.NOTHING_BEFORE, text)
    with told_why():
        try:
            return versions.go_back()
        except OSError as error:
            raise error_for(versions.folder, error) from error


def starts_in_place() -> bool:
    """Return whether an update can replace this program: only if it runs as the publisher built it."""
    return bool(getattr(sys, "frozen", False))


def newer_program(versions: Versions, running: Path) -> Path | None:
    """Return the program to start in place of the running one: its twin of the newer version; None where there is none.

    On Windows there are two of each version: one for the desktop and one for where commands are typed.
    """
    use = versions.in_use
    if not use or number(use) <= number(__version__):
        return None
    twin = versions.program(use).with_name(running.name)
    return twin if twin.is_file() else versions.program(use)


def back_up(offices: Iterable[Path], frameworks: Mapping[int, Framework], backups_in: Path | None = None) -> None:
    """Make a verified backup of each office file that exists; WorkspaceError if one cannot be made."""
    for path in offices:
        if not path.is_file():
            continue
        with Workspace.open(path, frameworks, backups_in=backups_in) as office:
            if office.read_only:
                text = tr("{file} could not be backed up, so nothing was changed: {reason}")
                sentence = text.format(file=path, reason=office.read_only_reason)
                raise WorkspaceError(UpdateTrouble.NO_BACKUP, sentence)
            office.backups.make(Reason.UPGRADE)


def _trying(program: Path, slip: Slip, versions: Versions) -> Iterator[Progress]:
    """Let the new program test itself; WorkspaceError, and nothing of it left, where it does not pass."""
    fault = ""
    try:
        with temporary_folder() as place, (place / "said").open("w+b") as said, _started(program, said) as running:
            try:
                for waited in range(_TRIAL * _LOOKS):
                    yield Progress(stage=Stage.TRY, done=waited, of=_TRIAL * _LOOKS)
                    if _has_ended(running):
                        break
                else:
                    fault = tr("no answer after {count} seconds").format(count=_TRIAL)
            finally:
                running.kill()
            said.seek(0)
            told = said.read().decode("utf-8", "replace").strip()[-300:]
        if running.returncode and not fault:
            fault = told or str(running.returncode)
    except OSError as error:
        fault = str(error)
    except BaseException:
        versions.give_up(slip.version)
        raise
    if fault:
        versions.give_up(slip.version)
        text = tr("Version {version} does not work on this computer, so the one in use stays: {reason}")
        raise WorkspaceError(UpdateTrouble.DOES_NOT_WORK, text.format(version=slip.version, reason=fault))


def _started(program: Path, said: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([typed_twin(program), "self-test"], stdout=said, stderr=subprocess.STDOUT)


def _has_ended(running: subprocess.Popen[bytes]) -> bool:
    try:
        running.wait(1 / _LOOKS)
    except subprocess.TimeoutExpired:
        return False
    return True


def signed_by(file: Path, resources: Path) -> str:
    """Return the signing key as the publisher announced it, for comparing; empty if unknown."""
    with told_why():
        publisher = publisher_of(file, publishers(resources / KEYS))
    if publisher is None:
        return ""
    return tr("{name} (key {mark})").format(name=publisher.name or tr("the publisher"), mark=publisher.mark)


@contextmanager
def told_why() -> Iterator[None]:
    """Turn what is wrong with a signed file into a sentence."""
    try:
        with told_to_user():
            yield
    except SignedFileError as error:
        raise WorkspaceError(
            error.refusal, _sentences()[error.refusal].format(file=error.path, detail=error.detail)
        ) from error


def _sentences() -> dict[Refusal, str]:
    return {
        Refusal.NO_KEY: tr(
            "This program knows no publisher's key, so it accepts no file: {file}. Nothing was changed."
        ),
        Refusal.NOT_SIGNED_FILE: tr("{file} is no file of the publisher of this program. Nothing was changed."),
        Refusal.UNSIGNED: tr(
            "{file} is not signed, so nobody knows who made it. Nothing was changed; ask for a signed file."
        ),
        Refusal.WRONG_SIGNATURE: tr(
            "{file} was not signed by the publisher of this program, or was altered afterwards. "
            "Nothing was changed; ask for the file once more."
        ),
        Refusal.ALTERED: tr(
            "{file} was altered or damaged after it was signed ({detail}). Nothing was changed; copy it once more."
        ),
        Refusal.OTHER_KIND: tr("{file} is signed, but brings something else ({detail}). Nothing was changed."),
    }

"""Where the parts meet: the language, the program's files, the rules of the years; then a command or the window."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop import __version__, i18n, paths
from ita_desktop.app.folders import Folders

if TYPE_CHECKING:
    import argparse

    from ita_desktop.domain.values.framework import Framework


_HANDED_OVER = "ITA_DESKTOP_HANDED_OVER"
"""Set for the version that is started in place of another: it never hands over again, whatever its slip says."""


def run(argv: Sequence[str] | None = None) -> int:
    """Do what was typed; the exit status: 0 done, 1 cannot be done, 2 wrong words."""
    _speak_utf8()
    typed = sys.argv[1:] if argv is None else list(argv)
    newer = _newer_program(typed)
    if newer is not None:
        return _start(newer, typed)
    if typed:
        return _do(typed)
    i18n.use_language(i18n.DEFAULT, paths.translations())
    return _window(None)  # without loading what reads the words: the window is not to wait for it


def _speak_utf8() -> None:
    r"""Make every stream that is no terminal UTF-8, whatever the code page; no letter of ours can end the program.

    A terminal keeps its encoding: Windows' console takes all of Unicode, and an old one of Linux shows \u0e01 for what
    it has not. A program of Windows' desktop may have no streams at all.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            errors = stream.errors if stream is sys.stdin else "backslashreplace"
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors=errors)


def _do(typed: Sequence[str]) -> int:
    from ita_desktop.cli import words as command_line

    i18n.use_language(command_line.language_of(typed), paths.translations())
    words = command_line.read(typed)
    if words.command == command_line.OPEN:
        return _window(words.file)
    if words.command == "screenshots":
        return _screenshots(words.folder)
    if words.command == "self-test":
        return _self_test()
    if words.command in ("update", "rules"):
        return _bring(words)
    return _command(words)


def _command(words: argparse.Namespace) -> int:
    from ita_desktop.cli.commands import DONE, SAMPLE_FILE, Commands

    status = Commands(paths.resources(), _frameworks(), _folders().backups).run(words)
    if words.command == "demo" and status == DONE and not words.no_window and _has_display():
        return _window(words.folder / SAMPLE_FILE)
    return status


def _window(file: Path | None) -> int:
    if not _has_display():
        text = i18n.tr("There is no display for the window. The commands work without one: {command}")
        print("ita-desktop:", text.format(command="ita-desktop --help"), file=sys.stderr)
        return 1
    gc.disable()  # until the first paint: much is made by then and nothing of it goes
    from ita_desktop.ui import application

    return application.run(
        file,
        resources=paths.resources(),
        frameworks=_frameworks,
        user_data=paths.user_data(),
        documents=paths.user_documents(),
        sample=_sample,
        folders=_folders(),
    )


def _screenshots(folder: Path) -> int:
    from ita_desktop.ui import screenshots

    try:
        written = screenshots.take(folder, resources=paths.resources(), frameworks=_frameworks)
    except OSError as error:
        text = i18n.tr("{file} cannot be written: {detail}. Choose another folder, or free some space on the disk.")
        print("ita-desktop:", text.format(file=folder, detail=error.strerror or error), file=sys.stderr)
        return 1
    print(*written, sep="\n")
    return 0


def _self_test() -> int:
    try:
        from ita_desktop.app.start.self_test import checks_without_window
        from ita_desktop.cli.self_test import self_test
        from ita_desktop.ui.self_test import checks_of_window
    except ImportError as error:
        text = i18n.tr("A part of the program is missing ({name}). Install the program again.")
        print("ita-desktop:", text.format(name=error), file=sys.stderr)
        return 1
    checks = checks_without_window(paths.resources(), paths.translations())
    return 0 if self_test((*checks, *checks_of_window(paths.resources(), _frameworks))) else 1


def _newer_program(typed: Sequence[str]) -> Path | None:
    """The version that an update put beside this program, and that starts in its place; it may know other words.

    A version that was started so does not do so in its turn.
    ``update`` stays with this one: whoever goes back must not depend on what he leaves.
    """
    handed_over = os.environ.pop(_HANDED_OVER, "")  # not on to what this program starts in its turn
    if not getattr(sys, "frozen", False) or handed_over:
        return None
    if {"update", "self-test"} & set(typed) or not _versions().is_dir():
        return None
    from ita_desktop.app.publisher.updates import newer_program
    from ita_desktop.store.publisher.versions import Versions

    return newer_program(Versions(_versions()), Path(sys.executable))


def _start(program: Path, typed: Sequence[str]) -> int:
    environment = {**os.environ, _HANDED_OVER: __version__}
    if sys.platform != "win32":
        os.execve(program, [str(program), *typed], environment)
    import subprocess

    return subprocess.run([program, *typed], env=environment, check=False).returncode


def _bring(words: argparse.Namespace) -> int:
    from ita_desktop.app.errors import WorkspaceError
    from ita_desktop.app.publisher.packs import Packs
    from ita_desktop.cli import updating
    from ita_desktop.cli.commands import CANNOT, DONE, complain, say
    from ita_desktop.store.publisher.versions import Versions
    from ita_desktop.ui.application import SETTINGS
    from ita_desktop.ui.preferences import Preferences

    try:
        if words.command == "rules":
            say(updating.rules(words, paths.resources(), Packs(_folders().rules), _frameworks))
        else:
            recent = Preferences(paths.user_data() / SETTINGS).recent
            versions, backups = Versions(_versions()), _folders().backups
            say(updating.update(words, paths.resources(), versions, recent, _frameworks(), backups))
    except WorkspaceError as error:
        complain(str(error))
        return CANNOT
    return DONE


def _folders() -> Folders:
    data = paths.user_data()
    return Folders(backups=data / "backups", rules=data / "rules", versions=_versions())


def _versions() -> Path:
    return paths.user_data() / "versions"


def _frameworks() -> Mapping[int, Framework]:
    from ita_desktop.app.publisher.packs import Packs
    from ita_desktop.store.resources.frameworks import FrameworkError, load_frameworks

    try:
        return load_frameworks(paths.resources() / "frameworks", Packs(_folders().rules).files_of_rules())
    except FrameworkError as error:
        text = i18n.tr("The rules of the fiscal years are damaged. Install the program again.")
        raise SystemExit(f"ita-desktop: {text}\n{error}") from error


def _sample() -> Path:
    """The sample office as a file of the user's own, made where there is none yet."""
    from ita_desktop.app.start.sample import make_sample
    from ita_desktop.cli.commands import SAMPLE_FILE

    file = paths.user_data() / SAMPLE_FILE
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        make_sample(file, paths.resources(), _frameworks(), _folders().backups)
    return file


def _has_display() -> bool:
    """False where Qt would end the process because there is no screen; a demo is done then after printing."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    sys.exit(run())

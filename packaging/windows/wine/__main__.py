"""The commands of packaging/windows/under-wine."""

from __future__ import annotations

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from wine import pins
from wine.build import freeze, make_installer, size_of, version
from wine.folder import ROOT, FailedError, Folder, MissingError, kept_folder
from wine.machine import LANGUAGES, Machine
from wine.prepare import prepare
from wine.prove import PARTS, prove
from wine.tests import run_tests


def main(words: Sequence[str]) -> int:
    """Do one command; what cannot be had is told, with code 2."""
    own, rest = split(words)
    chosen = arguments().parse_args(own, argparse.Namespace(words=rest))
    folder = kept_folder()
    try:
        with alone(folder):
            return int(chosen.do(chosen, folder))
    except MissingError as missing:
        print(f"under-wine: {missing}", file=sys.stderr)
        return 2
    except FailedError as failed:
        print(f"under-wine: {failed}", file=sys.stderr)
        return 1
    finally:
        if chosen.do is not where:
            Machine(folder).end()


def split(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words for us, and those after the command that are for the program, for Python or for pytest."""
    for place, word in enumerate(words):
        if word in {"run", "python", "test"}:
            return words[: place + 1], words[place + 1 :]
    return words, ()


def arguments() -> argparse.ArgumentParser:
    """Return the commands and their words."""
    parser = argparse.ArgumentParser(prog="under-wine", description="The Windows program, under Wine on Debian.")
    parser.add_argument("--code-page", type=int, choices=sorted(LANGUAGES), default=874, help="874: Thai")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, do: object, about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about)
        made.set_defaults(do=do)
        return made

    command("where", where, "print the kept folder (ITA_UNDER_WINE names another)")
    command("pin", pin, "choose the wheels anew and write pinned.txt")
    command("prepare", made, "make the computer, once")
    command("run", run, "WORDS… run the program of this checkout")
    command("python", python, "WORDS… run Windows' Python")
    command("test", test, "PATHS… run tests")
    command("build", build, "freeze the program and make its installer, for proof")
    proving = command("prove", proved, "prove all of it, and write a table")
    proving.add_argument("--parts", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    return parser


@contextmanager
def alone(folder: Folder) -> Iterator[None]:
    """Wait until no other run uses the kept folder."""
    folder.root.mkdir(parents=True, exist_ok=True)
    with (folder.root / "in-use").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def where(chosen: argparse.Namespace, folder: Folder) -> int:
    """Print the kept folder."""
    print(folder.root)
    return 0


def pin(chosen: argparse.Namespace, folder: Folder) -> int:
    """Write pinned.txt."""
    pins.pin(folder)
    return 0


def made(chosen: argparse.Namespace, folder: Folder) -> int:
    """Make the computer."""
    print(*prepare(folder), sep="\n")
    return 0


def run(chosen: argparse.Namespace, folder: Folder) -> int:
    """Run the program of this checkout, in a window where there is a screen."""
    prepare(folder)
    machine = Machine(folder, chosen.code_page, os.environ.get("DISPLAY", ""))
    return machine.python("-m", "ita_desktop", *chosen.words, where=ROOT, limit=86400, loud=True).code


def python(chosen: argparse.Namespace, folder: Folder) -> int:
    """Run Windows' Python in the checkout."""
    prepare(folder)
    machine = Machine(folder, chosen.code_page, os.environ.get("DISPLAY", ""), stdin=None)
    return machine.python(*chosen.words, where=ROOT, limit=86400, loud=True).code


def test(chosen: argparse.Namespace, folder: Folder) -> int:
    """Run tests, two at a time, and count them."""
    prepare(folder)
    counted = run_tests(Machine(folder, chosen.code_page), chosen.words or ["tests"], "test", loud=True)
    print(counted.line())
    return 0 if counted.passed and not counted.failed else 1


def build(chosen: argparse.Namespace, folder: Folder) -> int:
    """Freeze the program and make its installer."""
    prepare(folder)
    seconds = freeze(Machine(folder, chosen.code_page))
    size, files = size_of(folder.frozen)
    print(f"{folder.frozen}: {size / 1e6:.1f} MB in {files} files, {seconds:.0f} s")
    print(make_installer(folder.frozen, version(), folder.installers))
    return 0


def proved(chosen: argparse.Namespace, folder: Folder) -> int:
    """Prove the parts."""
    parts = chosen.parts.split(",")
    if unknown := set(parts) - set(PARTS):
        raise MissingError(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    table = prove(folder, parts)
    print(table.text())
    print(f"pictures, logs and this table: {folder.results}")
    return 0 if table.right else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

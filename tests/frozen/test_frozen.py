"""The folder that offices get: how big it is, and that it works where offices put it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="permissions and users as Linux has them")
MEGABYTES, FILES = 200, 350
NOBODY = 65534


def folder_files(frozen: Path) -> list[Path]:
    return [file for file in frozen.parent.rglob("*") if file.is_file() and not file.is_symlink()]


def test_the_folder_is_small(frozen):
    files = folder_files(frozen)
    size = sum(file.stat().st_size for file in files)
    largest = sorted(files, key=lambda file: -file.stat().st_size)[:10]
    print(f"{size} bytes, {len(files)} files", *(f"{file.stat().st_size} {file.name}" for file in largest), sep="\n")
    assert size <= MEGABYTES * 1_000_000
    assert len(files) <= FILES


def test_nothing_is_there_that_must_not_be(frozen):
    names = [file.relative_to(frozen.parent).as_posix().lower() for file in folder_files(frozen)]
    for part in (
        "babel",
        "qtsql",
        "qsqlite",
        "qtqml",
        "qtquick",
        "webengine",
        "tkinter",
        "/tests/",
        "libssl",
        "libgtk",
    ):
        assert not [name for name in names if part in name], part
    assert len([name for name in names if "sqlite3.so" in name or "sqlite3.dll" in name]) <= 1
    for licence in ("licences/license", "licences/third_party.md", "resources/fonts/copying", "ui-fonts/ofl.txt"):
        assert [name for name in names if name.endswith(licence)], licence


def run_as_anybody(program: Path, where: Path, *words: str, home: str | None) -> subprocess.CompletedProcess[str]:
    """The program run from ``where`` by a user who may write nowhere but there, with or without a home."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TMPDIR": str(where)}
    if home is not None:
        environment["HOME"] = home
    other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.run(
        [program, *words], cwd=where, env=environment, capture_output=True, text=True, timeout=120, **other
    )


@pytest.fixture
def installed(frozen, tmp_path_factory):
    """A copy that nobody may write to, in a folder of a user with a Thai name and a space."""
    root = Path("/tmp") if os.geteuid() == 0 else tmp_path_factory.getbasetemp()
    place = root / f"ita-{os.getpid()}" / "สมหญิง ใจดี" / "โปรแกรม ITA"
    shutil.copytree(frozen.parent, place, symlinks=True)
    work = place.parent / "งาน ของฉัน"
    work.mkdir(mode=0o777)
    work.chmod(0o777)
    subprocess.run(["chmod", "-R", "a+rX,a-w", place], check=True)
    yield place / frozen.name, work
    subprocess.run(["chmod", "-R", "u+w", place.parent.parent], check=True)
    shutil.rmtree(place.parent.parent)


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize("home", ["own", "none", "missing"])
def test_everything_works_from_a_folder_that_cannot_be_written(installed, home):
    program, work = installed
    homes = {"own": str(work), "none": None, "missing": str(work / "ไม่มี")}
    done = run_as_anybody(program, work, "self-test", home=homes[home])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ทุกหน้าของหน้าต่าง" in done.stdout


@LINUX
@pytest.mark.slow
def test_the_self_test_says_what_is_missing(installed):
    program, work = installed
    gone = program.parent / "_internal" / "ita_desktop" / "resources" / "fonts" / "THSarabunNew.ttf"
    subprocess.run(["chmod", "-R", "u+w", gone.parent], check=True)
    gone.unlink()
    done = run_as_anybody(program, work, "self-test", home=str(work))
    assert done.returncode == 1
    assert "THSarabunNew.ttf" in done.stdout


@LINUX
def test_a_second_start_gives_its_file_to_the_first_and_ends(frozen, sample_file, tmp_path):
    told = tmp_path / "told"
    environment = {**os.environ, "ITA_DESKTOP_FIRST_PAINT": str(told), "TMPDIR": str(tmp_path)}
    first = subprocess.Popen([frozen], env=environment)
    try:
        address_seen(tmp_path, first)
        second = subprocess.run([frozen, sample_file], env=environment, timeout=60)
        assert second.returncode == 0
        locked(sample_file, first)
    finally:
        first.kill()
        first.wait()


@LINUX
def test_a_newer_version_beside_starts_in_its_place_until_one_goes_back(frozen, tmp_path):
    folder = tmp_path / ".local" / "share" / "ITA Desktop" / "versions"
    newer = folder / "97.0.0" / frozen.name
    newer.parent.mkdir(parents=True)
    newer.write_text('#!/bin/sh\necho newer "$@"\n', encoding="utf-8")
    newer.chmod(0o755)
    (folder / "in-use.json").write_text('{"use": "97.0.0", "before": ""}', encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}

    def said(*words: str) -> str:
        done = subprocess.run([frozen, *words], env=environment, capture_output=True, text=True, timeout=60)
        return done.stdout + done.stderr

    assert said("documents", "แฟ้ม.ita") == "newer documents แฟ้ม.ita\n"
    assert "newer" not in said("update", "--back")
    assert "newer" not in said("documents", "แฟ้ม.ita")


def address_seen(folder: Path, process: subprocess.Popen[bytes]) -> None:
    wait_for(lambda: any(file.is_socket() for file in folder.glob("ita-desktop-*")), process)


def locked(file: Path, process: subprocess.Popen[bytes]) -> None:
    """The first has the second's file open: its lock lies beside it."""
    wait_for(lambda: any(beside.name != file.name for beside in file.parent.glob(f"*{file.name}*")), process)


def wait_for(holds, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        with suppress(subprocess.TimeoutExpired):
            raise AssertionError(f"the program ended with {process.wait(0.02)}")

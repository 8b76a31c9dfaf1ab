"""packaging/linux/run on machines that lack something. A machine is a folder of small programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "packaging" / "linux" / "run"
BASH = shutil.which("bash")
REAL = ("bash", "cat", "cp", "dirname", "env", "grep", "mkdir", "rm", "sed", "sha256sum", "tr")
QT = (
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libthai0",
)

pytestmark = pytest.mark.skipif(sys.platform == "win32" or BASH is None, reason="bash is not installed")

PYTHON = """\
case "$*" in
  *ensurepip*) exit 0 ;;
  *import\\ *) [ -z "$BROKEN" ] && [ ! -e "$(dirname "$0")/broken" ] ;;
  --version) echo "Python 3.11.2" ;;
  "-m venv --clear "*)
    echo "venv $4" >>"$DONE"
    rm -rf "$4"; mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
  "-m pip "*) echo "pip ${*:3}" >>"$DONE" ;;
  *) echo "python $*" >>"$DONE" ;;
esac
"""
"""A Python as far as the script asks for one; an environment made with it has a copy."""


@dataclass(frozen=True)
class Machine:
    """A folder of programs, and a checkout with the script in it."""

    programs: Path
    checkout: Path
    done: Path

    def has(self, program: str, text: str) -> None:
        """Add or replace a program."""
        path = self.programs / program
        path.unlink(missing_ok=True)
        path.write_text(f"#!{BASH}\n{text}\n", encoding="utf-8")
        path.chmod(0o755)

    def installed(self, *packages: str) -> None:
        """Make dpkg-query answer with these, each ``name`` or ``status name, what it provides``."""
        lines = "\n".join(name if " " in name else f"installed {name}, " for name in packages)
        self.has("dpkg-query", f"cat <<'END'\n{lines}\nEND")

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script with nothing but this machine's programs."""
        self.done.unlink(missing_ok=True)
        names = {"PATH": str(self.programs), "DONE": str(self.done), "BROKEN": "", **environment}
        script = self.checkout / "packaging" / "linux" / "run"
        return subprocess.run(
            [str(BASH), str(script), *words],
            env=names,
            cwd=self.checkout.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def did(self) -> list[str]:
        """What apt-get, sudo and Python were asked to do, in order."""
        return self.done.read_text(encoding="utf-8").splitlines() if self.done.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Root's Debian with Python and no system package; its checkout lies in a folder with a space and Thai letters."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in REAL:
        (programs / name).symlink_to(str(shutil.which(name)))
    checkout = tmp_path / "งาน ของฉัน" / "ita desktop"
    (checkout / "packaging" / "linux").mkdir(parents=True)
    shutil.copy(RUN, checkout / "packaging" / "linux" / "run")
    for name in ("pyproject.toml", "setup.py"):
        shutil.copy(ROOT / name, checkout)
    made = Machine(programs, checkout, tmp_path / "done")
    made.has("python3", PYTHON)
    made.has("id", "echo 0")
    made.has("apt-get", 'echo "apt-get $*" >>"$DONE"')
    made.installed("base-files")
    return made


def asked_for(machine: Machine) -> list[str]:
    """The packages that apt-get was to install."""
    lines = [line for line in machine.did() if "--no-install-recommends " in line]
    assert len(lines) <= 1
    return lines[0].split("--no-install-recommends ")[1].split() if lines else []


def scripts() -> list[Path]:
    found = [
        p for p in (ROOT / "packaging").rglob("*") if p.is_file() and p.read_bytes().startswith(b"#!/usr/bin/env bash")
    ]
    return [*found, ROOT / ".ci" / "run"]


@pytest.mark.parametrize("script", scripts(), ids=lambda p: str(p.relative_to(ROOT)))
def test_scripts_are_bash(script):
    checked = subprocess.run([str(BASH), "-n", str(script)], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_all_that_is_missing_is_named_and_installed(machine):
    ran = machine.run("packages")
    assert ran.returncode == 0
    assert asked_for(machine) == [*QT, "poppler-utils"]
    assert "Missing system packages (needed by the program and its tests): libegl1 libgl1 " in ran.stderr
    assert machine.did()[0] == "apt-get update -qq"


def test_only_what_is_missing_is_installed(machine):
    machine.installed(*QT[:-1], "poppler-utils")
    assert machine.run("packages").returncode == 0
    assert asked_for(machine) == ["libthai0"]


def test_nothing_is_done_where_all_is_there(machine):
    machine.installed(*QT, "poppler-utils")
    ran = machine.run("packages")
    assert (ran.returncode, ran.stdout, ran.stderr, machine.did()) == (0, "", "", [])


def test_package_that_another_one_provides_is_there(machine):
    """As Debian 13 renamed libglib2.0-0; and what was removed but left its settings is not there."""
    machine.installed(
        "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3",
        "installed libglib2.0-0t64, libglib2.0-0 (= 2.84.4-3~deb13u1), libsomething",
        "config-files libfontconfig1, ",
        "libgssapi-krb5-2", "libthai0", "poppler-utils-dbg",
    )  # fmt: skip
    assert machine.run("packages").returncode == 0
    assert asked_for(machine) == ["libfontconfig1", "poppler-utils"]


def test_named_packages_only(machine):
    machine.installed("cups")
    assert machine.run("packages", "cups", "ghostscript").returncode == 0
    assert asked_for(machine) == ["ghostscript"]


@pytest.mark.parametrize("python", [None, "exit 1"])
def test_python_is_a_package_too(machine, python):
    """Where there is none, or one that is too old or cannot make an environment (no python3-venv)."""
    (machine.programs / "python3").unlink()
    if python:
        machine.has("python3", python)
    assert machine.run("packages").returncode == 0
    assert asked_for(machine)[:2] == ["python3", "python3-venv"]
    ran = machine.run("python")
    assert (ran.returncode, ran.stdout) == (1, "")


def test_older_python_in_front_does_not_hide_the_right_one(machine, tmp_path):
    (tmp_path / "local").mkdir()
    shutil.move(machine.programs / "python3", tmp_path / "local" / "python3")
    machine.has("python3", "exit 1")
    ran = machine.run("python", PATH=f"{machine.programs}{os.pathsep}{tmp_path / 'local'}")
    assert (ran.returncode, ran.stdout) == (0, f"{tmp_path / 'local' / 'python3'}\n")


def test_user_gets_sudo_and_the_reason(machine):
    machine.has("id", "echo 1000")
    machine.has("sudo", 'echo "sudo $*" >>"$DONE"; [ "$1" != -n ] || shift; exec "$@"')
    ran = machine.run("packages")
    assert ran.returncode == 0
    assert "Only root may install system packages, so sudo runs apt-get" in ran.stderr
    asked, done = machine.did()[::2], machine.did()[1::2]
    assert all(line.startswith("sudo -n ") for line in asked), "without a terminal nobody can type a password"
    assert all(line.startswith("apt-get ") for line in done)


def test_user_without_sudo_is_told_the_command(machine):
    machine.has("id", "echo 1000")
    ran = machine.run("demo")
    assert ran.returncode == 1
    assert f"apt-get install -y --no-install-recommends {' '.join(QT)}\n" in ran.stderr
    assert machine.did() == []


def test_failed_installation_stops_and_says_the_command(machine):
    machine.has("apt-get", '[ "$1" = update ]')
    ran = machine.run("demo")
    assert ran.returncode == 1
    assert "They could not be installed" in ran.stderr
    assert machine.did() == []


def test_lists_that_cannot_be_renewed_are_no_reason_to_stop(machine):
    machine.has("apt-get", '[ "$1" != update ] && echo "apt-get $*" >>"$DONE"')
    assert machine.run("packages").returncode == 0
    assert len(asked_for(machine)) == len(QT) + 1


def test_no_debian_is_told_what_is_needed_and_goes_on(machine):
    (machine.programs / "dpkg-query").unlink()
    ran = machine.run("demo")
    assert ran.returncode == 0
    assert "libegl1" in ran.stderr
    assert machine.did()[-1] == "python -P -m ita_desktop demo"


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_window_needs_more_where_there_is_a_display(machine, display):
    machine.installed(*QT)
    machine.run("demo")
    assert asked_for(machine) == []
    machine.run("demo", **{display: ":0"})
    assert "libxcb-cursor0" in asked_for(machine)


def ready(machine: Machine) -> Machine:
    machine.installed(*QT, "poppler-utils")
    return machine


def first_time(venv: Path) -> list[str]:
    return [f"venv {venv}", "pip install -q -e .[dev]"]


@pytest.mark.parametrize(
    ("words", "done"),
    [
        (("demo", "--no-window"), "python -P -m ita_desktop demo --no-window"),
        (("tests", "-k", "a b"), "python -m pytest -n 2 -k a b"),
    ],
)
def test_first_run_installs_and_the_second_does_not(machine, words, done):
    venv = ready(machine).checkout / ".venv"
    assert machine.run(*words).returncode == 0
    assert machine.did() == [*first_time(venv), done]
    ran = machine.run(*words)
    assert (ran.returncode, ran.stderr, machine.did()) == (0, "", [done])


def test_environment_can_lie_elsewhere(machine, tmp_path):
    assert ready(machine).run("demo", ITA_VENV=str(tmp_path / "an other")).returncode == 0
    assert machine.did()[:-1] == first_time(tmp_path / "an other")
    assert not (machine.checkout / ".venv").exists()


def test_changed_dependencies_are_installed_into_what_is_there(machine):
    ready(machine).run("demo")
    with (machine.checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert machine.run("demo").returncode == 0
    assert machine.did()[:-1] == ["pip install -q -e .[dev]"]


def test_moved_checkout_is_installed_from_where_it_is_now(machine, tmp_path):
    ready(machine).run("demo")
    moved = Machine(machine.programs, machine.checkout.rename(tmp_path / "moved"), machine.done)
    assert moved.run("demo").returncode == 0
    assert moved.did()[:-1] == ["pip install -q -e .[dev]"]


@pytest.mark.parametrize("broken", ["no python", "python that stops", "empty folder"])
def test_broken_environment_is_made_again(machine, broken):
    venv = ready(machine).checkout / ".venv"
    machine.run("demo")
    if broken == "no python":
        (venv / "bin" / "python").unlink()
    elif broken == "python that stops":
        (venv / "bin" / "broken").touch()
    else:
        shutil.rmtree(venv)
        venv.mkdir()
    ran = machine.run("demo")
    assert ran.returncode == 0
    assert "does not work any more; making it again" in ran.stderr
    assert machine.did()[:-1] == first_time(venv)


def test_failed_pip_is_tried_again_the_next_time(machine):
    machine.has("python3", PYTHON.replace('"pip ${*:3}" >>"$DONE"', '"no network" >&2; exit 1'))
    ran = ready(machine).run("demo")
    assert ran.returncode == 1
    assert "pip could not install" in ran.stderr
    venv = machine.checkout / ".venv"
    machine.has("python3", PYTHON)
    shutil.copy(machine.programs / "python3", venv / "bin" / "python")
    assert machine.run("demo").returncode == 0
    assert machine.did()[:-1] == ["pip install -q -e .[dev]"]


@pytest.mark.parametrize("words", [(), ("start",), ("--help",)])
def test_other_words_show_the_usage(machine, words):
    ran = machine.run(*words)
    assert (ran.returncode, ran.stdout, machine.did()) == (2, "", [])
    assert "bash packaging/linux/run demo [options]" in ran.stderr
    assert "set -e" not in ran.stderr

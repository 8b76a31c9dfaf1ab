"""Install the program on the computer that Wine plays, use it there, upgrade it, remove it; the office's data stays."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from wine.build import make_installer
from wine.folder import HERE, Folder
from wine.machine import Ended, Machine, stop, windows_path
from wine.screen import screen, take_picture

BEFORE = "0.0.1"
"""The stand-in's version: lower than any of ours, so that the real one comes as an upgrade."""
PATIENCE = 90
"""Seconds that a start may take on an old computer."""
TYPE = "HKCU\\Software\\Classes\\ITADesktop.Office"
QUESTIONS = HERE / "questions.py"


@dataclass
class Proof:
    """The steps that were tried: what, whether it was so, and a figure or a reason."""

    steps: list[tuple[str, bool, str]] = field(default_factory=list)

    def must(self, what: str, so: bool, note: str = "") -> None:
        """Record a step."""
        self.steps.append((what, so, note))
        print(f"{'ok' if so else 'FAILED'}: {what}{f' ({note})' if note else ''}", flush=True)

    @property
    def failed(self) -> list[str]:
        """Return the steps that were not so."""
        return [what for what, so, _ in self.steps if not so]


def ask(machine: Machine, *words: str) -> str:
    """Ask Windows a question of questions.py."""
    said = machine.python(windows_path(QUESTIONS), *words, where=machine.folder.home, limit=60).said
    return said.strip()


@dataclass(frozen=True)
class Places:
    """Where everything of an installation lies."""

    profile: Path

    @property
    def programs(self) -> Path:
        """Return the folder of the installer."""
        return self.profile / "AppData" / "Local" / "Programs" / "ITA Desktop"

    @property
    def own(self) -> Path:
        """Return the folder of settings, backups and versions."""
        return self.profile / "AppData" / "Local" / "ITA Desktop"

    @property
    def work(self) -> Path:
        """Return the clerk's own folder, with a Thai name and spaces."""
        return self.profile / "Documents" / "งาน ของ สมหญิง"

    @property
    def backup(self) -> Path:
        """Return a backup, which no installer touches."""
        return self.own / "backups" / "1.itabak"

    def program(self, version: str, name: str = "ita-desktop.exe") -> Path:
        """Return the installed program of a version."""
        return self.programs / f"app-{version}" / name


def prove_installer(folder: Folder, payload: Path, version: str) -> Proof:
    """Go the whole way of an installation with the program in ``payload``."""
    proof, machine, places = Proof(), Machine(folder), Places(folder.profile())
    for old in (places.programs, places.own, places.work):
        shutil.rmtree(old, ignore_errors=True)
    places.work.mkdir(parents=True)
    places.backup.parent.mkdir(parents=True)
    places.backup.write_text("a backup", encoding="utf-8")
    stand_in = make_installer(_stand_in(folder), BEFORE, folder.installers)
    began = time.monotonic()
    real = make_installer(payload, version, folder.installers)
    proof.must("the installer is made", True, f"{real.stat().st_size / 1e6:.1f} MB in {time.monotonic() - began:.0f} s")
    _install(proof, machine, places, stand_in, real, payload, version)
    if not proof.failed:
        _commands(proof, folder, places, version)
        with screen() as display:
            _window(proof, Machine(folder, display=display), places, version)
    _uninstall(proof, machine, places, version)
    return proof


def _stand_in(folder: Folder) -> Path:
    """Make the folder of a version before: no program, only files."""
    payload = folder.root / "stand-in"
    shutil.rmtree(payload, ignore_errors=True)
    (payload / "_internal" / "ข้อมูล ไทย").mkdir(parents=True)
    (payload / "ita-desktop.exe").write_text("a stand-in", encoding="utf-8")
    (payload / "_internal" / "ข้อมูล ไทย" / "ก.txt").write_text("ก", encoding="utf-8")
    return payload


def _install(
    proof: Proof, machine: Machine, places: Places, stand_in: Path, real: Path, payload: Path, version: str
) -> None:
    def setup(file: Path) -> Ended:
        return machine.run([windows_path(file), "/S"], where=machine.folder.home, limit=300)

    ended = setup(stand_in)
    thai = places.programs / f"app-{BEFORE}" / "_internal" / "ข้อมูล ไทย" / "ก.txt"
    proof.must("a first version is installed, files with Thai names too", ended.code == 0 and thai.is_file())
    ended = setup(real)
    proof.must("the program is installed over it", ended.code == 0, f"{ended.seconds:.0f} s")
    different = _different(payload, places.program(version).parent)
    proof.must("every file is as it was built", not different, ", ".join(different[:5]))
    proof.must("the version before lies beside it", places.program(BEFORE).is_file())
    menu = places.profile / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    proof.must("the menu has both", all((menu / f"ITA Desktop{each}.lnk").is_file() for each in ("", " (รุ่นก่อน)")))
    proof.must("the backup is still there", places.backup.is_file())


def _different(left: Path, right: Path) -> list[str]:
    """Return the names of the files that are not the same in both folders."""
    names = {each.relative_to(place) for place in (left, right) for each in place.rglob("*") if each.is_file()}
    same, _, _ = filecmp.cmpfiles(left, right, map(str, names), shallow=False)
    return sorted({str(name) for name in names} - set(same))


def _commands(proof: Proof, folder: Folder, places: Places, version: str) -> None:
    """Test and print with the installed program, on a Thai and on an English Windows."""
    console = windows_path(places.program(version, "ita-desktop-console.exe"))
    for code_page in (874, 1252):
        machine = Machine(folder, code_page)
        ended = machine.run([console, "self-test"], where=places.work, limit=300)
        (folder.results / f"self-test-{code_page}.log").write_text(ended.said, encoding="utf-8")
        right = ended.code == 0 and "ทุกอย่างที่โปรแกรมต้องใช้ทำงานได้" in ended.said
        proof.must(f"it tests itself where the code page is {code_page}", right, f"{ended.seconds:.0f} s")
        ended = machine.run([console, "demo", "ตัวอย่าง", "--no-window"], where=places.work, limit=300)
        made = sorted((places.work / "ตัวอย่าง").glob("*.pdf"))
        proof.must(
            f"it prints the sample to PDF there ({code_page})", ended.code == 0 and len(made) > 10, f"{len(made)} files"
        )
        if code_page == 874:
            shutil.rmtree(folder.results / "demo", ignore_errors=True)
            shutil.copytree(places.work / "ตัวอย่าง", folder.results / "demo")
            office = next((places.work / "ตัวอย่าง").glob("*.ita"))
            shutil.copy(office, places.work / "หน่วยงาน ของเรา.ita")
        shutil.rmtree(places.work / "ตัวอย่าง")
        machine.end()


def _window(proof: Proof, machine: Machine, places: Places, version: str) -> None:
    """Open an office by a double click, a second one, and try to remove the program meanwhile."""
    program = _on_c(machine.folder, places.program(version))
    office = places.work / "หน่วยงาน ของเรา.ita"
    other = Path(shutil.copy(office, places.work / "อีกแห่ง (๒).ita"))
    command = ask(machine, "command", ".ita")
    words = ask(machine, "words", command.replace("%1", windows_path(office))).split("\n")
    right = words == [program, windows_path(office)]
    proof.must("a double click on an .ita starts the program with that one name", right, command)
    proof.must("Windows' shell reads the same command", bool(command) and ask(machine, "shell", ".ita") == command)
    with _running(machine, [program, windows_path(office)], places.work) as process:
        seconds = _wait(lambda: _locked(office))
        proof.must("the window opens the office", seconds is not None, f"locked after {seconds or 0:.1f} s")
        time.sleep(3)  # the picture, and what comes after it
        proof.must("its picture", take_picture(machine, machine.folder.results / "window.png"), "window.png")
        ended = machine.run([program, windows_path(other)], where=places.work, limit=60)
        handed = _wait(lambda: _locked(other) and not _locked(office))
        so = ended.code == 0 and handed is not None
        proof.must("a second start gives its file to the first", so, f"{ended.seconds:.1f} s")
        machine.run([windows_path(places.programs / "uninstall.exe"), "/S"], where=places.profile, limit=60)
        time.sleep(1)
        proof.must("it is not removed while it runs", places.program(version).is_file())
        open_now = _locked(other)
        asked = ask(machine, "close", "ITA Desktop")
        closed = _wait(lambda: not _locked(other) and process.poll() is not None)
        so = open_now and asked != "0" and closed is not None
        proof.must("it closes, lets go of the file and ends", so, f"{closed or 0:.1f} s")


def _on_c(folder: Folder, path: Path) -> str:
    """Return the name that a file has on drive C:."""
    return "C:\\" + str(path.relative_to(folder.drive)).replace("/", "\\")


@contextmanager
def _running(machine: Machine, words: list[str], where: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = machine.start(words, where=where)
    try:
        yield process
    finally:
        if process.poll() is None:
            stop(process)


def _locked(office: Path) -> bool:
    """Whether a program has the office open: its lock lies beside it."""
    return any(beside.name != office.name for beside in office.parent.glob(f"*{office.name}*"))


def _wait(holds: Callable[[], bool], limit: float = PATIENCE) -> float | None:
    """Return the seconds until it holds; None if it does not."""
    began = time.monotonic()
    while time.monotonic() < began + limit:
        if holds():
            return time.monotonic() - began
        time.sleep(0.05)
    return None


def _uninstall(proof: Proof, machine: Machine, places: Places, version: str) -> None:
    """Remove the program with the versions that updates put beside it; the data stays."""
    update = places.own / "versions" / "9.9.9" / "ita-desktop.exe"
    update.parent.mkdir(parents=True)
    update.write_text("of an update", encoding="utf-8")
    ended = machine.run([windows_path(places.programs / "uninstall.exe"), "/S"], where=places.profile, limit=120)
    gone = _wait(lambda: not places.programs.exists())  # the uninstaller goes on in a copy of itself
    proof.must("all of the program is gone", ended.code == 0 and gone is not None)
    left = machine.run(["reg", "query", TYPE], where=machine.folder.home, limit=60)
    proof.must("the file type is gone", left.code != 0 and not ask(machine, "command", ".ita"))
    proof.must("so are the versions that updates brought", not update.parent.parent.exists())
    proof.must("the backup and the settings' folder stay", places.backup.is_file())
    offices = sorted(places.work.glob("*.ita"))
    proof.must("the offices stay", all(each.stat().st_size for each in offices), f"{len(offices)} files")

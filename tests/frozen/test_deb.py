"""The Debian package on this computer: installs, runs, prints, is removed, and leaves every office where it was."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SYSTEM = "/usr/sbin:/usr/bin:/sbin:/bin"
"""Where a package puts its program; a virtual environment's own is another."""


@pytest.fixture(scope="module")
def package() -> Path:
    """The .deb that ``ITA_DESKTOP_DEB`` names; it is really installed here, so it must be asked for."""
    named = os.environ.get("ITA_DESKTOP_DEB")
    if not named:
        pytest.skip("ITA_DESKTOP_DEB names no package (packaging/deb/build dist/ita-desktop dist makes one)")
    if shutil.which("dpkg") is None or os.geteuid() != 0:
        pytest.skip("installing a package needs Debian and root")
    if shutil.which("ita-desktop", path=SYSTEM) is not None:
        pytest.skip("an ita-desktop is installed here already and is left alone")
    return Path(named).resolve()


def run(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": SYSTEM, "HOME": str(home), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, env=environment, cwd=home, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.mark.slow
def test_installs_runs_prints_is_removed_and_leaves_the_data(package, sample_file, tmp_path):
    home = tmp_path / "บ้าน ของเรา"
    home.mkdir()
    office = Path(shutil.copy(sample_file, home / "หน่วยงาน.ita"))
    before = office.read_bytes()
    run("dpkg", "-i", package, home=home)
    try:
        assert "ใช้ไม่ได้" not in run("ita-desktop", "self-test", home=home).stdout
        year = run("ita-desktop", "documents", office, home=home).stdout.split("--year ")[1].split()[0]
        paper = home / "บันทึก.pdf"
        run("ita-desktop", "print", office, "--document", "memo", "--year", year, "--out", paper, home=home)
        assert paper.read_bytes().startswith(b"%PDF")
        entry = Path("/usr/share/applications/ita-desktop.desktop")
        assert "application/x-ita-office" in entry.read_text(encoding="utf-8")
        if shutil.which("desktop-file-validate"):
            run("desktop-file-validate", entry, home=home)
        if shutil.which("update-mime-database") and shutil.which("xdg-mime"):
            assert "x-ita-office" in run("xdg-mime", "query", "filetype", office, home=home).stdout
        assert not [line for line in run("dpkg", "--verify", "ita-desktop", home=home).stdout.splitlines() if line]
        run("dpkg", "-i", package, home=home)  # over itself, as an upgrade does
        assert office.read_bytes() == before
    finally:
        run("dpkg", "--purge", "ita-desktop", home=home)
    assert office.read_bytes() == before
    assert paper.is_file()
    assert not Path("/usr/lib/ita-desktop").exists()
    assert shutil.which("ita-desktop", path=SYSTEM) is None

"""What every test gets: a home of its own, no display, Thai; and the cases to test with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from ita_desktop import i18n, paths
from ita_desktop.app.start.sample import make_sample
from ita_desktop.domain.values.framework import Framework
from ita_desktop.store.resources.frameworks import load_frameworks

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the goldens anew; look at the difference before you commit it",
    )


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the folders of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _thai() -> None:
    """The program speaks Thai at the start of every test, whatever the one before did."""
    i18n.use_language("th", paths.translations())


@pytest.fixture
def cases() -> Path:
    """The folder of the cases (``case-000.json`` ...)."""
    return DATA / "cases"


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """True where the person asked for new goldens."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def poppler() -> str:
    """The path of pdftotext; the test is skipped, and says so, where poppler-utils is not installed."""
    found = shutil.which("pdftotext")
    if found is None:
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    return found


@pytest.fixture(scope="session")
def frameworks() -> Mapping[int, Framework]:
    """The rules of all years."""
    return load_frameworks(paths.resources() / "frameworks")


@pytest.fixture
def locked_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody makes a file: not this user, not the administrator."""
    folder = own = tmp_path / "ของคนอื่น"
    folder.mkdir()
    if sys.platform == "win32":
        deny = ("icacls", str(folder), "/deny", "*S-1-1-0:(WD,AD)")
        subprocess.run(deny, check=False, capture_output=True)
        if Path("Z:/sys/kernel").is_dir():  # Wine, which has no rights of its own: a folder that is Linux' kernel's
            folder = Path("Z:/sys/kernel")
    elif os.geteuid() == 0:
        subprocess.run(("chattr", "+i", str(folder)), check=False, capture_output=True)
    else:
        folder.chmod(0o500)
    try:
        (folder / "tried").touch()
    except OSError:
        pass
    else:
        pytest.skip("this user can write everywhere on this file system (icacls or chattr changes nothing)")
    try:
        yield folder
    finally:
        if sys.platform == "win32":
            subprocess.run(("icacls", str(own), "/remove:d", "*S-1-1-0"), check=False, capture_output=True)
        elif os.geteuid() == 0:
            subprocess.run(("chattr", "-i", str(folder)), check=False, capture_output=True)
        else:
            folder.chmod(0o700)


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory, frameworks: Mapping[int, Framework]) -> Path:
    i18n.use_language("th", paths.translations())
    file = tmp_path_factory.mktemp("sample") / "sample.ita"
    make_sample(file, paths.resources(), frameworks)
    return file


@pytest.fixture
def sample_file(tmp_path: Path, _sample: Path) -> Path:
    """The sample office in a file of the test's own."""
    return Path(shutil.copy(_sample, tmp_path / "sample.ita"))

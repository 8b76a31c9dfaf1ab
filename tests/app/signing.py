"""A publisher of the tests' own: a key, resources that know it, and what he signs."""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import pip
from nacl.signing import SigningKey

from ita_desktop import paths
from ita_desktop.app.publisher.updates import KEYS, this_system
from ita_desktop.store.publisher.signed import SignedKind, Slip, write_signed
from ita_desktop.store.publisher.versions import PROGRAM

KEY = SigningKey(b"k" * 32)
OTHER = SigningKey(b"o" * 32)


def resources_with_key(folder: Path, key: SigningKey | None = KEY) -> Path:
    """The program's resources, with the tests' key as the publisher's."""
    folder.mkdir()
    for place in paths.resources().iterdir():
        if place.name != KEYS.parts[0]:
            if sys.platform == "win32":  # where a link needs a right that few have
                (shutil.copytree if place.is_dir() else shutil.copy)(place, folder / place.name)
            else:
                (folder / place.name).symlink_to(place)
    (folder / KEYS).parent.mkdir()
    if key is not None:
        (folder / KEYS).write_text(f"# of the tests\n{key.verify_key.encode().hex()}\n", encoding="ascii")
    return folder


def program_file(folder: Path, version: str, *, works: bool = True, key: SigningKey = KEY, **slip: str) -> Path:
    """A signed update whose program is a script that passes its own test, or does not."""
    payload = folder / f"payload-{version}"
    (payload / "_internal" / "ข้อมูล ไทย").mkdir(parents=True)
    (payload / "_internal" / "ข้อมูล ไทย" / "a.txt").write_text("ก", encoding="utf-8")
    if sys.platform != "win32":
        (payload / "_internal" / "link").symlink_to("ข้อมูล ไทย/a.txt")
    make_program(payload / PROGRAM, f"print('{version}', sys.argv[1], 'is broken ไทย'); sys.exit({0 if works else 1})")
    file = folder / f"{version}.itaupdate"
    kind = Slip(**{"kind": SignedKind.PROGRAM, "version": version, "system": this_system(), **slip})
    write_signed(file, kind, payload, key)
    shutil.rmtree(payload)
    return file


def make_program(file: Path, python: str) -> None:
    """Write a program that the system starts and that does these words of Python (``sys`` is there)."""
    words = f"import sys; sys.stdout.reconfigure(encoding='utf-8'); {python}\n"
    if sys.platform != "win32":
        file.write_text(f"#!{sys.executable}\n{words}", encoding="utf-8")
        file.chmod(0o755)
        return
    # what pip makes of a command on Windows: a small starter, the Python that it starts, and a zip of the words
    starter = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("__main__.py", words)
    file.write_bytes(starter.read_bytes() + f"#!{sys.executable}\r\n".encode() + packed.getvalue())


def altered(file: Path, name: str, change) -> Path:
    """The same file with one entry changed, or taken out where ``change`` gives None."""
    place = Path(tempfile.mkdtemp(dir=file.parent))
    changed = place / file.name
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == name:
                data = change(data)
            if data is not None:
                new.writestr(entry.filename, data)
    return changed


def with_slip(file: Path, **values: object) -> Path:
    """The same file with other words on its slip."""
    return altered(file, "manifest.json", lambda data: json.dumps({**json.loads(data), **values}).encode())

"""A publisher of the tests' own: a key, resources that know it, and what he signs."""

from __future__ import annotations

import json
import shutil
import tempfile
import zipfile
from pathlib import Path

from nacl.signing import SigningKey

from ita_desktop import paths
from ita_desktop.app.publisher.updates import KEYS, this_system
from ita_desktop.store.publisher.signed import Kind, Slip, write_signed
from ita_desktop.store.publisher.versions import PROGRAM

KEY = SigningKey(b"k" * 32)
OTHER = SigningKey(b"o" * 32)


def resources_with_key(folder: Path, key: SigningKey | None = KEY) -> Path:
    """The program's resources, with the tests' key as the publisher's."""
    folder.mkdir()
    for place in paths.resources().iterdir():
        if place.name != KEYS.parts[0]:
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
    (payload / "_internal" / "link").symlink_to("ข้อมูล ไทย/a.txt")
    status = 0 if works else 1
    (payload / PROGRAM).write_text(f"#!/bin/sh\necho {version} $1 is broken\nexit {status}\n", encoding="utf-8")
    (payload / PROGRAM).chmod(0o755)
    file = folder / f"{version}.itaupdate"
    kind = Slip(**{"kind": Kind.PROGRAM, "version": version, "system": this_system(), **slip})
    write_signed(file, kind, payload, key)
    shutil.rmtree(payload)
    return file


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

"""The publisher signs what a folder is, not what the checkout is that he stands in."""

from __future__ import annotations

import json
import subprocess
import sys

from ita_desktop.store.publisher.signed import SignedKind, read_slip
from tests.app.signing import KEY
from tests.conftest import ROOT


def sign(tmp_path, folder):
    key = tmp_path / "private.key"
    key.write_text(KEY.encode().hex(), encoding="ascii")
    words = [sys.executable, ROOT / "packaging" / "sign_file.py", "program", key, folder, tmp_path / "out"]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=120)


def test_version_and_system_are_those_of_the_folder(tmp_path):
    inside = tmp_path / "ita-desktop" / "_internal" / "ita_desktop"
    inside.mkdir(parents=True)
    (inside / "built.json").write_text(json.dumps({"version": "9.8.7", "system": "win32-AMD64"}), encoding="utf-8")
    done = sign(tmp_path, tmp_path / "ita-desktop")
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "out").iterdir()
    assert made.name == "ita-desktop-9.8.7-win32-AMD64.itaupdate"
    slip = read_slip(made, SignedKind.PROGRAM, [KEY.verify_key])
    assert (slip.version, slip.system) == ("9.8.7", "win32-AMD64")


def test_a_folder_that_does_not_tell_is_not_signed(tmp_path):
    (tmp_path / "dist").mkdir()
    done = sign(tmp_path, tmp_path / "dist")
    assert done.returncode == 1
    assert "built.json" in done.stderr
    assert not list((tmp_path / "out").iterdir())

"""A newer program comes from a signed file only, beside the old one, and can be left again."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from ita_desktop import __main__ as main
from ita_desktop import __version__
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.backup_place import backups_for
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.publisher import updates
from ita_desktop.store.publisher import versions as versions_of
from ita_desktop.store.publisher.versions import CONSOLE, PROGRAM, Versions
from tests.app.signing import KEY, OTHER, altered, make_program, program_file, resources_with_key, with_slip

INSTALLED = Path("/opt/ita-desktop") / PROGRAM
NEWER, NEWEST = "97.0.0", "98.10.0"


@pytest.fixture
def resources(tmp_path):
    return resources_with_key(tmp_path / "resources")


@pytest.fixture
def versions(tmp_path):
    return Versions(tmp_path / "บ้าน ของเรา" / "versions")


def refused(file, resources, versions, frameworks, *said):
    with pytest.raises(WorkspaceError) as told:
        updates.install(file, resources, versions, (), frameworks)
    assert str(file) in str(told.value) or "97.0.0" in str(told.value)
    for word in said:
        assert word in str(told.value)
    assert not versions.in_use
    assert not [place for place in versions.folder.glob("*") if place.is_dir()]
    return told.value


def test_a_newer_program_lies_beside_and_starts_next(tmp_path, resources, versions, frameworks):
    slip = updates.install(program_file(tmp_path, NEWER, note="ปรับปรุง"), resources, versions, (), frameworks)
    assert (slip.version, slip.note) == (NEWER, "ปรับปรุง")
    assert versions.in_use == NEWER
    assert updates.newer_program(versions, INSTALLED) == versions.program(NEWER)
    inside = versions.folder / NEWER / "_internal"
    assert (inside / "ข้อมูล ไทย" / "a.txt").read_text(encoding="utf-8") == "ก"
    if sys.platform != "win32":  # whose programs hold no links
        assert (inside / "link").is_symlink()
        assert (inside / "link").read_text(encoding="utf-8") == "ก"


def test_going_back_step_by_step(tmp_path, resources, versions, frameworks):
    for version in (NEWER, NEWEST):
        updates.install(program_file(tmp_path, version), resources, versions, (), frameworks)
    assert (versions.in_use, versions.before) == (NEWEST, NEWER)
    assert updates.go_back(versions) == NEWER
    assert updates.newer_program(versions, INSTALLED) == versions.program(NEWER)
    assert updates.go_back(versions) == ""
    assert updates.newer_program(versions, INSTALLED) is None
    with pytest.raises(WorkspaceError):
        updates.go_back(versions)


def test_only_the_version_before_is_kept(tmp_path, resources, versions, frameworks):
    for version in (NEWER, NEWEST, "99.0.0"):
        updates.install(program_file(tmp_path, version), resources, versions, (), frameworks)
    assert {place.name for place in versions.folder.iterdir() if place.is_dir()} == {NEWEST, "99.0.0"}


def test_offices_are_backed_up_first(tmp_path, resources, versions, frameworks, sample_file):
    gone = tmp_path / "gone.ita"
    updates.install(program_file(tmp_path, NEWER), resources, versions, (sample_file, gone), frameworks)
    (backup,) = backups_for(sample_file)
    with Workspace.open(sample_file, frameworks) as office:
        assert office.backups.office_in(backup) == office.office


def test_without_a_backup_nothing_is_changed(tmp_path, resources, versions, frameworks, sample_file):
    file = program_file(tmp_path, NEWER)
    with (
        Workspace.open(sample_file, frameworks),
        pytest.raises(WorkspaceError) as told,
    ):
        updates.install(file, resources, versions, (sample_file,), frameworks)
    assert told.value.code is updates.UpdateTrouble.NO_BACKUP
    assert not versions.in_use


def test_unsigned_altered_and_foreign_files_are_refused(tmp_path, resources, versions, frameworks):
    good = program_file(tmp_path, NEWER)
    words = (resources, versions, frameworks)
    assert refused(altered(good, "signature", lambda _: None), *words).code == "unsigned"
    assert refused(altered(good, "signature", lambda data: data[:-1] + bytes([data[-1] ^ 1])), *words).code == (
        "wrong_signature"
    )
    assert refused(with_slip(good, version="98.0.0"), *words).code == "wrong_signature"
    turned = altered(good, f"files/{PROGRAM}", lambda data: data[:-1] + bytes([data[-1] ^ 1]))
    assert refused(turned, *words).code == "altered"
    assert refused(altered(good, f"files/{PROGRAM}", lambda _: None), *words).code == "altered"
    (tmp_path / "other").mkdir()
    assert refused(program_file(tmp_path / "other", NEWER, key=OTHER), *words).code == "wrong_signature"


def test_one_turned_bit_in_the_middle_is_noticed(tmp_path, resources, versions, frameworks):
    file = program_file(tmp_path, NEWER)
    data = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as packed:
        at = packed.getinfo(f"files/{PROGRAM}").header_offset + 60
    data[at] ^= 1
    file.write_bytes(data)
    assert refused(file, resources, versions, frameworks).code == "altered"


def test_a_file_more_than_was_signed_is_refused(tmp_path, resources, versions, frameworks):
    good = program_file(tmp_path, NEWER)
    with zipfile.ZipFile(good, "a") as packed:
        packed.writestr("files/more.py", "print()")
    refused(good, resources, versions, frameworks, "more.py")


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", "C:/out", "a\\b"])
def test_a_signed_name_that_leads_out_is_refused_too(tmp_path, resources, versions, frameworks, name):
    good = program_file(tmp_path, NEWER)
    with zipfile.ZipFile(good) as packed:
        data = packed.read("manifest.json").replace(f'"{PROGRAM}"'.encode(), f'"{name}"'.replace("\\", "\\\\").encode())
    signed = KEY.sign(b"ita-desktop signed file 1\n" + data).signature
    evil = altered(altered(good, "manifest.json", lambda _: data), "signature", lambda _: signed)
    refused(evil, resources, versions, frameworks)


def test_a_file_that_is_no_zip_is_refused(tmp_path, resources, versions, frameworks):
    file = tmp_path / "a.itaupdate"
    file.write_bytes(b"MZ" * 1000)
    refused(file, resources, versions, frameworks)


def test_without_a_publishers_key_nothing_is_accepted(tmp_path, versions, frameworks):
    bare = resources_with_key(tmp_path / "bare", key=None)
    assert refused(program_file(tmp_path, NEWER), bare, versions, frameworks).code == "no_key"


def test_for_another_system_or_not_newer_is_refused(tmp_path, resources, versions, frameworks):
    other = program_file(tmp_path, NEWER, system="beos-x86_64")
    refused(other, resources, versions, frameworks, "beos-x86_64")
    for version in (__version__, "0.0.1"):
        refused(program_file(tmp_path, version), resources, versions, frameworks, __version__)


def test_a_program_that_fails_its_own_test_is_not_used(tmp_path, resources, versions, frameworks):
    told = refused(program_file(tmp_path, NEWER, works=False), resources, versions, frameworks, "is broken ไทย")
    assert told.code is updates.UpdateTrouble.DOES_NOT_WORK


def test_the_console_program_starts_the_console_program(tmp_path, resources, versions, frameworks):
    updates.install(program_file(tmp_path, NEWER), resources, versions, (), frameworks)
    make_program(versions.folder / NEWER / CONSOLE, "print('typed')")
    assert updates.newer_program(versions, INSTALLED) == versions.program(NEWER)
    assert updates.newer_program(versions, INSTALLED.with_name(CONSOLE)) == versions.folder / NEWER / CONSOLE


def test_the_console_program_is_the_one_that_is_asked(tmp_path):
    """A program of Windows' desktop shows a box when it fails, and nobody closes it."""
    make_program(tmp_path / PROGRAM, "sys.exit(1)")
    assert versions_of.typed_twin(tmp_path / PROGRAM) == tmp_path / PROGRAM
    make_program(tmp_path / CONSOLE, "sys.exit(0)")
    assert versions_of.typed_twin(tmp_path / PROGRAM) == tmp_path / CONSOLE


def test_a_version_that_is_started_does_not_hand_over_again(versions, monkeypatch):
    """Also where the slip says more than the program inside knows: it would start itself without end."""
    make_program_in_use(versions, NEWER)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(main, "_versions", lambda: versions.folder)
    monkeypatch.delenv(main._HANDED_OVER, raising=False)
    started = main._newer_program([])
    assert started == versions.program(NEWER)
    monkeypatch.setenv(main._HANDED_OVER, "0.1.0")
    assert main._newer_program([]) is None
    assert main._HANDED_OVER not in os.environ  # what it starts in its turn is another matter


def make_program_in_use(versions, version):
    versions.program(version).parent.mkdir(parents=True)
    make_program(versions.program(version), "sys.exit(0)")
    kept = json.dumps({"use": version, "before": ""})
    (versions.folder / "in-use.json").write_text(kept, encoding="utf-8")


def test_what_is_not_there_any_more_is_not_started(tmp_path, resources, versions, frameworks):
    updates.install(program_file(tmp_path, NEWER), resources, versions, (), frameworks)
    shutil.rmtree(versions.folder / NEWER)
    assert updates.newer_program(versions, INSTALLED) is None
    (versions.folder / "in-use.json").write_text("{", encoding="utf-8")
    assert updates.newer_program(versions, INSTALLED) is None

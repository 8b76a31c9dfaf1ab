"""Where the user's files lie: in the user's folders, or beside the program on a stick."""

from __future__ import annotations

import sys

import pytest

from ita_desktop import paths


@pytest.fixture
def stick(tmp_path, monkeypatch):
    program = tmp_path / "โปรแกรม ITA" / "ita-desktop"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program.parent


def test_with_the_marker_all_data_lies_beside_the_program(stick):
    (stick / "portable.txt").touch()
    assert paths.user_data() == stick.parent / "ITA-data"
    assert paths.user_documents() == stick.parent / "ITA-data"


def test_without_it_the_users_folders_are_used(stick):
    assert stick.parent not in paths.user_data().parents
    assert stick.parent not in paths.user_documents().parents


def test_a_checkout_is_never_portable(stick, monkeypatch):
    (stick / "portable.txt").touch()
    monkeypatch.delattr(sys, "frozen")
    assert paths.portable() is None


def test_an_account_without_a_folder_for_documents_keeps_an_office_at_home(tmp_path, monkeypatch):
    monkeypatch.setattr(paths.platformdirs, "user_documents_path", lambda: tmp_path / "Documents")
    assert paths.user_documents() == paths.Path.home()
    (tmp_path / "Documents").mkdir()
    assert paths.user_documents() == tmp_path / "Documents"

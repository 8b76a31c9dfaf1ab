"""What can be typed, and what is said about words that make no sense."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop import i18n, paths
from ita_desktop.cli import words


@pytest.mark.parametrize(
    ("typed", "command", "values"),
    [
        ("", "open", {"file": None}),
        ("a.ita", "open", {"file": Path("a.ita")}),
        ("--language en a.ita", "open", {"file": Path("a.ita"), "language": "en"}),
        ("demo", "demo", {"folder": Path("ita-demo"), "no_window": False}),
        ("demo x --no-window", "demo", {"folder": Path("x"), "no_window": True}),
        ("import a.json b.ita", "import", {"data": Path("a.json"), "file": Path("b.ita"), "replace": False}),
        ("import --replace a.json b.ita --language en", "import", {"replace": True, "language": "en"}),
        ("export b.ita a.json", "export", {"data": Path("a.json"), "file": Path("b.ita")}),
        ("documents b.ita", "documents", {"file": Path("b.ita")}),
        (
            "print b.ita --document memo --year ๒๕๖๘ --out m.pdf",
            "print",
            {"document": "memo", "year": 2568, "out": Path("m.pdf"), "format": "pdf", "memo": ""},
        ),
        ("screenshots x", "screenshots", {"folder": Path("x")}),
    ],
)
def test_words_become_values(typed, command, values):
    read = vars(words.read(typed.split()))
    assert read["command"] == command
    assert {key: read[key] for key in values} == values


@pytest.mark.parametrize(
    "typed",
    [
        "dmeo",
        "open a.ita",
        "a.ita b.ita",
        "import a.json",
        "export a.ita",
        "print a.ita",
        "print a.ita --document memo --year 25x --out m.pdf",
        "print a.ita --document memo --year 2568 --out m.pdf --format odt",
        "print a.ita --doc memo --year 2568 --out m.pdf",
        "--language xx",
        "--languag en",
        "screenshots",
    ],
)
def test_wrong_words_are_status_2(typed, capsys):
    with pytest.raises(SystemExit) as left:
        words.read(typed.split())
    assert left.value.code == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.startswith("วิธีใช้: ita-desktop")
    assert "คำสั่งไม่ถูก" in said.err


def test_mistyped_command_is_told_the_commands(capsys):
    with pytest.raises(SystemExit):
        words.read(["dmeo"])
    assert "dmeo" in (said := capsys.readouterr().err)
    assert all(command in said for command in words.COMMANDS)


@pytest.mark.parametrize("typed", ["--help", "demo --help", "print --help"])
def test_help_is_thai_and_leaves_with_0(typed, capsys):
    with pytest.raises(SystemExit) as left:
        words.read(typed.split())
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert "วิธีใช้: ita-desktop" in said
    for english in ("usage", "options", "positional", "show this"):
        assert english not in said


def test_help_is_english_on_request(capsys):
    i18n.use_language("en", paths.translations())
    with pytest.raises(SystemExit):
        words.read(["print", "--help"])
    said = capsys.readouterr().out
    assert "usage: ita-desktop print" in said
    assert "show this help message and exit" in said


def test_version(capsys):
    from ita_desktop import __version__

    with pytest.raises(SystemExit) as left:
        words.read(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.split() == ["ita-desktop", __version__]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "th"),
        ("--language en demo", "en"),
        ("demo --language=en", "en"),
        ("--language xx", "th"),
        ("--language", "th"),
    ],
)
def test_language_is_known_before_anything_is_said(typed, code):
    assert words.language_of(typed.split()) == code


def test_formats_are_those_that_can_be_written():
    from ita_desktop.app.papers import printing

    assert words.FORMATS == printing.FORMATS

"""The documented command for catalogues: texts come and go, translations and the head of each file stay."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PO = "{}/LC_MESSAGES/ita_desktop.po"
FILES = ("ita_desktop.pot", PO.format("th"), PO.format("en"))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("_refresh", ROOT / "translations" / "refresh.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    """A copy of the project's catalogues."""
    ignored = shutil.ignore_patterns("*.mo", "*.py")
    return Path(shutil.copytree(ROOT / "translations", tmp_path / "translations", ignore=ignored))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that says one text of ours and two new ones."""
    (tmp_path / "program" / "deep").mkdir(parents=True)
    (tmp_path / "program" / "deep" / "new.py").write_text(
        'tr("Yes")\ntr("Nobody has said this before")\nntr("one new sheet", "all new sheets", n)\n_("not ours")\n',
        encoding="utf-8",
    )
    return tmp_path / "program"


def head(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n\n")[0]


def entries(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n\n")[2]


def texts(path: Path) -> dict[object, object]:
    with path.open("rb") as file:
        return {message.id: message.string for message in read_po(file)}


def test_command_loses_and_adds_nothing_where_the_catalogues_are_up_to_date(script, translations):
    script.refresh(ROOT / "ita_desktop", translations)
    for name in FILES:
        assert texts(translations / name) == texts(ROOT / "translations" / name), name
        assert head(translations / name) == head(ROOT / "translations" / name), name


def test_head_stays_and_texts_change(script, translations, program):
    script.refresh(program, translations)
    for name in FILES:
        assert head(translations / name) == head(ROOT / "translations" / name)
        assert "Apache-2.0" in head(translations / name)
    assert entries(translations / PO.format("th")) == (
        'msgid "Nobody has said this before"\nmsgstr ""\n\n'
        'msgid "Yes"\nmsgstr "ใช่"\n\n'
        'msgid "one new sheet"\nmsgid_plural "all new sheets"\nmsgstr[0] ""\n\n'
    )
    assert 'msgstr[0] ""\nmsgstr[1] ""\n' in entries(translations / PO.format("en"))
    assert "ใช่" not in entries(translations / "ita_desktop.pot")


def test_file_without_a_head_is_refused_and_kept(script, translations, program):
    pot = translations / "ita_desktop.pot"
    pot.write_text(entries(pot), encoding="utf-8")
    before = pot.read_bytes()
    with pytest.raises(ValueError, match="no head"):
        script.refresh(program, translations)
    assert pot.read_bytes() == before


def test_documents_name_the_command():
    assert "\npython translations/refresh.py\n" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").replace(
        "  ", ""
    )

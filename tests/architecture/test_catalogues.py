"""Every text of the program is in the catalogues, and the Thai one is complete."""

from __future__ import annotations

import os
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from ita_desktop import i18n

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "translations"
KEYWORDS = {"tr": None, "ntr": (1, 2)}


def extracted() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(str(ROOT / "ita_desktop"), method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found}


def catalogue(code: str) -> Catalog:
    with (TRANSLATIONS / code / "LC_MESSAGES" / "ita_desktop.po").open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def entries(catalogue: Catalog) -> dict[str | tuple[str, ...], Message]:
    return {(tuple(m.id) if isinstance(m.id, (list, tuple)) else m.id): m for m in catalogue if m.id}


def test_template_holds_what_the_code_says():
    with (TRANSLATIONS / "ita_desktop.pot").open("rb") as file:
        template = read_po(file)
    assert set(entries(template)) == extracted()


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_catalogue_has_every_text_and_no_other(code):
    said, kept = extracted(), set(entries(catalogue(code)))
    assert not said - kept, f"run translations/refresh.py (CONTRIBUTING): missing in {code}"
    assert not kept - said, f"run translations/refresh.py (CONTRIBUTING): unused in {code}"


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_nothing_is_fuzzy(code):
    assert not [m.id for m in catalogue(code) if m.id and m.fuzzy]


def test_thai_is_complete():
    empty = [m.id for m in entries(catalogue("th")).values() if not (all(m.string) if m.pluralizable else m.string)]
    assert not empty


def test_thai_is_thai():
    """Where a text has Latin letters only, it is a name or a format, and the same in both languages."""
    for message in entries(catalogue("th")).values():
        said = message.string if isinstance(message.string, str) else " ".join(message.string)
        letters = [c for c in str(message.id) if c in string.ascii_letters]
        if len(letters) > 40:
            assert any("\u0e00" <= c <= "\u0e7f" for c in said), message.id


AS_WRITTEN = re.compile(r"“[^”]*”|\{[^}]*\}|\S*[A-Za-z]\S*")
"""Quotes, fields, and codes with Latin letters (i12, A4, .docx)."""
EXIT_CODES = "สถานะเมื่อจบ"
"""Help of the commands: a number that another program reads."""


def test_thai_sentences_have_thai_digits():
    for message in entries(catalogue("th")).values():
        said = message.string if isinstance(message.string, str) else " ".join(message.string)
        if EXIT_CODES not in said:
            assert not re.search("[0-9]", AS_WRITTEN.sub("", said)), said


def test_a_file_has_one_name():
    """แฟ้ม everywhere, in the window, in messages and in the help."""
    said = [str(message.string) for message in entries(catalogue("th")).values()]
    said += [topic.read_text(encoding="utf-8") for topic in (ROOT / "resources" / "help").glob("*.txt")]
    assert len(said) > 1000
    assert not [text for text in said if "ไฟล์" in text]


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_fields_of_a_text_survive_translation(code):
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

    for message in entries(catalogue(code)).values():
        ids = message.id if message.pluralizable else (message.id,)
        strings = message.string if message.pluralizable else (message.string,)
        wanted = set().union(*(fields(i) for i in ids)) if "{" in str(ids) else set()
        for said in filter(None, strings):
            assert "{" not in said or fields(said) <= wanted, message.id
            assert message.pluralizable or not said or fields(said) == wanted, message.id


def test_language_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        i18n.use_language("xx", TRANSLATIONS)


def test_edited_catalogue_is_compiled_at_start(tmp_path):
    folder = tmp_path / "th" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po = folder / "ita_desktop.po"
    po.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Yes"\nmsgstr "ใช่"\n', encoding="utf-8"
    )
    i18n.use_language("th", tmp_path)
    assert i18n.tr("Yes") == "ใช่"
    po.write_text(po.read_text(encoding="utf-8").replace("ใช่", "ครับ"), encoding="utf-8")
    later = po.with_suffix(".mo").stat().st_mtime + 10
    os.utime(po, (later, later))
    i18n.use_language("th", tmp_path)
    assert i18n.tr("Yes") == "ครับ"

"""The one way in: a file or a clipboard of somebody else as plain content (อ่านแฟ้มที่หน่วยงานมีอยู่แล้ว)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ita_desktop.domain.recognition.content import Content, Table
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.calc import read_calc
from ita_desktop.store.foreign.excel import read_excel
from ita_desktop.store.foreign.kinds import Kind, kind_of
from ita_desktop.store.foreign.old_excel import read_old_excel
from ita_desktop.store.foreign.old_word import read_old_word
from ita_desktop.store.foreign.pdf import read_pdf
from ita_desktop.store.foreign.plain_text import content_of_text, read_text
from ita_desktop.store.foreign.thai_repair import Dictionary
from ita_desktop.store.foreign.web import content_of_html, read_web
from ita_desktop.store.foreign.word import read_word
from ita_desktop.store.resources.words import read_words
from ita_desktop.store.untrusted.deadline import Deadline

MAX_CLIPBOARD = 20_000_000
"""Letters of a clipboard."""
_CLIPBOARD = Path("clipboard")

_READERS: dict[Kind, Callable[[Path, Deadline], Content]] = {
    Kind.WORD: read_word,
    Kind.EXCEL: read_excel,
    Kind.OLD_EXCEL: read_old_excel,
    Kind.CALC: read_calc,
    Kind.TEXT: read_text,
    Kind.WEB: read_web,
}


def read_file(path: Path, *, resources: Path | None = None, names: Sequence[str] = ()) -> Content:
    """Read a file by what it is, whatever its name says.

    ``resources`` is the program's folder with the word list, by which a broken text layer of a PDF is judged and put
    right, with ``names`` of indicators and offices beside it; without the folder broken layers stay as they are.
    StoreError says what the file is where it cannot be read, or which limit (60 MB, 5 seconds, 200,000 cells) it meets.
    Nothing in it is run, and no link is followed.
    """
    kind = kind_of(path)
    try:
        if kind in (Kind.OLD_WORD, Kind.RTF, Kind.WRITER):
            return read_old_word(path, kind)
        if kind is Kind.PDF:
            words = Dictionary(read_words(resources), names) if resources is not None else None
            return read_pdf(path, Deadline(path), words)
        return _READERS[kind](path, Deadline(path))
    except (RecursionError, MemoryError) as error:
        raise StoreError(StoreErrorCode.TOO_BIG, path, type(error).__name__) from error


def read_clipboard(text: str, html: str = "") -> Content:
    """Read what was copied: the HTML where it has a table, else the text with its tabs."""
    if len(text) + len(html) > MAX_CLIPBOARD:
        raise StoreError(StoreErrorCode.TOO_BIG, _CLIPBOARD, f"> {MAX_CLIPBOARD:,}")
    deadline = Deadline(_CLIPBOARD)
    if "<table" in html.lower():
        content = content_of_html(html, deadline)
        if any(isinstance(block, Table) for block in content.blocks):
            return content
    return content_of_text(text, deadline)

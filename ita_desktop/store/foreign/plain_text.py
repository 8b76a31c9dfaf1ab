"""Text with or without columns: CSV, TSV, a text file, and what the clipboard holds as text."""

from __future__ import annotations

import re
from pathlib import Path

from ita_desktop.domain.recognition.content import Content, FileKind, FileLine, Paragraph, Table
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.exchange.tables_in import decoded, read_csv, separator_of
from ita_desktop.store.foreign.sheets import FileSheet, Tally
from ita_desktop.store.untrusted.deadline import Deadline

MAX_LINES = 200_000
_ENOUGH = 0.6
"""Share of lines with a separator from which a text is a table."""


def read_text(path: Path, deadline: Deadline) -> Content:
    """Read a CSV or text file in UTF-8, UTF-16 or cp874; StoreError where its letters are broken."""
    text, _ = decoded(path)
    if not _is_table(text):
        return Content(kind=FileKind.CSV, blocks=_paragraphs(text, deadline))
    sheet = FileSheet(Tally(deadline))
    for number, row in enumerate(read_csv(path).rows):
        for column, value in enumerate(row):
            sheet.put(number, column, str(value))
    table = sheet.table()
    return Content(kind=FileKind.CSV, blocks=(table,) if table.rows else ())


def content_of_text(text: str, deadline: Deadline) -> Content:
    """Return a clipboard's text: lines with tabs are a table, as Excel and Word put them; others are paragraphs."""
    blocks: list[Paragraph | Table] = []
    run: list[str] = []
    for line in [*_lines(text, deadline), ""]:
        if "\t" in line:
            run.append(line)
            continue
        if len(run) > 1:
            blocks.append(_tabbed(run, deadline))
        else:
            blocks += [Paragraph(line=FileLine(text=one)) for one in run]
        run = []
        if line.strip():
            blocks.append(Paragraph(line=FileLine(text=line)))
    return Content(kind=FileKind.CLIPBOARD, blocks=tuple(blocks))


def _tabbed(lines: list[str], deadline: Deadline) -> Table:
    sheet = FileSheet(Tally(deadline))
    for number, line in enumerate(lines):
        for column, text in enumerate(line.split("\t")):
            sheet.put(number, column, text.strip())
    return sheet.table()


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    separator = separator_of(text)
    return bool(lines) and sum(separator in line for line in lines) >= _ENOUGH * len(lines)


def _paragraphs(text: str, deadline: Deadline) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line=FileLine(text=line.rstrip())) for line in _lines(text, deadline) if line.strip())


def _lines(text: str, deadline: Deadline) -> list[str]:
    """Lines of a text; a quoted cell of Excel with line breaks inside stays one line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if '"' in text and "\t" in text:
        text = re.sub(r'(^|\t)"((?:[^"]|"")*)"(?=\t|\n|$)', _unquoted, text, flags=re.MULTILINE)
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise StoreError(StoreErrorCode.TOO_BIG, deadline.path, f"> {MAX_LINES:,}")
    return [line.replace("\v", "\n") for line in lines]


def _unquoted(found: re.Match[str]) -> str:
    return found[1] + found[2].replace('""', '"').replace("\n", "\v")

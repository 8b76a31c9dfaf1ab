"""Document → plain text (สำเนาเป็นข้อความ), for the clipboard and for e-saraban systems.

A table is one line per row, cells parted by tabs, as a spreadsheet takes them; a cell that spans more has empty cells
after it, and one that reaches down leaves empty cells below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from ita_desktop.documents.forms import Entry, Form, HeadForm
from ita_desktop.documents.model import (
    Block,
    Chart,
    Cover,
    Document,
    Heading,
    ItemList,
    LeaderList,
    MemoHead,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    SignatureBlock,
    Table,
    TableCell,
    Text,
    Title,
    plain,
)
from ita_desktop.documents.options import Digits, DocumentOptions
from ita_desktop.documents.signs import with_bullets
from ita_desktop.domain.thai import writing
from ita_desktop.domain.thai.characters import writable

DOTS = "." * 40
SHORT_DOTS = "." * 12

Printed = Callable[[str], str]


def digits_of(options: DocumentOptions) -> Printed:
    """Return how texts are printed: the one place where digits are chosen and Word's bullets made readable."""
    digits = writing.print_digits if options.digits is Digits.THAI else writing.arabic_digits
    return lambda words: digits(with_bullets(words))


def number_of(options: DocumentOptions) -> Printed:
    """Return how a number that stands alone is printed: all its digits, also those of an id such as o43."""
    return writing.thai_digits if options.digits is Digits.THAI else writing.arabic_digits


def render_text(document: Document, options: DocumentOptions | None = None) -> str:
    """The whole document, blocks parted by empty lines; ends with one line end."""
    options = (options or DocumentOptions()).for_document(document.name)
    printed, number = digits_of(options), number_of(options)
    shown = ((block, section.form) for section in document.sections for block in section.blocks)
    blocks = ("\n".join(line.rstrip() for line in _lines(block, form, number)) for block, form in shown)
    return writable(printed("\n\n".join(block for block in blocks if block))) + "\n"


def _lines(block: Block, form: Form, number: Printed) -> Iterable[str]:
    match block:
        case Title():
            return [plain(line) for line in block.lines]
        case Heading():
            return [_numbered(number(block.number), block.words)]
        case Paragraph():
            return [_numbered(block.lead, block.words)]
        case ItemList():
            return [
                f"{'  ' * (item.level - 1)}{block.label(n)} {plain(item.words)}"
                for n, item in enumerate(block.items, start=1)
            ]
        case LeaderList():
            return [f"{_numbered(row.number, row.words)}\t{row.told}" for row in block.rows]
        case Table():
            return _table(block)
        case Chart():
            return _chart(block)
        case Picture():
            return [f"[{block.alt}]"]
        case MemoHead():
            return _head(block, form.head)
        case SignatureBlock():
            return _signature(block)
        case Cover():
            return [plain(line) for line in (*block.title, block.year, *block.office)]
        case PageBreak():
            return []
    assert_never(block)


def _numbered(number: str, words: Text) -> str:
    return f"{number} {plain(words)}" if number else plain(words)


def _table(table: Table) -> list[str]:
    caption = [plain(table.caption)] if table.caption else []
    return caption + _rows(table.head, len(table.columns)) + _rows(table.rows, len(table.columns))


def _rows(rows: tuple[Row, ...], width: int) -> list[str]:
    reaching = [0] * width
    lines = []
    for row in rows:
        line, taken, at = [""] * width, [0] * width, 0
        for one in row.cells:
            while reaching[at]:
                at += 1
            line[at] = _cell(one)
            taken[at : at + one.colspan] = [one.rowspan] * one.colspan
            at += one.colspan
        reaching = [max(left, new, 1) - 1 for left, new in zip(reaching, taken, strict=True)]
        lines.append("\t".join(line))
    return lines


def _cell(one: TableCell) -> str:
    texts = (f"{part.label} {plain(part.words)}" if part.label else plain(part.words) for part in one.content)
    return " ".join(" ".join(texts).split("\n"))


def _chart(chart: Chart) -> list[str]:
    """The figures that the chart shows, one line for each category."""
    lines = [plain(chart.title)]
    if len(chart.series) > 1:
        lines.append("\t".join(("", *(one.name for one in chart.series))))
    for n, category in enumerate(chart.categories):
        figures = (one.values[n] for one in chart.series)
        lines.append("\t".join((category, *("-" if f is None else writing.score_text(f) for f in figures))))
    return lines


def _head(head: MemoHead, form: HeadForm | None) -> list[str]:
    """The head's rows, each on a line, as the form of the sheet has them."""
    lines = [head.urgency] if head.urgency else []
    if form is not None:
        lines += [form.title, ""] if form.title else []
        lines += ["\t".join(_entry(entry, plain(head.value(entry.field))) for entry in row) for row in form.rows]
        lines.append("")
    lines.append(f"เรียน {plain(head.to)}")
    return lines + _attached("อ้างถึง", head.references) + _attached("สิ่งที่ส่งมาด้วย", head.enclosures)


def _entry(entry: Entry, words: str) -> str:
    value = words.strip()
    if not value or entry.is_open(value):
        value += "." * entry.dots
    return f"{entry.label} {value}" if entry.label else value


def _attached(label: str, texts: tuple[Text, ...]) -> list[str]:
    if len(texts) < 2:
        return [f"{label} {plain(words)}" for words in texts]
    return [label, *(f"{n}. {plain(words)}" for n, words in enumerate(texts, start=1))]


def _signature(block: SignatureBlock) -> list[str]:
    lines = []
    if block.label or block.comment_lines:
        lines.append(plain(block.label) + (DOTS if block.comment_lines else ""))
    lines += [DOTS] * (block.comment_lines - 1)
    if block.show_signed or block.role:
        lines.append(f"(ลงชื่อ){DOTS}{block.role}" if block.show_signed else f"ลงชื่อ{DOTS}{block.role}")
    lines.append(f"({plain(block.name) or DOTS})")
    lines += [plain(line) for line in block.position]
    if block.date_line:
        lines.append(f"วันที่{SHORT_DOTS}/{SHORT_DOTS}/{SHORT_DOTS}")
    return lines

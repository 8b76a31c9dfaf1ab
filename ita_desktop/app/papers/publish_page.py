"""What lies beside published papers: index page, table of links, checklist (หน้าดัชนี, ตารางลิงก์, รายการตรวจ)."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from html import escape

from ita_desktop.domain.rules.duties import PublishedItem, Shown
from ita_desktop.domain.texts.phrases import of_year
from ita_desktop.domain.thai.characters import one_line
from ita_desktop.domain.thai.writing import print_digits
from ita_desktop.domain.values.facts import YearFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """A paper in the folder."""

    document: str
    title: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedGroup:
    """An OIT item with its papers, and what each of its criteria asks for and finds."""

    item: PublishedItem | None
    files: tuple[PublishedFile, ...]
    demands: tuple[tuple[str, tuple[Shown, ...]], ...] = ()


HEADS = ("ข้อ OIT", "ปีที่ประเมิน", "ชื่อข้อ", "เอกสาร", "ชื่อแฟ้ม", "ลิงก์")
PRESENT, ABSENT, UNTOLD = "✓", "✗", "○"
UNTOLD_WORDS = "ตรวจด้วยตนเอง"
_STYLE = (
    "body{font-family:'TH Sarabun New','Sarabun','Noto Sans Thai',sans-serif;line-height:1.6;max-width:50rem;"
    "margin:2rem auto;padding:0 1rem}li{margin:.25rem 0}"
)


def index(facts: YearFacts, groups: tuple[PublishedGroup, ...]) -> str:
    """Write the page in Thai: each item with links to its papers; every text is escaped."""
    title = f"เอกสารเผยแพร่ {of_year(facts.fiscal_year)} {facts.agency.name}"
    body = "\n".join(line for group in groups if group.files for line in _section(group))
    return (
        '<!DOCTYPE html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_words(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{_words(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def _section(group: PublishedGroup) -> list[str]:
    lines = [f"<h2>{_words(heading(group.item))}</h2>", "<ul>"]
    lines += [f'<li><a href="{escape(file.name)}">{_words(file.title)}</a> (PDF)</li>' for file in group.files]
    lines.append("</ul>")
    return lines


def checklist(groups: tuple[PublishedGroup, ...]) -> tuple[str, ...]:
    """Write each item with its papers, and its criteria ticked, missing, or left to a person."""
    lines: list[str] = []
    for group in groups:
        lines.append(heading(group.item))
        lines += [f"  {file.name}" for file in group.files] or [f"  {ABSENT} ยังไม่มีเอกสาร"]
        for criterion, elements in group.demands:
            told = [element_words(one) for one in elements] or [f"{UNTOLD} {UNTOLD_WORDS}"]
            lines += [f"  {criterion}", *(f"    {words}" for words in told)]
    return tuple(lines)


def element_words(shown: Shown) -> str:
    """Write ✓ ผู้รับผิดชอบ, or ✗ with the measures that lack it."""
    if shown.whole:
        return f"{PRESENT} {shown.element.thai}"
    where = "" if shown.absent else f" (ขาดในมาตรการลำดับที่ {', '.join(map(str, shown.measures))})"
    return f"{ABSENT} {shown.element.thai}{where}"


def heading(item: PublishedItem | None) -> str:
    """Write the heading: ข้อ o27 มาตรการส่งเสริม... (การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568)."""
    if item is None:
        return "ยังไม่ทราบข้อ OIT"
    number = f"ข้อ {item.number} " if item.number else ""
    return f"{number}{item.name} (การประเมิน ITA {of_year(item.fiscal_year)})"


def _words(text: str) -> str:
    return escape(print_digits(one_line(text)))


def links(facts: YearFacts, groups: tuple[PublishedGroup, ...]) -> str:
    """Write one line a paper, with its future address on the office's website if that is known."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    site = facts.agency.website.strip().rstrip("/")
    for group in groups:
        item = group.item
        for file in group.files:
            row = (
                item.number if item else "",
                str(int(item.fiscal_year)) if item else "",
                item.name if item else "",
                file.title,
                file.name,
                f"{site}/{file.name}" if site else "",
            )
            writer.writerow([_harmless(value) for value in row])
    return out.getvalue()


def _harmless(value: str) -> str:
    """No cell is a formula: a spreadsheet would compute what begins with one of these."""
    value = one_line(value)
    return f"'{value}" if value[:1] in tuple("=+-@") else value

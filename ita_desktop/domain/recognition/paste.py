"""Scores out of a block that was copied from a sheet or a web page (วางคะแนน): which number belongs to what.

Nothing is written here and nothing is guessed silently: every line comes back with what it was taken for and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.writing import ScoreFault, arabic_digits, parse_score
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import NUMBERED, OVERALL, TYPED_LETTERS, Ref


class Clue(StrEnum):
    """Why a number was taken for the score of something."""

    NAME = "name"
    NUMBER = "number"
    POSITION = "position"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedScore:
    """One number of the block."""

    line: str
    """As it was pasted, for the eye."""
    ref: str = ""
    """What it is the score of; empty where that cannot be told."""
    score: Decimal | None = None
    fault: ScoreFault | None = None
    clue: Clue | None = None
    repeated: bool = False
    """The same thing had a score on a line before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """What a block holds."""

    rows: tuple[PastedScore, ...] = ()
    level: str = ""
    """ระดับ, where a line names one."""
    several_columns: bool = False
    """The lines hold several numbers: those under the year asked for were taken, else the last ones."""

    @property
    def scores(self) -> Mapping[str, Decimal]:
        """What would be written, by ref; the first line of a thing counts."""
        good = [row for row in self.rows if row.ref and row.score is not None and not row.repeated]
        return {row.ref: row.score for row in good if row.score is not None}


def read_paste(text: str, framework: Framework, first: str = "1") -> Paste:
    """The scores in a block, by name, else by number, else by their order from indicator ``first``."""
    return _Reader(framework, first).read(text)


_NUMBER = re.compile(r"(?<![\w.,])[-−]?\d+(?:\s?[.,]\s?\d+)?(?![\d])", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(25\d\d)(?!\d)")
_ID = re.compile(
    rf"^\W*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ข้อ(?:ที่)?|ที่)?\s*({TYPED_LETTERS}\d{{1,2}}(?:@\w+)?|{NUMBERED})(?=[\s.):,\t]|$)"
)
_ONLY_NUMBERS = re.compile(r"^[\s\d.,%\-−\t]+$")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_LETTERS = re.compile(r"[^ก-ฮะาิีึืุูเแโใไA-Za-z]")
_TOTAL = ("ภาพรวม", "คะแนนรวม", "คะแนนเฉลี่ย", "คะแนนITA", "ผลการประเมินรวม", "TOTAL")


def name_key(text: str) -> str:
    """Letters only, without tone marks, spaces and what a broken copy makes of sara am; equal for what looks equal."""
    return _LETTERS.sub("", text.replace("ำ", "า")).upper()


class _Reader:
    """Reads one block."""

    def __init__(self, framework: Framework, first: str) -> None:
        self.framework, self.first = framework, first
        self.waiting = ""
        """A name that stood on a line of its own; the next number is its score."""

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Key and ref of everything that has a name, the longest names first."""
        named = [(code, code) for i in self.framework.instruments for code in (i.code, *(p.code for p in i.parts))]
        named += [(i.name, i.code) for i in self.framework.instruments]
        for indicator in self.framework.indicators:
            named += [(name, indicator.id) for name in (indicator.name, *indicator.aliases)]
            named += [(name, sub.id) for sub in indicator.sub_indicators for name in (sub.name, *sub.aliases)]
        named += [(word, OVERALL) for word in _TOTAL]
        keyed = [(name_key(name), ref) for name, ref in named]
        return tuple(sorted(((key, ref) for key, ref in keyed if key), key=lambda pair: -len(pair[0])))

    def read(self, text: str) -> Paste:
        lines = [_UNSEEN.sub("", line).replace("\u00a0", " ") for line in text.splitlines()]
        lines = [line for line in lines if line.strip()]
        if lines and all(_ONLY_NUMBERS.match(arabic_digits(line)) for line in lines):
            column = self._column(lines)
            if column is not None:
                return column
        column_of_year, header = self._column_of_year(lines)
        rows: list[PastedScore] = []
        several = False
        for line in lines:
            if line is header:
                continue
            found, many = self._line(line, column_of_year)
            several |= many
            if found is not None:
                rows.append(found)
        return Paste(rows=_marked(rows), level=self._level(text), several_columns=several)

    def _column(self, lines: list[str]) -> Paste | None:
        """Numbers alone, below or beside each other; None where each line begins with an indicator's number."""
        cells = [[cell for cell in re.split(r"\t+|\s{2,}|(?<=\d)\s+(?=\d)", line.strip()) if cell] for line in lines]
        ids = {i.id for i in self.framework.indicators}
        if all(len(row) > 1 and arabic_digits(row[0]).rstrip(".)") in ids for row in cells):
            return None
        flat = [cell for row in cells for cell in row]
        order = [i.id for i in self.framework.indicators]
        at = order.index(self.first) if self.first in order and len(flat) < len(order) else 0
        refs = [*order[at:], *("" for _ in flat)]
        rows = [self._scored(cell, cell, ref, Clue.POSITION) for cell, ref in zip(flat, refs, strict=False)]
        return Paste(rows=_marked(rows))

    def _column_of_year(self, lines: list[str]) -> tuple[int | None, str]:
        """Which of the numbers of a line stands under the year asked for, counted from the end, and the head line."""
        for line in lines:
            years = [int(year) for year in _YEAR.findall(arabic_digits(line))]
            rest = _YEAR.sub("", arabic_digits(line))
            if len(years) > 1 and not _NUMBER.search(rest):
                wanted = int(self.framework.fiscal_year)
                return (years.index(wanted) - len(years) if wanted in years else None), line
        return None, ""

    def _line(self, line: str, column: int | None) -> tuple[PastedScore | None, bool]:
        plain = arabic_digits(line)
        label = _ID.match(plain)
        by_id = self._known_id(label[1]) if label else ""
        by_name = "" if Ref(by_id).is_lettered else self._named(plain)
        ref, clue = (by_name, Clue.NAME) if by_name else (by_id, Clue.NUMBER)
        rest = plain[label.end() :] if label and (by_id or by_name) else plain
        numbers = [found[0] for found in _NUMBER.finditer(_YEAR.sub("", rest))]
        if label and by_id and not numbers and not by_name:
            ref, numbers = "", [label[1]]  # a lone number is a score, not a label
        if not numbers:
            self.waiting = ref or self.waiting
            return None, False
        if not ref:
            ref, clue, self.waiting = self.waiting, Clue.NAME, ""
        else:
            self.waiting = ""
        at = column if column is not None and -len(numbers) <= column < 0 else -1
        return self._scored(numbers[at], line.strip(), ref, clue if ref else None), len(numbers) > 1

    def _named(self, line: str) -> str:
        key = name_key(line)
        for name, ref in self.names:
            if len(name) < 4 and not re.search(rf"(?<![A-Z]){re.escape(ref)}(?![A-Z0-9])", line, re.IGNORECASE):
                continue
            if name in key:
                return self._part(ref, line)
        return ""

    def _part(self, ref: str, line: str) -> str:
        """EIT with a part's digit behind it is that part."""
        for instrument in self.framework.instruments:
            for part in instrument.parts:
                digits = part.code.removeprefix(instrument.code)
                named = rf"{instrument.code}\s*(?:ส่วนที่|PART)?\s*{digits}\b"
                if ref == instrument.code and re.search(named, line, re.IGNORECASE):
                    return part.code
        return ref

    def _known_id(self, id: str) -> str:
        known = Ref.typed(id)
        return known if self.framework.knows(known) else ""

    def _scored(self, number: str, line: str, ref: str, clue: Clue | None) -> PastedScore:
        read = parse_score(re.sub(r"[\s%]", "", number))
        if isinstance(read, ScoreFault):
            return PastedScore(line=line, ref=ref, fault=read, clue=clue)
        return PastedScore(line=line, ref=ref, score=read, clue=clue)

    def _level(self, text: str) -> str:
        """The level that a line about levels names; the longest, as ผ่านดี begins like ผ่านดีเยี่ยม."""
        said = name_key("".join(line for line in text.splitlines() if "ระดับ" in line))
        codes = sorted((band.code for band in self.framework.levels.bands), key=len, reverse=True)
        return next((code for code in codes if len(code) > 2 and name_key(code) in said), "")


def _marked(rows: list[PastedScore]) -> tuple[PastedScore, ...]:
    return tuple(_repeats(rows))


def _repeats(rows: list[PastedScore]) -> Iterator[PastedScore]:
    seen: set[str] = set()
    for row in rows:
        yield replace(row, repeated=bool(row.ref) and row.ref in seen)
        if row.score is not None:
            seen.add(row.ref)


def year_of_paste(text: str) -> FiscalYear | None:
    """The one fiscal year that the block names; None where it names none or several."""
    years = {int(year) for year in _YEAR.findall(arabic_digits(text))}
    return FiscalYear(years.pop()) if len(years) == 1 else None

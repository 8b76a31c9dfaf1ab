"""Paragraphs turned into lines: words shaped, broken over the whole paragraph, and ready to be put on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from ita_desktop.typeset.content import Heading, Paragraph, Span
from ita_desktop.typeset.fonts import FontSet
from ita_desktop.typeset.lines import Boxes, best_fit, operators
from ita_desktop.typeset.normal import normalise
from ita_desktop.typeset.shape import Shaper, Word
from ita_desktop.typeset.stretch import Run, Runs, Stretch, is_address
from ita_desktop.typeset.style import Align, Tab, TextStyle
from ita_desktop.typeset.words import Words

_TAB_STEP = 36.0
_SIGNS = 4
"""Number of the face of the signs."""
_MAYBE_SIGN = re.compile(r"[\u2000-\u2bff\u3000-\u303f\uff00-\uffef]")
"""Where characters lie that a text font may not have: looked at one by one."""
_REMEMBERED = 20_000
"""Layouts; the results of 500 measures in two rounds are 9,000."""
_INFINITE = float("inf")
_ENDLESS = 1e6


@dataclass(slots=True)
class TextLine:
    """A line: what it shows at which x from the left edge of the column, its height and its baseline below its top."""

    shows: list[tuple[float, str]]
    x: float
    width: float
    height: float
    baseline: float
    text: str
    underlines: list[tuple[float, float]] = field(default_factory=list)
    leaders: list[tuple[float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A paragraph's lines at one width, with what is needed to print them."""

    lines: list[TextLine]
    style: TextStyle
    font: str
    glyphs: dict[int, set[int]]
    missing: str
    fit: float
    """Part of its size at which every stretch that cannot be broken but between letters has room; 1 where all have."""

    @property
    def height(self) -> float:
        """Height of all lines."""
        return sum(line.height for line in self.lines)


@dataclass(slots=True)
class _Memory:
    """What has been worked out with one family of fonts; layouts only for the two documents set last."""

    shapers: dict[tuple[bool, bool], Shaper] = field(default_factory=dict)
    runs: dict[tuple[bool, bool, float, bool], Run] = field(default_factory=dict)
    signs: Shaper | None = None
    sign_runs: dict[tuple[float, bool], Run] = field(default_factory=dict)
    layouts: dict[Words, dict[Any, Layout]] = field(default_factory=dict)

    def layouts_of(self, words: Words) -> dict[Any, Layout]:
        """Return the layouts set with the words of one document."""
        if words not in self.layouts:
            while len(self.layouts) > 1:
                del self.layouts[next(iter(self.layouts))]
            self.layouts[words] = {}
        return self.layouts[words]


class Setter:
    """Sets paragraphs with one family of fonts and the words of one document, and remembers what it has set."""

    def __init__(self, fonts: FontSet, words: Words) -> None:
        self.fonts = fonts
        self.words = words
        memory = fonts.memory(_Memory)
        self._memory = memory
        self._shapers = memory.shapers
        self._runs = memory.runs
        self._layouts = memory.layouts_of(words)

    def run(self, style: TextStyle, span: Span | None = None) -> Run:
        """Return the run for a style, changed by a span."""
        bold = style.bold if span is None or span.bold is None else span.bold
        italic = style.italic if span is None or span.italic is None else span.italic
        size = style.size if span is None or span.size is None else span.size
        key = (bold, italic, size, span is not None and span.underline)
        found = self._runs.get(key)
        if found is None:
            shaper = self._shapers.get((bold, italic))
            if shaper is None:
                shaper = self._shapers[bold, italic] = Shaper(self.fonts.face(bold=bold, italic=italic))
            found = self._runs[key] = Run(shaper, bold + 2 * italic, size, underline=key[3])
        return found

    def sign_run(self, run: Run, chars: str) -> Run | None:
        """Return the run that sets characters as signs where `run` has not all of them; None where it is no help."""
        face = self.fonts.signs
        if face is None or not face.covers(chars) or run.shaper.face.covers(chars):
            return None
        key = (run.size, run.underline)
        found = self._memory.sign_runs.get(key)
        if found is None:
            shaper = self._memory.signs = self._memory.signs or Shaper(face)
            found = self._memory.sign_runs[key] = Run(shaper, _SIGNS, run.size, underline=run.underline)
        return found

    def shaper(self, number: int) -> Shaper:
        """Return the shaper of a face by its number (1 is bold, 2 italic, 3 both, 4 the signs)."""
        if number == _SIGNS:
            assert self._memory.signs is not None
            return self._memory.signs
        return self._shapers[bool(number & 1), bool(number & 2)]

    def stretches(self, paragraph: Paragraph) -> list[Stretched]:
        """Return the stretches of a paragraph between typed line ends; those without text have none."""
        return _Setting(self, paragraph, _ENDLESS).stretches()

    def layout(self, paragraph: Paragraph | Heading, width: float) -> Layout:
        """Return the paragraph's lines in a column of this width."""
        if isinstance(paragraph, Heading):
            paragraph = _as_paragraph(paragraph)
        key = (paragraph.text, paragraph.style, paragraph.label, paragraph.label_indent, paragraph.tabs, width)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) >= _REMEMBERED:
                self._layouts.clear()
            found = self._layouts[key] = _Setting(self, paragraph, width).layout()
        return found


@dataclass(slots=True)
class Stretched:
    """A stretch of a paragraph measured without a column, for who chooses the column's width."""

    boxes: Boxes
    first: float
    """Indent of its first line."""
    left: float
    """Indent of its other lines."""
    margin: float
    """What a word cannot use of the column's width."""
    address: list[bool]
    """Whether each box is a piece of a web or mail address."""


class _Setting:
    """One paragraph while it is being set."""

    def __init__(self, setter: Setter, paragraph: Paragraph, width: float) -> None:
        self.setter = setter
        self.paragraph = paragraph
        self.style = style = paragraph.style
        self.base = setter.run(style)
        self.left = style.left_indent + paragraph.label_indent
        self.right = max(width - style.right_indent, self.left + style.size)
        self.lines: list[TextLine] = []
        self.glyphs: dict[int, set[int]] = {}
        self.missing: list[str] = []
        self.fit = 1.0
        face = self.base.shaper.face
        extent = (face.ascent + face.descent) * style.size / 1000.0
        self.baseline = face.ascent * style.size / 1000.0 + (style.leading - extent) / 2.0

    def layout(self) -> Layout:
        runs, text = self.runs()
        begin = 0
        for number, segment in enumerate(text.split("\n")):
            start = self._start_of_first(first=number == 0)
            if "\t" in segment:
                self._with_tabs(segment, begin, runs, start)
            else:
                self._lines(segment, begin, runs, start, self.right)
            begin += len(segment) + 1
        if self.paragraph.label:
            self._label()
        if any(run.size > self.style.size for _, run in runs):
            self._make_room(max(run.size for _, run in runs) / self.style.size)
        return Layout(self.lines, self.style, self.base.code, self.glyphs, "".join(self.missing), self.fit)

    def stretches(self) -> list[Stretched]:
        runs, text = self.runs()
        found, begin = [], 0
        for number, segment in enumerate(text.split("\n")):
            stretch = Stretch(self.setter.words, segment.replace("\t", " "), begin, runs, _INFINITE, _INFINITE)
            begin += len(segment) + 1
            if stretch.chunks:
                right = self.style.right_indent
                first = self._start_of_first(first=number == 0) + right
                left = self.left + right
                pieces = [False] * len(stretch.chunks)
                if "." in segment or "@" in segment or "/" in segment:
                    pieces = [is_address(chunk.text) for chunk in stretch.chunks]
                found.append(Stretched(stretch.boxes(), first, left, min(first, left), pieces))
        return found

    def _start_of_first(self, *, first: bool) -> float:
        if not first:
            return self.left
        if not self.paragraph.label:
            return max(self.left + self.style.first_indent, 0.0)
        label = self.base.shaper.word(normalise(self.paragraph.label))
        right = self.style.left_indent + self.style.first_indent + (label.width + 300.0) * self.style.size / 1000.0
        return max(self.left, right)

    def runs(self) -> tuple[Runs, str]:
        """Return the runs with the index where each begins, and the whole text."""
        text = self.paragraph.text
        if isinstance(text, str):
            text = normalise(text)
            return self._with_signs([(0, self.base)], text), text
        runs: list[tuple[int, Run]] = []
        parts: list[str] = []
        at = 0
        for span in text:
            part = normalise(span.text)
            runs.append((at, self.setter.run(self.style, span)))
            parts.append(part)
            at += len(part)
        whole = "".join(parts)
        return self._with_signs(runs or [(0, self.base)], whole), whole

    def _with_signs(self, runs: list[tuple[int, Run]], text: str) -> Runs:
        """Give characters that their font has not to the font of signs, if it has them."""
        if self.setter.fonts.signs is None or not _MAYBE_SIGN.search(text):
            return runs
        made: list[tuple[int, Run]] = []
        for (begin, run), (end, _) in zip(runs, (*runs[1:], (len(text), self.base)), strict=True):
            made.append((begin, run))
            for found in _MAYBE_SIGN.finditer(text, begin, end):
                sign = self.setter.sign_run(run, found[0])
                if sign is not None:
                    at = found.start()
                    made = [one for one in made if one[0] != at]
                    made += [(at, sign), (at + 1, run)]
        return [one for n, one in enumerate(made) if n + 1 == len(made) or made[n + 1][0] > one[0]]

    def _use(self, shaped: Iterable[tuple[Run, Word]]) -> None:
        """Note the glyphs and the missing characters of words that are printed."""
        for run, word in shaped:
            self.glyphs.setdefault(run.number, set()).update(word.glyphs)
            if word.missing:
                self.missing.append(word.missing)

    def _label(self) -> None:
        label = normalise(self.paragraph.label)
        sign = self.setter.sign_run(self.base, label)
        run = sign or self.base
        word = run.shaper.word(label)
        self._use([(run, word)])
        x = max(self.style.left_indent + self.style.first_indent, 0.0)
        shown = operators(word.template, self.style.size, 0.0, 0.0)
        self.lines[0].shows.insert(0, (x, f"{run.code} {shown} {self.base.code}" if sign else shown))
        self.lines[0].text = f"{self.paragraph.label} {self.lines[0].text}"

    def _make_room(self, factor: float) -> None:
        """Set the lines apart for letters larger than the style's."""
        for line in self.lines:
            line.baseline += line.height * (factor - 1.0)
            line.height *= factor

    # -- stretches of text without line ends and tabs

    def _lines(self, text: str, begin: int, runs: Runs, start: float, limit: float, *, tabbed: bool = False) -> None:
        """Append the lines of a stretch whose first begins at `start`; all end before `limit`."""
        style = self.style
        first, rest = max(limit - start, style.size), max(limit - self.left, style.size)
        stretch = Stretch(self.setter.words, text, begin, runs, first, rest)
        if not stretch.chunks:
            self.lines.append(TextLine([], start, 0.0, style.leading, self.baseline, ""))
            return
        self._use(stretch.shaped())
        if stretch.tight:
            self.fit = min(self.fit, min(first, rest) / stretch.tight)
        distributed = style.align is Align.THAI
        begins = 0
        for end in best_fit(stretch.boxes(), first, rest, distributed=distributed):
            room, left = (rest, self.left) if begins else (first, start)
            width, cap = stretch.measure(begins, end)
            loose = 0.0
            if distributed and end < len(stretch.chunks) and room - width <= cap:
                loose = max((room - width) / cap, 0.0) if cap > 0 else 0.0
                if room < width - 1e-6:
                    less = stretch.shrinkable(begins, end)
                    loose = max((room - width) / less, -1.0) if less > 1e-6 else 0.0
                width = room
            elif not tabbed and style.align in (Align.CENTRE, Align.RIGHT):
                left += (room - width) / (2.0 if style.align is Align.CENTRE else 1.0)
            shown, underlines = stretch.show(begins, end, loose, left, self.base)
            text_of_line = stretch.text(begins, end)
            self.lines.append(
                TextLine([(left, shown)], left, width, style.leading, self.baseline, text_of_line, underlines)
            )
            begins = end

    # -- tabs

    def _with_tabs(self, segment: str, begin: int, runs: Runs, start: float) -> None:
        fields = segment.split("\t")
        stops = sorted(self.paragraph.tabs, key=lambda stop: stop.at)
        widths = []
        at = begin
        for text in fields:
            stretch = Stretch(self.setter.words, text, at, runs, _INFINITE, _INFINITE)
            widths.append(stretch.measure(0, len(stretch.chunks))[0] if stretch.chunks else 0.0)
            at += len(text) + 1
        x, at = start, begin
        leader: tuple[float, float] | None = None
        fresh = True
        for number, text in enumerate(fields):
            shift = 0.0
            if number:
                stop = _next_stop(stops, x)
                shift = {Align.RIGHT: 1.0, Align.CENTRE: 0.5}.get(stop.align, 0.0) * widths[number]
                arrived = max(min(stop.at, self.right) - shift, x)
                leader = (x, arrived) if stop.leader else None
                fresh = bool(text) and arrived > self.right - min(widths[number], self.style.size)
                x = self.left if fresh else arrived
            limit = self.right
            if number + 1 < len(fields) and not shift:  # text that ends at its stop has its room already
                limit = min(limit, self._limit_before(_next_stop(stops, x), widths[number + 1], x))
            x = self._field(text, at, runs, x, limit, leader, fresh=fresh)
            at += len(text) + 1

    def _limit_before(self, stop: Tab, width: float, x: float) -> float:
        limit = stop.at - width - self.style.size / 2.0 if stop.align is Align.RIGHT else self.right
        return limit if limit > x + self.style.size else self.right

    def _field(
        self,
        text: str,
        begin: int,
        runs: Runs,
        x: float,
        limit: float,
        leader: tuple[float, float] | None,
        *,
        fresh: bool,
    ) -> float:
        """Set one field between tabs, going on in the line before unless `fresh`; return where it ends."""
        count = len(self.lines)
        self._lines(text, begin, runs, x, limit, tabbed=True)
        if not fresh:
            line, added = self.lines[count - 1], self.lines.pop(count)
            line.shows += added.shows
            line.underlines += added.underlines
            line.text += "\t" + added.text
            line.width = x + added.width - line.x
            if leader:
                line.leaders.append(leader)
        line = self.lines[-1]
        return line.x + line.width


def _next_stop(stops: list[Tab], x: float) -> Tab:
    for stop in stops:
        if stop.at > x + 0.01:
            return stop
    return Tab(at=(x // _TAB_STEP + 1.0) * _TAB_STEP)


def _as_paragraph(heading: Heading) -> Paragraph:
    text = heading.text
    if heading.number:
        number = f"{heading.number}  "
        text = number + text if isinstance(text, str) else (Span(number), *text)
    return Paragraph(text, replace(heading.style, keep_with_next=True), origin=heading.origin)

"""Paragraphs turned into lines: words shaped, broken over the whole paragraph, and ready to be put on a page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from ita_desktop.typeset.content import Heading, Paragraph, Span
from ita_desktop.typeset.fonts import FontSet
from ita_desktop.typeset.lines import GAP_CAP, SPACE_CAP, Boxes, best_fit, looseness, operators
from ita_desktop.typeset.normal import normalise
from ita_desktop.typeset.parting import hard_places, soft_places
from ita_desktop.typeset.shape import Shaper, Word
from ita_desktop.typeset.style import Align, Tab, TextStyle
from ita_desktop.typeset.words import Words

_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_TAB_STEP = 36.0
_HARDEST = 2
_REMEMBERED = 4_000


@dataclass(slots=True)
class Line:
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

    lines: list[Line]
    style: TextStyle
    font: str
    glyphs: dict[int, set[int]]
    missing: str
    tight: float
    """Width of the widest stretch that cannot be broken but between letters."""

    @property
    def height(self) -> float:
        """Height of all lines."""
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one face and size."""

    shaper: Shaper
    number: int
    size: float
    underline: bool
    space: float
    """Width of a space in thousandths of an em."""

    @property
    def code(self) -> str:
        """The operator that chooses the font."""
        return f"/F{self.number} {self.size:g} Tf"


class Setter:
    """Sets paragraphs with one family of fonts and the words of one document, and remembers what it has set."""

    def __init__(self, fonts: FontSet, words: Words) -> None:
        self.fonts = fonts
        self.words = words
        self._shapers: dict[tuple[bool, bool], Shaper] = fonts.cache.setdefault("shapers", {})
        known: dict[Any, dict[Any, Layout]] = fonts.cache.setdefault("layouts", {})
        if words not in known:
            while len(known) > 1:
                del known[next(iter(known))]
            known[words] = {}
        self._layouts = known[words]

    def run(self, style: TextStyle, span: Span | None = None) -> Run:
        """Return the run for a style, changed by a span."""
        bold = style.bold if span is None or span.bold is None else span.bold
        italic = style.italic if span is None or span.italic is None else span.italic
        size = style.size if span is None or span.size is None else span.size
        key = (bold, italic)
        shaper = self._shapers.get(key)
        if shaper is None:
            shaper = self._shapers[key] = Shaper(self.fonts.face(bold=bold, italic=italic))
        underline = span is not None and span.underline
        return Run(shaper, bold + 2 * italic, size, underline, shaper.word(" ").width)

    def shaper(self, number: int) -> Shaper:
        """Return the shaper of a face by its number (1 is bold, 2 italic, 3 both)."""
        return self._shapers[bool(number & 1), bool(number & 2)]

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


class _Setting:
    """One paragraph while it is being set."""

    def __init__(self, setter: Setter, paragraph: Paragraph, width: float) -> None:
        self.setter = setter
        self.paragraph = paragraph
        self.style = style = paragraph.style
        self.base = setter.run(style)
        self.left = style.left_indent + paragraph.label_indent
        self.right = max(width - style.right_indent, self.left + style.size)
        self.lines: list[Line] = []
        self.glyphs: dict[int, set[int]] = {}
        self.missing: list[str] = []
        self.tight = 0.0
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
        return Layout(self.lines, self.style, self.base.code, self.glyphs, "".join(self.missing), self.tight)

    def _start_of_first(self, *, first: bool) -> float:
        if not first:
            return self.left
        if not self.paragraph.label:
            return max(self.left + self.style.first_indent, 0.0)
        label = self.word(self.base, normalise(self.paragraph.label))
        right = self.style.left_indent + self.style.first_indent + (label.width + 300.0) * self.style.size / 1000.0
        return max(self.left, right)

    def runs(self) -> tuple[list[tuple[int, Run]], str]:
        """Return the runs with the index where each begins, and the whole text."""
        text = self.paragraph.text
        if isinstance(text, str):
            return [(0, self.base)], normalise(text)
        runs: list[tuple[int, Run]] = []
        parts: list[str] = []
        at = 0
        for span in text:
            part = normalise(span.text)
            runs.append((at, self.setter.run(self.style, span)))
            parts.append(part)
            at += len(part)
        return runs or [(0, self.base)], "".join(parts)

    def word(self, run: Run, text: str) -> Word:
        word = run.shaper.word(text)
        self.glyphs.setdefault(run.number, set()).update(word.glyphs)
        if word.missing:
            self.missing.append(word.missing)
        return word

    def _label(self) -> None:
        word = self.word(self.base, normalise(self.paragraph.label))
        x = max(self.style.left_indent + self.style.first_indent, 0.0)
        self.lines[0].shows.insert(0, (x, operators(word.template, self.style.size, 0.0, 0.0)))
        self.lines[0].text = f"{self.paragraph.label} {self.lines[0].text}"

    def _make_room(self, factor: float) -> None:
        """Set the lines apart for letters larger than the style's."""
        for line in self.lines:
            line.baseline += line.height * (factor - 1.0)
            line.height *= factor

    # -- stretches of text without line ends and tabs

    def _lines(
        self, text: str, begin: int, runs: list[tuple[int, Run]], start: float, limit: float, *, tabbed: bool = False
    ) -> None:
        """Append the lines of a stretch whose first begins at `start`; all end before `limit`."""
        style = self.style
        first, rest = max(limit - start, style.size), max(limit - self.left, style.size)
        stretch = _Stretch(self, text, begin, runs, first, rest)
        if not stretch.chunks:
            self.lines.append(Line([], start, 0.0, style.leading, self.baseline, ""))
            return
        distributed = style.align is Align.THAI
        begins = 0
        for end in best_fit(stretch.boxes, first, rest, distributed=distributed):
            last = end == len(stretch.chunks)
            room = first if not begins else rest
            left = start if not begins else self.left
            loose = looseness(stretch.boxes, begins, end, room) if distributed and not last else 0.0
            if loose > 1.0:
                loose = 0.0
            width = room if loose else stretch.width(begins, end)
            if not tabbed and style.align in (Align.CENTRE, Align.RIGHT):
                left += (room - width) / (2.0 if style.align is Align.CENTRE else 1.0)
            shown, underlines = stretch.show(begins, end, loose, left)
            line_text = "".join(stretch.chunks[begins:end])
            line = Line([(left, shown)], left, width, style.leading, self.baseline, line_text, underlines)
            self.lines.append(line)
            begins = end

    # -- tabs

    def _with_tabs(self, segment: str, begin: int, runs: list[tuple[int, Run]], start: float) -> None:
        fields = segment.split("\t")
        stops = sorted(self.paragraph.tabs, key=lambda stop: stop.at)
        widths = []
        at = begin
        for text in fields:
            widths.append(_natural_width(self, text, at, runs))
            at += len(text) + 1
        x, at = start, begin
        leader: tuple[float, float] | None = None
        fresh = True
        for number, text in enumerate(fields):
            if number:
                stop = _next_stop(stops, x)
                shift = {Align.RIGHT: 1.0, Align.CENTRE: 0.5}.get(stop.align, 0.0) * widths[number]
                arrived = max(min(stop.at, self.right) - shift, x)
                leader = (x, arrived) if stop.leader else None
                fresh = bool(text) and arrived > self.right - min(widths[number], self.style.size)
                x = self.left if fresh else arrived
            limit = self.right
            if number + 1 < len(fields):
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
        runs: list[tuple[int, Run]],
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


class _Stretch:
    """Text without line ends and tabs, cut into boxes at its possible breaks."""

    def __init__(
        self, setting: _Setting, text: str, begin: int, runs: list[tuple[int, Run]], first: float, rest: float
    ) -> None:
        self.setting = setting
        self.chunks: list[str] = []
        self.parts: list[list[tuple[Run, Word]]] = []
        self.tails: list[list[tuple[Run, Word]]] = []
        run = runs[0][1]
        self.boxes = Boxes([], [], [], [], [], GAP_CAP * run.size / 1000.0)
        self.runs = runs
        self.single = run if len(runs) == 1 else None
        self.templates: list[str] = []
        if not text:
            return
        if self.single is None:
            self.at = begin
        at = 0
        for place in setting.setter.words.breaks(text):
            self._add(text[at : place.at], begin + at, place.penalty, first if not self.chunks else rest)
            at = place.at
        self._add(text[at:], begin + at, 0.0, first if not self.chunks else rest)

    def _add(self, chunk: str, begin: int, penalty: float, room: float, resort: int = 0) -> None:
        """Append a box; one wider than `room` is parted by spelling first, then between any letters."""
        core = chunk.rstrip(_SPACES)
        boxes, setting = self.boxes, self.setting
        words = self._shaped(core, begin) if core else []
        tail = self._shaped(chunk[len(core) :], begin + len(core)) if len(core) < len(chunk) else []
        width, cap = _measure(words)
        if width > room + 1e-6 and len(core) > 1 and resort < _HARDEST:
            if not resort:
                setting.tight = max(setting.tight, width)
            self._part(chunk, core, begin, penalty, room, resort)
            return
        tail_width, tail_cap = _measure(tail)
        boxes.width.append(width)
        boxes.cap.append(cap)
        boxes.tail_width.append(tail_width)
        boxes.tail_cap.append(tail_cap)
        boxes.penalty.append(penalty)
        self.chunks.append(chunk)
        if self.single is None:
            self.parts.append(words)
            self.tails.append(tail)
        else:
            self.templates.append(words[0][1].template if words else "")
            self.templates.append(tail[0][1].template if tail else "")

    def _part(self, chunk: str, core: str, begin: int, penalty: float, room: float, resort: int) -> None:
        clusters = self.setting.setter.words.clusters(core)
        places = soft_places(core, clusters) if resort == 0 else hard_places(clusters)
        start = 0
        for at, cost in places:
            self._add(chunk[start:at], begin + start, cost, room, resort + 1)
            start = at
        self._add(chunk[start:], begin + start, penalty, room, resort + 1)

    def _shaped(self, text: str, begin: int) -> list[tuple[Run, Word]]:
        if self.single is not None:
            return [(self.single, self.setting.word(self.single, text))]
        found = []
        ends = [start for start, _ in self.runs[1:]] + [begin + len(text)]
        for (start, run), end in zip(self.runs, ends, strict=True):
            part = text[max(start - begin, 0) : max(end - begin, 0)]
            if part:
                found.append((run, self.setting.word(run, part)))
        return found

    def width(self, start: int, end: int) -> float:
        """Return the natural width of the line of these boxes."""
        return sum(self.boxes.width[start:end]) + sum(self.boxes.tail_width[start : end - 1])

    def show(self, start: int, end: int, loose: float, left: float) -> tuple[str, list[tuple[float, float]]]:
        """Return the operators of the line of these boxes, and its underlines as pairs of x."""
        if self.single is not None:
            run = self.single
            shown = operators("".join(self.templates[2 * start : 2 * end - 1]), run.size, loose, run.space)
            if run is not self.setting.base:
                shown = f"{run.code} {shown}"
            width, cap = (
                self.width(start, end),
                sum(self.boxes.cap[start:end]) + sum(self.boxes.tail_cap[start : end - 1]),
            )
            return self._reset(shown, loose), [(left, left + width + cap * loose)] if run.underline else []
        words: list[tuple[Run, Word]] = []
        for at in range(start, end):
            words += self.parts[at]
            if at + 1 < end:
                words += self.tails[at]
        return self._mixed(words, loose, left)

    def _mixed(self, words: list[tuple[Run, Word]], loose: float, left: float) -> tuple[str, list[tuple[float, float]]]:
        shown: list[str] = []
        underlines: list[tuple[float, float]] = []
        x = left
        at = 0
        while at < len(words):
            run, stop, begins = words[at][0], at, x
            while stop < len(words) and words[stop][0] is run:
                width, cap = _measure(words[stop : stop + 1])
                x += width + cap * loose
                stop += 1
            template = "".join(word.template for _, word in words[at:stop])
            shown.append(f"{run.code} {operators(template, run.size, loose, run.space)}")
            if run.underline:
                underlines.append((begins, x))
            at = stop
        return self._reset(" ".join(shown), loose) + f" {self.setting.base.code}", underlines

    def _reset(self, shown: str, loose: float) -> str:
        return f"{shown} 0 Tc" if loose else shown


def _measure(words: list[tuple[Run, Word]]) -> tuple[float, float]:
    """Return width and cap of the slack of words, in points."""
    width = cap = 0.0
    for run, word in words:
        unit = run.size / 1000.0
        width += word.width * unit
        cap += (word.gaps * GAP_CAP + word.spaces * SPACE_CAP * run.space) * unit
    return width, cap


def boxes_of(setter: Setter, paragraph: Paragraph, first: float, rest: float) -> Boxes:
    """Return the boxes of a paragraph of one run without line ends and tabs, to compare ways of breaking it."""
    setting = _Setting(setter, paragraph, rest)
    runs, text = setting.runs()
    return _Stretch(setting, text, 0, runs, first, rest).boxes


def _natural_width(setting: _Setting, text: str, begin: int, runs: list[tuple[int, Run]]) -> float:
    stretch = _Stretch(setting, text, begin, runs, float("inf"), float("inf"))
    return stretch.width(0, len(stretch.chunks)) if stretch.chunks else 0.0


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

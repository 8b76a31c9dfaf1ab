"""A stretch of text without line ends and tabs, cut at its possible breaks into measured chunks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

from ita_desktop.typeset.lines import GAP_CAP, GAP_SHRINK, SPACE_CAP, SPACE_SHRINK, Boxes, operators
from ita_desktop.typeset.shape import Shaper, Word
from ita_desktop.typeset.words import Words

_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_HARDEST = 2
_ADDRESS = re.compile(r"[A-Za-z0-9][/_?&=@.-]|//|[/@][A-Za-z0-9]")
_WIDE, _NARROWEST = 300.0, 0.9
"""Width of a column in which the penalty of a hanging word counts fully, and the least part of it that counts."""
_REMEMBERED = 50_000
_CUTS_REMEMBERED = 5_000


class Run:
    """A way of setting letters: a face and a size, underlined or not."""

    __slots__ = ("chunks", "code", "cuts", "number", "shaper", "size", "space", "underline")

    def __init__(self, shaper: Shaper, number: int, size: float, *, underline: bool) -> None:
        self.shaper = shaper
        self.number = number
        self.size = size
        self.underline = underline
        self.space = shaper.word(" ").width
        """Width of a space in thousandths of an em."""
        self.code = f"/F{number} {size:g} Tf"
        """The operator that chooses the font."""
        self.chunks: dict[str, Chunk] = {}
        """Chunks of this run that have been measured."""
        self.cuts: WeakKeyDictionary[Words, dict[str, _Cut]] = WeakKeyDictionary()
        """Texts of this run that have been cut, by the words they were read with."""

    def measure(self, word: Word) -> tuple[float, float, float]:
        """Return the width of a word, the cap of the slack in it and what it can give to a tight line, in points."""
        unit = self.size / 1000.0
        spaces = word.spaces * self.space
        give = (word.gaps - word.held) * GAP_SHRINK + SPACE_SHRINK * spaces
        return word.width * unit, (word.gaps * GAP_CAP + SPACE_CAP * spaces) * unit, give * unit


Runs = Sequence[tuple[int, Run]]
"""Runs with the index in the paragraph's text where each begins."""
Shaped = list[tuple[Run, Word]]


class Chunk:
    """Text between two breaks: its letters, and the spaces at its end (the tail), which vanish at a line's end."""

    __slots__ = (
        *("cap", "shrink", "tail", "tail_cap", "tail_shrink", "tail_template", "tail_width"),
        *("template", "text", "width", "words"),
    )

    def __init__(self, text: str, words: Shaped, tail: Shaped) -> None:
        self.text = text
        self.words = words
        self.tail = tail
        self.width, self.cap, self.shrink = _together(words)
        self.tail_width, self.tail_cap, self.tail_shrink = _together(tail)
        self.template = "".join(word.template for _, word in words)
        self.tail_template = "".join(word.template for _, word in tail)


class _Measures:
    """What lines.Boxes asks of chunks, as lists; nobody changes them."""

    __slots__ = ("cap", "shrink", "tail_cap", "tail_shrink", "tail_width", "width")

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.width = [chunk.width for chunk in chunks]
        self.cap = [chunk.cap for chunk in chunks]
        self.tail_width = [chunk.tail_width for chunk in chunks]
        self.tail_cap = [chunk.tail_cap for chunk in chunks]
        self.shrink = [chunk.shrink + chunk.tail_shrink for chunk in chunks]
        self.tail_shrink = [chunk.tail_shrink for chunk in chunks]


class _Cut:
    """A text of one run cut at its breaks."""

    __slots__ = ("chunks", "hanging", "measures", "penalties", "widest")

    def __init__(self, chunks: list[Chunk], penalties: list[float], hanging: list[int]) -> None:
        self.chunks = chunks
        self.penalties = penalties
        self.hanging = hanging
        self.measures = _Measures(chunks)
        self.widest = max(self.measures.width)

    def scaled(self, factor: float) -> list[float]:
        """Return the penalties with those of hanging words times `factor`."""
        found = list(self.penalties)
        for at in self.hanging:
            found[at] *= factor
        return found


class Stretch:
    """The chunks of a text that begins at index `begin` of its paragraph.

    A chunk wider than its line (`first` for the first, then `rest`) is parted between syllables, and if that is not
    enough between letters, never inside a cluster.
    """

    def __init__(self, words: Words, text: str, begin: int, runs: Runs, first: float, rest: float) -> None:
        self.words = words
        self.runs = runs
        self.single = runs[0][1] if len(runs) == 1 else None
        self.chunks: list[Chunk] = []
        self.penalties: list[float] = []
        self.tight = 0.0
        """Width of the widest chunk that had to be parted."""
        self._measures: _Measures | None = None
        if not text:
            return
        hanging = min(max(rest / _WIDE, _NARROWEST), 1.0)
        cut = self._cut(text) if self.single is not None else None
        if cut is not None and cut.widest <= min(first, rest):
            self.chunks = cut.chunks
            self.penalties = cut.penalties if hanging == 1.0 else cut.scaled(hanging)
            self._measures = cut.measures
            return
        at, room = 0, first
        for place in words.breaks(text):
            penalty = place.penalty * hanging if place.hanging else place.penalty
            self._add(text[at : place.at], begin + at, penalty, room)
            at, room = place.at, rest
        self._add(text[at:], begin + at, 0.0, room)

    def _cut(self, text: str) -> _Cut:
        """Return the text cut at its breaks, remembered with its run: the same for columns of every width."""
        assert self.single is not None
        known = self.single.cuts.get(self.words)
        if known is None:
            known = self.single.cuts[self.words] = {}
        found = known.get(text)
        if found is None:
            places = self.words.breaks(text)
            starts = (0, *(place.at for place in places), len(text))
            chunks = [self._known_chunk(text[at:end]) for at, end in pairwise(starts)]
            if len(known) > _CUTS_REMEMBERED:
                known.clear()
            penalties = [float(place.penalty) for place in places]
            hanging = [at for at, place in enumerate(places) if place.hanging]
            found = known[text] = _Cut(chunks, [*penalties, 0.0], hanging)
        return found

    def boxes(self) -> Boxes:
        """Return the measures of the chunks for breaking lines."""
        measures = self._measures or _Measures(self.chunks)
        return Boxes(
            width=measures.width,
            cap=measures.cap,
            tail_width=measures.tail_width,
            tail_cap=measures.tail_cap,
            penalty=self.penalties,
            shrink=measures.shrink,
            tail_shrink=measures.tail_shrink,
            gap=GAP_CAP * self.runs[0][1].size / 1000.0,
        )

    def shaped(self) -> Iterable[tuple[Run, Word]]:
        """Give all words."""
        for chunk in self.chunks:
            yield from chunk.words
            yield from chunk.tail

    def text(self, start: int, end: int) -> str:
        """Return the text of chunks."""
        return "".join([chunk.text for chunk in self.chunks[start:end]])

    def measure(self, start: int, end: int) -> tuple[float, float]:
        """Return width and cap of the line of these chunks."""
        width = cap = 0.0
        for chunk in self.chunks[start:end]:
            width += chunk.width + chunk.tail_width
            cap += chunk.cap + chunk.tail_cap
        last = self.chunks[end - 1]
        return width - last.tail_width, cap - last.tail_cap - GAP_CAP * self.runs[0][1].size / 1000.0

    def shrinkable(self, start: int, end: int) -> float:
        """Return by how much the line of these chunks may be tighter than natural."""
        last = self.chunks[end - 1]
        give = sum(chunk.shrink + chunk.tail_shrink for chunk in self.chunks[start:end]) - last.tail_shrink
        return give if last.template.endswith("%") else give - GAP_SHRINK * self.runs[0][1].size / 1000.0

    # -- cutting

    def _add(self, text: str, begin: int, penalty: float, room: float, resort: int = 0) -> None:
        chunk = self._chunk(text, begin) if self.single is None else self._known_chunk(text)
        if chunk.width > room + 1e-6 and resort < _HARDEST:
            core = text.rstrip(_SPACES)
            clusters = self.words.clusters(core)
            if len(clusters) > 2:
                from ita_desktop.typeset.parting import hard_places, soft_places  # seldom needed, slow to load

                if not resort and not is_address(core):
                    self.tight = max(self.tight, chunk.width)
                self._part(
                    text,
                    begin,
                    penalty,
                    room,
                    soft_places(core, clusters) if not resort else hard_places(clusters),
                    resort,
                )
                return
        self.chunks.append(chunk)
        self.penalties.append(penalty)

    def _known_chunk(self, text: str) -> Chunk:
        """Return a chunk of the only run, measured once."""
        assert self.single is not None
        known = self.single.chunks
        chunk = known.get(text)
        if chunk is None:
            if len(known) > _REMEMBERED:
                known.clear()
            chunk = known[text] = self._chunk(text, 0)
        return chunk

    def _part(
        self, text: str, begin: int, penalty: float, room: float, places: Iterable[tuple[int, float]], resort: int
    ) -> None:
        start = 0
        for at, cost in places:
            self._add(text[start:at], begin + start, cost, room, resort + 1)
            start = at
        self._add(text[start:], begin + start, penalty, room, resort + 1)

    def _chunk(self, text: str, begin: int) -> Chunk:
        core = text.rstrip(_SPACES)
        return Chunk(text, self._shape(core, begin), self._shape(text[len(core) :], begin + len(core)))

    def _shape(self, text: str, begin: int) -> Shaped:
        if not text:
            return []
        if self.single is not None:
            return [(self.single, self.single.shaper.word(text))]
        found: Shaped = []
        ends = [start for start, _ in self.runs[1:]] + [begin + len(text)]
        for (start, run), end in zip(self.runs, ends, strict=True):
            part = text[max(start - begin, 0) : max(end - begin, 0)]
            if part:
                found.append((run, run.shaper.word(part)))
        return found

    # -- showing

    def show(self, start: int, end: int, loose: float, left: float, base: Run) -> tuple[str, list[tuple[float, float]]]:
        """Return the operators of the line of these chunks, and its underlines as pairs of x.

        `base` is the run whose font is chosen before and after the line.
        """
        if self.single is None:
            return self._mixed(start, end, loose, left, base)
        run, chunks = self.single, self.chunks[start:end]
        template = "".join([chunk.template + chunk.tail_template for chunk in chunks[:-1]]) + chunks[-1].template
        if self._ends_with_hyphen(end):
            template = run.shaper.at_line_end(template)
        shown = operators(template, run.size, loose, run.space)
        if loose:
            shown += " 0 Tc"
        if run is not base:
            shown = f"{run.code} {shown} {base.code}"
        if not run.underline:
            return shown, []
        width, cap = self.measure(start, end)
        slack = cap * loose if loose > 0 else self.shrinkable(start, end) * loose
        return shown, [(left, left + width + slack)]

    def _ends_with_hyphen(self, end: int) -> bool:
        """True if the line of chunks before `end` ends with a letter and a hyphen."""
        text = self.chunks[end - 1].text.rstrip(_SPACES)
        return text.endswith("-") and len(text) > 1 and not text[-2].isdigit()

    def _mixed(
        self, start: int, end: int, loose: float, left: float, base: Run
    ) -> tuple[str, list[tuple[float, float]]]:
        words: Shaped = []
        for chunk in self.chunks[start:end]:
            words += chunk.words + chunk.tail
        last = self.chunks[end - 1].tail
        words = words[: len(words) - len(last)]
        shown: list[str] = []
        underlines: list[tuple[float, float]] = []
        x, at = left, 0
        while at < len(words):
            run, stop, begins = words[at][0], at, x
            while stop < len(words) and words[stop][0] is run:
                width, cap, give = run.measure(words[stop][1])
                x += width + (cap if loose > 0 else give) * loose
                stop += 1
            template = "".join(word.template for _, word in words[at:stop])
            if stop == len(words) and self._ends_with_hyphen(end):
                template = run.shaper.at_line_end(template)
            shown.append(f"{run.code} {operators(template, run.size, loose, run.space)}")
            if run.underline:
                underlines.append((begins, x))
            at = stop
        shown.append(f"0 Tc {base.code}" if loose else base.code)
        return " ".join(shown), underlines


def is_address(piece: str) -> bool:
    """Return True for a piece of a web or mail address: it sets no column small."""
    return piece.isascii() and _ADDRESS.search(piece) is not None


def _together(words: Shaped) -> tuple[float, float, float]:
    width = cap = shrink = 0.0
    for run, word in words:
        one, room, give = run.measure(word)
        width += one
        cap += room
        shrink += give
    return width, cap, shrink

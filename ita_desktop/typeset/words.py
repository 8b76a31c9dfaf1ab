"""Find where a line of Thai may end: `Words.breaks` gives the legal places of a text, with a penalty for each.

Thai writes no spaces between words, so there is no place to break without reading.  Method: a text is split at its
spaces into chunks, a chunk into runs of one script and signs (rules.PART).
- At a space, rules.space_penalty decides: free, dear, or held (พ.ศ. ๒๕๖๗, ๓ เดือน, นาย สมชาย).
- Beside a sign or between scripts, rules.sign_penalty decides (after / and ), before ( ...).
- Inside a run of Thai letters the dictionary reading decides (lattice.py): a boundary between two words costs WORD.
- Inside a long entry its seams cost SEAM (seams.py); การ ความ ผู้ part from the word behind them at the same price.
- A web or mail address breaks by rules.address_breaks only.
- A stretch of more than LONG_STRETCH characters without a place gets places between clusters as a last resort
  (CLUSTER, LAST_RESORT), so that no text can overflow.
What stands before a chunk changes how it is read (_Before): after ตำบล a name, after a title a person, after a first
name a surname.  Penalties are on TeX's scale: 0 is free, 10,000 would be never; lines.py says what each costs.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ita_desktop.typeset import rules
from ita_desktop.typeset.clusters import clusters
from ita_desktop.typeset.lattice import PLACE_WORDS, Piece, read
from ita_desktop.typeset.lexicon import Lexicon, Names, WordsError
from ita_desktop.typeset.names import place_names, proper_parts
from ita_desktop.typeset.phrases import OFFICE_KINDS, hanging_penalty, held
from ita_desktop.typeset.seams import find_seams
from ita_desktop.typeset.vocabulary import FUNCTION_WORDS, OPENERS, VERBS

__all__ = ["Break", "BreakKind", "Words", "WordsError"]

LONG_STRETCH = 24
"""A stretch without a break longer than this many characters may be parted between clusters, as a last resort."""
REMEMBERED = 400_000
"""How many characters of text a document's memory may hold."""

_SPLIT = re.compile(r"([ \t\n\r\f\v\u2000-\u200a\u3000]+)")
_PERSON = re.compile(
    r"(?:นางสาว|นาย|นาง|น\.ส\.|เด็กชาย|เด็กหญิง|ว่าที่ร้อยตรี|ว่าที่ร้อยโท|ว่าที่ร้อยเอก)(?=[\u0e01-\u0e2e\u0e40-\u0e44])"
)

LONGEST_NAME = 16
"""A first name or surname has at most so many letters."""
_CONSONANTS = "".join(chr(code) for code in range(0x0E01, 0x0E2F))
_SHORTENED_OFFICES = ("กอง", "สำนัก", "นายก", "ปลัด", "ฝ่าย", "รองนายก", "องค์การ", "คณะกรรมการ")


class BreakKind(Enum):
    """Why a line may end at a place."""

    SPACE = "space"
    WORD = "word"
    SEAM = "seam"
    CLUSTER = "cluster"


class Break(NamedTuple):
    """A place where a line may end: the next line begins with the character at `at`; spaces before it vanish."""

    at: int
    kind: BreakKind
    penalty: int
    hanging: bool = False
    """True if the penalty is for a word that would hang at the line end: it counts less in a narrow column."""


@dataclass(slots=True)
class _Memory:
    chunks: dict[tuple[str, _Before], _Inside] = field(default_factory=dict)
    texts: dict[str, tuple[Break, ...]] = field(default_factory=dict)
    seams: dict[str, tuple[int, ...]] = field(default_factory=dict)
    size: int = 0

    def make_room(self, size: int) -> None:
        """Forget everything once more than the agreed number of characters is remembered."""
        self.size += size
        if self.size > REMEMBERED:
            self.chunks.clear()
            self.texts.clear()
            self.seams.clear()
            self.size = size


class _Before(Enum):
    """What stands before a chunk of text and decides how it is read."""

    NOTHING = 0
    PLACE_WORD = 1
    FIRST_NAME = 2
    TITLE = 3


@dataclass(frozen=True, slots=True)
class _Inside:
    """The breaks inside one chunk, counted from its start, and whether it ends with a person's first name."""

    breaks: tuple[Break, ...]
    first_name: bool


@cache
def _lexicon(paths: tuple[Path, ...]) -> Lexicon:
    return Lexicon(paths)


@cache
def _places(names: tuple[str, ...]) -> Names:
    return Names(place_names(names))


class Words:
    """The word lists of one document and the line breaks found with them.

    `common`: word lists, one word a line; `names`: place names; `own`: names of this document. The lists are read once
    per process. Raises WordsError if a list is missing or unusable.
    """

    def __init__(self, common: Iterable[Path], names: Iterable[str] = (), *, own: Iterable[str] = ()) -> None:
        self._common = tuple(common)
        self._names = tuple(names)
        self._lexicon = _lexicon(self._common)
        self._places = _places(self._names)
        self._own = Names(proper_parts(own))
        self._memory = _Memory()

    def with_names(self, names: Iterable[str]) -> Words:
        """Return these words for one document, with names (offices, signers, own words) that are never parted."""
        return Words(self._common, self._names, own=names)

    def clusters(self, text: str) -> tuple[int, ...]:
        """Return the starts of the grapheme clusters of `text`, followed by its length."""
        return clusters(text)

    def breaks(self, text: str) -> tuple[Break, ...]:
        """Return all places where a line of `text` may end, in order; never in a cluster, nor at its start or end."""
        found = self._memory.texts.get(text)
        if found is None:
            self._memory.make_room(len(text))
            found = self._memory.texts[text] = tuple(self._breaks(text))
        return found

    def _breaks(self, text: str) -> Iterator[Break]:
        pieces = _SPLIT.split(text)
        at = len(pieces[0])
        before = pieces[0]
        inside = self._inside(before, _Before.NOTHING)
        yield from inside.breaks
        leads, telephone, last = True, _since_telephone(before, 9), inside.breaks[-1].at if inside.breaks else 0
        for space, chunk in zip(pieces[1::2], pieces[2::2], strict=True):
            at += len(space)
            if not chunk:
                continue
            context = _context(before, inside)
            new_line = "\n" in space
            inside = self._inside(chunk, context)
            telephone = _since_telephone(chunk, telephone)
            here = self._at_space(before, chunk, inside, context, leads=leads, phone=telephone <= 4)
            if new_line:
                here = rules.SPACE
            elif here is None and at - last > 2 * LONG_STRETCH:
                here = rules.LAST_RESORT
            if here is not None and at > 0:
                yield Break(at, BreakKind.CLUSTER if here == rules.LAST_RESORT else BreakKind.SPACE, here)
                last = at
            for one in inside.breaks:
                last = at + one.at
                yield Break(last, one.kind, one.penalty, one.hanging)
            at += len(chunk)
            leads = new_line or not before
            before = chunk

    def _at_space(
        self, before: str, chunk: str, inside: _Inside, context: _Before, *, leads: bool, phone: bool
    ) -> int | None:
        if not before:
            return None
        first_word = chunk[: inside.breaks[0].at] if inside.breaks else chunk
        penalty = rules.space_penalty(before, chunk, first_word, leads=leads, phone=phone)
        if penalty == rules.SPACE and context is _Before.FIRST_NAME:
            return rules.PREFER
        return penalty

    def _inside(self, chunk: str, before: _Before) -> _Inside:
        """Return the breaks inside one chunk without spaces."""
        key = (chunk, before)
        found = self._memory.chunks.get(key)
        if found is None:
            self._memory.make_room(len(chunk))
            found = self._memory.chunks[key] = self._read_chunk(chunk, before)
        return found

    def _read_chunk(self, chunk: str, before: _Before) -> _Inside:
        found: list[Break] = []
        first_name = False
        for start, end, kind in _parts(chunk):
            if start > 0 and (penalty := rules.sign_penalty(chunk, start)) is not None:
                found.append(Break(start, BreakKind.SEAM if penalty >= rules.SEAM else BreakKind.WORD, penalty))
            first_name = False
            if kind == "thai":
                context = before if start == 0 else _Before.NOTHING
                inside, first_name = self._read_run(chunk, start, end, context)
                found.extend(inside)
            elif kind == "address":
                found.extend(
                    Break(start + at, BreakKind.SEAM, rules.SEAM) for at in rules.address_breaks(chunk[start:end])
                )
        return _Inside(tuple(_with_last_resorts(chunk, found)), first_name)

    def _seams(self, word: str) -> tuple[int, ...]:
        seams = self._memory.seams.get(word)
        if seams is None:
            seams = self._memory.seams[word] = find_seams(word, self._lexicon)
        return seams

    def _read_run(self, chunk: str, start: int, end: int, before: _Before) -> tuple[list[Break], bool]:
        """Return the breaks inside a run, counted from the chunk's start, and whether it ends with a first name."""
        run = chunk[start:end]
        if before is _Before.TITLE and len(run) <= LONGEST_NAME:
            return [], end == len(chunk)
        pieces = read(
            run,
            self._lexicon,
            places=self._places,
            own=self._own,
            after_place_word=before is _Before.PLACE_WORD,
            opens_at=self._seams,
        )
        if before is _Before.FIRST_NAME and _may_be_surname(run, pieces):
            return [], False
        pieces, first_name = _with_person(run, pieces, self._lexicon)
        if chunk.startswith(("ฯ", "."), end):
            pieces = _with_sign(run, pieces, chunk[end])
        breaks: list[Break] = []
        last = ""
        for piece in pieces:
            word = run[piece.start : piece.end]
            at = start + piece.start
            named = piece.name and run.endswith(OFFICE_KINDS, 0, piece.start)
            if piece.start > 0 and not named:
                breaks.append(_seam(at) if last in OPENERS else Break(at, BreakKind.WORD, rules.WORD))
            if piece.known and not piece.name:
                seams = self._seams(word)
                if piece.end == len(run) and word.endswith("การ"):
                    seams = tuple(seam for seam in seams if word[seam:] != "การ")
                breaks.extend(_seam(at + seam) for seam in seams)
            last = word
        return _with_phrases(run, start, breaks), first_name and end == len(chunk)


def _seam(at: int) -> Break:
    return Break(at, BreakKind.SEAM, rules.SEAM)


def _with_phrases(run: str, start: int, breaks: list[Break]) -> list[Break]:
    """Return the breaks of a run that begins at `start`: held phrases closed, a penalty where a word would hang."""
    for first, end, places in held(run):
        breaks = [one for one in breaks if not first < one.at - start < end]
        breaks += [Break(start + at, BreakKind.SEAM, penalty) for at, penalty in places]
        breaks.sort(key=lambda one: one.at)
    found = []
    before = 0
    for one in breaks:
        at = one.at - start
        penalty = hanging_penalty(run[before:at])
        found.append(Break(one.at, one.kind, penalty, hanging=True) if penalty > one.penalty else one)
        before = at
    return found


def _parts(chunk: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the runs of one script, the signs and the addresses of a chunk."""
    at = 0
    for start, end in rules.addresses(chunk):
        yield from _plain_parts(chunk, at, start)
        yield start, end, "address"
        at = end
    yield from _plain_parts(chunk, at, len(chunk))


def _plain_parts(chunk: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for part in rules.PART.finditer(chunk, start, end):
        yield part.start(), part.end(), part.lastgroup or "sign"


def _since_telephone(chunk: str, before: int) -> int:
    """Return how many chunks ago a telephone number began."""
    return 0 if rules.TELEPHONE.search(chunk[-24:]) else before + 1


def _context(before: str, inside: _Inside) -> _Before:
    if inside.first_name:
        return _Before.FIRST_NAME
    if rules.is_title(before):
        return _Before.TITLE
    return (
        _Before.PLACE_WORD
        if before.endswith((*PLACE_WORDS, "ต.", "อ.", "จ.", "อบต.", "ทต.", "ทม.", "อบจ."))
        else _Before.NOTHING
    )


def _may_be_surname(run: str, pieces: list[Piece]) -> bool:
    first = run[pieces[0].start : pieces[0].end]
    return len(run) <= LONGEST_NAME and first not in FUNCTION_WORDS and first not in VERBS


def _with_person(run: str, pieces: list[Piece], known: Container[str]) -> tuple[list[Piece], bool]:
    """Return the pieces with title and first name as one, and whether the run ends with it."""
    for index, piece in enumerate(pieces):
        title = _PERSON.match(run, piece.start)
        if title is None or (piece.end != title.end() and run[piece.start : piece.end] in known):
            continue
        last = len(pieces) - 1
        if piece.end == title.end() and (pieces[index + 1].name or len(run) - title.end() > LONGEST_NAME):
            last = index + 1
        elif len(run) - title.end() > LONGEST_NAME:
            last = index
        joined = Piece(piece.start, pieces[last].end, known=False, name=True)
        return [*pieces[:index], joined, *pieces[last + 1 :]], last == len(pieces) - 1
    return pieces, False


def _with_sign(run: str, pieces: list[Piece], sign: str) -> list[Piece]:
    """Return the pieces with the end of the run whole: before ฯ the office, before a full stop its consonants."""
    if sign == "ฯ":
        kept = [piece.start for piece in pieces if run.startswith(_SHORTENED_OFFICES, piece.start)]
        near = [start for start in kept if len(run) - start <= LONGEST_NAME]
        start = (near or kept[-1:] or [pieces[-1].start])[0]
    else:
        start = len(run.rstrip(_CONSONANTS))
        start = max((piece.start for piece in pieces if piece.start <= start), default=0)
    whole = [piece for piece in pieces if piece.start < start]
    return [*whole, Piece(start, len(run), known=False)]


def _with_last_resorts(chunk: str, breaks: list[Break]) -> Iterator[Break]:
    """Yield the breaks, and where a stretch between two of them is long, breaks between its clusters."""
    at = 0
    for one in (*breaks, None):
        end = one.at if one else len(chunk)
        if end - at > LONG_STRETCH:
            yield from (Break(place, BreakKind.CLUSTER, penalty) for place, penalty in _last_resorts(chunk[at:end], at))
        if one:
            yield one
            at = one.at


def _last_resorts(stretch: str, offset: int) -> Iterator[tuple[int, int]]:
    last = 0
    for at in clusters(stretch)[1:-1]:
        broken = stretch[at] in rules.NEVER_START or stretch[at - 1] in rules.NEVER_END
        if not broken:
            yield offset + at, rules.CLUSTER
            last = at
        elif at - last > LONG_STRETCH:
            yield offset + at, rules.LAST_RESORT
            last = at

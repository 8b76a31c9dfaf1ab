"""Read a run of Thai letters as words: the cheapest way through all words that could stand there.

Method: the shortest path through a word lattice (Viterbi over unigram costs, as in most dictionary segmenters), read
forwards once and backwards once.  Forwards (`_forward`) every known word, name or single unknown syllable that may
start at a place is a step to its end; the least sum of costs to each place is kept with the step that reached it.
Backwards (`_doubtful`) the least cost from each place to the end is found; a step whose forward + own + backward cost
is within DOUBT of the best belongs to a reading nearly as good.

A boundary of the best reading counts only where it is safe: if a word of such a second reading runs across it
(ตา|กลม, ตาก|ลม), the boundary is dropped, unless that word may itself be opened there (seams.py).  A dropped boundary
costs a looser line; a wrong one prints a broken word.

Costs (lexicon.py): a word 10, a common word 8, การ ความ ผู้ 5, short words 12 to 13, two bare consonants 18 (they
are most likely the middle of something), a place name 5 behind ตำบล and the like and 22 elsewhere, a name of this
document 3, an unknown syllable 28.  A compound costs 1 less than its parts.  Fewer words therefore win, and common
words win over rare ones of the same length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ita_desktop.typeset.clusters import edges
from ita_desktop.typeset.lexicon import (
    HEAD,
    NAME_ELSEWHERE_COST,
    NAME_HEAD,
    NAME_IN_PLACE_COST,
    NO_NAMES,
    OWN_NAME_COST,
    WORD_COST,
    Lexicon,
    Names,
)
from ita_desktop.typeset.vocabulary import OPENERS, PLAIN

UNKNOWN_COST = 28
"""What one cluster costs that belongs to no known word; dearer than two words, so that words are found where they
can.
"""
DOUBT = 3
"""A reading so much dearer than the best still counts as possible."""
SHORT_NAME = 3
"""A name of at most so many letters is an everyday syllable elsewhere (ดอน in กระดอน): it gets no favour unless a
place word stands before it.
"""
_FAR = 1 << 60
CLEAR_WORD = 5
"""Beside unknown letters only a word of this length, or a common one, is trusted to begin or end where it seems to."""
SCRAP = 3
"""Two uncommon words of at most so many letters beside each other are taken for pieces of an unknown one."""
KEPT_AT_END = frozenset(("การ", "ที่"))
"""At the end of a run these belong to the word before them: ชำนาญการ, ตัวชี้วัดที่ ๓."""
TRUSTED = PLAIN | OPENERS

KEPT_WITH_NEXT = frozenset(("ข้อ", "นัก", "ชาว", "เครื่อง", "ตัว", "ช่าง", "หมู่", "วรรค", "ณ"))
"""Words that only begin other words: no line ends behind them."""

PLACE_WORDS = ("ตำบล", "อำเภอ", "จังหวัด", "เทศบาล", "เทศบาลเมือง", "เทศบาลนคร", "นายกเทศมนตรีเมือง", "แขวง", "อำเภอเมือง")


class Piece(NamedTuple):
    """A word, a name or an unknown stretch of a run."""

    start: int
    end: int
    known: bool
    name: bool = False


_Step = tuple[int, int, int, bool, bool]
"""(start, end, cost, is it a word, is it a name)"""


def read(
    run: str,
    lexicon: Lexicon,
    *,
    places: Names = NO_NAMES,
    own: Names = NO_NAMES,
    after_place_word: bool = False,
    opens_at: Callable[[str], tuple[int, ...]] = lambda word: (),
) -> list[Piece]:
    """Return the pieces of `run`, joined where the boundary between them is not safe."""
    steps, forward, back = _forward(run, lexicon, _Known(places, own, after_place_word))
    pieces: list[Piece] = []
    at = len(run)
    while at > 0:
        start, end, _, known, name = back[at]
        pieces.append(Piece(start, end, known, name))
        at = start
    pieces.reverse()
    doubtful = _doubtful(run, pieces, steps, forward, opens_at) if len(pieces) > 1 else set()
    return _joined(run, pieces, doubtful)


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that may stand in a run, and whether a place word stands right before it."""

    places: Names
    own: Names
    after_place_word: bool

    def steps(self, run: str, at: int) -> list[tuple[int, int]]:
        """Return (end, cost) of the names that begin at `at`."""
        in_place = run.endswith(PLACE_WORDS, 0, at) if at else self.after_place_word
        own = self.own.ends(run, at)
        found = [(end, OWN_NAME_COST if in_place or end - at > SHORT_NAME else WORD_COST) for end in own]
        for end in self.places.ends(run, at):
            if in_place:
                found.append((end, NAME_IN_PLACE_COST))
            elif end - at > SHORT_NAME + 1:
                found.append((end, NAME_ELSEWHERE_COST))
        return found


def _forward(run: str, lexicon: Lexicon, names: _Known) -> tuple[list[_Step], list[int], list[_Step]]:
    """Return all steps by their start, the cheapest cost to each place, and the step that reaches it so."""
    size = len(run)
    legal = edges(run)
    allowed = bytearray(size + 1)
    for at in legal:
        allowed[at] = 1
    forward = [_FAR] * (size + 1)
    forward[0] = 0
    back: list[_Step] = [(0, 0, 0, False, False)] * (size + 1)
    steps: list[_Step] = []
    heads, words, costs = lexicon.heads, lexicon.words, lexicon.costs
    places, own = names.places.heads, names.own.heads
    for at, following in pairwise(legal):
        within, longer = heads[run[at : at + HEAD]]
        first = len(steps)
        steps.append((at, following, UNKNOWN_COST, False, False))
        steps.extend([(at, at + length, cost, True, False) for length, cost in within if allowed[at + length]])
        for length in longer:
            end = at + length
            if end <= size and allowed[end] and (word := run[at:end]) in words:
                steps.append((at, end, costs[word], True, False))
        if (name := run[at : at + NAME_HEAD]) in places or name in own or (pair := name[:-1]) in places or pair in own:
            steps.extend([(at, end, cost, True, True) for end, cost in names.steps(run, at) if allowed[end]])
        so_far = forward[at]
        for step in steps[first:]:
            if so_far + step[2] < forward[step[1]]:
                forward[step[1]] = so_far + step[2]
                back[step[1]] = step
    return steps, forward, back


def _doubtful(
    run: str, pieces: list[Piece], steps: list[_Step], forward: list[int], opens_at: Callable[[str], tuple[int, ...]]
) -> set[int]:
    """Return the boundaries between `pieces` that a word of a nearly as cheap reading runs across."""
    boundaries = [piece.start for piece in pieces[1:]]
    backward = [_FAR] * len(run) + [0]
    worst = forward[-1] + DOUBT
    doubtful: set[int] = set()
    for start, end, cost, known, _ in reversed(steps):
        rest = cost + backward[end]
        if rest < backward[start]:
            backward[start] = rest
        if known and forward[start] + rest <= worst:
            first = bisect_right(boundaries, start)
            if first < len(boundaries) and boundaries[first] < end:
                open_places = opens_at(run[start:end])
                crossed = boundaries[first : bisect_left(boundaries, end)]
                doubtful.update(at for at in crossed if at - start not in open_places)
    return doubtful


def _joined(run: str, pieces: list[Piece], doubtful: set[int]) -> list[Piece]:
    """Return the pieces with doubtful boundaries and the borders of unknown stretches closed."""
    joined = pieces[:1]
    for piece in pieces[1:]:
        before = joined[-1]
        if piece.start in doubtful or not _apart(run, before, piece):
            joined[-1] = Piece(before.start, piece.end, before.known and piece.known, before.name and piece.name)
        else:
            joined.append(piece)
    return joined


def _apart(run: str, before: Piece, piece: Piece) -> bool:
    """Return True if a line may end between two pieces.

    Not between scraps; beside unknown letters only at a clear word.
    """
    if before.name or piece.name:
        return True
    if (before.known and run[before.start : before.end] in KEPT_WITH_NEXT) or (
        piece.end == len(run) and run[piece.start :] in KEPT_AT_END
    ):
        return False
    if before.known and piece.known:
        return not (_scrap(run, before) and _scrap(run, piece))
    return (before.known or piece.known) and _clear(run, before) and _clear(run, piece)


def _scrap(run: str, piece: Piece) -> bool:
    """Return True for a short word that is not common; several in a row are most likely parts of a name."""
    return piece.end - piece.start <= SCRAP and run[piece.start : piece.end] not in TRUSTED


def _clear(run: str, piece: Piece) -> bool:
    """Return True for a word that can be trusted beside unknown letters; an unknown stretch is not asked."""
    if not piece.known:
        return True
    length = piece.end - piece.start
    return length >= CLEAR_WORD or (length >= SCRAP and run[piece.start : piece.end] in TRUSTED)

"""Reading a run of Thai letters as words: the cheapest way through all words that could stand there.

A boundary counts only where it is safe. If another reading, nearly as cheap, has a word across it (ตา|กลม, ตาก|ลม), the boundary is dropped,
unless that word may itself be opened there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .clusters import edges
from .lexicon import NAME_ELSEWHERE_COST, NAME_IN_PLACE_COST, NO_NAMES, OWN_NAME_COST, WORD_COST, Lexicon, Names
from .vocabulary import PLAIN

# What one cluster costs that belongs to no known word; dearer than two words, so that words are found wherever they can be.
UNKNOWN_COST = 28
# A reading so much dearer than the best still counts as possible.
DOUBT = 3
# A name of at most so many letters is an everyday syllable elsewhere (ดอน in กระดอน): it gets no favour unless a place word stands before it.
SHORT_NAME = 3
# Beside unknown letters only a word of this length, or a common one, is trusted to begin or end where it seems to.
CLEAR_WORD = 5

PLACE_WORDS = ("ตำบล", "อำเภอ", "จังหวัด", "เทศบาล", "เทศบาลเมือง", "เทศบาลนคร", "นายกเทศมนตรีเมือง", "แขวง", "อำเภอเมือง")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a name or an unknown stretch of a run."""

    start: int
    end: int
    known: bool
    name: bool = False


def read(
    run: str,
    lexicon: Lexicon,
    *,
    places: Names = NO_NAMES,
    own: Names = NO_NAMES,
    after_place_word: bool = False,
    opens_at: Callable[[str], tuple[int, ...]] = lambda word: (),
) -> list[Piece]:
    """The pieces of `run`, joined where the boundary between them is not safe."""
    legal = edges(run)
    forward, steps = _forward(run, legal, lexicon, places, own, after_place_word)
    pieces = _walk_back(len(run), steps)
    doubtful = _doubtful(run, pieces, forward, steps, opens_at)
    return _joined(run, pieces, doubtful)


@dataclass(slots=True)
class _Step:
    start: int
    end: int
    cost: int
    known: bool
    name: bool


def _forward(
    run: str, legal: list[int], lexicon: Lexicon, places: Names, own: Names, after_place_word: bool
) -> tuple[dict[int, int], dict[int, list[_Step]]]:
    """The cheapest cost to each place, and all steps by the place where they end."""
    allowed = set(legal)
    forward = {0: 0}
    steps: dict[int, list[_Step]] = {}
    for at, following in zip(legal, legal[1:], strict=False):
        so_far = forward[at]
        found = [_Step(at, end, cost, True, False) for end, cost in lexicon.candidates(run, at) if end in allowed]
        if places or own:
            in_place = after_place_word if at == 0 else run.endswith(PLACE_WORDS, 0, at)
            found += [
                _Step(at, end, cost, True, True)
                for end, cost in _names(run, at, places, own, in_place)
                if end in allowed
            ]
        found.append(_Step(at, following, UNKNOWN_COST, False, False))
        for step in found:
            steps.setdefault(step.end, []).append(step)
            total = so_far + step.cost
            if total < forward.get(step.end, total + 1):
                forward[step.end] = total
    return forward, steps


def _names(run: str, at: int, places: Names, own: Names, in_place: bool) -> list[tuple[int, int]]:
    found = [(end, OWN_NAME_COST if in_place or end - at > SHORT_NAME else WORD_COST) for end in own.ends(run, at)]
    for end in places.ends(run, at):
        if in_place:
            found.append((end, NAME_IN_PLACE_COST))
        elif end - at > SHORT_NAME + 1:
            found.append((end, NAME_ELSEWHERE_COST))
    return found


def _walk_back(end: int, steps: dict[int, list[_Step]]) -> list[Piece]:
    """The cheapest reading; of equal ones, the one whose last words are longest."""
    cheapest: dict[int, int] = {0: 0}
    for at in sorted(steps):
        cheapest[at] = min(cheapest[step.start] + step.cost for step in steps[at])
    pieces: list[Piece] = []
    at = end
    while at > 0:
        step = min(steps[at], key=lambda step: (cheapest[step.start] + step.cost, step.start))
        pieces.append(Piece(step.start, step.end, step.known, step.name))
        at = step.start
    pieces.reverse()
    return pieces


def _doubtful(
    run: str,
    pieces: list[Piece],
    forward: dict[int, int],
    steps: dict[int, list[_Step]],
    opens_at: Callable[[str], tuple[int, ...]],
) -> set[int]:
    """The boundaries between `pieces` that a word of a nearly as cheap reading runs across."""
    best = forward[len(run)]
    backward = {len(run): 0}
    for end in sorted(steps, reverse=True):
        for step in steps[end]:
            total = backward[end] + step.cost
            if total < backward.get(step.start, total + 1):
                backward[step.start] = total
    boundaries = {piece.start for piece in pieces} - {0}
    doubtful: set[int] = set()
    for end, ending in steps.items():
        for step in ending:
            if step.known and end - step.start > 2 and forward[step.start] + step.cost + backward[end] <= best + DOUBT:
                crossed = [at for at in range(step.start + 1, end) if at in boundaries]
                if crossed:
                    open_places = opens_at(run[step.start : end])
                    doubtful.update(at for at in crossed if at - step.start not in open_places)
    return doubtful


def _joined(run: str, pieces: list[Piece], doubtful: set[int]) -> list[Piece]:
    """Pieces with doubtful boundaries and the borders of unknown stretches closed."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined:
            before = joined[-1]
            unsure = not (before.known and piece.known)
            if unsure and not (before.name or piece.name):
                apart = (before.known or piece.known) and _clear(run, before) and _clear(run, piece)
            else:
                apart = True
            if not apart or piece.start in doubtful:
                joined[-1] = Piece(before.start, piece.end, before.known and piece.known, before.name and piece.name)
                continue
        joined.append(piece)
    return joined


def _clear(run: str, piece: Piece) -> bool:
    """True for a word that can be trusted beside unknown letters; an unknown stretch is not asked."""
    if not piece.known:
        return True
    return piece.end - piece.start >= CLEAR_WORD or run[piece.start : piece.end] in PLAIN

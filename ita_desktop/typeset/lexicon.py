"""The words a Thai run is read with: the common dictionary, place names and the names of one document.

The dictionary file has some 62,000 lines. It is read and sorted once per process (13 ms, 8 MB) and taken apart by its
first two letters only where a text asks for them, so that a short text pays for the few words it can hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from ita_desktop.typeset.letters import CONSONANTS, JOINED, LEADING, THAI_LETTER
from ita_desktop.typeset.seams import find_seams
from ita_desktop.typeset.vocabulary import FUNCTION_WORDS, OPENERS, PLAIN

_LETTERS_ONLY = re.compile(rf"[^{JOINED}ะาๅ][{THAI_LETTER}]*(?<![{LEADING}ัืฺ])\Z")
_CONSONANTS_ONLY = re.compile(rf"[{CONSONANTS}]{{2}}\Z")

PLAIN_COST = 8
"""The cost of reading a word; the reading with the least sum is taken. Fewer words win, common words win over rare
ones of the same length.
"""
WORD_COST = 10
SHORT_COST = 13
RARE_PAIR_COST = 18
OWN_NAME_COST = 3
NAME_IN_PLACE_COST = 5
NAME_ELSEWHERE_COST = 22
COMPOUND_DISCOUNT = 1
OPENER_COST = 5

CLAUSE_HEAD = "ความ"
"""Words that end so (มีความ, รู้ความ) are nearly always two: มี|ความรู้."""
SINGLE_LETTERS = frozenset("ณ")
"""Letters that are a word alone."""
HEAD = 4
"""Words are looked up by so many letters at once."""
NAME_HEAD = 3
"""Names are looked up by so many letters."""


class WordsError(Exception):
    """A word list cannot be used; `path` says which, `reason` why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@cache
def read_words(path: Path) -> tuple[str, ...]:
    """Return the sorted lines of a word list, read once per process.

    Raises WordsError if it is missing, not UTF-8 or holds no Thai word.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except OSError as error:
        raise WordsError(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise WordsError(path, f"not UTF-8 at byte {error.start}") from error
    if lines[0].endswith("\r"):
        lines = [line.rstrip("\r") for line in lines]
    lines.sort()
    if not any("\u0e01" <= line[:1] <= "\u0e2e" for line in (lines[len(lines) // 2], lines[-1])):
        raise WordsError(path, "no Thai word in it")
    return tuple(lines)


Head = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
"""(length, cost) of the known words within four letters, and the lengths of longer words that begin with them."""


def _simple_cost(word: str) -> int:
    if word in OPENERS:
        return OPENER_COST
    if word in PLAIN:
        return PLAIN_COST if len(word) > 2 else PLAIN_COST + 1 + (word not in FUNCTION_WORDS)
    if word.endswith(CLAUSE_HEAD) and word[: -len(CLAUSE_HEAD)] in PLAIN:
        return RARE_PAIR_COST
    if len(word) == 2:
        return RARE_PAIR_COST if _CONSONANTS_ONLY.match(word) else SHORT_COST
    return SHORT_COST - 1 if len(word) == 3 else WORD_COST


class Lexicon:
    """The words of one or more dictionary files, what reading each costs, and where its compounds may be opened."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._lists = (*(read_words(path) for path in paths), tuple(sorted(PLAIN)))
        self._opened: set[str] = set()
        # All words that begin with two letters met so far; complete for every head asked for.
        self.words: set[str] = set()
        self._lengths: dict[str, set[int]] = {}
        self.heads = _Heads(self._head)
        self.costs = _Costs(self._cost)

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        self._open(word[:2])
        return word in self.words

    def _open(self, start: str) -> None:
        """Add all words that begin with these two letters."""
        if start in self._opened or len(start) < 2:
            return
        self._opened.add(start)
        after = start[:-1] + chr(ord(start[-1]) + 1)
        for words in self._lists:
            for word in words[bisect_left(words, start) : bisect_left(words, after)]:
                if len(word) > 1 and _LETTERS_ONLY.match(word):
                    self.words.add(word)
                    if len(word) > HEAD:
                        self._lengths.setdefault(word[:HEAD], set()).add(len(word))

    def _head(self, head: str) -> Head:
        self._open(head[:2])
        lengths = [length for length in range(2, len(head) + 1) if head[:length] in self.words]
        within = [(length, self.costs[head[:length]]) for length in lengths]
        if head[:1] in SINGLE_LETTERS:
            within.insert(0, (1, WORD_COST))
        return tuple(within), tuple(sorted(self._lengths.get(head, ())))

    def _cost(self, word: str) -> int:
        """Return the cost of a word; a compound costs a little less than its parts.

        So no phrase pulls letters out of the words around it.
        """
        seams = find_seams(word, self)
        if not seams:
            return _simple_cost(word)
        ends = (0, *seams, len(word))
        return sum(_simple_cost(word[start:end]) for start, end in pairwise(ends)) - COMPOUND_DISCOUNT


class _Heads(dict[str, Head]):
    """What may begin with the next four letters of a text."""

    def __init__(self, find: Callable[[str], Head]) -> None:
        self._find = find

    def __missing__(self, head: str) -> Head:
        found = self[head] = self._find(head)
        return found


class _Costs(dict[str, int]):
    """The cost of every word met so far."""

    def __init__(self, find: Callable[[str], int]) -> None:
        self._find = find

    def __missing__(self, word: str) -> int:
        found = self[word] = self._find(word)
        return found


class Names:
    """Proper names by their first letters (place names, or the names of one document)."""

    def __init__(self, names: Iterable[str]) -> None:
        self._starting: dict[str, list[str]] = {}
        for name in names:
            if len(name) > 1 and _LETTERS_ONLY.match(name):
                self._starting.setdefault(name[:NAME_HEAD], []).append(name)
        self.heads = frozenset(self._starting)

    def ends(self, run: str, at: int) -> list[int]:
        """Return where the names end that begin at `at`."""
        heads = {run[at : at + NAME_HEAD], run[at : at + NAME_HEAD - 1]} & self.heads
        return [at + len(name) for head in heads for name in self._starting[head] if run.startswith(name, at)]


NO_NAMES = Names(())

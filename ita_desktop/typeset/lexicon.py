"""The words a Thai run is read with: the common dictionary, place names and the names of one document.

The dictionary file has some 62,000 lines. It is read and sorted once per process (13 ms, 8 MB) and taken apart by its first two letters only where
a text asks for them, so that a short text pays for the few words it can hold.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from .clusters import LEADING, MARKS, THAI_LETTER
from .vocabulary import FUNCTION_WORDS, PLAIN

_LETTERS_ONLY = re.compile(rf"[^{MARKS}ะาๅ][{THAI_LETTER}]*(?<![{LEADING}ัืฺ])\Z")
_CONSONANTS_ONLY = re.compile(r"[\u0e01-\u0e2e]{2}\Z")

# The cost of reading a word; the reading with the least sum is taken. Fewer words win, common words win over rare ones of the same length.
PLAIN_COST = 8
WORD_COST = 10
SHORT_COST = 13
RARE_PAIR_COST = 18
OWN_NAME_COST = 3
NAME_IN_PLACE_COST = 5
NAME_ELSEWHERE_COST = 22


class WordsError(Exception):
    """A word list cannot be used; `path` says which, `reason` why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@cache
def read_words(path: Path) -> tuple[str, ...]:
    """The sorted lines of a word list, read once per process. Raises WordsError if it is missing, not UTF-8 or holds no Thai word."""
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


def _cost(word: str) -> int:
    if word in FUNCTION_WORDS:
        return PLAIN_COST if len(word) > 2 else PLAIN_COST + 1
    if word in PLAIN:
        return PLAIN_COST if len(word) > 2 else WORD_COST
    if len(word) == 2:
        return RARE_PAIR_COST if _CONSONANTS_ONLY.match(word) else SHORT_COST
    return SHORT_COST - 1 if len(word) == 3 else WORD_COST


class Lexicon:
    """The words of one or more dictionary files, opened by their first two letters as texts ask for them."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._lists = tuple(read_words(path) for path in paths)
        self._opened: set[str] = set()
        self._costs: dict[str, int] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def _open(self, start: str) -> None:
        """Take in all words that begin with these two letters."""
        self._opened.add(start)
        lengths: dict[str, set[int]] = {}
        after = start[:-1] + chr(ord(start[-1]) + 1)
        for words in self._lists:
            for word in words[bisect_left(words, start) : bisect_left(words, after)]:
                if len(word) > 1 and _LETTERS_ONLY.match(word):
                    self._costs[word] = _cost(word)
                    if len(word) > 3:
                        lengths.setdefault(word[:4], set()).add(len(word))
        for head, found in lengths.items():
            self._lengths[head] = tuple(sorted(found))

    def cost(self, word: str) -> int | None:
        """The cost of a word, None if it is not known."""
        if word[:2] not in self._opened:
            if len(word) < 2:
                return WORD_COST if word == "ณ" else None
            self._open(word[:2])
        return self._costs.get(word)

    def candidates(self, run: str, at: int) -> list[tuple[int, int]]:
        """(end, cost) of every known word that begins at `at`."""
        pair = run[at : at + 2]
        if pair not in self._opened and len(pair) == 2:
            self._open(pair)
        costs = self._costs
        found = [(at + 1, WORD_COST)] if pair[:1] == "ณ" else []
        if (cost := costs.get(pair)) is not None:
            found.append((at + 2, cost))
        if (cost := costs.get(run[at : at + 3])) is not None and at + 3 <= len(run):
            found.append((at + 3, cost))
        for length in self._lengths.get(run[at : at + 4], ()):
            if (cost := costs.get(run[at : at + length])) is not None and at + length <= len(run):
                found.append((at + length, cost))
        return found


class Names:
    """Proper names by their first two letters (place names, or the names of one document)."""

    def __init__(self, names: Iterable[str]) -> None:
        self._starting: dict[str, list[str]] = {}
        for name in names:
            if len(name) > 1 and _LETTERS_ONLY.match(name):
                self._starting.setdefault(name[:2], []).append(name)

    def ends(self, run: str, at: int) -> list[int]:
        """Where the names end that begin at `at`."""
        starting = self._starting.get(run[at : at + 2])
        return [at + len(name) for name in starting if run.startswith(name, at)] if starting else []

    def __bool__(self) -> bool:
        return bool(self._starting)


NO_NAMES = Names(())

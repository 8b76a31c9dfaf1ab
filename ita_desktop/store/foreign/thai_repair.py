"""Thai text layers that programs wrote wrongly, put right by dictionary and names (ซ่อมข้อความจากแฟ้ม PDF).

Three faults are known, each in thousands of papers:

- marks one letter late, often with a blank behind: ตวั ชี้วดั, การทจุ รติ, คูม่ อื (flipbooks, InDesign);
- every ำ as า: สานักงาน, ดาเนินการ (Word 2007 to 2013);
- every า as ำ: กำรบริหำร (Word 2016).

A text is read as a row of letters, each with the marks that stand behind it. The cheapest row of words is sought from
left to right (dynamic programming over letters and marks read so far; Viterbi 1967). A word costs 1, a mark that
stands one letter late 0.3, a letter that takes another's place 0.3, a letter that belongs to no word 2.5. A word may
take its marks late, but all of them and in order. So nothing is invented: letters and marks stay the same ones, but
for ำ and า, and what no word explains stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_FLAT = str.maketrans({**dict.fromkeys(MARKS), "ำ": "า", " ": None})
_THAI = re.compile("[ก-ฮะ-ฺเ-ๆ็-๎](?:[ก-ฮะ-ฺเ-ๆ็-๎ ]*[ก-ฮะ-ฺเ-ๆ็-๎])?")
_WORD, _LATE, _OTHER, _LONE, _SPLIT = 1.0, 0.3, 0.3, 2.5, 0.6
_LONGEST = 30
_CHUNK = 400
"""Letters that are read at once."""
MOSTLY = 0.12
"""Share of letters outside of every word up to which a text is sound."""
UNREADABLE = 0.35
"""Share from which nothing can be read of it."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What a text layer may have wrong."""

    late: bool = False
    am_as_aa: bool = False
    aa_as_am: bool = False

    @property
    def any(self) -> bool:
        return self.late or self.am_as_aa or self.aa_as_am


@dataclass(frozen=True, slots=True)
class Reading:
    """A text put right, and the share of its Thai letters that no word explains."""

    text: str
    unknown: float


@dataclass
class Dictionary:
    """Words by their letters without marks; built when the first broken page is met."""

    words: Iterable[str]
    names: Iterable[str] = ()
    _cache: dict[tuple[str, Faults], tuple[str, int, int]] = field(default_factory=dict)

    @cached_property
    def index(self) -> dict[str, list[str]]:
        """Words by their letters, ำ as า."""
        found: dict[str, list[str]] = {}
        for word in {*self.words, *(part for name in self.names for part in (name, *name.split()))}:
            letters = word.translate(_FLAT)
            if letters and len(letters) <= _LONGEST and len(word) > 1:
                found.setdefault(letters, []).append(word)
        return found

    def read(self, text: str, faults: Faults) -> Reading:
        """Put a text right, piece by piece of Thai."""
        unknown = letters = 0
        out: list[str] = []
        at = 0
        for found in _THAI.finditer(text):
            out.append(text[at : found.start()])
            at = found.end()
            piece = found[0]
            for start in range(0, len(piece), _CHUNK):
                part = piece[start : start + _CHUNK]
                if (part, faults) not in self._cache:
                    self._cache[(part, faults)] = _Search(part, self.index, faults).read()
                mended, lone, count = self._cache[(part, faults)]
                out.append(mended)
                unknown += lone
                letters += count
        out.append(text[at:])
        return Reading("".join(out), unknown / letters if letters else 0.0)


def faults_in(text: str) -> Faults:
    """Tell by counting how ำ and า were written: an honest paper has one ำ among five to twelve า."""
    aa, am = text.count("า"), text.count("ำ") + len(re.findall("ํ[่-๋]?า", text))
    return Faults(am_as_aa=aa >= 25 and am * 60 < aa, aa_as_am=am >= 10 and am > 2 * aa)


def _parted(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Letters without marks, and each mark with the number of letters before it."""
    letters: list[str] = []
    marks: list[tuple[int, str]] = []
    for sign in text:
        if sign in MARKS:
            marks.append((len(letters), sign))
        elif sign != " ":
            letters.append(sign)
    return "".join(letters), tuple(marks)


class _Search:
    def __init__(self, text: str, index: dict[str, list[str]], faults: Faults) -> None:
        self.index, self.faults = index, faults
        self.letters, self.marks = _parted(text)
        self.flat = self.letters.replace("ำ", "า")
        self.blanks: dict[int, int] = {}
        """Marks seen before a blank, by the number of letters before it."""
        seen = marks = 0
        self.after_mark: set[int] = set()
        for n, sign in enumerate(text):
            if sign == " ":
                self.blanks[seen] = marks
                if n and text[n - 1] in MARKS:
                    self.after_mark.add(seen)
            elif sign in MARKS:
                marks += 1
            else:
                seen += 1

    def read(self) -> tuple[str, int, int]:
        """Return the text, how many of its letters no word explains, and how many it has."""
        best: dict[tuple[int, int], tuple[float, tuple[int, int] | None, str, int]] = {(0, 0): (0.0, None, "", 0)}
        waiting: list[set[int]] = [set() for _ in range(len(self.letters) + 1)]
        waiting[0].add(0)
        for i in range(len(self.letters)):
            for k in sorted(waiting[i]):
                cost = best[(i, k)][0]
                for length, taken, more, text, lone in self._steps(i, k):
                    after = (i + length, k + taken)
                    if after not in best or best[after][0] > cost + more:
                        best[after] = (cost + more, (i, k), text, lone)
                        waiting[after[0]].add(after[1])
        end = min(
            (state for state in best if state[0] == len(self.letters)),
            key=lambda s: (len(self.marks) - s[1], best[s][0]),
        )
        pieces: list[str] = []
        unknown = 0
        state: tuple[int, int] | None = end
        while state is not None:
            _, before, text, lone = best[state]
            unknown += lone
            pieces.append(text)
            state = before
        left = "".join(sign for _, sign in self.marks[end[1] :])
        return "".join(reversed(pieces)) + left, unknown, len(self.letters)

    def _steps(self, i: int, k: int) -> list[tuple[int, int, float, str, int]]:
        """Yield letters taken, marks taken, cost, text, letters without a word."""
        found = []
        for length in range(1, min(_LONGEST, len(self.letters) - i) + 1):
            for word in self.index.get(self.flat[i : i + length], ()):
                letters, marks = _parted(word)
                cost = self._fits(i, k, letters, marks)
                if cost is not None:
                    end = k + len(marks)
                    blank = self._blank(i + length, k, end, marks, i)
                    found.append((length, len(marks), _WORD + cost, _composed(letters, marks) + blank, 0))
        taken = 0
        while k + taken < len(self.marks) and self.marks[k + taken][0] <= i + 1:
            taken += 1
        own = "".join(sign for _, sign in self.marks[k : k + taken])
        blank = " " if i + 1 in self.blanks else ""
        # a sign alone (ๆ, ฯ) is no word and no fault
        lone = 0 if self.letters[i] in "ๆฯ" else 1
        found.append((1, taken, _LONE * lone, self.letters[i] + own + blank, lone))
        return found

    def _fits(self, i: int, k: int, letters: str, marks: tuple[tuple[int, str], ...]) -> float | None:
        cost = 0.0
        for n, letter in enumerate(letters):
            seen = self.letters[i + n]
            if seen == letter:
                continue
            if (seen == "า" and self.faults.am_as_aa) or (seen == "ำ" and self.faults.aa_as_am):
                cost += _OTHER if letter == "ำ" or seen == "ำ" else 0
                continue
            return None
        late: set[int] = set()
        if k + len(marks) > len(self.marks):
            return None
        for n, (at, sign) in enumerate(marks):
            seen_at, seen = self.marks[k + n]
            behind = seen_at - (i + at)
            if seen != sign or behind not in ((0, 1) if self.faults.late else (0,)):
                return None
            if behind:
                late.add(seen_at)
                cost += _LATE
        following = k + len(marks)
        if following < len(self.marks) and self.marks[following][0] <= i + len(letters) - 1 + (not self.faults.late):
            return None  # a mark of these letters would be left behind
        for n in range(1, len(letters)):
            if i + n in self.blanks and i + n not in late:
                if not (self.faults.late and i + n in self.after_mark):
                    return None
                cost += _SPLIT
        return cost

    def _blank(self, at: int, begin: int, end: int, marks: tuple[tuple[int, str], ...], i: int) -> str:
        """A blank behind a word stays, unless a mark that came late brought it."""
        if at not in self.blanks:
            return ""
        late = any(self.marks[begin + n][0] == at and i + place < at for n, (place, _) in enumerate(marks))
        return "" if late else " "


def _composed(letters: str, marks: tuple[tuple[int, str], ...]) -> str:
    out = []
    at = 0
    for n, letter in enumerate(letters, start=1):
        out.append(letter)
        while at < len(marks) and marks[at][0] == n:
            out.append(marks[at][1])
            at += 1
    return "".join(out)

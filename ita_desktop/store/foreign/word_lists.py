"""Numbers and bullets that Word counts by itself (ลำดับเลขอัตโนมัติ): they are not in the text but in numbering.xml.

Levels follow ECMA-376 part 1, 17.9: lists with the same abstract list count on together, a start override counts
again when its list is first used, and a level begins again after any higher one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ita_desktop.domain.thai.writing import thai_digits
from ita_desktop.store.foreign.symbols import plain
from ita_desktop.store.untrusted.xml_pieces import Element, child, value_of

_THAI_LETTERS = [chr(c) for c in (0xE01, 0xE02, 0xE04, *range(0xE07, 0xE24), 0xE25, *range(0xE27, 0xE2F))]
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 100_000
"""Beyond this a number is no list of a paper."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    font: str = ""
    style: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Lists:
    """All lists of one file and how far each has counted."""

    abstract: dict[str, dict[int, _Level]] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    """Abstract lists that lie in a style, by that style's id."""
    lists: dict[str, str] = field(default_factory=dict)
    """Abstract list by number of list."""
    changed: dict[str, dict[int, _Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    of_styles: dict[str, str] = field(default_factory=dict)
    """Number of list by style id, for ``linked``."""
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level that a list keeps for a style; 0 where it keeps none."""
        levels = self._levels(number)
        return next((n for n, level in levels.items() if level.style == style), 0)

    def label(self, number: str, level: int) -> str:
        """Count one item on and return what Word draws before it; empty where the list draws nothing."""
        levels = self._levels(number)
        if level not in levels:
            return ""
        counted = self._count(number, level, levels)
        here = levels[level]
        if here.form == "none":
            return ""
        if here.form == "bullet":
            return plain(here.text, here.font).strip()

        def shown(found: re.Match[str]) -> str:
            n = int(found[1]) - 1
            of = levels.get(n, _Level())
            form = "decimal" if here.legal and of.form != "decimal" else of.form
            return written(counted.get(n, of.start), form)

        return _PLACE.sub(shown, here.text).strip()

    def _count(self, number: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        counted = self._counted.setdefault(self.lists.get(number, number), {})
        override = self.starts.get(number, {}).get(level)
        start = levels[level].start if override is None else override
        if level not in counted or (override is not None and (number, level) not in self._begun):
            counted[level] = start
        else:
            counted[level] += 1
        self._begun.add((number, level))
        counted[level] = min(counted[level], _MOST)
        for deeper in [n for n in counted if n > level]:
            after = levels[deeper].restart if deeper in levels else None
            if after is None or (after and level < after):  # 0 never begins again
                del counted[deeper]
        return counted

    def _levels(self, number: str) -> dict[int, _Level]:
        abstract = self.lists.get(number, "")
        if abstract in self.linked:
            abstract = self.lists.get(self.of_styles.get(self.linked[abstract], ""), abstract)
        return {**self.abstract.get(abstract, {}), **self.changed.get(number, {})}


def lists_of(root: Element | None, of_styles: dict[str, str]) -> Lists:
    """Read ``numbering.xml``; an empty one where the file has none."""
    lists = Lists(of_styles=of_styles)
    for element in root if root is not None else ():
        if element.tag == "abstractNum":
            key = value_of(element, "abstractNumId")
            lists.abstract[key] = {_number(lvl, "ilvl"): _level(lvl) for lvl in element.iter("lvl")}
            if link := value_of(child(element, "numStyleLink")):
                lists.linked[key] = link
        elif element.tag == "num":
            key = value_of(element, "numId")
            lists.lists[key] = value_of(child(element, "abstractNumId"))
            for over in element.iter("lvlOverride"):
                at = _number(over, "ilvl")
                if (start := child(over, "startOverride")) is not None:
                    lists.starts.setdefault(key, {})[at] = _number(start, "val")
                if (lvl := child(over, "lvl")) is not None:
                    lists.changed.setdefault(key, {})[at] = _level(lvl)
    return lists


def _level(lvl: Element) -> _Level:
    start, restart = child(lvl, "start"), child(lvl, "lvlRestart")
    form = child(lvl, "numFmt")
    if form is None:  # newer forms lie in an alternative
        form = next(iter(lvl.iter("numFmt")), None)
    fonts = child(lvl, "rPr", "rFonts")
    return _Level(
        form=value_of(form) or "decimal",
        text=value_of(child(lvl, "lvlText")),
        start=_number(start, "val") if start is not None else 0,
        font=value_of(fonts, "ascii") or value_of(fonts, "hAnsi"),
        style=value_of(child(lvl, "pStyle")),
        restart=_number(restart, "val") if restart is not None else None,
        legal=child(lvl, "isLgl") is not None,
    )


def _number(element: Element, name: str) -> int:
    text = value_of(element, name)
    return min(int(text), _MOST) if text.isdecimal() else 0


def written(number: int, form: str) -> str:
    """Write a number as Word's form of that name does; forms of other languages as plain digits."""
    if form in ("thaiNumbers", "thaiCounting"):
        return thai_digits(str(number))
    if form == "thaiLetters":
        return _letters(number, _THAI_LETTERS)
    if form in ("lowerLetter", "upperLetter"):
        text = _letters(number, [chr(c) for c in range(ord("a"), ord("z") + 1)])
        return text if form == "lowerLetter" else text.upper()
    if form in ("lowerRoman", "upperRoman"):
        text = _roman(number)
        return text if form == "lowerRoman" else text.upper()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


def _letters(number: int, letters: list[str]) -> str:
    """After the last letter Word writes the first one twice."""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, len(letters))
    return letters[at] * min(times + 1, 10)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text

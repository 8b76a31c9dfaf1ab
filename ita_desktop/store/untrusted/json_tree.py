"""A JSON file read with suspicion: every fault is noted with its path, the value and what is allowed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from ita_desktop.domain.thai.month import Month
from ita_desktop.domain.thai.typed_days import is_storable, mended_day
from ita_desktop.store.file.database import storable

MAX_BYTES = 50_000_000
MAX_DEPTH = 64
_MOST = ((b"{", 400_000), (b"[", 800_000), (b",", 4_000_000))
"""Signs that make objects, lists and values, each of which takes far more memory than its letters: twenty years of
five hundred measures with all their results have 90,000, 300,000 and 1,000,000."""
_SHOWN = 60
"""Characters of a faulty value that a message repeats."""
_PLAIN_KEY = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

E = TypeVar("E", bound=StrEnum)


class Expected(StrEnum):
    """What would have been allowed in the place of a fault."""

    UTF8 = "utf8"
    SMALLER = "smaller"
    JSON = "json"
    SHALLOWER = "shallower"
    FORMAT = "format"
    OBJECT = "object"
    LIST = "list"
    TEXT = "text"
    WHOLE_CHARACTERS = "whole_characters"
    WHOLE_NUMBER = "whole_number"
    SCORE = "score"
    YES_NO = "yes_no"
    DATE = "date"
    MONTH = "month"
    ONE_OF = "one_of"
    KNOWN_KEY = "known_key"
    PRESENT = "present"
    ONLY_ONCE = "only_once"
    YEAR_WITH_RULES = "year_with_rules"
    SIGNER = "signer"
    INDICATOR = "indicator"
    REF = "ref"
    ID = "id"
    SHEET = "sheet"
    KEY_ROW = "key_row"
    COLUMN = "column"
    PARENT = "parent"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a JSON file or a workbook."""

    path: str
    """``$.years[0].scores["8"]``, or ``คะแนน!D5`` in a workbook."""
    value: str
    expected: Expected
    allowed: tuple[str, ...] = ()


class JsonFaults(Exception):  # noqa: N818 - several at once
    """All faults of a JSON file or a workbook."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.path}: {fault.value} ({fault.expected})" for fault in self.faults))


class _Object(dict[str, Any]):
    """A JSON object that remembers keys given twice."""

    __slots__ = ("twice",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.twice: tuple[str, ...] = ()
        if len(self) < len(pairs):
            seen: set[str] = set()
            self.twice = tuple(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]


@dataclass(frozen=True, slots=True)
class _NotANumber:
    text: str


def parse(path: Path) -> Any:
    """Parse a JSON file; JsonFaults if it is too big, too deep, not UTF-8 or not JSON. A BOM is ignored."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise JsonFaults([Fault(path="$", value=f"{size:,}", expected=Expected.SMALLER, allowed=(f"{MAX_BYTES:,}",))])
    return parse_bytes(path.read_bytes())


def parse_bytes(data: bytes) -> Any:
    """Parse JSON bytes, as ``parse``."""
    for mark, most in _MOST:
        if (count := data.count(mark)) > most:
            raise JsonFaults([_too_big(f"{count:,} {mark.decode()}", f"{most:,}")])
    too_deep = Fault(path="$", value="", expected=Expected.SHALLOWER, allowed=(str(MAX_DEPTH),))
    try:
        tree = json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_int=lambda digits: int(digits) if len(digits) < 20 else Decimal(digits),
            parse_constant=_NotANumber,
            object_pairs_hook=_Object,
        )
    except UnicodeDecodeError as error:
        raise JsonFaults([Fault(path="$", value=str(error.start), expected=Expected.UTF8)]) from error
    except json.JSONDecodeError as error:
        place = (str(error.lineno), str(error.colno))
        begin = max(error.doc.rfind("\n", 0, error.pos) + 1, error.pos - 20)
        here = error.doc[begin : error.pos + 20].partition("\n")[0].strip()
        raise JsonFaults([Fault(path="$", value=here, expected=Expected.JSON, allowed=place)]) from error
    except RecursionError as error:
        raise JsonFaults([too_deep]) from error
    except MemoryError as error:
        raise JsonFaults([_too_big(f"{len(data):,}", f"{MAX_BYTES:,}")]) from error
    if _is_too_deep(tree):
        raise JsonFaults([too_deep])
    return tree


def _too_big(value: str, most: str) -> Fault:
    return Fault(path="$", value=value, expected=Expected.SMALLER, allowed=(most,))


def _is_too_deep(tree: Any) -> bool:
    level, depth = [tree], 0
    while level := [one for one in level if isinstance(one, dict | list)]:
        depth += 1
        if depth > MAX_DEPTH:
            return True
        level = [one for holder in level for one in (holder.values() if isinstance(holder, dict) else holder)]
    return False


class Fields:
    """One JSON object while its fields are taken out of it; null and a missing key are the same."""

    def __init__(self, value: Any, path: str, faults: list[Fault]) -> None:
        self.path = path
        self.faults = faults
        self._asked: list[str] = []
        self._is_object = isinstance(value, dict)
        self._value: Mapping[str, Any] = value if self._is_object else {}
        if not self._is_object:
            self.fault(path, value, Expected.OBJECT)
        for key in getattr(value, "twice", ()):
            self.fault(inside(path, key), value[key], Expected.ONLY_ONCE)

    def fault(self, path: str, value: object, expected: Expected, *allowed: str) -> None:
        """Note that something else was expected at ``path``."""
        self.faults.append(Fault(path=path, value=shown(value), expected=expected, allowed=allowed))

    def at(self, key: str) -> str:
        """Path of a field."""
        return inside(self.path, key)

    def raw(self, key: str) -> Any:
        """Return the field as it is; None if it is missing."""
        self._asked.append(key)
        return self._value.get(key)

    def need(self, key: str) -> None:
        """Note a fault if the field is missing."""
        if self._is_object and self._value.get(key) is None:
            self.fault(self.at(key), None, Expected.PRESENT)

    def items(self) -> Iterable[tuple[str, Any]]:
        """Return all fields as they are."""
        return self._value.items()

    def done(self) -> None:
        """Note each key that nobody asked for."""
        for key in self._value:
            if key not in self._asked:
                self.fault(self.at(key), self._value[key], Expected.KNOWN_KEY, *self._asked)

    def text(self, key: str) -> str:
        """Read a text; empty if it is missing."""
        return self.text_of(self.raw(key), self.at(key))

    def text_of(self, value: Any, path: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(path, value, Expected.TEXT)
            return ""
        if not storable(value):
            self.fault(path, value, Expected.WHOLE_CHARACTERS)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        entries = list(self._list(key))
        for path, one in entries:
            if one is None:
                self.fault(path, one, Expected.TEXT)
        return tuple(self.text_of(one, path) for path, one in entries)

    def ids(self, key: str) -> tuple[str, ...]:
        """Read a list of ids; blank ones, which name nothing, are left out."""
        return tuple(one for one in self.texts(key) if one.strip())

    def _list(self, key: str) -> Iterator[tuple[str, Any]]:
        value = self.raw(key)
        if value is None:
            return
        if not isinstance(value, list):
            self.fault(self.at(key), value, Expected.LIST)
            return
        for index, one in enumerate(value):
            yield f"{self.at(key)}[{index}]", one

    def objects(self, key: str) -> Iterator[Fields]:
        """Read a list of objects."""
        for path, one in self._list(key):
            yield Fields(one, path, self.faults)

    def object(self, key: str) -> Fields:
        """Read an object; empty if it is missing."""
        value = self.raw(key)
        return Fields({} if value is None else value, self.at(key), self.faults)

    def entries(self, key: str) -> Iterator[tuple[str, str, Any]]:
        """Key, path and value of each entry of an object whose keys are data; null entries are left out."""
        holder = self.object(key)
        for name, value in holder.items():
            if not storable(name):
                self.fault(holder.at(name), name, Expected.WHOLE_CHARACTERS)
            elif value is not None:
                yield name, holder.at(name), value

    def whole(self, key: str, low: int, high: int) -> int | None:
        """Read a whole number in a range."""
        value = self.raw(key)
        return None if value is None else self._whole(value, self.at(key), low, high)

    def _whole(self, value: Any, path: str, low: int, high: int) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.fault(path, value, Expected.WHOLE_NUMBER, str(low), str(high))
        return None

    def number(self, key: str, allowed: tuple[int, ...]) -> int | None:
        """Read one of these whole numbers."""
        value = self.raw(key)
        return value if value is not None and self._is_one_of(value, self.at(key), allowed) else None

    def numbers(self, key: str, allowed: tuple[int, ...]) -> tuple[int, ...]:
        """Read a list of some of these whole numbers."""
        return tuple(one for path, one in self._list(key) if self._is_one_of(one, path, allowed))

    def _is_one_of(self, value: Any, path: str, allowed: tuple[int, ...]) -> bool:
        if isinstance(value, int) and not isinstance(value, bool) and value in allowed:
            return True
        self.fault(path, value, Expected.ONE_OF, *(str(one) for one in allowed))
        return False

    def score(self, key: str) -> Decimal | None:
        value = self.raw(key)
        return None if value is None else self.score_of(value, self.at(key))

    def score_of(self, value: Any, path: str) -> Decimal | None:
        """Read a number from 0 to 100 with at most two decimals."""
        if isinstance(value, int | Decimal) and not isinstance(value, bool) and 0 <= value <= 100:
            number = Decimal(value)
            if _decimals(number) <= 2:
                return number
        self.fault(path, value, Expected.SCORE)
        return None

    def flag(self, key: str) -> bool:
        """Read true or false; false if it is missing."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.fault(self.at(key), value, Expected.YES_NO)
        return False

    def day(self, key: str) -> date | None:
        """Read an ISO date of the Gregorian calendar; a พ.ศ. year is a fault.

        A day that an old version stored 543 years early (1481-10-18) is read as the one that was meant.
        """
        value = self.raw(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and _DATE.fullmatch(value):
            with suppress(ValueError):
                day = date.fromisoformat(value)
                meant = day if is_storable(day) else mended_day(day)
                if meant is not None:
                    return meant
        self.fault(self.at(key), value, Expected.DATE)
        return None

    def month(self, key: str) -> str:
        """Read a Gregorian month ``YYYY-MM``."""
        value = self.raw(key)
        return "" if value is None or value == "" else self._month(value, self.at(key))

    def months(self, key: str) -> tuple[str, ...]:
        """Read a list of Gregorian months."""
        return tuple(self._month(one, path) for path, one in self._list(key))

    def _month(self, value: Any, path: str) -> str:
        if isinstance(value, str) and Month.is_month(value) and 1900 <= Month(value).year < 2200:
            return value
        self.fault(path, value, Expected.MONTH)
        return ""

    def member(self, key: str, kind: type[E]) -> E | None:
        """Read one of the fixed words of a field."""
        value = self.raw(key)
        if value is None or value == "":
            return None
        if isinstance(value, str) and value in set(kind):
            return kind(value)
        self.fault(self.at(key), value, Expected.ONE_OF, *(one.value for one in kind))
        return None


def inside(path: str, key: str) -> str:
    """Path of a key in the object at ``path``."""
    if _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    return f"{path}[{shown(key)}]"


def shown(value: object) -> str:
    """Show a value as the file has it, cut if it is long."""
    if isinstance(value, _NotANumber):
        return value.text
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
    printable = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return printable if len(printable) <= _SHOWN else printable[: _SHOWN - 1] + "…"


def _decimals(number: Decimal) -> int:
    """Decimals of a number, zeros at its end not counted."""
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    digits = "".join(str(digit) for digit in number.as_tuple().digits)
    return max(0, -exponent - (len(digits) - len(digits.rstrip("0")))) if number else 0

"""Reading the program's own data files (TOML) into values, strictly, with every fault named by its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_args

from cattrs import (
    BaseValidationError,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn

from ita_desktop.domain.thai.fiscal_year import FiscalYear

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFault:
    """One fault in a data file."""

    file: str
    path: str
    """``$.indicators[3].instrument``; a line and column where the file is not TOML at all."""
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.path}: {self.message}"


class DataError(Exception):
    """Data files that cannot be used, with all their faults; the installation is damaged or an edit went wrong."""

    def __init__(self, faults: tuple[DataFault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def read(path: Path, kind: type[T]) -> T:
    """Read the file as a ``kind``; DataError with every fault, OSError if the file is missing."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise DataError((DataFault(file=path.name, path=f"byte {error.start}", message="not UTF-8"),)) from error
    except tomllib.TOMLDecodeError as error:
        raise DataError((_not_toml(path.name, error),)) from error
    try:
        return _converter.structure(table, kind)
    except BaseValidationError as error:
        faults = tuple(DataFault(file=path.name, path=at, message=message) for at, message in _leaves(error, "$"))
        raise DataError(faults) from error


def _not_toml(file: str, error: tomllib.TOMLDecodeError) -> DataFault:
    found = re.fullmatch(r"(?P<message>.*) \((?P<place>at .*)\)", str(error))
    if not found:
        return DataFault(file=file, path="$", message=str(error))
    return DataFault(file=file, path=found["place"].removeprefix("at "), message=found["message"])


def _leaves(error: BaseException, at: str) -> Iterator[tuple[str, str]]:
    """The single faults under a group of them, each with its path."""
    if isinstance(error, ClassValidationError):
        noted, rest = error.group_exceptions()
        for inner, note in noted:
            yield from _leaves(inner, f"{at}.{note.name}")
        for other in rest:
            yield from _leaves(other, at)
    elif isinstance(error, IterableValidationError):
        noted_items, rest = error.group_exceptions()
        for inner, item in noted_items:
            key = f"[{item.index}]" if isinstance(item.index, int) else f".{item.index}"
            yield from _leaves(inner, f"{at}{key}")
        for other in rest:
            yield from _leaves(other, at)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield f"{at}.{key}", "no such key"
    elif isinstance(error, KeyError):
        yield at, "is missing"
    else:
        yield at, str(error)


_Hook = Callable[[Any, Any], Any]
_NAMES = {str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


def _must_be(kind: type, value: object) -> None:
    """TOML has types: a number where a text belongs is a fault, not something to convert."""
    if type(value) is not kind:
        raise ValueError(f"must be {_NAMES[kind]}, not {value!r}")


def _exactly(kind: type) -> _Hook:
    def structure(value: object, _: object) -> object:
        _must_be(kind, value)
        return value

    return structure


def _tuple_of(kind: Any) -> _Hook:
    def structure(value: object, _: object) -> tuple[Any, ...]:
        _must_be(list, value)
        inner: Any = list[get_args(kind)[0]]  # type: ignore[misc]
        return tuple(_converter.structure(value, inner))

    return structure


def _table(kind: Any) -> _Hook:
    fill = make_dict_structure_fn(kind, _converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def structure(value: object, _: object) -> Any:
        _must_be(dict, value)
        return fill(value, kind)  # type: ignore[arg-type]

    return structure


def _number(value: object, _: object) -> Decimal:
    if type(value) is int:
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    raise ValueError(f"must be a number, not {value!r}")


def _fiscal_year(value: object, _: object) -> FiscalYear:
    if type(value) is int and 2500 <= value <= 2999:
        return FiscalYear(value)
    raise ValueError(f"must be a Buddhist year such as 2567, not {value!r}")


def _one_of(value: object, kind: type[StrEnum]) -> StrEnum:
    allowed = [member.value for member in kind]
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return kind(value)


_converter = Converter(detailed_validation=True)
for _kind in (str, int, bool):
    _converter.register_structure_hook(_kind, _exactly(_kind))
_converter.register_structure_hook(Decimal, _number)
_converter.register_structure_hook(StrEnum, _one_of)
_converter.register_structure_hook(FiscalYear, _fiscal_year)
_converter.register_structure_hook_factory(is_dataclass, _table)
_converter.register_structure_hook_factory(lambda kind: getattr(kind, "__origin__", None) is tuple, _tuple_of)

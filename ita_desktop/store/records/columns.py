"""Domain values as what a column holds, and back: lists as JSON text, dates as ISO text, scores in hundredths."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.store.records.understood import a, json_list, one_of

_HUNDREDTHS = range(10_001)
_YEARS = range(2400, 2801)


def hundredths(score: Decimal | None) -> int | None:
    """Store 83.31 as 8331; ValueError for more than two decimals."""
    if score is None:
        return None
    number = score.scaleb(2)
    if number != number.to_integral_value():
        raise ValueError(f"more than two decimals: {score}")
    return int(number)


def score(number: int | None) -> Decimal | None:
    """Read 8331 as 83.31."""
    return None if number is None else Decimal(number).scaleb(-2)


def certain_score(number: int) -> Decimal:
    return Decimal(number).scaleb(-2)


def listed(values: Iterable[Any]) -> str:
    """Store a list as JSON text that a person can read."""
    return json.dumps(list(values), ensure_ascii=False, allow_nan=False)


def texts(column: str) -> tuple[str, ...]:
    return json_list(str, column)


def numbers(column: str) -> tuple[int, ...]:
    return json_list(int, column)


def a_year(number: int) -> FiscalYear:
    """Check a พ.ศ. year: it must have days in the calendar, else ValueError."""
    return FiscalYear(one_of(number, _YEARS))


def day(column: str | None) -> date | None:
    return None if column is None else date.fromisoformat(column)


def iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def scores_by_name(column: str) -> dict[str, Decimal]:
    """Read ``{"IIT": 8331}`` as scores."""
    return {name: certain_score(one_of(a(int, number), _HUNDREDTHS)) for name, number in json.loads(column).items()}


def named_hundredths(values: Mapping[str, Decimal]) -> str:
    return json.dumps({name: hundredths(value) for name, value in values.items()}, ensure_ascii=False)

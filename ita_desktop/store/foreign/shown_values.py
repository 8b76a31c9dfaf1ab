"""A number in a cell as the sheet shows it: dates, percentages, decimals of its format (รูปแบบเซลล์)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai.writing import SHORT_MONTHS

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@", 59: "0", 60: "0.00",
    61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 71: "d/m/yyyy", 72: "d-mmm-yy", 73: "d-mmm", 74: "mmm-yy",
    75: "h:mm", 76: "h:mm:ss", 77: "d/m/yyyy h:mm", **dict.fromkeys((27, 28, 30, 36, 50, 57, 58), "d/m/yyyy"),
}  # fmt: skip
"""Numbers of formats that no file spells out; 59 to 81 are those of Thai Excel."""
_YEARS_OF_CHRIST = 2400
"""Below this the year of a stored day is one of the Christian era."""


class Shape(StrEnum):
    """What a format makes of a number."""

    GENERAL = "general"
    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    MONTH = "month"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Format:
    """One format of numbers."""

    shape: Shape = Shape.GENERAL
    decimals: int = 0
    grouped: bool = False


def format_of(number: int, code: str = "") -> Format:
    """Read a format by its code, or by its number where the file spells none."""
    code = (code or _BUILT_IN.get(number, "")).partition(";")[0]
    bare = _LITERAL.sub("", code).lower()
    if bare.startswith("t") and ("0" in bare or "#" in bare):
        bare = bare[1:]  # Thai Excel's "with Thai digits"
    if not bare or "general" in bare or "@" in bare:
        return Format()
    if re.search(r"[dyกbe]|m", bare) and not re.search(r"[0#?]", re.sub(r"\.0+", "", bare)):
        if re.search(r"[hs]", bare) and not re.search(r"[dyb]", bare):
            return Format(Shape.TIME)
        if "d" in bare:
            return Format(Shape.DAY)
        if re.search(r"[yb]", bare):
            return Format(Shape.MONTH if "m" in bare else Shape.DAY)
        return Format(Shape.DAY)
    if re.search(r"h|\[?s", bare) and not re.search(r"[0#?]", re.sub(r"\.0+", "", bare)):
        return Format(Shape.TIME)
    if "e+" in bare or "e-" in bare or "/" in bare or "?" in bare:
        return Format()
    decimals = len((re.search(r"\.([0#]+)", bare) or ["", ""])[1])
    return Format(Shape.PERCENT if "%" in bare else Shape.NUMBER, min(decimals, 15), "," in bare)


def shown(value: float, form: Format, *, from_1904: bool = False) -> str:
    """Write a stored number as the sheet shows it: ``0.8393`` as ``83.93%``, a day as ``2024-10-18``.

    A month without a day (พ.ย.-66) is written ``พ.ย. 2566``. Where the format says nothing, the number stands with the
    15 digits that a sheet keeps. A day before 1900 or after 9999 stays a number.
    """
    if form.shape in (Shape.DAY, Shape.MONTH, Shape.TIME):
        return _moment(value, form.shape, from_1904) or general(value)
    if form.shape is Shape.GENERAL or abs(value) >= 10**15:
        return general(value)
    number = Decimal(general(value)) * (100 if form.shape is Shape.PERCENT else 1)
    number = number.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP)
    return (f"{number:,f}" if form.grouped else f"{number:f}") + ("%" if form.shape is Shape.PERCENT else "")


def general(value: float) -> str:
    """Write a number with the 15 digits that a sheet keeps, never with an exponent."""
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    number = Decimal(f"{value:.15g}")
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if text not in ("-0", "") else "0"


def _moment(value: float, shape: Shape, from_1904: bool) -> str:
    if not 0 <= value < 2_958_466:
        return ""
    if value < 1 or shape is Shape.TIME:
        minutes = round((value % 1) * 24 * 60)
        return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
    # a sheet counts 29 February 1900, a day that never was
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= 60 else 31)  # noqa: DTZ001
    try:
        day = (start + timedelta(days=int(value))).date()
    except OverflowError:
        return ""
    return month_text(day) if shape is Shape.MONTH else day.isoformat()


def month_text(day: date) -> str:
    """Write a month as an office does: พ.ย. 2566; the year of a Buddhist calendar stays."""
    year = day.year if day.year >= _YEARS_OF_CHRIST else day.year + BUDDHIST_OFFSET
    return f"{SHORT_MONTHS[day.month - 1]} {year}"

"""A score as tables of others write it: 97.25/100, 83.93 %, 83.93 คะแนน, 97.2 5, ๘๓.๙๓, "-" for none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.recognition.letters import plain_text
from ita_desktop.domain.thai.writing import MAXIMUM_SCORE, SCORE_DECIMALS, ScoreFault, ScoreFaultCode

NONE_WRITTEN = frozenset({"-", "–", "—", "−", "ไม่มี", "n/a", "na", "..."})
"""What stands in a cell that has no number."""
_NUMBER = re.compile(
    r"(?P<sign>[+\-−–])?\s*(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\s?[.,]\s?(?P<decimals>\d+(?:\s\d)?))?"
    r"\s*(?:/\s*(?P<full>\d+(?:\.\d+)?))?\s*(?P<unit>%|คะแนน|ร้อยละ|แต้ม)?"
)
_BEFORE = re.compile(r"^(?:ร้อยละ|คะแนน|ได้|=|:)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that a cell holds and nothing else."""

    value: Decimal
    seen: str
    signed: bool = False
    """Written with + or −: a change, not a score."""
    full: Decimal | None = None
    """The full mark behind a stroke."""
    mended: bool = False
    """A blank inside it was closed: 97.2 5."""
    unit: str = ""

    @property
    def score(self) -> Decimal | ScoreFault:
        """The score from 0 to 100 with at most two decimals, or why it is none; 45/50 is 90."""
        value = self.value
        if self.full is not None and self.full not in (0, MAXIMUM_SCORE):
            value = (value * MAXIMUM_SCORE / self.full).quantize(Decimal("0.01"))
        if self.signed and value < 0:
            return ScoreFault(code=ScoreFaultCode.NEGATIVE, text=self.seen)
        if value > MAXIMUM_SCORE:
            return ScoreFault(code=ScoreFaultCode.ABOVE_MAXIMUM, text=self.seen)
        if value != round(value, SCORE_DECIMALS):
            return ScoreFault(code=ScoreFaultCode.TOO_MANY_DECIMALS, text=self.seen)
        return value if value == value.to_integral_value() and value.as_tuple().exponent == 0 else round(value, 2)


def number_in(cell: str) -> Number | None:
    """Return the number of a cell that holds nothing else but a unit; None for every other text."""
    plain = _BEFORE.sub("", plain_text(cell))
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    decimals = found["decimals"] or ""
    joined = decimals.replace(" ", "")
    digits = found["whole"].replace(",", "") + (f".{joined}" if joined else "")
    value = Decimal(digits)
    minus = found["sign"] in ("-", "−", "–")
    return Number(
        value=-value if minus else value,
        seen=cell.strip(),
        signed=bool(found["sign"]),
        full=Decimal(found["full"]) if found["full"] else None,
        mended=" " in decimals or bool(re.search(r"\d\s[.,]|[.,]\s\d", found[0])),
        unit=found["unit"] or "",
    )


def is_none(cell: str) -> bool:
    """Return True if the cell says that there is no number."""
    return plain_text(cell).lower() in NONE_WRITTEN

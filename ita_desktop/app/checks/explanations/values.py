"""A finding's values as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from ita_desktop.domain.findings import Code, Finding
from ita_desktop.domain.findings.suspects import Slip, Suspect
from ita_desktop.domain.thai.writing import arabic_digits, long_date, score_text
from ita_desktop.domain.values.ref import OVERALL
from ita_desktop.i18n import tr

_SHOWN = 5


class _Named(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "–"


def shown(finding: Finding) -> Mapping[str, str]:
    """Give every value by name, and the quote; a name for which the finding has no value becomes a dash."""
    values = {name: _text(value) for name, value in finding.values.items()}
    values["quote"] = finding.quote
    if "suspects" in finding.values:
        values["suspects"] = _suspects(finding.values["suspects"])
    if finding.code is Code.TOTAL_NEAR:
        values["instrument"] = cell_name(str(finding.values["instrument"]))
    if finding.code is Code.ITEM_OTHER:
        values["other"] = _other_year(finding)
    if finding.code is Code.MEMO_UNFINISHED:
        values["field"] = memo_field(values["field"])
    if finding.code in (Code.SCORE_IN_TEXT, Code.CHANGE_IN_TEXT):
        values["name"] = named_score(str(finding.values["name"]))
    return _Named(values)


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return score_text(value)
    if isinstance(value, date):
        return arabic_digits(long_date(value))
    if isinstance(value, tuple | list | frozenset):
        return ", ".join(_text(one) for one in value) or "–"
    return "–" if value is None else str(value)


def _suspects(suspects: object) -> str:
    """ช่องที่น่าสงสัย: the likeliest cells with the value that would fit."""
    assert isinstance(suspects, tuple)
    if not suspects:
        return tr("No single slip explains it: several cells differ.")
    shown = "; ".join(_suspect(suspect) for suspect in suspects[:_SHOWN])
    more = len(suspects) - _SHOWN
    if more > 0:
        shown += " " + tr("and {n} more").format(n=more)
    return tr("Suspects: {cells}.").format(cells=shown)


def _suspect(suspect: Suspect) -> str:
    text = f"{cell_name(suspect.cell)} {score_text(suspect.typed)} → {score_text(suspect.candidate)}"
    reasons = {
        Slip.LOOK_ALIKE: tr("digits that look alike"),
        Slip.SWAPPED: tr("digits swapped"),
        Slip.NEIGHBOUR: tr("the key beside it"),
    }
    return f"{text} ({reasons[suspect.slip]})" if suspect.slip in reasons else text


def cell_name(cell: str) -> str:
    """Name a cell of the score sheet as the screen does."""
    if cell == OVERALL:
        return tr("Official total")
    if cell.isupper():
        return cell
    return tr("Indicator {number}").format(number=cell)


def named_score(ref: str) -> str:
    """Name what a sentence's figure is about; indicators have their names already."""
    return tr("the total") if ref == OVERALL else ref


def memo_field(name: str) -> str:
    """Name a field of the memo as the form does."""
    return {
        "number": tr("number"),
        "date": tr("date"),
        "subject": tr("subject"),
        "to": tr("addressee"),
        "sections": tr("text"),
    }.get(name, name)


def _other_year(finding: Finding) -> str:
    years = finding.values.get("other_years")
    now = finding.values.get("is_now")
    sentences = []
    if now:
        sentences.append(tr("{ref} is {item}.").format(ref=finding.values["ref"], item=now))
    if years:
        sentences.append(tr("The number is that of fiscal year {years}.").format(years=_text(years)))
    return " ".join(sentences)

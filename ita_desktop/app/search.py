"""Looking for words in everything an office has written (ค้นหา): each hit with the field it stands in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from ita_desktop.domain.rules.page_code import read_code
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.copies import KeptCopy, PrintedVersion
from ita_desktop.domain.values.measure import MeasurePlan
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.origin import Origin

MOST = 60
AROUND = 28
"""Letters of the text shown before and after what was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where all the words stand."""

    origin: Origin
    plan_year: FiscalYear | None
    """The year to open it in; None where it belongs to no year."""
    excerpt: str


def search(office: Office, text: str, plan_year: int) -> tuple[Hit, ...]:
    """Find places that hold every word, the year shown first; Thai and Arabic digits are equal."""
    words = comparable(text).split()
    if not words:
        return ()
    found = (hit for origin, year, value in _texts(office) if (hit := _hit(origin, year, value, words)) is not None)
    ordered = sorted(found, key=lambda hit: hit.plan_year is not None and hit.plan_year != plan_year)
    return tuple(ordered[:MOST])


def _hit(origin: Origin, year: FiscalYear | None, value: str, words: list[str]) -> Hit | None:
    plain = comparable(value)
    if not all(word in plain for word in words):
        return None
    at = plain.find(words[0])
    first, last = _whole(value, max(at - AROUND, 0), at), min(at + len(words[0]) + AROUND, len(value))
    excerpt = ("…" if first else "") + value[first:last].replace("\n", " ") + ("…" if last < len(value) else "")
    return Hit(origin=origin, plan_year=year, excerpt=excerpt)


def _whole(text: str, first: int, at: int) -> int:
    """Where an excerpt begins: at the beginning of a phrase if one begins soon, never at a mark above or below."""
    if first == 0:
        return 0
    space = text.find(" ", first, at)
    if space >= 0:
        return space + 1
    while first < at and (unicodedata.category(text[first]) == "Mn" or text[first] in "ะาำๅ"):
        first += 1
    return first


def comparable(text: str) -> str:
    """Normalise a text for comparing, without changing its length."""
    return "".join(letter.casefold() if len(letter.casefold()) == 1 else letter for letter in arabic_digits(text))


def _texts(office: Office) -> Iterator[tuple[Origin, FiscalYear | None, str]]:
    yield from ((origin, None, text) for origin, text in _of(office.agency, Origin.agency()))
    for signer in office.signers:
        yield from ((origin, None, text) for origin, text in _of(signer, Origin.signer(signer.id)))
    for year in office.years:
        for indicator, text in year.narratives.items():
            yield Origin.year(year.fiscal_year, "narratives", indicator), year.fiscal_year.next, text
    for plan in office.plans:
        yield from ((origin, plan.fiscal_year, text) for origin, text in _of_plan(plan))
    for memo in office.memos:
        yield from ((origin, memo.fiscal_year, text) for origin, text in _of(memo, Origin.memo(memo.id)))


def _of_plan(plan: MeasurePlan) -> Iterator[tuple[Origin, str]]:
    yield Origin.plan(plan.fiscal_year, "meeting"), plan.meeting
    for measure in plan.measures:
        yield from _of(measure, Origin.measure(plan.fiscal_year, measure.id))
    for risk in plan.risks:
        yield from _of(risk, Origin.risk(plan.fiscal_year, risk.id))


def _of(value: object, origin: Origin) -> Iterator[tuple[Origin, str]]:
    """Every text in a value, with its origin; ids, months and the like are no text to look for."""
    if isinstance(value, str):
        if value.strip():
            yield origin, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            key = str(one.round) if hasattr(one, "round") else str(number)
            yield from _of(one, origin / key)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("id", "type", "period_from", "period_to", "urgency", "signer"):
                yield from _of(getattr(value, field.name), origin / field.name)


def find_copies(copies: Sequence[KeptCopy], text: str) -> tuple[KeptCopy, ...]:
    """Kept copies whose file name holds every word, the newest first."""
    words = comparable(text).split()
    return tuple(one for one in reversed(copies) if words and all(word in comparable(one.name) for word in words))


def find_code(versions: Sequence[PrintedVersion], text: str) -> tuple[tuple[PrintedVersion, int], ...]:
    """Find the printed versions with this page code (รหัสหน้า), the newest first, and the page it names."""
    found = read_code(text)
    if found is None:
        return ()
    code, page = found
    return tuple((one, min(page, one.pages)) for one in reversed(versions) if one.code == code)

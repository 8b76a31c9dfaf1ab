"""Whether a framework's data are consistent (ความถูกต้องของกรอบ): ids, weights, bands, references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.ref import Ref, letter_of

PROVENANCE_BLOCKS = (
    "levels",
    "weights",
    "instruments",
    "indicators",
    "sub_indicators",
    "questions",
    "items",
    "duty",
    "calendar",
)
"""The blocks that every framework says the confidence and the sources of."""


class UnsoundCode(StrEnum):
    """What is wrong at a place of a framework."""

    NOTHING_THERE = "nothing_there"
    TWICE = "twice"
    UNKNOWN_INSTRUMENT = "unknown_instrument"
    UNKNOWN_SUB_INDICATOR = "unknown_sub_indicator"
    UNKNOWN_ITEM = "unknown_item"
    UNKNOWN_BLOCK = "unknown_block"
    NO_INDICATOR = "no_indicator"
    WEIGHTS = "weights"
    OUT_OF_RANGE = "out_of_range"
    BANDS_NOT_DESCENDING = "bands_not_descending"
    LAST_BAND_NOT_ZERO = "last_band_not_zero"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsound:
    """One fault of a framework: where, what, and the values a sentence about it needs."""

    path: str
    """As in JSON paths: ``$.indicators[3].instrument``."""
    code: UnsoundCode
    values: tuple[str, ...] = ()


def unsound_places(framework: Framework) -> tuple[Unsound, ...]:
    """Return every fault of the framework, in the order of its parts; empty if it is consistent."""
    return (
        *_instruments(framework),
        *_indicators(framework),
        *_items(framework),
        *_levels(framework),
        *_duty(framework),
        *_provenance(framework),
    )


def _instruments(framework: Framework) -> Iterator[Unsound]:
    parts = [(f"$.instruments[{n}].code", i.code) for n, i in enumerate(framework.instruments)]
    for n, instrument in enumerate(framework.instruments):
        parts += [(f"$.instruments[{n}].parts[{m}].code", part.code) for m, part in enumerate(instrument.parts)]
        if instrument.weight <= 0:
            yield Unsound(
                path=f"$.instruments[{n}].weight", code=UnsoundCode.OUT_OF_RANGE, values=_of(instrument.weight)
            )
        if not framework.indicators_of(instrument.code):
            yield Unsound(path=f"$.instruments[{n}]", code=UnsoundCode.NO_INDICATOR, values=(instrument.code,))
        yield from _question_count(framework, n)
    yield from _twice(parts)
    weights = sum((i.weight for i in framework.instruments), Decimal(0))
    if weights != 100:
        yield Unsound(path="$.instruments", code=UnsoundCode.WEIGHTS, values=_of(weights))


def _question_count(framework: Framework, n: int) -> Iterator[Unsound]:
    """Compare the stated number with the questions or items listed (ids begin as the instrument does: i, e, o)."""
    instrument = framework.instruments[n]
    ids = [q.id for i in framework.indicators for q in i.questions] + [i.id for i in framework.items]
    listed = sum(Ref(ref).letter == letter_of(instrument.code) for ref in ids)
    if instrument.question_count is not None and listed and listed != instrument.question_count:
        values = (str(instrument.question_count), str(listed))
        yield Unsound(path=f"$.instruments[{n}].question_count", code=UnsoundCode.COUNT, values=values)


def _indicators(framework: Framework) -> Iterator[Unsound]:
    known = {i.code for i in framework.instruments}
    ids: list[tuple[str, str]] = []
    for n, indicator in enumerate(framework.indicators):
        at = f"$.indicators[{n}]"
        if indicator.instrument not in known:
            yield Unsound(path=f"{at}.instrument", code=UnsoundCode.UNKNOWN_INSTRUMENT, values=(indicator.instrument,))
        if not indicator.name.strip():
            yield Unsound(path=f"{at}.name", code=UnsoundCode.NOTHING_THERE)
        ids += _ids(at, indicator)
    yield from _twice(ids)


def _ids(at: str, indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield f"{at}.id", indicator.id
    for n, sub in enumerate(indicator.sub_indicators):
        yield f"{at}.sub_indicators[{n}].id", sub.id
    for n, question in enumerate(indicator.questions):
        yield f"{at}.questions[{n}].id", question.id


def _items(framework: Framework) -> Iterator[Unsound]:
    known = {s.id for i in framework.indicators for s in i.sub_indicators}
    for n, item in enumerate(framework.items):
        if item.sub_indicator and item.sub_indicator not in known:
            path = f"$.items[{n}].sub_indicator"
            yield Unsound(path=path, code=UnsoundCode.UNKNOWN_SUB_INDICATOR, values=(item.sub_indicator,))
    yield from _twice((f"$.items[{n}].id", item.id) for n, item in enumerate(framework.items))


def _levels(framework: Framework) -> Iterator[Unsound]:
    rule = framework.levels
    known = {i.code for i in framework.instruments} | {p.code for i in framework.instruments for p in i.parts}
    for n, code in enumerate(rule.instruments_checked):
        if code not in known:
            path = f"$.levels.instruments_checked[{n}]"
            yield Unsound(path=path, code=UnsoundCode.UNKNOWN_INSTRUMENT, values=(code,))
    if not rule.bands:
        yield Unsound(path="$.levels.bands", code=UnsoundCode.NOTHING_THERE)
        return
    for n, band in enumerate(rule.bands):
        at = f"$.levels.bands[{n}]"
        for name, mark in (("overall_min", band.overall_min), ("each_instrument_min", band.each_instrument_min)):
            if mark is not None and not 0 <= mark <= 100:
                yield Unsound(path=f"{at}.{name}", code=UnsoundCode.OUT_OF_RANGE, values=_of(mark))
        if n and band.overall_min > rule.bands[n - 1].overall_min:
            yield Unsound(path=f"{at}.overall_min", code=UnsoundCode.BANDS_NOT_DESCENDING, values=_of(band.overall_min))
    yield from _twice((f"$.levels.bands[{n}].code", band.code) for n, band in enumerate(rule.bands))
    last = rule.bands[-1]
    if last.overall_min != 0 or last.each_instrument_min is not None:
        path = f"$.levels.bands[{len(rule.bands) - 1}]"
        yield Unsound(path=path, code=UnsoundCode.LAST_BAND_NOT_ZERO, values=(last.code,))


def _duty(framework: Framework) -> Iterator[Unsound]:
    known = {i.id for i in framework.items}
    for name in ("measure_item", "result_item"):
        cited = [ref for ref in getattr(framework.duty, name).split("-") if ref]
        if known and not known.issuperset(cited):
            yield Unsound(path=f"$.duty.{name}", code=UnsoundCode.UNKNOWN_ITEM, values=tuple(cited))


def _provenance(framework: Framework) -> Iterator[Unsound]:
    for block in PROVENANCE_BLOCKS:
        if block not in framework.provenance:
            yield Unsound(path=f"$.provenance.{block}", code=UnsoundCode.NOTHING_THERE)
    for block in framework.provenance:
        if block not in PROVENANCE_BLOCKS:
            yield Unsound(path=f"$.provenance.{block}", code=UnsoundCode.UNKNOWN_BLOCK, values=(block,))


def _twice(ids: Iterable[tuple[str, str]]) -> Iterator[Unsound]:
    seen: set[str] = set()
    for path, ref in ids:
        if not ref:
            yield Unsound(path=path, code=UnsoundCode.NOTHING_THERE)
        elif ref in seen:
            yield Unsound(path=path, code=UnsoundCode.TWICE, values=(ref,))
        seen.add(ref)


def _of(number: Decimal) -> tuple[str, ...]:
    return (str(number),)

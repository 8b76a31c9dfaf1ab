"""What was understood of a file of somebody else, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.recognition.plans import RecognisedKind
from ita_desktop.domain.recognition.understanding import Understood
from ita_desktop.i18n import tr


def lines(understood: Understood) -> Iterator[str]:
    """Yield one line for each thing that was understood, each doubt, and each text that was not understood."""
    kinds = {
        RecognisedKind.MEASURES: tr("measures"),
        RecognisedKind.RISKS: tr("risks"),
        RecognisedKind.RESULTS: tr("results"),
    }
    for one in understood.scores:
        yield tr("scores of {year}").format(year=one.year or "?")
        for found in one.column.scores:
            mark = "?" if found.doubts or not found.ref or found.fault else " "
            yield f"  {mark} {found.ref or found.label} {found.score if found.score is not None else found.seen}"
    for table in understood.asked:
        heads = ", ".join(column.head or str(column.index + 1) for column in table.columns)
        yield tr("scores: which column? {heads}").format(heads=heads)
    for part in understood.parts:
        yield f"{kinds[part.kind]} {part.year or '?'}: {len(part.records)}"
        for record in part.records:
            yield "    " + "; ".join(_said(value) for value in record.values())
        for doubt in part.doubts:
            yield f"  ? {doubt.path}: {doubt.seen}"
    unread = [*understood.unread, *(text for part in understood.parts for text in part.unread)]
    if unread:
        yield tr("not understood:")
        yield from (f"  - {' '.join(text.split())}" for text in unread)


def _said(value: object) -> str:
    if isinstance(value, list):
        return " / ".join(_said(one) for one in value)
    if isinstance(value, dict):
        return " ".join(_said(one) for one in value.values())
    return " ".join(str(value).split())

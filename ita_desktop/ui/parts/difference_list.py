"""Two states of the office side by side, and which of them to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ita_desktop.app.checks.explanations import place
from ita_desktop.app.office.merge import Difference
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.follow_up import Evidence, FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Signer
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits, long_day, score, shown_place
from ita_desktop.ui.widgets.card import clear
from ita_desktop.ui.widgets.field import CheckField
from ita_desktop.ui.widgets.text import Text, rule

SHOWN = 100
"""Differences shown at once; more are counted."""
LONGEST = 400
"""Characters of one side."""


def side_words(value: object) -> str:
    """A value as a person reads it; a dash for nothing."""
    text = _words(value).strip()
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    return text or tr("(empty)")


def _words(value: object) -> str:
    match value:
        case None:
            return ""
        case StrEnum():
            return str(getattr(value, "thai", value.value))
        case str():
            return value
        case Decimal():
            return score(value)
        case date():
            return long_day(value)
        case bool():
            return tr("yes") if value else tr("no")
        case int():
            return digits(value)
        case Mapping():
            return "\n".join(f"{key}: {_words(one)}" for key, one in value.items())
        case Sequence():
            return "\n".join(_words(one) for one in value)
        case _:
            return _record(value)


def _record(value: object) -> str:
    match value:
        case Measure():
            return "\n".join((value.issue, *value.measures))
        case Risk():
            return value.risk
        case FollowUp():
            head = tr("{n} months").format(n=digits(value.round))
            return "\n".join((head, *value.details, value.output, value.outcome)).strip()
        case Evidence():
            return " ".join(part for part in (value.title, value.file, value.url) if part)
        case Memo():
            return value.subject
        case MemoSection():
            return "\n".join((value.heading, *value.paragraphs, *value.items))
        case MemoSigner():
            return f"{value.label} {value.signer}".strip()
        case Signer():
            return value.name
        case MeasurePlan():
            return tr("Plan of {year} with {count} measures").format(
                year=digits(value.fiscal_year), count=digits(len(value.measures))
            )
    return str(value)


def place_words(difference: Difference, facts: YearFacts) -> str:
    """Where the two differ; for a record that only they have, what kind it is."""
    origin = difference.origin
    kinds = {
        "signer": tr("Signer"),
        "memo": tr("Memo"),
        "plan": tr("Plan"),
        "measure": tr("Measure"),
        "risk": tr("Risk"),
        "results": tr("Result"),
    }
    if difference.beside:
        kind = kinds.get(origin.last, origin.last)
        return tr("{kind} that both sides wrote into: theirs as one of its own beside ours").format(kind=kind)
    if difference.is_only_there:
        return tr("{kind}, not here yet").format(kind=kinds.get(origin.last, origin.last))
    try:
        return shown_place(place(difference.origin, facts))
    except IndexError:
        return kinds.get(origin.root, origin)


class DifferenceList(QWidget):
    """One block for each difference; ``choosable`` where theirs can be taken, else only to look at."""

    def __init__(self, theme: Theme, *, mine: str, theirs: str, choosable: bool) -> None:
        super().__init__()
        self._theme, self._heads, self._choosable = theme, (mine, theirs), choosable
        self._differences: tuple[Difference, ...] = ()
        self.boxes: list[tuple[Difference, CheckField]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.sizes.step * 2)

    def show_differences(self, differences: tuple[Difference, ...], facts: YearFacts) -> None:
        """Show these; what loses nothing of ours is ticked."""
        clear(self._column)
        self.boxes.clear()
        self._differences = differences
        for difference in differences[:SHOWN]:
            self._column.addWidget(self._block(difference, facts))
        if len(differences) > SHOWN:
            more = tr("… and {n} more").format(n=digits(len(differences) - SHOWN))
            self._column.addWidget(Text(more, "muted"))

    def taken(self) -> tuple[Difference, ...]:
        """Return the differences to take from theirs; of those not shown, those that lose nothing of ours."""
        shown = tuple(difference for difference, box in self.boxes if box.value())
        return (*shown, *(one for one in self._differences[SHOWN:] if one.proposed))

    def tick_all(self, *, wanted: bool) -> None:
        """Take all of theirs, or none; who takes all of theirs into ours needs none of it beside."""
        for difference, box in self.boxes:
            box.show_value(wanted and not difference.beside)

    def _block(self, difference: Difference, facts: YearFacts) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.step)
        column.addWidget(rule())
        where = place_words(difference, facts)
        column.addWidget(Text(where, "strong", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(self._theme.sizes.step)
        grid.setHorizontalSpacing(self._theme.sizes.inside)
        sides = (difference.mine, difference.theirs)
        for at, (head, value) in enumerate(zip(self._heads, sides, strict=True)):
            grid.addWidget(Text(head, "head"), 0, at)
            text = Text(side_words(value), wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, 1, at)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        if self._choosable and not difference.is_only_here:
            box = CheckField(self._theme, tr("Keep both") if difference.beside else tr("Take this from the other"))
            box.setAccessibleDescription(where)
            box.show_value(difference.proposed)
            self.boxes.append((difference, box))
            column.addWidget(box)
        return block

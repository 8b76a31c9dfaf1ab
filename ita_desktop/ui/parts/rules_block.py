"""One block of a year's rules: how sure it is, where it comes from, and its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.app.framework_edits import read_mark
from ita_desktop.domain.framework import Confidence, Framework, Provenance
from ita_desktop.i18n import tr
from ita_desktop.ui.theme import Theme, Tone
from ita_desktop.ui.widgets.field import LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.widgets.text import Chip, Text, many_lined
from ita_desktop.ui.wording import digits

Tie = Callable[[str, FieldBox, Callable[[str], str]], None]
"""Ties the field of a box to the rule at a path; the last is how its text is read."""
NUMBERS = ("weight", "overall_min", "each_instrument_min", "pass_mark")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleField:
    """One rule that can be corrected: its path and its name."""

    path: str
    name: str

    @property
    def is_number(self) -> bool:
        return self.path.rsplit("/", 1)[-1] in NUMBERS


def blocks(framework: Framework) -> dict[str, tuple[RuleField, ...]]:
    """The rules that the page shows, by block of the year's provenance."""

    def field(path: str, name: str) -> RuleField:
        return RuleField(path=path, name=name)

    levels = [field("levels/pass_mark", tr("Pass mark"))]
    for band in framework.levels.bands:
        levels.append(field(f"levels/{band.code}/overall_min", tr("{level}: from").format(level=band.code)))
        least = tr("{level}: each instrument from").format(level=band.code)
        levels.append(field(f"levels/{band.code}/each_instrument_min", least))
    questions = [q for i in framework.indicators for q in i.questions]
    return {
        "weights": tuple(field(f"instruments/{i.code}/weight", f"{i.code} (%)") for i in framework.instruments),
        "levels": tuple(levels),
        "instruments": tuple(field(f"instruments/{i.code}/name", i.code) for i in framework.instruments),
        "indicators": tuple(
            field(f"indicators/{i.id}/name", tr("Indicator {id}").format(id=digits(i.id))) for i in framework.indicators
        ),
        "questions": tuple(field(f"questions/{q.id}/text", q.id) for q in questions),
        "items": tuple(field(f"items/{i.id}/text", i.id) for i in framework.items),
        "duty": (
            field("duty/measure_item", tr("Item of the measures")),
            field("duty/result_item", tr("Item of their results")),
        ),
        "calendar": (field("calendar", tr("Dates, one on each line, name before the colon")),),
    }


def block_title(block: str) -> str:
    """The block in the user's language."""
    return {
        "weights": tr("Weights"),
        "levels": tr("Levels"),
        "instruments": tr("Instruments"),
        "indicators": tr("Indicators"),
        "questions": tr("Questions"),
        "items": tr("OIT items"),
        "duty": tr("What must be published"),
        "calendar": tr("Calendar"),
    }[block]


def confidence_words(confidence: Confidence) -> tuple[str, str, Tone]:
    """Icon, word and tone for how sure something is."""
    return {
        Confidence.CONFIRMED: ("circle-check", tr("confirmed"), Tone.GOOD),
        Confidence.COMPUTED: ("circle-check", tr("agrees with results"), Tone.GOOD),
        Confidence.PARTLY: ("info", tr("partly confirmed"), Tone.LOOK),
        Confidence.UNVERIFIED: ("circle-alert", tr("not verified"), Tone.LOOK),
    }[confidence]


class RulesBlock(Fold):
    """Closed at first: title and how sure it is; open: sources and fields."""

    def __init__(self, theme: Theme, block: str, framework: Framework, fields: tuple[RuleField, ...], tie: Tie) -> None:
        self._theme, self._fields, self._tie = theme, fields, tie
        self._provenance: Provenance | None = framework.provenance.get(block)
        note = self._provenance.note if self._provenance else ""
        super().__init__(theme, block_title(block), note, self._content)
        if self._provenance is not None:
            self.head.insertWidget(1, Chip(theme, *confidence_words(self._provenance.confidence)))

    def _content(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.step * 2)
        sources = self._provenance.sources if self._provenance else ()
        if sources:
            column.addWidget(Text(tr("Sources"), "head"))
            column.addWidget(many_lined(Text("\n".join(sources), "help", wrap=True)))
        for one in self._fields:
            long = one.path == "calendar" or one.path.startswith(("questions/", "items/"))
            field = TextField(one.name) if long else LineField(one.name)
            box = FieldBox(self._theme, one.name, field)
            column.addWidget(box)
            self._tie(one.path, box, read_mark if one.is_number else str.strip)
        if not self._fields:
            column.addWidget(Text(tr("Nothing is known of this yet."), "muted"))
        return holder

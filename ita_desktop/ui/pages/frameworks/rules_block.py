"""One block of a year's rules: how sure it is, where it comes from, and its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.rules.setting import read_mark
from ita_desktop.domain.rule_edits.parts import PartKind
from ita_desktop.domain.rule_edits.values import calendar_in
from ita_desktop.domain.thai.dates import window_in
from ita_desktop.domain.values.framework import Confidence, Framework, Provenance
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import prose, shown_place, window_words
from ita_desktop.ui.pages.frameworks.checked_field import CheckedField
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear
from ita_desktop.ui.pages.frameworks.levels_editor import LevelsEditor
from ita_desktop.ui.pages.frameworks.parts_editor import PartsEditor
from ita_desktop.ui.pages.frameworks.rule_words import kind_words
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.field import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.widgets.text import Chip, Text, many_lined

NUMBERS = ("weight", "pass_mark")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleField:
    """One rule that can be corrected: its path and its name."""

    path: str
    name: str

    @property
    def is_long(self) -> bool:
        return self.path == "calendar" or self.path.endswith("_criteria")

    @property
    def is_number(self) -> bool:
        return self.path.rsplit("/", 1)[-1] in NUMBERS


def blocks(framework: Framework) -> dict[str, tuple[RuleField, ...]]:
    """The rules that the page shows, by block of the year's provenance."""

    def field(path: str, name: str) -> RuleField:
        return RuleField(path=path, name=name)

    return {
        "weights": tuple(field(f"instruments/{i.code}/weight", f"{i.code} (%)") for i in framework.instruments),
        "levels": (field("levels/pass_mark", tr("Pass mark")),),
        "instruments": tuple(field(f"instruments/{i.code}/name", i.code) for i in framework.instruments),
        **{kind.value: () for kind in PartKind},
        "duty": (
            field("duty/measure_item", tr("Item of the measures")),
            field("duty/measure_item_name", tr("Name of that item")),
            field("duty/measure_criteria", tr("What it asks for, one on each line")),
            field("duty/result_item", tr("Item of their results")),
            field("duty/result_item_name", tr("Name of the item of the results")),
            field("duty/result_criteria", tr("What the item of the results asks for, one on each line")),
        ),
        "calendar": (field("calendar", tr("Dates, one on each line, name before the colon")),),
    }


def sure_fields(block: str) -> tuple[RuleField, RuleField]:
    """Make the fields for the office's confidence in a block and its source."""
    return (
        RuleField(path=f"provenance/{block}/confidence", name=tr("How sure")),
        RuleField(path=f"provenance/{block}/source", name=tr("Our source")),
    )


def block_title(block: str) -> str:
    """The block in the user's language."""
    return {
        "weights": tr("Weights"),
        "levels": tr("Levels"),
        "instruments": tr("Instruments"),
        **{kind.value: kind_words(kind).title for kind in PartKind},
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


class OwnMark(QWidget):
    """Below a corrected field: the shipped value, and a button to restore it."""

    def __init__(self, rules: EditedYear, one: RuleField) -> None:
        super().__init__()
        self._rules, self._path, self._name = rules, one.path, one.name
        theme = rules.desk.theme
        self._was = Text("", "help", wrap=True)
        self.back = Button(theme, tr("Take our edit back"), self._take_back, icon="rotate-ccw", quiet=True)
        self.back.setAccessibleName(tr("Take our edit back: {name}").format(name=one.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(Chip(theme, "info", tr("our own"), Tone.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._was, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def refresh(self) -> None:
        """Show or hide, as the office has it."""
        own = self._path in self._rules.paths
        before = self._rules.edits.shipped_value(self._path) if own else ""
        if own and self._path.endswith("/confidence"):
            before = confidence_words(Confidence(before))[1]
        words = tr("{name} before: {text}").format(name=self._name, text=shown_place(before) or tr("nothing"))
        self._was.setText(words if own else "")
        self.setVisible(own)

    def _take_back(self) -> None:
        self._rules.put(self._path, self._rules.edits.shipped_value(self._path))


class RulesBlock(Fold):
    """Closed at first: title and how sure it is; open: sources and fields, or the single parts."""

    def __init__(
        self, rules: EditedYear, block: str, fields: tuple[RuleField, ...], form: Form, typing: Callable[[], object]
    ) -> None:
        theme = rules.desk.theme
        self._theme, self._rules, self._block, self._fields = theme, rules, block, fields
        self._form, self._typing = form, typing
        self._provenance: Provenance | None = rules.shipped.provenance.get(block)
        self.editor: PartsEditor | LevelsEditor | None = None
        self._marks: list[OwnMark] = []
        self._checked: dict[str, CheckedField] = {}
        self._calendar: LineField | TextField | None = None
        self._reading = Text("", "help", wrap=True)
        note = prose(self._provenance.note) if self._provenance else ""
        super().__init__(theme, block_title(block), note, self._content)
        self._chip = Chip(theme)
        self.head.insertWidget(1, self._chip)
        self._show_confidence()

    def refresh(self) -> None:
        """Show the year as the office has it; nothing while closed for the first time."""
        self._show_confidence()
        for mark in self._marks:
            mark.refresh()
        self._read_calendar()
        if self.editor is not None:
            self.editor.refresh()

    def judge(self, faults: Mapping[str, str]) -> None:
        """Show at each field what is wrong, also while typing."""
        for path, checked in self._checked.items():
            checked.judge(faults.get(path, ""))
        if isinstance(self.editor, LevelsEditor):
            self.editor.judge(faults)

    def flush(self) -> None:
        """Finish what is half typed in the parts."""
        if self.editor is not None:
            self.editor.flush()

    def _content(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.step * 2)
        sources = self._provenance.sources if self._provenance else ()
        if sources:
            column.addWidget(Text(tr("Sources"), "head"))
            column.addWidget(many_lined(Text(prose("\n".join(sources)), "help", wrap=True)))
        column.addLayout(self._how_sure())
        if self._block in set(PartKind):
            self.editor = PartsEditor(self._rules, PartKind(self._block), self._typing)
            column.addWidget(self.editor)
        if self._block == "levels":
            self.editor = LevelsEditor(self._rules, self._typing)
            column.addWidget(self.editor)
        for one in self._fields:
            example = tr("e.g. ประกาศผลการประเมิน: 15 ส.ค. 2570")
            hint = example if one.path == "calendar" else ""
            field = TextField(one.name, hint, lines=2) if one.is_long else LineField(one.name)
            column.addWidget(self._field_box(one, field))
            if one.path == "calendar":
                self._calendar = field
                field.edited.connect(self._read_calendar)
                column.addWidget(self._reading)
            column.addWidget(self._marks[-1])
        return holder

    def _how_sure(self) -> QVBoxLayout:
        """The office's own word on the block, beside the source it has it from."""
        sure, source = sure_fields(self._block)
        choices = tuple((one.value, confidence_words(one)[1]) for one in Confidence)
        row = QHBoxLayout()
        row.setSpacing(self._theme.sizes.gap)
        for one, share, field in (
            (sure, 1, ChoiceField(self._theme, sure.name, choices)),
            (source, 2, LineField(source.name, tr("e.g. the manual of the year, page 12"))),
        ):
            row.addWidget(self._field_box(one, field), share, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.addLayout(row)
        for mark in self._marks[-2:]:
            column.addWidget(mark)
        return column

    def _field_box(self, one: RuleField, field: LineField | TextField | ChoiceField) -> FieldBox:
        box = FieldBox(self._theme, one.name, field)
        self._marks.append(OwnMark(self._rules, one))
        read: Callable[[str], str] = read_mark if one.is_number else str.strip
        self._checked[one.path] = CheckedField(self._rules, one.path, box, read, self._typing)
        self._checked[one.path].bind_to(self._form)
        return box

    def _show_confidence(self) -> None:
        there = self._rules.current.provenance.get(self._block)
        if there is not None:
            self._chip.show_text(*confidence_words(there.confidence))

    def _read_calendar(self) -> None:
        """Show which dates are understood, also while typing: only these appear on the first page."""
        if self._calendar is None:
            return
        lines = []
        for entry in calendar_in(self._calendar.value()):
            window = window_in(entry.text)
            read = window_words(window) if window else tr("no date at the beginning")
            lines.append(f"{entry.name}: {read}")
        self._reading.setText("\n".join((tr("Dates understood:"), *lines)) if lines else "")
        self._reading.setVisible(bool(lines))

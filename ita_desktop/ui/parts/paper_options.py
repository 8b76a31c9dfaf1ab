"""How the office wants its papers (ตัวเลือกการพิมพ์)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office_options import OfficePicture, options_of, put_picture, remove_picture
from ita_desktop.app.printing import OPTIONS
from ita_desktop.documents.options import AddresseeWeight, Digits, DocumentOptions, EmblemChoice
from ita_desktop.domain.thai import arabic_digits
from ita_desktop.i18n import tr
from ita_desktop.ui import dialogs
from ita_desktop.ui.binding import Form
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.theme import Tone
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Chip
from ita_desktop.ui.wording import digits

FURTHEST = 30.0
"""Millimetres by which a print may be shifted."""


def read_shift(text: str) -> float:
    """Millimetres, empty for none; ValueError says what would be right."""
    plain = arabic_digits(text).replace(",", ".").strip()
    try:
        value = float(plain) if plain else 0.0
    except ValueError as fault:
        raise ValueError(tr("Type millimetres, e.g. 2.5 or -1")) from fault
    if not -FURTHEST <= value <= FURTHEST:
        raise ValueError(tr("At most {most} millimetres").format(most=digits(round(FURTHEST))))
    return value


class ShiftField(LineField):
    """A shift in millimetres."""

    def show_value(self, value: float | str) -> None:
        super().show_value(digits(f"{value:g}") if isinstance(value, float) else value)


class OptionsCard(Card):
    """The switches that the regulation leaves open; for every paper of the office."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("How papers are printed"))
        self._desk = desk
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        theme = desk.theme
        emblems = (
            (EmblemChoice.BUILT_IN, tr("the built-in emblem")),
            (EmblemChoice.OWN, tr("the office's own picture")),
            (EmblemChoice.NONE, tr("none: the paper has it already")),
        )
        numerals = ((Digits.THAI, tr("Thai digits")), (Digits.ARABIC, tr("Arabic digits")))
        weights = (
            (AddresseeWeight.REGULAR, tr("regular, as the guide")),
            (AddresseeWeight.BOLD, tr("bold")),
            (AddresseeWeight.LABEL, tr("like the other labels")),
        )
        self._add("digits", tr("Digits"), ChoiceField(theme, tr("Digits"), numerals))
        self._add("emblem", tr("Emblem"), ChoiceField(theme, tr("Emblem"), emblems))
        self._pictures()
        self._add("addressee", tr("The word เรียน"), ChoiceField(theme, tr("The word เรียน"), weights))
        for name, text in (
            ("catch_word", tr("Catch-word at the foot of a memo's page")),
            ("dotted_rules", tr("Dotted lines under the head of a memo")),
            ("justify", tr("Straight right edge (Thai distributed)")),
            ("spaced_page_number", tr("Page numbers with spaces: - ๒ -")),
        ):
            field = CheckField(theme, text)
            self.box.addWidget(field)
            self._tie(name, field)
        self._shifts()

    def refresh(self) -> None:
        self.form.refresh()
        kept = options_of(self._desk.workspace)
        for kind, (chip, remove) in self.pictures.items():
            there = bool(getattr(kept, kind.value))
            chip.show_text("circle-check" if there else "info", _picture_words(kind, there=there), Tone.PLAIN)
            remove.setVisible(there)
        lacking = kept.emblem is EmblemChoice.OWN and not kept.own_emblem
        self.notice.say(
            tr("Choose the picture of the emblem; until then the built-in one is printed.") if lacking else ""
        )

    def choose_picture(self, kind: OfficePicture) -> None:
        """Ask for a PNG or JPEG and keep it in the office's file; the reason where it cannot be used."""
        word = tr("Pictures")
        pictures = f"{word} (*.png *.jpg *.jpeg)"
        file = dialogs.ask_file(tr("Choose a picture"), self._desk.workspace.path.parent, pictures, self.window())
        if file is None:
            return
        try:
            with self._desk.workspace.step("setting"):
                put_picture(self._desk.workspace, kind, file)
                if kind is OfficePicture.EMBLEM:
                    self._send("emblem", EmblemChoice.OWN)
        except WorkspaceError as refused:
            self.notice.say(str(refused))

    def remove_picture(self, kind: OfficePicture) -> None:
        """Print without the office's picture again; undo brings it back."""
        with self._desk.workspace.step("setting"):
            remove_picture(self._desk.workspace, kind)
            if kind is OfficePicture.EMBLEM:
                self._send("emblem", EmblemChoice.BUILT_IN)

    def _pictures(self) -> None:
        theme = self._desk.theme
        self.pictures: dict[OfficePicture, tuple[Chip, IconButton]] = {}
        for kind, text in (
            (OfficePicture.EMBLEM, tr("Choose the emblem…")),
            (OfficePicture.COVER, tr("Choose the seal for covers…")),
        ):
            chip = Chip(theme)
            remove = IconButton(theme, "x", tr("Take the picture out"), partial(self.remove_picture, kind))
            row = QHBoxLayout()
            row.setSpacing(theme.sizes.step)
            row.addWidget(Button(theme, text, partial(self.choose_picture, kind), icon="folder-open"))
            row.addWidget(chip)
            row.addWidget(remove)
            row.addStretch(1)
            self.box.addLayout(row)
            self.pictures[kind] = (chip, remove)
        self.notice = Notice(theme)
        self.box.addWidget(self.notice)

    @property
    def options(self) -> DocumentOptions:
        """As stored."""
        return DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))

    def _add(self, name: str, label: str, field: Any) -> None:
        self.box.addWidget(FieldBox(self._desk.theme, label, field))
        self._tie(name, field)

    def _shifts(self) -> None:
        theme = self._desk.theme
        grid = QGridLayout()
        labels = (("offset_x", tr("Shift right (mm)")), ("offset_y", tr("Shift down (mm)")))
        for column, (name, label) in enumerate(labels):
            field = ShiftField(label)
            box = FieldBox(theme, label, field, tr("For paper that has the emblem printed on it"))
            grid.addWidget(box, 0, column)
            self._tie(name, field, read_shift, box)
        self.box.addLayout(grid)

    def _tie(self, name: str, field: Any, read: Any = None, box: FieldBox | None = None) -> None:
        self.fields[name] = field
        self.form.bind(
            field,
            "",
            lambda: getattr(self.options, name),
            partial(self._send, name),
            read=read,
            fault=box.show_fault if box else None,
        )

    def _send(self, name: str, value: Any) -> None:
        changes: dict[str, Any] = {name: value}
        self._desk.workspace.set_setting(OPTIONS, replace(self.options, **changes).to_setting())


def _picture_words(kind: OfficePicture, *, there: bool) -> str:
    if there:
        return tr("kept in the file")
    return tr("none chosen") if kind is OfficePicture.EMBLEM else tr("none: the emblem stands on covers")

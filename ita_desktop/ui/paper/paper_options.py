"""How the office wants its papers (ตัวเลือกการพิมพ์)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout

from ita_desktop.app.papers.printing import OPTIONS
from ita_desktop.documents.options import AddresseeWeight, Digits, DocumentOptions
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.origin import NOWHERE
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.parts.office_pictures import OfficePictures, emblem_choices
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox

FURTHEST = 30.0
"""Millimetres by which a print may be shifted."""


def read_shift(text: str) -> float:
    """Read millimetres, empty for none; ValueError says what is allowed."""
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
        numerals = ((Digits.THAI, tr("Thai digits")), (Digits.ARABIC, tr("Arabic digits")))
        weights = (
            (AddresseeWeight.REGULAR, tr("regular, as the guide")),
            (AddresseeWeight.BOLD, tr("bold")),
            (AddresseeWeight.LABEL, tr("like the other labels")),
        )
        self._add("digits", tr("Digits"), ChoiceField(theme, tr("Digits"), numerals))
        self._add("emblem", tr("Emblem"), ChoiceField(theme, tr("Emblem"), emblem_choices()))
        self.pictures = OfficePictures(desk)
        self.box.addWidget(self.pictures)
        self._add("addressee", tr("The word เรียน"), ChoiceField(theme, tr("The word เรียน"), weights))
        for name, text in (
            ("fit_memo", tr("Fit a memo on one page less where it only just goes over")),
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
        self.pictures.refresh()

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
            NOWHERE,
            lambda: getattr(self.options, name),
            partial(self._send, name),
            read=read,
            fault=box.show_fault if box else None,
        )

    def _send(self, name: str, value: Any) -> None:
        changes: dict[str, Any] = {name: value}
        self._desk.workspace.set_setting(OPTIONS, replace(self.options, **changes).to_setting())

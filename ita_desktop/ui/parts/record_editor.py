"""The fields of one record of the office, e.g. a measure, one below the other: shown, sent, and found by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField
from ita_desktop.ui.widgets.menu_button import MenuButton

Read = Callable[[Any], Any]


class RecordEditor(QWidget):
    """Binds each field to one value of the record; a page's editor says where that value is and how it is stored."""

    FIRST = ""
    """Name of the field that gets the cursor if the one asked for is not here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self.build()

    def build(self) -> None:
        """Add the fields; called once."""
        raise NotImplementedError

    def stored(self, name: str) -> Any:
        """Return the stored value of a field."""
        raise NotImplementedError

    def origin(self, name: str) -> Origin:
        """Return the path of a field."""
        raise NotImplementedError

    def store(self, **values: Any) -> None:
        """Store values of the record; nothing if it no longer exists."""
        raise NotImplementedError

    def show_field(self, name: str) -> None:
        """Put the cursor into a field."""
        field = self.fields.get(name, self.fields[self.FIRST])
        if isinstance(field, LinesField):
            (field.texts[0] if field.texts else field.add()).setFocus()
        else:
            field.setFocus()

    def send(self, name: str, value: Any) -> None:
        """Store what was typed into a field, a text without the blanks around it."""
        self.store(**{name: value.strip() if type(value) is str else value})

    def add(
        self, name: str, label: str, field: Any, help: str = "", *, read: Read | None = None, fault: bool = True
    ) -> FieldBox:
        """Add a field with its label below the others; ``fault`` as in ``bind``."""
        box = FieldBox(self._desk.theme, label, field, help)
        self._column.addWidget(box)
        self.bind(name, field, box, read=read, fault=fault)
        return box

    def add_lines(self, name: str, label: str, add: str) -> FieldBox:
        """Add a field of numbered lines; ``add`` is the text of its button."""
        return self.add(name, label, LinesField(self._desk.theme, label, add, numbered=True))

    def add_responsible(self) -> MenuButton:
        """Add the responsible units (ผู้รับผิดชอบ); return the button whose menu offers units."""
        theme = self._desk.theme
        self.add("responsible", tr("Responsible"), LinesField(theme, tr("Responsible"), tr("Add a responsible unit")))
        units = MenuButton(theme, tr("Choose from the office's units"))
        units.setText(tr("Choose from the units"))
        row = QHBoxLayout()
        row.addWidget(units)
        row.addStretch(1)
        self._column.addLayout(row)
        return units

    def bind(self, name: str, field: Any, box: FieldBox, *, read: Read | None = None, fault: bool = True) -> None:
        """Bind a field to the value with its name; without ``fault`` the field itself shows what is wrong."""
        self.fields[name] = field
        self.form.bind(
            field,
            partial(self.origin, name),
            partial(self.stored, name),
            partial(self.send, name),
            read=read,
            fault=box.show_fault if fault else None,
        )

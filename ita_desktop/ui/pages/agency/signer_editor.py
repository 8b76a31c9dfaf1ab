"""The people who sign: name, post, and the post held in an acting capacity."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.domain.values.memo import ACTING, Signer
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.field import CheckField, Field, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField
from ita_desktop.ui.widgets.text import Text, rule


class SignerEditor(QWidget):
    """One signer (ผู้ลงนาม)."""

    def __init__(self, desk: Desk, id: str) -> None:
        super().__init__()
        self._desk, self.id = desk, id
        self.form = Form(desk)
        theme = desk.theme
        self._number = Text("", "head")
        self.name = LineField(tr("Name with title"), tr("e.g. นางสาวพิมพ์ใจ ใจดี"))
        self.position = LinesField(theme, tr("Post"), tr("Add a line of the post"))
        self.acting = CheckField(theme, tr("Signs in an acting capacity (รักษาราชการแทน)"))
        self.acting_for = LineField(tr("Post acted for"), tr("e.g. ปลัดองค์การบริหารส่วนตำบล"))
        self.acting_phrase = LineField(tr("Acting phrase"), ACTING)
        self._acting_box = QWidget()
        self._tie("name", self.name)
        self._tie("position", self.position)
        self._tie("acting_for", self.acting_for)
        self._tie("acting_phrase", self.acting_phrase)
        self._arrange()
        self.acting.toggled.connect(self._acting_toggled)

    def refresh(self, number: int) -> None:
        """Show the stored signer as the ``number``-th, from 1."""
        self.form.refresh()
        self._number.setText(digits(number))
        acting = bool(self._signer.acting_for) or (self.acting.isChecked() and self.acting_for.hasFocus())
        self.acting.show_value(acting)
        self._acting_box.setVisible(acting)

    def show_field(self, name: str) -> bool:
        """Put the cursor into a field."""
        fields: dict[str, QWidget] = {"name": self.name, "acting_for": self.acting_for}
        texts = self.position.texts
        target = fields.get(name, texts[0] if texts else self.name)
        target.setFocus()
        return True

    @property
    def _signer(self) -> Signer:
        return next((s for s in self._desk.office.signers if s.id == self.id), Signer(id=self.id, name=""))

    def _tie(self, name: str, field: Field) -> None:
        def send(value: Any) -> None:
            changes: dict[str, Any] = {name: value.strip() if isinstance(value, str) else value}
            self._desk.workspace.put_signer(replace(self._signer, **changes))

        self.form.bind(field, Origin.signer(self.id, name), lambda: getattr(self._signer, name), send)

    def _acting_toggled(self, acting: bool) -> None:
        self._acting_box.setVisible(acting)
        if acting:
            self.acting_for.setFocus()
        elif self._signer.acting_for:
            self._desk.workspace.put_signer(replace(self._signer, acting_for="", acting_phrase=""))

    def _arrange(self) -> None:
        theme, sizes = self._desk.theme, self._desk.theme.sizes
        head = QHBoxLayout()
        head.setSpacing(sizes.step)
        head.addWidget(self._number)
        head.addStretch(1)
        for icon, text, shift in (("arrow-up", tr("Move up"), -1), ("arrow-down", tr("Move down"), 1)):
            head.addWidget(IconButton(theme, icon, text, partial(self._move, shift)))
        self.remove_button = IconButton(theme, "trash-2", tr("Remove this signer"), lambda: None)
        head.addWidget(self.remove_button)
        inner = QVBoxLayout(self._acting_box)
        inner.setContentsMargins(sizes.inside, 0, 0, 0)
        inner.setSpacing(sizes.step)
        inner.addWidget(FieldBox(theme, tr("Post acted for"), self.acting_for))
        inner.addWidget(FieldBox(theme, tr("Phrase before it"), self.acting_phrase))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.step)
        column.addWidget(rule())
        column.addLayout(head)
        column.addWidget(FieldBox(theme, tr("Name with title"), self.name))
        column.addWidget(FieldBox(theme, tr("Post, one row for each printed line"), self.position))
        column.addWidget(self.acting)
        column.addWidget(self._acting_box)

    def _move(self, shift: int) -> None:
        ids = [signer.id for signer in self._desk.office.signers]
        to = ids.index(self.id) + shift
        if 0 <= to < len(ids):
            self._desk.workspace.move_signer(self.id, to)


class SignerList(QWidget):
    """All signers of the office, in order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._editors: dict[str, SignerEditor] = {}
        self._notice = Notice(desk.theme)
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.sizes.step * 3)
        add = Button(desk.theme, tr("Add a signer"), self.add, icon="plus", quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        column.addLayout(self._column)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def editors(self) -> tuple[SignerEditor, ...]:
        """In the order shown."""
        return tuple(self._editors[signer.id] for signer in self._desk.office.signers if signer.id in self._editors)

    @property
    def notice(self) -> str:
        """The reason why a signer was not removed."""
        return self._notice.text

    def refresh(self) -> None:
        """Show the stored signers."""
        ids = [signer.id for signer in self._desk.office.signers]
        for key in [key for key in self._editors if key not in ids]:
            gone = self._editors.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, key in enumerate(ids):
            if key not in self._editors:
                editor = self._editors[key] = SignerEditor(self._desk, key)
                editor.remove_button.clicked.connect(partial(self._remove, key))
            if self._column.indexOf(self._editors[key]) != place:
                self._column.insertWidget(place, self._editors[key])
            self._editors[key].refresh(place + 1)

    def flush(self) -> None:
        for editor in self.editors:
            editor.form.flush()

    def add(self) -> None:
        """Add a signer, with the cursor in the name."""
        taken = {signer.id for signer in self._desk.office.signers}
        free = next(f"s{n}" for n in range(1, len(taken) + 2) if f"s{n}" not in taken)
        self._desk.workspace.put_signer(Signer(id=free, name=""))
        if free in self._editors:
            self._editors[free].name.setFocus()

    def show_origin(self, origin: Origin) -> bool:
        """Put the cursor into the field of a signer."""
        editor = self._editors.get(origin.key)
        return editor is not None and editor.show_field(origin.field or "name")

    def _remove(self, id: str, _checked: bool = False) -> None:
        try:
            self._desk.workspace.remove_signer(id)
        except WorkspaceError as refused:
            self._notice.say(str(refused))
        else:
            self._notice.say("")

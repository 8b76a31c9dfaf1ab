"""All fields of one memo (บันทึกข้อความ): head, sections, the chain of signers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Urgency
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import NO_VALUE, digits
from ita_desktop.ui.pages.documents.memo_section import SectionEditor
from ita_desktop.ui.pages.documents.memo_signer import ChainStep, shown_person
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.date_field import DateField, read_date
from ita_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField
from ita_desktop.ui.widgets.order_list import OrderList


class MemoEditor(QWidget):
    """Edits the memo with the id last given to ``show_memo``."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        self.form = Form(desk)
        self.fields: dict[str, Any] = {}
        self.sections: list[SectionEditor] = []
        self.steps: list[ChainStep] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.sizes.gap)
        column.addWidget(self._head())
        column.addWidget(self._body())
        column.addWidget(self._chain())

    @property
    def id(self) -> str:
        return self._id

    def show_memo(self, id: str) -> None:
        """Edit another memo; unfinished edits of the one before are committed first."""
        self.flush()
        self._id = id
        self._refresh_lists()
        self.form.reset()
        for part in self._parts:
            part.form.reset()

    def refresh(self) -> None:
        """Show the stored memo."""
        if self._found() is None:
            return
        self._refresh_lists()
        self.form.refresh()
        for part in self._parts:
            part.refresh()

    def flush(self) -> None:
        self.form.flush()
        for part in self._parts:
            part.form.flush()

    @property
    def _parts(self) -> list[SectionEditor | ChainStep]:
        return [*self.sections, *self.steps]

    @property
    def memo(self) -> Memo:
        """As stored."""
        return self._found() or Memo(id=self._id, fiscal_year=self._desk.plan_year)

    def change(self, **changes: Any) -> None:
        """Store the memo with these fields changed."""
        if self._found() is not None:
            self._desk.workspace.put_memo(replace(self.memo, **changes))

    def add_section(self) -> None:
        """Add a section at the end of the body."""
        self.flush()
        self.change(sections=(*self.memo.sections, MemoSection()))
        self.sections[-1].heading.setFocus()

    def add_step(self) -> None:
        """Add a signer at the end of the chain."""
        self.flush()
        used = {step.signer for step in self.memo.signers}
        free = [signer.id for signer in self._desk.office.signers if signer.id not in used]
        ids = free or [signer.id for signer in self._desk.office.signers]
        if ids:
            self.change(signers=(*self.memo.signers, MemoSigner(signer=ids[0])))

    def put(self, name: str, index: int, value: Any) -> None:
        """Store a section or a step of the chain; None removes it."""
        values = list(getattr(self.memo, name))
        if value is None:
            del values[index]
        else:
            values[index] = value
        self.change(**{name: tuple(values)})

    def shift(self, name: str, index: int, by: int) -> None:
        """Move one section or one step of the chain."""
        self.flush()
        values = list(getattr(self.memo, name))
        if 0 <= index + by < len(values):
            values.insert(index + by, values.pop(index))
            self.change(**{name: tuple(values)})

    def show_origin(self, origin: Origin) -> bool:
        """Put the cursor into the field with this origin."""
        name, *rest = origin.path or ("subject",)
        if name == "sections" and rest and int(rest[0]) < len(self.sections):
            self.sections[int(rest[0])].show_field(rest[1:])
        elif name == "signers" and rest and int(rest[0]) < len(self.steps):
            self.steps[int(rest[0])].signer.setFocus()
        elif name in self.fields:
            field = self.fields[name]
            (field.texts[0] if isinstance(field, LinesField) and field.texts else field).setFocus()
        else:
            return False
        return True

    def _found(self) -> Memo | None:
        return next((memo for memo in self._desk.office.memos if memo.id == self._id), None)

    def _head(self) -> Card:
        theme = self._desk.theme
        card = Card(theme.sizes, tr("Head of the memo"))
        urgencies = tuple((urgency, urgency.thai) for urgency in Urgency)
        self._add(card, "department_line", tr("From (ส่วนราชการ)"), LineField(tr("From")))
        self._add(card, "phone", tr("Telephone"), LineField(tr("Telephone")))
        number = tr("Leave the running number off after “/” to write it by hand")
        self._add(card, "number", tr("Number (ที่)"), LineField(tr("Number")), number)
        self._add(
            card, "date", tr("Date"), DateField(tr("Date")), tr("Leave it empty to write the day by hand"), read_date
        )
        self._add(card, "subject", tr("Subject (เรื่อง)"), TextField(tr("Subject"), lines=2))
        self._add(card, "to", tr("To (เรียน)"), LineField(tr("To")))
        self._add(card, "urgency", tr("Urgency"), ChoiceField(theme, tr("Urgency"), ((None, tr("normal")), *urgencies)))
        self._lines(card, "references", tr("Reference (อ้างถึง)"), tr("Add a reference"))
        self._lines(card, "enclosures", tr("Enclosure (สิ่งที่ส่งมาด้วย)"), tr("Add an enclosure"))
        return card

    def _body(self) -> Card:
        theme = self._desk.theme
        card = Card(theme.sizes, tr("Text of the memo"))
        self._section_column = QVBoxLayout()
        self._section_column.setSpacing(theme.sizes.inside)
        card.box.addLayout(self._section_column)
        add = Button(theme, tr("Add a section"), self.add_section, icon="plus", quiet=True)
        card.box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(card, "closing", tr("Closing sentence"), TextField(tr("Closing sentence")))
        return card

    def _chain(self) -> Card:
        theme = self._desk.theme
        hint = tr("From the one who reports to the one who decides; names and posts come from the office page.")
        card = Card(theme.sizes, tr("Who signs, in order"), hint)
        self.chain = OrderList(theme, tr("Who signs, in order"), tr("Drag, or press Alt with an arrow key"))
        self.chain.moved.connect(lambda before, after: self.shift("signers", before, after - before))
        card.box.addWidget(self.chain)
        self._chain_column = QVBoxLayout()
        self._chain_column.setSpacing(theme.sizes.step * 3)
        card.box.addLayout(self._chain_column)
        add = Button(theme, tr("Add a signer to the chain"), self.add_step, icon="plus", quiet=True)
        card.box.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _lines(self, card: Card, name: str, label: str, add: str) -> None:
        self._add(card, name, label, LinesField(self._desk.theme, label, add, numbered=True))

    def _add(
        self, card: Card, name: str, label: str, field: Any, help: str = "", read: Callable[[Any], Any] | None = None
    ) -> None:
        box = FieldBox(self._desk.theme, label, field, help)
        card.box.addWidget(box)
        self._tie(name, field, box, read)

    def _tie(self, name: str, field: Field, box: FieldBox, read: Callable[[Any], Any] | None) -> None:
        def send(value: Any) -> None:
            self.change(**{name: value.strip() if type(value) is str else value})

        self.fields[name] = field
        self.form.bind(
            field,
            lambda: Origin.memo(self._id, name),
            lambda: getattr(self.memo, name),
            send,
            read=read,
            fault=box.show_fault,
        )

    def _refresh_lists(self) -> None:
        """Match the editors to the memo's sections and signers."""
        _match(self.sections, len(self.memo.sections), partial(SectionEditor, self._desk, self), self._section_column)
        _match(self.steps, len(self.memo.signers), partial(ChainStep, self._desk, self), self._chain_column)
        people = {one.id: shown_person(one.name, one.position) for one in self._desk.office.signers}
        steps = enumerate(self.memo.signers, start=1)
        self.chain.show_rows([f"{digits(number)}. {people.get(step.signer, NO_VALUE)}" for number, step in steps])
        self.chain.setVisible(len(self.memo.signers) > 1)


def _match(parts: list[Any], count: int, make: Callable[[int], Any], column: QVBoxLayout) -> None:
    while len(parts) > count:
        gone = parts.pop()
        gone.form.forget()
        column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
    while len(parts) < count:
        parts.append(make(len(parts)))
        column.addWidget(parts[-1])
        parts[-1].form.reset()

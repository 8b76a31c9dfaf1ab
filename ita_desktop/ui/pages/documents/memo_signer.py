"""One step of a memo's chain (ลำดับการเสนอ): who signs, under which heading, with how much room."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.memo import MemoSigner
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.pages.documents.memo_section import MemoHolder, part_head
from ita_desktop.ui.widgets.field import CheckField, ChoiceField, Field, LineField
from ita_desktop.ui.widgets.field_box import FieldBox

MOST_LINES = 6


class ChainStep(QWidget):
    """The ``index``-th signer of the memo."""

    def __init__(self, desk: Desk, holder: MemoHolder, index: int) -> None:
        super().__init__()
        self._desk, self._holder, self._index = desk, holder, index
        self.form = Form(desk)
        theme = desk.theme
        what = tr("signer {number}").format(number=digits(index + 1))
        lines = tuple((n, digits(n)) for n in range(MOST_LINES + 1))
        self.signer = ChoiceField(theme, tr("Signer"))
        self.label = LineField(tr("Heading above the signature"), tr("e.g. ความเห็นของปลัด; may stay empty"))
        self.lines = ChoiceField(theme, tr("Dotted lines for an opinion"), lines)
        self.signed = CheckField(theme, tr("Print “(ลงชื่อ)”"))
        self.dated = CheckField(theme, tr("Print a line for the date"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        remove = partial(holder.put, "signers", index, None)
        column.addLayout(part_head(desk, what, partial(holder.shift, "signers", index), remove, what))
        column.addWidget(FieldBox(theme, tr("Signer"), self.signer))
        column.addWidget(FieldBox(theme, tr("Heading above the signature"), self.label))
        column.addWidget(FieldBox(theme, tr("Dotted lines for an opinion"), self.lines))
        checks = QHBoxLayout()
        checks.setSpacing(theme.sizes.inside)
        checks.addWidget(self.signed)
        checks.addWidget(self.dated)
        checks.addStretch(1)
        column.addLayout(checks)
        self._offer()
        for name, field in (
            ("signer", self.signer),
            ("label", self.label),
            ("comment_lines", self.lines),
            ("show_signed", self.signed),
            ("date_line", self.dated),
        ):
            self._tie(name, field)

    def refresh(self) -> None:
        self._offer()
        self.form.refresh()

    def _offer(self) -> None:
        people = self._desk.office.signers
        self.signer.set_choices(tuple((one.id, shown_person(one.name, one.position)) for one in people))

    def _stored(self) -> MemoSigner:
        steps = self._holder.memo.signers
        return steps[self._index] if self._index < len(steps) else MemoSigner(signer="")

    def _tie(self, name: str, field: Field) -> None:
        def send(value: Any) -> None:
            changes: dict[str, Any] = {name: value.strip() if type(value) is str else value}
            self._holder.put("signers", self._index, replace(self._stored(), **changes))

        origin = lambda: Origin.memo(self._holder.id, "signers", self._index, name)  # noqa: E731
        self.form.bind(field, origin, lambda: getattr(self._stored(), name), send)


def shown_person(name: str, position: tuple[str, ...]) -> str:
    """Describe a signer for lists."""
    return " · ".join(part for part in (name, position[0] if position else "") if part) or tr("(no name)")

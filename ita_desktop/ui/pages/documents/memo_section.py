"""One part of a memo's text (เรื่องเดิม ข้อเท็จจริง ข้อพิจารณา)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.values.memo import Memo, MemoSection
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import IconButton
from ita_desktop.ui.widgets.field import CheckField, Field, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField
from ita_desktop.ui.widgets.text import Text, rule


class MemoHolder(Protocol):
    """What the editor of a part needs of the editor of the whole memo."""

    @property
    def memo(self) -> Memo:
        """As stored."""

    @property
    def id(self) -> str:
        """Of the memo."""

    def put(self, name: str, index: int, value: Any) -> None:
        """Store a section; None removes it."""

    def shift(self, name: str, index: int, by: int) -> None:
        """Move one part."""


def part_head(
    desk: Desk, title: str, moves: Callable[[int], None], remove: Callable[[], None], what: str
) -> QVBoxLayout:
    """Make a line with the name of a part and the buttons that move and remove it."""
    theme = desk.theme
    row = QHBoxLayout()
    row.setSpacing(theme.sizes.step)
    row.addWidget(Text(title, "head"))
    row.addStretch(1)
    up, down = tr("Move up: {what}").format(what=what), tr("Move down: {what}").format(what=what)
    row.addWidget(IconButton(theme, "arrow-up", up, partial(moves, -1)))
    row.addWidget(IconButton(theme, "arrow-down", down, partial(moves, 1)))
    row.addWidget(IconButton(theme, "trash-2", tr("Remove: {what}").format(what=what), remove))
    column = QVBoxLayout()
    column.setSpacing(theme.sizes.step)
    column.addWidget(rule())
    column.addLayout(row)
    return column


class SectionEditor(QWidget):
    """The ``index``-th part."""

    def __init__(self, desk: Desk, holder: MemoHolder, index: int) -> None:
        super().__init__()
        self._holder, self._index = holder, index
        self.form = Form(desk)
        theme = desk.theme
        what = tr("part {number}").format(number=digits(index + 1))
        self.heading = LineField(tr("Heading"), tr("e.g. เรื่องเดิม; may stay empty"))
        self.paragraphs = LinesField(theme, tr("Paragraph"), tr("Add a paragraph"))
        self.items = LinesField(theme, tr("Item"), tr("Add a numbered item"), numbered=True)
        self.score_list = CheckField(theme, tr("List the scores here, highest first"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        remove = partial(holder.put, "sections", index, None)
        column.addLayout(part_head(desk, what, partial(holder.shift, "sections", index), remove, what))
        column.addWidget(FieldBox(theme, tr("Heading"), self.heading))
        column.addWidget(FieldBox(theme, tr("Paragraphs"), self.paragraphs))
        column.addWidget(self.score_list)
        column.addWidget(FieldBox(theme, tr("Numbered items"), self.items))
        for name, field in self._fields().items():
            self._tie(name, field)

    def refresh(self) -> None:
        self.form.refresh()

    def show_field(self, path: list[str]) -> None:
        """Put the cursor into a field of this part."""
        field = self._fields().get(path[0] if path else "paragraphs", self.heading)
        if isinstance(field, LinesField):
            at = int(path[1]) if len(path) > 1 else 0
            (field.texts[at] if at < len(field.texts) else field.add()).setFocus()
        elif isinstance(field, QWidget):
            field.setFocus()

    def _fields(self) -> dict[str, Field]:
        return {
            "heading": self.heading,
            "paragraphs": self.paragraphs,
            "score_list": self.score_list,
            "items": self.items,
        }

    def _stored(self) -> MemoSection:
        sections = self._holder.memo.sections
        return sections[self._index] if self._index < len(sections) else MemoSection()

    def _tie(self, name: str, field: Field) -> None:
        def send(value: Any) -> None:
            changes: dict[str, Any] = {name: value.strip() if type(value) is str else value}
            self._holder.put("sections", self._index, replace(self._stored(), **changes))

        origin = lambda: Origin.memo(self._holder.id, "sections", self._index, name)  # noqa: E731
        self.form.bind(field, origin, lambda: getattr(self._stored(), name), send)

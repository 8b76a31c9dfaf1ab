"""Notices above the pages: the file is read-only, or texts were left from a crash."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.checks.explanations import place
from ita_desktop.app.checks.finding_fixes import UnreadableError, put_text
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.kept_drafts import Draft
from ita_desktop.app.office.typed_texts import CELL
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import clock, digits, shown_place
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.text import IconMark, Text, show_if

LONGEST = 80
"""Characters of a text that are shown; the tool tip has it whole."""
SHOWN = 2
"""Drafts shown one by one; more are put back or thrown away together."""


class ReadingOnly(QFrame):
    """The read-only notice (เปิดอ่านอย่างเดียว): the reason, and a button to save a copy."""

    copy_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("notice", True)
        theme = desk.theme
        reason = desk.workspace.read_only_reason
        self.text = Text(f"{tr('For reading only')}: {reason}", wrap=True, tone="look")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.sizes.step * 3, theme.sizes.step, theme.sizes.step * 3, theme.sizes.step)
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(IconMark(theme, "circle-alert", Tone.LOOK, tr("For reading only")))
        row.addWidget(self.text, 1)
        row.addWidget(Button(theme, tr("Save a copy…"), self.copy_wanted.emit, icon="save-all", quiet=True))


class LeftTexts(Card):
    """What was being typed when the program stopped: put it back as one step, or throw it away."""

    def __init__(self, desk: Desk) -> None:
        title = tr("You were typing this when the program stopped")
        super().__init__(desk.theme.sizes, title)
        self._desk = desk
        self.drafts: tuple[Draft, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.sizes.step)
        self.box.addLayout(self._rows)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.sizes.step * 2)
        self.back_button = Button(desk.theme, tr("Put all back"), self.put_all_back, icon="undo-2")
        self.drop_button = Button(desk.theme, tr("Throw away"), self.drop_all, quiet=True)
        row.addWidget(self.back_button)
        row.addWidget(self.drop_button)
        row.addStretch(1)
        self.box.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Show the texts that are left; hide the notice if there are none."""
        workspace = self._desk.workspace
        self.drafts = () if workspace.read_only else workspace.drafts.all()
        clear(self._rows)
        for draft in self.drafts[:SHOWN]:
            self._rows.addWidget(self._row(draft))
        if len(self.drafts) > SHOWN:
            more = tr("… and {n} more").format(n=digits(len(self.drafts) - SHOWN))
            self._rows.addWidget(Text(more, "muted"))
        show_if(self, bool(self.drafts))

    def put_back(self, draft: Draft) -> None:
        """Store the text in its field as an undoable step; half a date or score is put into the field to type on."""
        stored = self._store(draft)
        self._desk.workspace.drafts.drop(draft.origin)
        self.refresh()
        self._desk.origin_wanted.emit(draft.origin)
        if not stored:
            self._go_on_typing(draft.text)

    def put_all_back(self) -> None:
        """Store every text in its field; half a date or score stays listed."""
        for draft in self.drafts:
            if self._store(draft):
                self._desk.workspace.drafts.drop(draft.origin)
        self.refresh()

    def drop_all(self) -> None:
        """Discard the texts."""
        for draft in self.drafts:
            self._desk.workspace.drafts.drop(draft.origin)
        self.refresh()

    def _go_on_typing(self, text: str) -> None:
        """Put an unfinished text into the field with the cursor, as if just typed."""
        field = self.window().focusWidget()
        if isinstance(field, LineField) and CELL not in text:
            field.setText(text)
            field.edited.emit()
        else:
            QGuiApplication.clipboard().setText(text)
            self._desk.say(tr("This text was not finished; it is on the clipboard."), Tone.LOOK)

    def _store(self, draft: Draft) -> bool:
        """Store a text; False if it was unfinished. If its field is gone, it goes to the clipboard."""
        try:
            put_text(self._desk.workspace, draft.origin, draft.text)
        except UnreadableError:
            return False
        except (ValueError, KeyError, IndexError, StopIteration, WorkspaceError):
            QGuiApplication.clipboard().setText(draft.text)
            self._desk.say(tr("The field no longer exists; its text is on the clipboard."), Tone.LOOK)
        return True

    def _row(self, draft: Draft) -> QWidget:
        theme, row = self._desk.theme, QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.sizes.step * 2)
        try:
            where = shown_place(place(draft.origin, self._desk.facts))
        except IndexError:
            where = draft.origin
        first = " ".join(draft.text.split())
        line.addWidget(Text(f"{where} · {clock(draft.typed_at)}", "help"))
        text = Text(first if len(first) <= LONGEST else first[: LONGEST - 1] + "…")
        text.setToolTip(draft.text)
        line.addWidget(text, 1)
        back = Button(theme, tr("Put back"), partial(self.put_back, draft), quiet=True)
        back.setAccessibleDescription(where)
        line.addWidget(back)
        return row

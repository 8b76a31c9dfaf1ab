"""กระดานรอลงนามและรอเผยแพร่: papers of all years that were printed and not signed, or signed and not published."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from ita_desktop.app.papers.document_states import DocumentState, Waiting, changed_words, say_state, waiting
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, short_day
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, clear
from ita_desktop.ui.widgets.text import Chip, Text, show_if


def waiting_words(one: Waiting, days: int) -> str:
    """Describe since when a paper waits, and which version."""
    parts = [tr("plan of {year}").format(year=digits(int(one.plan_year)))]
    standing = one.standing
    if standing.version is not None:
        parts.append(tr("version {number}").format(number=digits(standing.version.number)))
    if standing.since is not None:
        text = tr("signed {day}") if standing.state is DocumentState.SIGNED else tr("printed {day}")
        parts.append(text.format(day=short_day(standing.since)))
    if days > 0:
        parts.append(tr("{count} days ago").format(count=digits(days)))
    return " · ".join(parts)


class WaitingCard(Card):
    """What still has to be done with paper; hidden while nothing has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Waiting for signature or publication"))
        self._desk = desk
        self._shown: tuple[Waiting, ...] | None = None
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(desk.theme.sizes.step * 2)
        self._grid.setVerticalSpacing(desk.theme.sizes.step * 2)
        self.box.addLayout(self._grid)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What is on the board."""
        return self._shown or ()

    def refresh(self) -> None:
        """Show what waits now."""
        found = waiting(self._desk.workspace)
        show_if(self, bool(found))
        if found != self._shown:
            self._shown = found
            clear(self._grid)
            for row, one in enumerate(found):
                self._add(row, one)

    def _add(self, row: int, one: Waiting) -> None:
        theme, desk = self._desk.theme, self._desk
        signed = one.standing.state is DocumentState.SIGNED
        icon, word = ("globe", tr("to publish")) if signed else ("clock", tr("to sign"))
        since = one.standing.since
        days = (desk.today() - since).days if since else 0
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Text(one.sheet.title, "strong", wrap=True))
        text.addWidget(Text(waiting_words(one, days), "help", wrap=True))
        if one.standing.changed:
            text.addWidget(Text(changed_words(one.standing), "help", wrap=True, tone="look"))
        self._grid.addWidget(Chip(theme, icon, word, Tone.ACCENT if signed else Tone.LOOK), row, 0)
        self._grid.addLayout(text, row, 1)
        if signed:
            said = partial(say_state, desk.workspace, one.plan_year, one.sheet, DocumentState.PUBLISHED)
            button = Button(theme, tr("Published"), said, icon="check", quiet=True)
            button.setAccessibleName(tr("{title} was published").format(title=one.sheet.title))
            button.setEnabled(not desk.workspace.read_only)
        else:
            go = partial(desk.copies_wanted.emit, int(one.plan_year), one.sheet)
            button = Button(theme, tr("Signed copy…"), go, icon="file-plus", quiet=True)
            button.setAccessibleName(tr("Signed copy of {title}").format(title=one.sheet.title))
        self._grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

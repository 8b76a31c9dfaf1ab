"""Rescue for a file that can no longer be opened: its backups, found by the file's name."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.backup_place import backups_for
from ita_desktop.app.office.backups import reason_words, restore_closed
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.safety.backup import Backup
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import clock, short_day
from ita_desktop.ui.pages.backups.backup_list import contents_words
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.text import Text

SHOWN = 4


class RescueCard(Card):
    """Puts a backup in the place of the file, which goes into a folder beside it and stays there."""

    restored = Signal()

    def __init__(self, theme: Theme, file: Path, backups: tuple[Backup, ...]) -> None:
        hint = tr("The file that cannot be opened is kept in a folder beside it.")
        super().__init__(theme.sizes, tr("Backups of {file}").format(file=file.name), hint)
        self._file = file
        self.notice = Notice(theme)
        self.box.addWidget(self.notice)
        self.buttons: list[Button] = []
        for backup in backups[:SHOWN]:
            if (manifest := backup.manifest) is None:
                continue
            when = f"{short_day(manifest.made_at.date())} {clock(manifest.made_at)}"
            about = (
                f"{manifest.contents.agency} · {contents_words(manifest.contents)} · {reason_words(manifest.reason)}"
            )
            button = Button(
                theme,
                tr("Open the one of {when}").format(when=when),
                partial(self._restore, backup),
                icon="archive-restore",
            )
            button.setAccessibleDescription(about)
            self.buttons.append(button)
            row = QHBoxLayout()
            row.setSpacing(theme.sizes.gap)
            row.addWidget(button)
            row.addWidget(Text(about, "help", wrap=True), 1)
            self.box.addLayout(row)

    def _restore(self, backup: Backup) -> None:
        try:
            restore_closed(self._file, backup)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
        else:
            self.restored.emit()


def rescue_for(theme: Theme, file: Path, refused: WorkspaceError, backups_in: Path | None) -> RescueCard | None:
    """Make the card for a damaged or missing file with backups; None if a backup would not help."""
    if refused.code not in (StoreErrorCode.DAMAGED, StoreErrorCode.NOT_OURS, StoreErrorCode.MISSING):
        return None
    try:
        backups = backups_for(file, backups_in)
    except WorkspaceError:
        return None
    return RescueCard(theme, file, backups) if backups else None

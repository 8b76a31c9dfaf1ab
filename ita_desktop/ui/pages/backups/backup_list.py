"""The list of backups: when, why, contents, differences, and restoring."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.backups import reason_words
from ita_desktop.i18n import tr
from ita_desktop.store.safety.backup import Backup
from ita_desktop.store.safety.package import Contents
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import clock, digits, short_day
from ita_desktop.ui.parts.difference_list import DifferenceList
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, Notice, clear
from ita_desktop.ui.widgets.text import IconMark, Text, rule

SHOWN = 12


def contents_words(contents: Contents) -> str:
    """Describe the contents of a package in a line."""
    years = ", ".join(str(year) for year in contents.years)
    text = tr("years {years}; {scores} scores, {measures} measures, {memos} memos")
    return digits(
        text.format(years=years or "–", scores=contents.scores, measures=contents.measures, memos=contents.memos)
    )


class BackupRow(QWidget):
    """One backup; asks again before restoring it."""

    restore_wanted = Signal()

    def __init__(self, desk: Desk, backup: Backup) -> None:
        super().__init__()
        self._desk, self.backup = desk, backup
        theme = desk.theme
        manifest = backup.manifest
        words = QVBoxLayout()
        words.setSpacing(0)
        if manifest is None:
            words.addWidget(Text(backup.path.name, "strong"))
            words.addWidget(Text(tr("cannot be read; it stays where it is"), "help", wrap=True))
        else:
            when = f"{short_day(manifest.made_at.date())} {clock(manifest.made_at)}"
            words.addWidget(Text(when, "strong"))
            words.addWidget(
                Text(f"{reason_words(manifest.reason)} · {contents_words(manifest.contents)}", "help", wrap=True)
            )
            if desk.workspace.backups.is_of_copy(backup):
                copy = tr("Made of another copy of this office: {file}").format(file=manifest.file_name)
                words.addWidget(Text(copy, "help", wrap=True, tone="look"))
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step)
        icon, tone = ("circle-x", Tone.WRONG) if manifest is None else ("archive-restore", Tone.ACCENT)
        row.addWidget(IconMark(theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.differ_button = Button(theme, tr("What differs"), self.show_differences, quiet=True)
        self.restore_button = Button(theme, tr("Restore…"), self.ask, icon="undo-2")
        for button in (self.differ_button, self.restore_button):
            button.setAccessibleDescription(backup.path.name)
            button.setEnabled(manifest is not None)
            row.addWidget(button)
        self.restore_button.setEnabled(manifest is not None and not desk.workspace.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        column.addLayout(row)
        self.notice = Notice(theme)
        self.list = DifferenceList(theme, mine=tr("Now"), theirs=tr("In the backup"), choosable=False)
        self.list.hide()
        column.addWidget(self.notice)
        column.addLayout(self._question())
        column.addWidget(self.list)

    def show_differences(self) -> None:
        """Compare with what is here; a second press puts the comparison away."""
        if not self.list.isHidden():
            self.list.hide()
            self.notice.say("")
            return
        try:
            found = self._desk.workspace.backups.differences_to(self.backup)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self.notice.say("" if found else tr("The backup is identical to the file."))
        self.list.show_differences(found, self._desk.facts)
        self.list.setVisible(bool(found))

    def ask(self) -> None:
        """Ask, in the row, whether to restore the backup."""
        text = tr("Goes back to this state. The current state is backed up first and kept beside the file.")
        manifest = self.backup.manifest
        if manifest is not None:
            text = f"{tr('The backup was made of {file}.').format(file=manifest.file_name)} {text}"
        if self._desk.workspace.backups.is_of_copy(self.backup):
            text = f"{tr('That is another copy of this office, perhaps with other data.')} {text}"
        self.notice.say(text)
        for button in (self.yes_button, self.no_button):
            button.show()
        self.yes_button.setFocus()

    def _question(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.yes_button = Button(self._desk.theme, tr("Yes, restore"), self._restore, icon="archive-restore")
        self.no_button = Button(self._desk.theme, tr("Leave it"), self._leave, quiet=True)
        for button in (self.yes_button, self.no_button):
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _leave(self) -> None:
        self.notice.say("")
        self.yes_button.hide()
        self.no_button.hide()

    def _restore(self) -> None:
        self._leave()
        self.restore_wanted.emit()


class BackupListCard(Card):
    """All backups, the newest first."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("Made when the file is closed, every half hour, and before large changes. Each was read back once.")
        super().__init__(desk.theme.sizes, tr("Backups of this office"), hint)
        self._desk = desk
        self._whole = False
        self._shown: tuple[str, ...] | None = None
        self.rows: tuple[BackupRow, ...] = ()
        self.notice = Notice(desk.theme)
        self.empty = Text(
            tr("No backup yet. The first is made when a changed file is closed."),
            "muted",
            wrap=True,
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.sizes.step * 2)
        self.more = Button(desk.theme, tr("Show all"), self._show_all, icon="chevron-down", quiet=True)
        for piece in (self.notice, self.empty):
            self.box.addWidget(piece)
        self.box.addLayout(self._column)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Read the folder again."""
        try:
            backups = self._desk.workspace.backups.all()
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            backups = ()
        shown = backups if self._whole else backups[:SHOWN]
        self.empty.setVisible(not backups)
        self.more.setVisible(len(backups) > len(shown))
        names = tuple(backup.path.name for backup in shown)
        if names == self._shown:
            return
        self._shown = names
        clear(self._column)
        self.rows = tuple(self._row(backup) for backup in shown)

    def restore(self, backup: Backup) -> None:
        """Restore a backup."""
        workspace = self._desk.workspace
        try:
            workspace.backups.restore(backup)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
        else:
            self.notice.say("")
            self._desk.say(tr("Restored. What was here before is a backup now."))
        self.refresh()

    def _row(self, backup: Backup) -> BackupRow:
        row = BackupRow(self._desk, backup)
        row.restore_wanted.connect(partial(self.restore, backup))
        if self._column.count():
            self._column.addWidget(rule())
        self._column.addWidget(row)
        return row

    def _show_all(self) -> None:
        self._whole = True
        self.refresh()

"""The page of backups (ข้อมูลสำรอง): restore, a second place, a copy, and moving to another computer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page import Page
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.pages.backups.backup_list import BackupListCard
from ita_desktop.ui.pages.backups.other_computer import OtherComputerCard
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button, enable
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.text import Text


class BackupsPage(Page):
    """Everything that keeps the office from being lost."""

    NAME = PageName.BACKUPS
    TABLES = frozenset(
        ("agency", "signer", "year", "score", "narrative", "plan", "measure", "result", "risk", "memo", "setting")
    )

    def build(self) -> None:
        desk = self.desk
        self.copy_button = Button(desk.theme, tr("Save a copy…"), desk.copy_wanted.emit, icon="save-all")
        self.back_up_button = Button(desk.theme, tr("Back up now"), self.back_up, icon="archive-restore", primary=True)
        for button in (self.copy_button, self.back_up_button):
            self.add_action(button)
        self.notice = Notice(desk.theme)
        self.list = BackupListCard(desk)
        self.other = OtherComputerCard(desk)
        self.flow.column.addWidget(self.notice)
        self.flow.column.addWidget(self.list)
        self.flow.column.addWidget(self._second_card())
        self.flow.column.addWidget(self.other)
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("Go back to an earlier day, keep a second copy, or move to another computer.")

    def refresh(self) -> None:
        workspace = self.desk.workspace
        self.notice.say(" ".join(filter(None, (workspace.clock_doubt, workspace.backups.place.second_trouble))))
        enable(self.back_up_button, not workspace.read_only, workspace.read_only_reason)
        self.list.refresh()
        self.other.refresh()
        place = workspace.backups.place.second_place
        self._place.setText(str(place) if place else tr("none chosen: backups lie on this computer only"))
        self.forget_button.setVisible(place is not None)

    def back_up(self) -> None:
        """Make a backup now."""
        try:
            self.desk.workspace.backups.make()
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self.refresh()
        self.desk.say(tr("Backed up"))

    def choose_place(self) -> None:
        """Choose a USB stick or another disk for a copy of every backup."""
        folder = file_dialogs.ask_folder(tr("Second place for backups"), self.desk.workspace.path.parent, self.window())
        if folder is None:
            return
        try:
            self.desk.workspace.backups.place.second_place = folder
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self.refresh()

    def forget_place(self) -> None:
        """Keep backups on this computer only; what lies in the second place stays there."""
        self.desk.workspace.backups.place.second_place = None
        self.refresh()

    def _second_card(self) -> Card:
        theme = self.desk.theme
        hint = tr("A USB stick or another disk gets a copy of every backup; each copy is read back.")
        card = Card(theme.sizes, tr("Second place"), hint)
        self._place = Text("", wrap=True)
        card.box.addWidget(self._place)
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        self.place_button = Button(theme, tr("Choose a folder…"), self.choose_place, icon="hard-drive")
        self.forget_button = Button(theme, tr("No second place"), self.forget_place, quiet=True)
        row.addWidget(self.place_button)
        row.addWidget(self.forget_button)
        row.addStretch(1)
        card.box.addLayout(row)
        return card

"""To another computer and back: one sealed file for the whole office, looked through before anything of it is taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office import sending
from ita_desktop.app.office.import_export import read_office
from ita_desktop.app.office.merge import differences
from ita_desktop.domain.values.office import Office
from ita_desktop.i18n import tr
from ita_desktop.store.safety.package import SEND_SUFFIX
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.wording import clock, digits, short_day
from ita_desktop.ui.pages.backups.backup_list import contents_words
from ita_desktop.ui.parts.difference_list import DifferenceList
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.field import CheckField
from ita_desktop.ui.widgets.text import Text


class OtherComputerCard(Card):
    """Send, receive, and merge with both sides shown; nothing of ours is removed."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("For two people who share the work: send the whole office as one file, and take what comes back.")
        super().__init__(desk.theme.sizes, tr("Another computer"), hint)
        self._desk = desk
        self._theirs: Office | None = None
        self._base: Office | None = None
        self._package: Path | None = None
        self._new_copies = 0
        theme = desk.theme
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        self.send_button = Button(theme, tr("Send…"), self.send, icon="send")
        self.receive_button = Button(theme, tr("Receive…"), self.receive, icon="inbox")
        for button in (self.send_button, self.receive_button):
            row.addWidget(button)
        row.addStretch(1)
        self.notice = Notice(theme)
        self._about = Text("", "strong", wrap=True)
        self.list = DifferenceList(theme, mine=tr("Here"), theirs=tr("In the file"), choosable=True)
        self.copies = CheckField(theme, tr("Printed versions and signed copies"))
        self.merge_button = Button(theme, tr("Take what is ticked"), self.merge, icon="check")
        self.all_button = Button(theme, tr("Tick all"), lambda: self.list.tick_all(wanted=True), quiet=True)
        self.none_button = Button(theme, tr("Tick none"), lambda: self.list.tick_all(wanted=False), quiet=True)
        self.close_button = Button(theme, tr("Put the file away"), self.put_away, quiet=True)
        below = QHBoxLayout()
        for button in (self.merge_button, self.all_button, self.none_button, self.close_button):
            below.addWidget(button)
        below.addStretch(1)
        self.box.addLayout(row)
        for piece in (self.notice, self._about, self.list, self.copies):
            self.box.addWidget(piece)
        self.box.addLayout(below)
        self.put_away()

    def refresh(self) -> None:
        """Compare again after a change."""
        if self._theirs is not None:
            self._compare()

    def send(self) -> None:
        """Seal the office into one file; it is read back before it counts."""
        path = self._desk.workspace.path
        file = file_dialogs.ask_save_file(
            tr("Send to another computer"), path.with_suffix(SEND_SUFFIX), tr("Sent office"), SEND_SUFFIX, self.window()
        )
        if file is None:
            return
        try:
            manifest = sending.send(self._desk.workspace, file)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self.notice.say("")
        text = tr("{file} holds the whole office: {contents}")
        self._desk.say(text.format(file=file.name, contents=contents_words(manifest.contents)))

    def receive(self) -> None:
        """Ask for a file that came, or data as JSON or Excel."""
        kinds = f"{tr('Sent office')} (*{SEND_SUFFIX} *.json *.xlsx)"
        file = file_dialogs.ask_file(tr("Receive"), self._desk.workspace.path.parent, kinds, self.window())
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Show what differs between the office and this file; the reason where it cannot be read."""
        self.put_away()
        try:
            if file.suffix.lower() in (".json", ".xlsx"):
                self._theirs = read_office(file, self._desk.workspace.frameworks)
                about = tr("{file}: data only; printed versions and signed copies do not come in a file of this kind")
                about = about.format(file=file.name)
            else:
                manifest = sending.inspect(file)
                self._theirs = sending.received(file)
                self._base = sending.common_state(self._desk.workspace, file)
                self._package, self._new_copies = file, self._desk.workspace.copies.new_in(file)
                self.copies.show_value(True)
                when = f"{short_day(manifest.made_at.date())} {clock(manifest.made_at)}"
                about = f"{file.name}: {manifest.made_by}, {when}, {contents_words(manifest.contents)}"
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self._about.setText(about)
        self._compare()

    def merge(self) -> None:
        """Merge what is ticked as one undo step; a backup is made first."""
        if self._theirs is None:
            return
        taken, theirs, workspace = self.list.taken(), self._theirs, self._desk.workspace
        package = self._package if self._new_copies and self.copies.value() else None
        self.put_away()
        try:
            if taken:
                workspace.merge(theirs, taken)
            copies = workspace.copies.take(package) if package else 0
        except WorkspaceError as refused:
            self.notice.say(str(refused))
        else:
            text = tr("{count} places taken over")
            if copies:
                text = tr("{count} places and {copies} printed versions and copies taken over")
            self._desk.say(text.format(count=digits(len(taken)), copies=digits(copies)))

    def put_away(self) -> None:
        """Forget the file that was read."""
        self._theirs, self._base, self._package, self._new_copies = None, None, None, 0
        self.notice.say("")
        for piece in (self._about, self.list, self.copies, *self._ways):
            piece.hide()

    @property
    def _ways(self) -> tuple[Button, ...]:
        return (self.merge_button, self.all_button, self.none_button, self.close_button)

    def _compare(self) -> None:
        if self._theirs is None:
            return
        found = differences(self._desk.office, self._theirs, base=self._base)
        more = self._new_copies
        self.notice.say("" if found or more else tr("Nothing differs."))
        text = tr("Printed versions and signed copies that are not here: {count}")
        self.copies.setText(text.format(count=digits(more)))
        self.copies.setAccessibleName(self.copies.text())
        self.copies.setVisible(bool(more))
        self._about.show()
        self.list.show_differences(found, self._desk.facts)
        self.list.setVisible(bool(found))
        for button in self._ways:
            button.setVisible(bool(found))
        self.merge_button.setVisible(bool(found or more))
        self.close_button.show()

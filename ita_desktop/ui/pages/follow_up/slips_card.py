"""ใบงานกอง: a unit's measures as a file to fill in, and what came back beside what is here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office import sending
from ita_desktop.app.office.merge import differences
from ita_desktop.app.office.opening import wall_clock
from ita_desktop.app.office.sending import SLIP_BOOK_SUFFIX, SLIP_SUFFIX, Slip
from ita_desktop.i18n import tr
from ita_desktop.store.file.lock import user_and_computer
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.saving import save
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.parts.difference_list import DifferenceList
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.text import Text


class SlipsCard(Card):
    """Send a slip to a unit, take it back, and merge what differs as one step that can be undone."""

    def __init__(self, desk: Desk) -> None:
        hint = tr(
            "A unit fills in the slip in Excel, or takes it into its own copy of this program, and sends it back."
        )
        super().__init__(desk.theme.sizes, tr("Slips for the units (ใบงานกอง)"), hint)
        self._desk = desk
        self._slip: Slip | None = None
        theme = desk.theme
        self.unit = ChoiceField(theme, tr("Unit"))
        self.book_button = Button(theme, tr("For Excel…"), self.send_workbook, icon="table-2")
        self.book_button.setAccessibleName(tr("Make a slip for Excel"))
        self.send_button = Button(theme, tr("For this program…"), self.send, icon="send")
        self.send_button.setAccessibleName(tr("Make a slip for this program"))
        self.take_button = Button(theme, tr("Take a slip back…"), self.take, icon="inbox")
        row = QHBoxLayout()
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(self.book_button)
        row.addWidget(self.send_button)
        row.addWidget(self.take_button)
        row.addStretch(1)
        self.box.addWidget(self.unit)
        self.box.addLayout(row)
        self.notice = Notice(theme)
        self._from = Text("", "strong", wrap=True)
        self.list = DifferenceList(theme, mine=tr("Here"), theirs=tr("On the slip"), choosable=True)
        self.merge_button = Button(theme, tr("Take what is ticked"), self.merge, icon="check")
        self.close_button = Button(theme, tr("Put the slip away"), self.put_away, quiet=True)
        below = QHBoxLayout()
        below.addWidget(self.merge_button)
        below.addWidget(self.close_button)
        below.addStretch(1)
        for piece in (self.notice, self._from, self.list):
            self.box.addWidget(piece)
        self.box.addLayout(below)
        self.put_away()

    def refresh(self) -> None:
        """Offer the units that have a measure in the plan shown."""
        units = sending.units_of(self._desk.office, self._desk.plan_year)
        self.unit.set_choices(tuple((unit, unit) for unit in units))
        if self.unit.value() is None and units:
            self.unit.show_value(units[0])
        for button in (self.book_button, self.send_button):
            button.setEnabled(bool(units))
        if self._slip is not None:
            self._compare(self._slip)

    def send(self) -> None:
        """Write the slip of the unit chosen, for a unit that has this program."""
        self._send(SLIP_SUFFIX)

    def send_workbook(self) -> None:
        """Write it as a workbook, for a unit that fills it in with Excel."""
        self._send(SLIP_BOOK_SUFFIX)

    def _send(self, suffix: str) -> None:
        unit = self.unit.value()
        name = f"{unit}-{int(self._desk.plan_year)}{suffix}".replace("/", "-")
        folder = self._desk.workspace.path.parent
        ending = f".{suffix.rpartition('.')[2]}"

        def ask() -> Path | None:
            return file_dialogs.ask_save_file(tr("Make a slip"), folder / name, tr("Slip"), ending, self.window())

        def write(file: Path) -> str:
            person = user_and_computer()
            slip = sending.slip_for(self._desk.office, self._desk.plan_year, unit, wall_clock(), person)
            sending.write_slip(file, slip, self._desk.workspace.frameworks)
            return tr("Saved as {file}").format(file=file.name)

        save(self._desk, ask, write, self.window())

    def take(self) -> None:
        """Ask for a returned slip and show what differs."""
        file = file_dialogs.ask_file(
            tr("Take a slip back"), self._desk.workspace.path.parent, f"{tr('Slip')} (*.xlsx *.json)", self.window()
        )
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Show what differs between the office and this slip; the reason where it cannot be read."""
        self.put_away()
        try:
            slip = sending.read_slip(file, self._desk.workspace.frameworks)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self._compare(slip)

    def merge(self) -> None:
        """Merge what is ticked; a backup is made first."""
        if self._slip is None:
            return
        taken = self.list.taken()
        theirs = sending.beside(self._slip, self._desk.office)
        self.put_away()
        self._desk.workspace.merge(theirs, taken)
        self._desk.say(tr("{count} places taken over").format(count=digits(len(taken))), Tone.GOOD)

    def put_away(self) -> None:
        """Forget the slip that was read."""
        self._slip = None
        self.notice.say("")
        for piece in (self._from, self.list, self.merge_button, self.close_button):
            piece.hide()

    def _compare(self, slip: Slip) -> None:
        self._slip = slip
        found = differences(self._desk.office, sending.beside(slip, self._desk.office), keep_both=False)
        head = tr("{unit}, plan of {year}, from {who}: {count} places differ")
        words = head.format(unit=slip.unit, year=digits(slip.plan_year), who=slip.made_by, count=digits(len(found)))
        self._from.setText(words)
        self.list.show_differences(found, self._desk.facts)
        self._from.show()
        self.list.setVisible(bool(found))
        self.merge_button.setVisible(bool(found))
        self.close_button.show()

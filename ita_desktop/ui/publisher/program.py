"""Update of the program from a signed file (ปรับปรุงโปรแกรมจากแฟ้ม), and back to the version before."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ita_desktop import __version__
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.publisher import updates
from ita_desktop.app.publisher.updates import Progress, Stage
from ita_desktop.i18n import tr
from ita_desktop.store.publisher.signed import Slip
from ita_desktop.store.publisher.versions import Versions, number
from ita_desktop.ui.frame.opening import Offices
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.publisher.window import BringWindow, BringWords, Fact
from ita_desktop.ui.widgets.buttons import Button, enable

MEGABYTE = 1_000_000


def words() -> BringWords:
    """What the window says."""
    return BringWords(
        title=tr("Update the program from a file"),
        hint=tr("A newer program comes as a signed file, without the internet. The one in use stays beside it."),
        verb=tr("Update the program"),
        kind=tr("Newer program"),
        suffix=updates.SUFFIX,
    )


class ProgramWindow(BringWindow):
    """The work is done in small pieces while the program goes on; stopping it leaves everything as it was."""

    def __init__(
        self,
        offices: Callable[[], Offices],
        office: Callable[[], Workspace | None],
        versions: Versions,
        recent: Callable[[], tuple[Path, ...]],
        folder: Path,
        parent: QWidget,
    ) -> None:
        self._offices, self._office, self._versions, self._recent = offices, office, versions, recent
        self._file = Path()
        self._work: Generator[Progress, None, Slip] | None = None
        super().__init__(offices().theme, words(), folder, parent)
        self.back_button = Button(self.theme, tr("Back to the version before"), self.go_back, icon="rotate-ccw")
        self.back_button.setAutoDefault(True)
        self.buttons.insertWidget(0, self.back_button)
        self._next = QTimer(self)
        self._next.timeout.connect(self._go_on)
        self.progress.cancelled.connect(self.stop)
        self._show_way_back()

    @property
    def is_working(self) -> bool:
        return self._work is not None

    def look(self, file: Path) -> tuple[Fact, ...]:
        resources = self._offices().library.resources
        slip = updates.look_at(file, resources, self._versions)
        self._file = file
        size = round(sum(part.size for part in slip.parts) / MEGABYTE, 1)
        if not updates.starts_in_place():
            text = tr("This program is not running from its installation, so a newer one cannot replace it.")
            self.notice.say(text)
        names = ", ".join(path.stem for path in self._to_back_up()) or tr("none")
        return (
            (tr("Version"), digits(slip.version)),
            (tr("Used now"), digits(self._in_use)),
            (tr("Signed by"), updates.signed_by(file, resources)),
            (tr("Size"), tr("{size} MB").format(size=digits(size))),
            (tr("Note"), slip.note),
            (tr("Backed up first"), names),
            (tr("Afterwards"), tr("It tests itself and is used the next time you open the program.")),
        )

    def take(self) -> None:
        """Begin; what is being done is shown, and can be stopped."""
        opened, offices = self._office(), self._offices()
        self._work = updates.installing(
            self._file,
            offices.library.resources,
            self._versions,
            self._recent(),
            offices.frameworks,
            opened,
            offices.library.folders.backups,
        )
        self.take_button.setEnabled(False)
        self.choose_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self.progress.tell(_stage_words(Stage.BACK_UP), 0, 0)
        self.progress.cancel.setFocus()
        self._next.start(0)

    def stop(self) -> None:
        """Leave off; what was unpacked so far is removed."""
        if self._work is not None:
            self._work.close()
            self._end()
            self.notice.say(tr("Stopped. Nothing was changed."))
            self.take_button.setEnabled(True)

    def go_back(self) -> None:
        """Use the version before from the next start on."""
        self.put_away()
        try:
            version = updates.go_back(self._versions)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        if version:
            self.say(tr("From the next start on version {version} is used.").format(version=digits(version)))
        else:
            self.say(tr("From the next start on the program is used as it was installed."))
        self._show_way_back()

    def reject(self) -> None:
        """Closed, or left with Escape: what is being done is left off too."""
        self.stop()
        super().reject()

    @property
    def _in_use(self) -> str:
        return max(__version__, self._versions.in_use or "0", key=number)

    def _to_back_up(self) -> tuple[Path, ...]:
        opened = self._office()
        paths = (*((opened.path,) if opened else ()), *self._recent())
        return tuple(dict.fromkeys(paths))

    def _go_on(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            progress = next(work)
        except StopIteration as end:
            slip: Slip = end.value
            self._end()
            self.put_away()
            text = tr("Version {version} is used when you open the program the next time.")
            self.say(text.format(version=digits(slip.version)))
            self.close_button.setFocus()
        except WorkspaceError as refused:
            self._end()
            self.put_away()
            self.notice.say(str(refused))
        else:
            self.progress.tell(_stage_words(progress.stage), progress.done, progress.of)

    def _end(self) -> None:
        self._next.stop()
        self._work = None
        self.progress.hide()
        self.choose_button.setEnabled(True)
        self._show_way_back()

    def _show_way_back(self) -> None:
        why_not = tr("The program is used as it was installed; there is no version to go back to.")
        enable(self.back_button, bool(self._versions.in_use), why_not)


def _stage_words(stage: Stage) -> str:
    return {
        Stage.BACK_UP: tr("Backing up the offices"),
        Stage.UNPACK: tr("Installing the new version beside this one"),
        Stage.TRY: tr("The new version tests itself"),
    }[stage]

"""An office that came from another computer (หน่วยงานที่รับมา): shown, then kept as a file of this one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office import sending
from ita_desktop.app.office.import_export import import_office, read_office
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import tr
from ita_desktop.store.file_kinds import JSON, OFFICE, WORKBOOK
from ita_desktop.store.safety.package import contents_of
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import clock, short_day
from ita_desktop.ui.pages.backups.backup_list import contents_words
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card, Notice
from ita_desktop.ui.widgets.text import Text


class ArrivalCard(Card):
    """Read the file; WorkspaceError if it is not an office, or was damaged in transit."""

    kept = Signal(Path)
    """The new file (Path)."""

    def __init__(self, theme: Theme, file: Path, frameworks: Mapping[int, Framework], folder: Path) -> None:
        self._file, self._frameworks, self._folder = file, frameworks, folder
        self._is_data = file.suffix.lower() in (JSON, WORKBOOK)
        if self._is_data:
            contents, came = contents_of(read_office(file, frameworks)), ""
        else:
            manifest = sending.inspect(file)
            contents = manifest.contents
            came = f"{manifest.made_by}, {short_day(manifest.made_at.date())} {clock(manifest.made_at)}"
        self._name = contents.agency
        super().__init__(theme.sizes, contents.agency or file.name, " · ".join(filter(None, (file.name, came))))
        self.notice = Notice(theme)
        self.keep_button = Button(theme, tr("Keep it on this computer…"), self.ask, icon="hard-drive", primary=True)
        self.box.addWidget(Text(contents_words(contents), wrap=True))
        self.box.addWidget(self.notice)
        self.box.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)

    def ask(self) -> None:
        """Ask where to save the office, and create its file there."""
        proposed = self._folder / f"{self._name or self._file.stem}{OFFICE}"
        title, kind = tr("Where to keep the file"), tr("ITA office")
        target = file_dialogs.ask_save_file(title, proposed, kind, OFFICE, self.window())
        if target is not None:
            self.keep(target)

    def keep(self, target: Path) -> None:
        """Make the office's file; nothing is written over."""
        try:
            if self._is_data:
                import_office(self._file, target, replace=False, frameworks=self._frameworks)
            else:
                sending.take_as_new(self._file, target)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
        else:
            self.kept.emit(target)

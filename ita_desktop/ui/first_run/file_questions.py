"""The last question: where the file is saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from ita_desktop.app.outputs import OFFICE_SUFFIX
from ita_desktop.app.start.new_office import why_not_there
from ita_desktop.domain.values.agency import Agency
from ita_desktop.i18n import tr
from ita_desktop.ui.first_run.question import Question
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.field_box import FieldBox


class FileQuestion(Question):
    """Where the office's one file lies."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        hint = tr("One file contains all years of the office. Everything is saved at once; there is no Save button.")
        super().__init__(theme, tr("Where should the file be saved?"), hint)
        self._folder = folder
        self._proposed = ""
        self.path = LineField(tr("File"))
        self._box = FieldBox(theme, tr("File"), self.path)
        self.column.addWidget(self._box)
        self.change = Button(theme, tr("Choose another place…"), self._ask, icon="folder-open")
        self.column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @property
    def file(self) -> Path:
        name = self.path.text().strip()
        return self._folder / (name if name.endswith(OFFICE_SUFFIX) else name + OFFICE_SUFFIX)

    def prepare(self, agency: Agency) -> None:
        if self.path.text() == self._proposed:
            self._proposed = str(self._folder / f"{agency.name}{OFFICE_SUFFIX}")
            self.path.show_value(self._proposed)

    def fault(self) -> str:
        typed = self.path.text().strip()
        reason = why_not_there(self.file) if typed else tr("Type a name for the file.")
        self._box.show_fault(reason)
        self.path.show_fault(reason)
        return reason

    def _ask(self) -> None:
        title = tr("Where to keep the file")
        file = file_dialogs.ask_save_file(title, self.file, tr("ITA office"), OFFICE_SUFFIX, self)
        if file is not None:
            self.path.show_value(str(file))
            self.fault()

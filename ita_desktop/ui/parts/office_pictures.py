"""The office's own emblem and the seal on its covers (ตราของหน่วยงาน): choose, show and remove them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.office_options import OfficePicture, keep_picture, options_of, remove_picture
from ita_desktop.app.papers.printing import OPTIONS
from ita_desktop.documents.options import DocumentOptions, EmblemChoice
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.widgets.buttons import IconButton
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.picture_picker import PicturePicker, thumbnail
from ita_desktop.ui.widgets.text import Chip, show_if


class PictureRow(QWidget):
    """Emblem or seal: the picker, the stored picture, and a button to remove it."""

    def __init__(self, desk: Desk, kind: OfficePicture) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        theme = desk.theme
        is_emblem = kind is OfficePicture.EMBLEM
        verb = tr("Choose the emblem…") if is_emblem else tr("Choose the seal for covers…")
        self.picker = PicturePicker(theme, verb, desk.workspace.path.parent)
        self.picker.taken.connect(self.keep)
        self._shown = QLabel()
        self._shown.setAccessibleName(tr("The emblem of the office") if is_emblem else tr("The seal for covers"))
        self.chip = Chip(theme)
        self.remove = IconButton(theme, "x", tr("Take the picture out"), self.take_out)
        kept = QHBoxLayout()
        kept.setSpacing(theme.sizes.step)
        for piece in (self._shown, self.chip, self.remove):
            kept.addWidget(piece)
        kept.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step)
        column.addWidget(self.picker)
        column.addLayout(kept)

    def refresh(self) -> None:
        """Show what the office keeps."""
        data: bytes = getattr(options_of(self._desk.workspace), self._kind.value)
        show_if(self._shown, bool(data))
        if data:
            self._shown.setPixmap(thumbnail(self._desk.theme, data))
        self.chip.show_text("circle-check" if data else "info", self._words(there=bool(data)), Tone.PLAIN)
        show_if(self.remove, bool(data))

    def keep(self, data: bytes) -> None:
        """Keep the picture in the office's file, and print it from now on; one step that can be undone."""
        workspace = self._desk.workspace
        try:
            with workspace.step("setting"):
                keep_picture(workspace, self._kind, data)
                self._print(EmblemChoice.OWN)
        except WorkspaceError as refused:
            self.picker.notice.say(str(refused))
        else:
            self.picker.put_away()
            self.picker.choose.setFocus()

    def take_out(self) -> None:
        """Remove the office's picture (undoable)."""
        workspace = self._desk.workspace
        with workspace.step("setting"):
            remove_picture(workspace, self._kind)
            self._print(EmblemChoice.BUILT_IN)

    def _print(self, emblem: EmblemChoice) -> None:
        if self._kind is OfficePicture.EMBLEM:
            options = DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))
            self._desk.workspace.set_setting(OPTIONS, replace(options, emblem=emblem).to_setting())

    def _words(self, *, there: bool) -> str:
        if there:
            return tr("kept in the file")
        return tr("none chosen") if self._kind is OfficePicture.EMBLEM else tr("none: covers show the emblem")


class OfficePictures(QWidget):
    """Emblem and seal, one below the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rows = {kind: PictureRow(desk, kind) for kind in OfficePicture}
        self.notice = Notice(desk.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.sizes.step * 2)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.notice)

    def refresh(self) -> None:
        """Show what the office keeps, and say where a chosen emblem is missing."""
        for row in self.rows.values():
            row.refresh()
        kept = options_of(self._desk.workspace)
        lacking = kept.emblem is EmblemChoice.OWN and not kept.own_emblem
        text = tr("Choose the picture of the emblem; until then the built-in one is printed.")
        self.notice.say(text if lacking else "")


def emblem_choices() -> tuple[tuple[EmblemChoice, str], ...]:
    """Return the choices for the head of a memo."""
    return (
        (EmblemChoice.BUILT_IN, tr("the built-in emblem")),
        (EmblemChoice.OWN, tr("the office's own picture")),
        (EmblemChoice.NONE, tr("none: the paper already has it")),
    )

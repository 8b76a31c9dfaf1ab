"""An emblem or seal to choose (เลือกตรา): a picture of its own, or one of those in a Word file of the office."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.emblems import PICTURE_SUFFIXES, WORD_SUFFIXES, FoundPicture, pictures_in
from ita_desktop.i18n import tr
from ita_desktop.store.pictures.docx_places import PicturePlace
from ita_desktop.ui.look.palette import PAPER
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.qt.busy import busy
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Notice
from ita_desktop.ui.widgets.file_drop import FileDrop
from ita_desktop.ui.widgets.text import Text, show_if

ROWS = 3
"""Pictures seen without scrolling."""


def thumbnail(theme: Theme, data: bytes) -> QPixmap:
    """The picture on white, as paper shows it."""
    side = theme.sizes.thumbnail
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    image = QImage.fromData(data).scaled(
        *(side - 2 * theme.sizes.step,) * 2,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.palette.line))
    painter.setBrush(QColor(PAPER))
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), theme.sizes.step, theme.sizes.step)
    painter.drawImage((side - image.width()) // 2, (side - image.height()) // 2, image)
    painter.end()
    return pixmap


def picture_words(one: FoundPicture) -> str:
    """Where a picture stands and how large it is."""
    if one.place is None:
        return tr("{width} × {height} pixels").format(width=digits(one.pixels[0]), height=digits(one.pixels[1]))
    where = {
        PicturePlace.HEADER: tr("at the head of the page"),
        PicturePlace.BODY: tr("on page {number}").format(number=digits(one.page)),
        PicturePlace.FOOTER: tr("at the foot of the page"),
    }[one.place]
    wide, high = (digits(f"{length:.1f}") for length in one.size)
    size = tr("{width} × {height} cm").format(width=wide, height=high) if all(one.size) else ""
    likely = tr("looks like an emblem") if one.likely else ""
    return " · ".join(filter(None, (where, size, likely)))


class PictureList(QListWidget):
    """Pictures with their places; a click, Enter or Space takes one."""

    taken = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("picks", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        side = theme.sizes.thumbnail
        self.setIconSize(QSize(side, side))
        self.itemClicked.connect(lambda item: self.taken.emit(self.row(item)))

    def show_pictures(self, found: tuple[FoundPicture, ...]) -> None:
        """The pictures; the first is proposed where it is likely."""
        self.clear()
        for one in found:
            pixmap = thumbnail(self._theme, one.data)
            icon = QIcon(pixmap)
            icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it
            self.addItem(QListWidgetItem(icon, picture_words(one)))
        if found and found[0].likely:
            self.setCurrentRow(0)
        row = self._theme.sizes.thumbnail + 2 * self._theme.sizes.step
        self.setFixedHeight(row * min(len(found), ROWS) + self._theme.sizes.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentRow() >= 0:
            self.taken.emit(self.currentRow())
            event.setAccepted(event.key() == Qt.Key.Key_Space)  # Enter goes on, where the widget around has a next
        else:
            super().keyPressEvent(event)


class PicturePicker(QFrame):
    """Choose or drop a file; shows its pictures, or says why it cannot be used and what to do."""

    taken = Signal(bytes)
    """The picture that was clicked, or the only one there is."""
    shown = Signal()
    """What is in the file is seen now, or why it cannot be used."""

    def __init__(self, theme: Theme, verb: str, folder: Path) -> None:
        super().__init__()
        self._theme, self.folder = theme, folder
        self.found: tuple[FoundPicture, ...] = ()
        self.setProperty("drop", True)
        self.choose = Button(theme, verb, self.ask, icon="folder-open")
        self._hint = Text(tr("PNG, JPEG or a Word file (.docx); it can also be dropped here."), "help", wrap=True)
        self.notice = Notice(theme)
        self.heading = Text("", "head", wrap=True)
        self.list = PictureList(theme, tr("Pictures in the file"))
        self.list.taken.connect(lambda row: self.taken.emit(self.found[row].data))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.sizes.step * 2,) * 4)
        column.setSpacing(theme.sizes.step)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for piece in (self._hint, self.notice, self.heading, self.list):
            column.addWidget(piece)
        FileDrop(self, (*PICTURE_SUFFIXES, *WORD_SUFFIXES)).dropped.connect(self.read)
        self.put_away()

    @property
    def picked(self) -> bytes:
        """The picture that is marked; empty where none is."""
        row = self.list.currentRow()
        return self.found[row].data if 0 <= row < len(self.found) else b""

    def ask(self) -> None:
        """Ask for the file."""
        suffixes = " ".join(f"*{suffix}" for suffix in (*PICTURE_SUFFIXES, ".docx"))
        kinds = f"{tr('Pictures and Word files')} ({suffixes})"
        file = file_dialogs.ask_file(tr("Choose a picture"), self.folder, kinds, self.window())
        if file is not None:
            self.read(file)

    def read(self, file: Path) -> None:
        """Show what the file offers; a picture of its own is taken at once."""
        self.put_away()
        self.folder = file.parent
        try:
            with busy():  # large photos take a second to look through
                self.found = pictures_in(file)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            self.shown.emit()
            return
        self.heading.setText(tr("Click the emblem among the pictures in {file}").format(file=file.name))
        self.list.show_pictures(self.found)
        alone = self.found[0].place is None
        show_if(self.heading, not alone)
        show_if(self.list, True)
        self.list.setFocus()
        if alone:
            self.list.setCurrentRow(0)
            self.taken.emit(self.found[0].data)
        self.shown.emit()

    def put_away(self) -> None:
        """Forget the file that was read."""
        self.found = ()
        self.notice.say("")
        self.list.clear()
        self.list.hide()
        self.heading.hide()

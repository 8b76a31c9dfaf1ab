"""ภาพหน้าจอ ITAS: pictures of the result page, kept beside the year's numbers and looked at in the preview's place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.copies import pasted_scan, read_scan
from ita_desktop.domain.values.copies import CopyKind, KeptCopy
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.paper.kept import copy_words, save
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card, Notice, clear
from ita_desktop.ui.widgets.file_drop import FileDrop
from ita_desktop.ui.widgets.text import IconMark, Text


class ItasCard(Card):
    """Choose, paste or drop a picture of the ITAS page; look at it beside the numbers, as large as one likes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Picture of the ITAS page"))
        self._desk = desk
        self._shown: tuple[KeptCopy, ...] | None = None
        theme = desk.theme
        self.choose_button = Button(theme, tr("Choose a picture…"), self.ask, icon="folder-open", quiet=True)
        self.paste_button = Button(theme, tr("Paste the picture"), self.paste, icon="clipboard-paste", quiet=True)
        self.head.addWidget(self.choose_button)
        self.head.addWidget(self.paste_button)
        hint = tr("Kept in the file with the numbers; PDF, JPEG or PNG, it can also be dropped here.")
        self._hint = Text(hint, "help", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.sizes.step)
        self.notice = Notice(theme)
        for piece in (self._hint, self.notice):
            self.box.addWidget(piece)
        self.box.addLayout(self._rows)
        FileDrop(self, ()).all_dropped.connect(self.take)

    @property
    def pictures(self) -> tuple[KeptCopy, ...]:
        """Those of the year whose result is shown."""
        year = self._desk.assessed_year
        return tuple(
            one for one in self._desk.workspace.copies.kept if one.kind is CopyKind.ITAS and one.fiscal_year == year
        )

    def refresh(self) -> None:
        """Show the pictures of the year."""
        for button in (self.choose_button, self.paste_button):
            button.setEnabled(not self._desk.workspace.read_only)
        found = self.pictures
        if found != self._shown:
            self._shown = found
            clear(self._rows)
            for one in found:
                self._rows.addWidget(self._row(one))
        self._hint.setVisible(not found)

    def reset(self) -> None:
        """Forget what was said about another year."""
        self.notice.say("")
        self.refresh()

    def ask(self) -> None:
        """Ask for the picture."""
        kinds = f"{tr('Scans and photos')} ({file_dialogs.SCANS})"
        folder = self._desk.workspace.path.parent
        files = file_dialogs.ask_files(tr("Picture of the ITAS page"), folder, kinds, self.window())
        if files:
            self.take(files)

    def take(self, files: Sequence[Path]) -> None:
        """Keep these files with the year's numbers, all or none; the reason where they cannot be."""
        workspace, year = self._desk.workspace, int(self._desk.assessed_year)
        try:
            scans = [read_scan(file, screen=True) for file in files]
            with workspace.step("copy"):
                for scan in scans:
                    workspace.copies.keep_itas(year, scan)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
        else:
            self._kept()

    def paste(self) -> None:
        """Keep the picture that was copied, e.g. with the Print Screen key."""
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.notice.say(tr("There is no picture on the clipboard. Copy the ITAS page first (Print Screen key)."))
            return
        try:
            year = int(self._desk.assessed_year)
            name = f"ITAS-{year}-{len(self.pictures) + 1}.png"
            self._desk.workspace.copies.keep_itas(year, pasted_scan(_png(image), name))
        except WorkspaceError as refused:
            self.notice.say(str(refused))
        else:
            self._kept()

    def look(self) -> None:
        """Show the newest picture beside the numbers."""
        found = self.pictures
        if found:
            self._desk.kept_wanted.emit(found[-1], 1)

    def remove(self, one: KeptCopy) -> None:
        """Remove a picture (undoable)."""
        self._desk.workspace.copies.remove_copy(one.id)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> None:
        self.notice.say("")
        self._desk.say(tr("The picture is kept in the file."))
        self.look()

    def _row(self, one: KeptCopy) -> QWidget:
        theme, desk = self._desk.theme, self._desk
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.step * 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(one.name, wrap=True))
        words.addWidget(Text(copy_words(one), "help", wrap=True))
        row.addWidget(IconMark(theme, "table-2", Tone.ACCENT))
        row.addLayout(words, 1)
        look = partial(desk.kept_wanted.emit, one, 1)
        button = Button(theme, tr("Show beside the numbers"), look, icon="eye", quiet=True)
        button.setAccessibleName(tr("Show {name} beside the numbers").format(name=one.name))
        row.addWidget(button)
        out = tr("Save a copy of {name}").format(name=one.name)
        row.addWidget(IconButton(theme, "file-down", out, lambda: self._save(one)))
        bin_ = IconButton(theme, "trash-2", tr("Remove {name}").format(name=one.name), partial(self.remove, one))
        bin_.setEnabled(not desk.workspace.read_only)
        row.addWidget(bin_)
        return holder

    def _save(self, one: KeptCopy) -> None:
        save(self._desk, one, self._desk.workspace.path.parent, self.window())


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())

"""ฉบับพิมพ์และสำเนาที่ลงนาม: the versions of one paper, what was signed of each, and where a scan is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.document_states import (
    Standing,
    changed_words,
    papers_of,
    signed_copies,
    standing_of,
    versions_of,
)
from ita_desktop.app.papers.printing import OPTIONS, YearPaper
from ita_desktop.app.papers.signed_copies import keep_signed, too_few_pages
from ita_desktop.documents import DocumentOptions
from ita_desktop.domain.values.copies import KeptCopy, PrintedVersion
from ita_desktop.i18n import tr
from ita_desktop.store.records.copies import MOST_TOGETHER
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.left_marks import left_mark, paper_mark
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, short_day
from ita_desktop.ui.paper.kept import One, copy_words, save, size_words, version_words
from ita_desktop.ui.widgets import file_dialogs
from ita_desktop.ui.widgets.buttons import Button, IconButton
from ita_desktop.ui.widgets.card import Card, Notice, clear
from ita_desktop.ui.widgets.field import CheckField, ChoiceField
from ita_desktop.ui.widgets.file_drop import FileDrop
from ita_desktop.ui.widgets.text import Chip, IconMark, Text

SHOWN = 3
"""Versions listed at first, besides those that were signed."""
WORTH_SAYING = 100_000_000
"""Bytes of kept papers above which their size is shown."""


def dated(words: str, standing: Standing) -> str:
    """Add the day since when it is so."""
    return f"{words} {short_day(standing.since)}" if standing.since is not None else words


class CopiesCard(Card):
    """The versions of the paper chosen, newest first, each with its signed copies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme.sizes, tr("Printed versions and signed copies"))
        self._desk = desk
        theme = desk.theme
        self.chip = Chip(theme)
        self.head.addWidget(self.chip)
        self.paper = ChoiceField(theme, tr("Paper"))
        self.paper.finished.connect(self._chosen)
        self.notice = Notice(theme)
        self._changed = Notice(theme)
        self.coded = CheckField(theme, tr("Print a small code at the foot of its pages, to find it again by (F3)"))
        self.coded.finished.connect(self._switch_code)
        self._all = False
        self._shown: object = None
        self._room = Text("", "help", wrap=True)
        self._room.hide()
        self._rows = QGridLayout()
        self._rows.setColumnStretch(0, 1)
        self._rows.setHorizontalSpacing(theme.sizes.step * 2)
        self._rows.setVerticalSpacing(theme.sizes.step)
        self.box.addWidget(self.paper)
        self._standing: Standing | None = None
        desk.checking.changed.connect(self._show_mark)
        self.box.addWidget(self._changed)
        self.box.addLayout(self._rows)
        self.box.addWidget(self._drop_zone())
        self.box.addWidget(self._room)
        self.box.addWidget(self.notice)
        self.box.addWidget(self.coded)

    @property
    def sheet(self) -> YearPaper | None:
        """The paper chosen."""
        chosen = self.paper.value()
        papers = papers_of(self._desk.workspace, self._desk.plan_year)
        return next((one for one in papers if (one.document, one.memo) == chosen), None)

    def show_sheet(self, sheet: YearPaper) -> None:
        """Show the versions of another paper."""
        if (sheet.document, sheet.memo) != self.paper.value():
            self.notice.say("")
            self._all = False
            self._offer()
            self.paper.show_value((sheet.document, sheet.memo))
            self.refresh()

    def refresh(self) -> None:
        """Show what is kept now."""
        self._offer()
        sheet = self.sheet
        if sheet is None:
            return
        workspace = self._desk.workspace
        standing = standing_of(workspace, self._desk.plan_year, sheet)
        self._standing = standing
        self._show_mark()
        self._changed.say(changed_words(standing))
        coded = sheet.document in self._options.coded
        self.coded.show_value(coded)
        self.coded.setEnabled(not workspace.read_only)
        self.add_button.setEnabled(not workspace.read_only)
        self._show_rows(sheet, coded=coded)
        size = workspace.copies.size
        text = tr("Kept papers take {size} of at most {most} in this file, and in each of its backups.")
        most = size_words(MOST_TOGETHER)
        self._room.setText(text.format(size=size_words(size), most=most) if size > WORTH_SAYING else "")
        self._room.setVisible(size > WORTH_SAYING)

    def _show_mark(self) -> None:
        """Show the mark that the paper has everywhere, a printed or signed one with its day."""
        sheet, standing = self.sheet, self._standing
        if sheet is not None and standing is not None:
            left = self._desk.checking.left_of(sheet)
            icon, words, tone = paper_mark(left, standing)
            self.chip.show_text(icon, words if words == left_mark(left)[1] else dated(words, standing), tone)

    def _show_rows(self, sheet: YearPaper, *, coded: bool) -> None:
        """Rebuild the rows that differ; a focused button stays while something else is edited."""
        workspace = self._desk.workspace
        versions = versions_of(workspace, self._desk.plan_year, sheet)
        shown = (sheet, versions, workspace.copies.kept, coded, self._all)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        if not versions:
            words = tr("Not printed yet. Printing it or saving it as PDF keeps the version here, as it is.")
            self._rows.addWidget(Text(words, "muted", wrap=True), 0, 0, 1, 4)
        row, older = 0, 0
        for number, version in enumerate(reversed(versions)):
            if self._all or number < SHOWN or signed_copies(workspace, version):
                row = self._add_version(row, version, coded=coded)
            else:
                older += 1
        if older:
            text = tr("Show the older versions ({count})").format(count=digits(older))
            more = Button(self._desk.theme, text, self._show_all, icon="history", quiet=True)
            self._rows.addWidget(more, row, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)

    def ask(self) -> None:
        """Ask for the scans of the signed paper."""
        kinds = f"{tr('Scans and photos')} ({file_dialogs.SCANS})"
        files = file_dialogs.ask_files(tr("Signed copy"), self._desk.workspace.path.parent, kinds, self.window())
        if files:
            self.take(files)

    def take(self, files: Sequence[Path], into: int | None = None) -> None:
        """Keep these files with the version that counts, or with the one named; the reason where they cannot be."""
        sheet = self.sheet
        if sheet is None:
            return
        desk = self._desk
        try:
            kept = keep_signed(desk.workspace, desk.plan_year, sheet, files, desk.library.resources, into)
        except WorkspaceError as refused:
            self.notice.say(str(refused))
            return
        self.notice.say(kept.to_look_at)
        text = tr("Kept with version {number}: {count} files.").format(
            number=digits(kept.version.number), count=digits(kept.count)
        )
        if kept.shrunk:
            text += " " + tr("Large photos were made as fine as A4 at 300 dots per inch.")
        desk.say(text)

    @property
    def _options(self) -> DocumentOptions:
        return DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))

    def _offer(self) -> None:
        papers = papers_of(self._desk.workspace, self._desk.plan_year)
        self.paper.set_choices(tuple(((one.document, one.memo), one.title) for one in papers))
        if self.paper.value() is None and papers:
            self.paper.show_value((papers[0].document, papers[0].memo))

    def _chosen(self) -> None:
        sheet = self.sheet
        self.notice.say("")
        self._all = False
        if sheet is not None and sheet.possible:
            self._desk.sheet_wanted.emit(sheet)
        self.refresh()

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_code(self) -> None:
        sheet = self.sheet
        if sheet is not None:
            options, name = self._options, frozenset({sheet.document})
            coded = options.coded | name if self.coded.value() else options.coded - name
            self._desk.workspace.set_setting(OPTIONS, replace(options, coded=coded).to_setting())

    def _drop_zone(self) -> QFrame:
        theme = self._desk.theme
        zone = QFrame()
        zone.setProperty("drop", True)
        self.add_button = Button(theme, tr("Add the signed copy…"), self.ask, icon="file-plus")
        hint = Text(
            tr(
                "PDF, JPEG or PNG, at most 25 MB each; they can be dropped here or on the paper at the right. "
                "Place and camera are taken out of photos."
            ),
            "help",
            wrap=True,
        )
        row = QHBoxLayout(zone)
        row.setContentsMargins(*(theme.sizes.step * 2,) * 4)
        row.setSpacing(theme.sizes.step * 2)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(hint, 1)
        FileDrop(self, ()).all_dropped.connect(self.take)
        return zone

    def _add_version(self, row: int, version: PrintedVersion, *, coded: bool) -> int:
        workspace = self._desk.workspace
        name = tr("Version {number}").format(number=digits(version.number))
        if version.key.round:
            name += " " + tr("{n} months").format(n=digits(version.key.round))
        words = [version_words(version, coded=coded)]
        lacking = too_few_pages(workspace, version)
        if lacking:
            words.append(tr("The signed copies have {n} pages less.").format(n=digits(lacking)))
        self._add_row(row, ("file-text", Tone.ACCENT), (name, " · ".join(words)), version)
        copies = signed_copies(workspace, version)
        for copy in copies:
            row += 1
            self._add_row(row, ("circle-check", Tone.GOOD), (copy.name, copy_words(copy)), copy)
        return row + 1

    def _add_row(self, row: int, mark: tuple[str, Tone], words: tuple[str, str], one: One) -> None:
        theme, is_copy = self._desk.theme, isinstance(one, KeptCopy)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.setContentsMargins(theme.sizes.inside if is_copy else 0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(theme.sizes.step * 2)
        head.addWidget(IconMark(theme, *mark, tr("signed") if is_copy else ""))
        head.addWidget(Text(words[0], "body" if is_copy else "strong", wrap=True), 1)
        text.addLayout(head)
        below = Text(words[1], "help", wrap=True)
        below.setIndent(theme.sizes.small_icon + theme.sizes.step * 2)
        text.addWidget(below)
        self._rows.addLayout(text, row, 0)
        for column, button in enumerate(self._buttons(words[0], one), start=1):
            self._rows.addWidget(button, row, column)

    def _buttons(self, name: str, one: One) -> tuple[Button | IconButton, ...]:
        theme, desk = self._desk.theme, self._desk
        look = Button(theme, tr("Look at it"), partial(desk.kept_wanted.emit, one, 1), icon="eye", quiet=True)
        look.setAccessibleName(tr("Look at {name}").format(name=name))
        out = IconButton(theme, "file-down", tr("Save a copy of {name}").format(name=name), partial(self.save, one))
        bin_ = IconButton(theme, "trash-2", tr("Remove {name}").format(name=name), partial(self.remove, one))
        bin_.setEnabled(not desk.workspace.read_only)
        return look, out, bin_

    def save(self, one: One) -> None:
        """Save a kept version or copy as a file."""
        save(self._desk, one, self._desk.workspace.path.parent, self.window())

    def remove(self, one: One) -> None:
        """Remove a version or copy (undoable); ask first only for a version with signed copies."""
        workspace = self._desk.workspace
        if isinstance(one, KeptCopy):
            workspace.copies.remove_copy(one.id)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if signed_copies(workspace, one):
            what = tr("version {number} with its signed copies").format(number=digits(one.number))
            if not file_dialogs.ask_remove(what, self.window()):
                return
        workspace.copies.remove_version(one.id)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

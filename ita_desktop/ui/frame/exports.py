"""Exports (ส่งออก): print, PDF, Word, text, the whole pack, the website's folder, Excel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.app.checks.left import Left, LeftState, left_words
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office import import_export
from ita_desktop.app.outputs import make_folder, write_output
from ita_desktop.app.papers.document_states import was_printed
from ita_desktop.app.papers.printing import OPTIONS, YearPaper, file_name, sheets
from ita_desktop.documents import DocumentOptions, pack
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.i18n import tr
from ita_desktop.typeset import Steps
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.export import Export
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.desk.saving import save
from ita_desktop.ui.frame.long_work import LongWork
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.wording import digits, prose
from ita_desktop.ui.paper import printing
from ita_desktop.ui.paper.kept import Shown
from ita_desktop.ui.paper.kept import save as save_kept
from ita_desktop.ui.paper.paper import Paper, Printed
from ita_desktop.ui.paper.preview import PreviewPanel
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.widgets import file_dialogs

if TYPE_CHECKING:
    from ita_desktop.ui.paper.print_dialog import PrintOrder

Told = Callable[[], str]


class Exports(QObject):
    """Each export asks where to, writes completely or not at all, and reports the result in the bar below."""

    def __init__(self, desk: Desk, paper: Paper, preview: PreviewPanel, preferences: Preferences) -> None:
        super().__init__()
        self._desk, self._paper, self._preview, self._preferences = desk, paper, preview, preferences
        self.work = LongWork(desk)

    @property
    def _window(self) -> QWidget:
        return self._preview.window()

    def export(self, kind: Export, sheet: YearPaper | None) -> None:
        """Export in this way; Word and text take a paper, and the one shown where it is None."""
        match kind:
            case Export.WORD:
                self.save_word(sheet)
            case Export.TEXT:
                self.copy_text(sheet)
            case Export.PACK:
                self.save_pack()
            case Export.WEBSITE:
                self.publish()
            case Export.EXCEL:
                self.save_workbook()

    def print(self) -> None:
        """Ask for the printer, naming open findings; print anyway if the user confirms."""
        kept = self._preview.kept
        if kept is not None:
            self._tell(lambda: self._kept_printed(kept))
            return
        sheet = self._shown()
        if sheet is not None:
            self._tell(lambda: self._printed(sheet))

    def save_pdf(self) -> None:
        """Save the paper shown as PDF: exactly the preview's bytes; a kept copy unchanged."""
        kept = self._preview.kept
        if kept is not None:
            save_kept(self._desk, kept.one, self._folder, self._window)
            return
        sheet = self._shown()
        if sheet is not None:
            self._save(sheet, "pdf", tr("Save as PDF"), lambda: self._preview.printed.pdf)

    def save_word(self, sheet: YearPaper | None = None) -> None:
        """Save a paper for Word; the one shown if None."""
        sheet = sheet or self._shown()
        if sheet is not None:
            chosen = sheet
            self._save(chosen, "docx", tr("Save for Word"), lambda: self._paper.word(chosen, *self._wanted(chosen)))

    def copy_text(self, sheet: YearPaper | None = None) -> None:
        """Copy a paper's plain text to the clipboard, for a system that takes no PDF."""
        sheet = sheet or self._shown()
        if sheet is None:
            return
        chosen = sheet

        def copy() -> str:
            QGuiApplication.clipboard().setText(self._paper.text(chosen, *self._wanted(chosen)))
            return tr("The text of “{title}” is on the clipboard; paste it where it is needed.").format(
                title=chosen.title
            )

        self._tell(copy)

    def save_workbook(self) -> None:
        """Save all data of the office as an Excel workbook."""
        proposed = self._folder / f"{self._desk.workspace.path.stem}.xlsx"
        workspace = self._desk.workspace

        def ask() -> Path | None:
            return file_dialogs.ask_save_file(tr("Save as Excel"), proposed, "Excel", ".xlsx", self._window)

        def write(file: Path) -> str:
            import_export.export_office(workspace.path, file, workspace.frameworks)
            if workspace.copies.versions or workspace.copies.kept:
                return f"{self._saved(file)} · {tr('printed versions and signed copies stay in the office file')}"
            return self._saved(file)

        save(self._desk, ask, write, self._window)

    def save_pack(self) -> None:
        """Save every complete paper of the year in a folder, each as PDF and for Word."""
        folder = file_dialogs.ask_folder(tr("Folder for the papers of the year"), self._folder, self._window)
        if folder is None:
            return

        target = folder / f"ITA-{int(self._desk.plan_year)}"
        ready = self._ready()
        written: list[Path] = []

        def stopped() -> str:
            return tr("Stopped: {count} files are in {folder}.").format(count=digits(len(written)), folder=target)

        self._preferences.folder = folder
        self.work.begin(
            tr("Making the papers of the year…"), len(ready), self._packing(ready, target, written), stopped
        )

    def _ready(self) -> list[YearPaper]:
        """Return the complete papers of the year's pack."""
        wanted = self._preview.options.pack
        return [
            sheet
            for sheet in sheets(self._desk.facts)
            if sheet.possible and not sheet.needs and (not wanted or sheet.document in (*wanted, pack.NAME))
        ]

    def _packing(self, ready: list[YearPaper], target: Path, written: list[Path]) -> Steps[str]:
        make_folder(target)
        for count, sheet in enumerate(ready):
            self.work.reached(count)
            facts, options, months = self._wanted(sheet)
            printed = yield from self._paper.setting(sheet, facts, options, months)
            written.append(target / file_name(sheet, self._desk.plan_year))
            write_output(written[-1], printed.pdf)
            if sheet.document in options.coded:  # a folder is for keeping; but a code on paper must lead somewhere
                self._freeze(sheet, printed)
            yield
            word = self._paper.word(sheet, facts, options, months)
            written.append(target / file_name(sheet, self._desk.plan_year, "docx"))
            write_output(written[-1], word)
            yield
        return tr("{count} papers are in {folder}, as PDF and for Word").format(count=digits(len(ready)), folder=target)

    def publish(self) -> None:
        """Write a folder for the office's website."""
        from ita_desktop.app.papers.publish import publishing

        folder = file_dialogs.ask_folder(tr("Folder for the website"), self._folder, self._window)
        if folder is None:
            return

        target = folder / f"ITA-web-{int(self._desk.plan_year)}"
        facts, options = self._desk.facts, self._preview.options

        def steps() -> Steps[str]:
            done = yield from publishing(facts, options, self._paper.resources, target)
            text = tr("{count} files for the website are in {folder}")
            return text.format(count=digits(len(done.files)), folder=target)

        def stopped() -> str:
            return tr("Stopped: not everything is in {folder} yet.").format(folder=target)

        self._preferences.folder = folder
        self.work.begin(tr("Making the papers for the website…"), 0, steps(), stopped)

    def save_copy(self) -> None:
        """Save a copy of the office file, e.g. because this one cannot be written."""
        path = self._desk.workspace.path
        word = tr("copy")
        proposed = self._folder / f"{path.stem} ({word}){path.suffix}"
        file = file_dialogs.ask_save_file(tr("Save a copy"), proposed, tr("ITA office"), path.suffix, self._window)
        if file is None:
            return

        def write() -> str:
            self._desk.workspace.save_copy(file)
            return self._saved(file)

        self._tell(write)

    @property
    def left(self) -> Left | None:
        """What is left of the paper shown; None before the first check and where no paper is shown."""
        sheet = self._preview.sheet
        return self._desk.checking.left_of(sheet) if sheet is not None else None

    @property
    def open_words(self) -> str:
        """What is open in the paper shown, for the print dialog; empty for nothing."""
        left = self.left
        if left is None or left.state is LeftState.READY:
            return ""
        return tr("This paper: {what}").format(what=prose(left_words(left)))

    @property
    def _folder(self) -> Path:
        return self._preferences.folder or self._desk.workspace.path.parent

    def _wanted(self, sheet: YearPaper) -> tuple[YearFacts, DocumentOptions, int]:
        """Return facts, options and round for this paper."""
        return self._desk.facts, self._preview.options, self._preview.round_of(sheet)

    def _shown(self) -> YearPaper | None:
        """Repaint and return the paper shown; without one, report the reason and return None."""
        self._preview.repaint_now()
        printed, sheet = self._preview.printed, self._preview.sheet
        if not printed.pdf or sheet is None:
            self._desk.say(printed.fault, Tone.LOOK)
            return None
        return sheet

    def _printed(self, sheet: YearPaper) -> str:
        printing.need_a_printer()
        options = self._preview.options
        from ita_desktop.ui.paper import print_dialog  # no page waits for it

        question = print_dialog.PrintQuestion(
            title=sheet.title,
            pages=self._preview.view.count,
            shift=(options.offset_x, options.offset_y),
            open_words=self.open_words,
            is_wrong=self.left is not None and self.left.state is LeftState.WRONG,
        )
        order = print_dialog.ask(self._desk.theme, question, self._window)
        if order is None:
            return ""
        if order.look:
            self._desk.page_wanted.emit(PageName.CHECK)
            return ""
        return self._send(sheet, order)

    def _kept_printed(self, kept: Shown) -> str:
        """Print a kept version or copy unchanged."""
        printing.need_a_printer()
        from ita_desktop.ui.paper import print_dialog  # no page waits for it

        question = print_dialog.PrintQuestion(
            title=f"{kept.about} · {kept.title}",
            pages=self._preview.kept_view.view.count,
            shift=(0.0, 0.0),
            movable=False,
        )
        order = print_dialog.ask(self._desk.theme, question, self._window)
        if order is None:
            return ""
        printer = printing.named_printer(order.printer)
        printer.setCopyCount(order.copies)
        printing.choose_pages(printer, order.first, order.last)
        return printing.send(kept.pdf, printer, f"ITA {kept.one.id}")

    def _send(self, sheet: YearPaper, order: PrintOrder) -> str:
        options = self._preview.options
        if order.shift != (options.offset_x, options.offset_y):
            moved = replace(options, offset_x=order.shift[0], offset_y=order.shift[1])
            self._desk.workspace.set_setting(OPTIONS, moved.to_setting())
            self._preview.repaint_now()
        printer = printing.named_printer(order.printer)
        printer.setCopyCount(order.copies)
        printing.choose_pages(printer, order.first, order.last)
        told = printing.send(self._preview.printed.pdf, printer, f"ITA {sheet.document}")
        return told + self._freeze(sheet, self._preview.printed)

    def _freeze(self, sheet: YearPaper, printed: Printed) -> str:
        """Keep the exported paper as a printed version; return the words that report it."""
        if self._desk.workspace.read_only:
            return ""
        months = self._preview.round_of(sheet)
        version = was_printed(self._desk.workspace, self._desk.plan_year, sheet, printed.pdf, printed.pages, months)
        return " · " + tr("kept as version {number}").format(number=digits(version.number))

    def _save(self, sheet: YearPaper, suffix: str, title: str, made: Callable[[], bytes]) -> None:
        proposed = self._folder / file_name(sheet, self._desk.plan_year, suffix)
        kind = "PDF" if suffix == "pdf" else "Word"

        def ask() -> Path | None:
            return file_dialogs.ask_save_file(title, proposed, kind, f".{suffix}", self._window)

        def write(file: Path) -> str:
            write_output(file, made())
            kept = self._freeze(sheet, self._preview.printed) if suffix == "pdf" else ""
            return self._saved(file) + kept

        save(self._desk, ask, write, self._window)

    def _saved(self, file: Path) -> str:
        self._preferences.folder = file.parent
        return tr("Saved as {file}").format(file=file.name)

    def _tell(self, act: Told) -> None:
        """Run an export and report what was done, or why it failed."""
        try:
            words = act()
        except (WorkspaceError, printing.PrintError) as refused:
            self._desk.say(str(refused), Tone.WRONG)
        else:
            if words:
                self._desk.say(words)

"""พิมพ์: which printer, which pages, how many, moved by how much; and what the checks still have open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.i18n import tr
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.paper.paper_options import ShiftField, read_shift
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Notice, scrolling
from ita_desktop.ui.widgets.field import ChoiceField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.sized import open_size
from ita_desktop.ui.widgets.text import Text, show_if

MOST_COPIES = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """The user's answers; ``look`` to see the open findings first."""

    printer: str = ""
    first: int = 1
    last: int = 0
    """0: to the end."""
    copies: int = 1
    shift: tuple[float, float] = (0.0, 0.0)
    """Millimetres to the right and down."""
    look: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintQuestion:
    """What the dialog asks about."""

    title: str
    pages: int
    shift: tuple[float, float]
    open_words: str = ""
    """What the checks still have open; empty for nothing."""
    is_wrong: bool = False
    """True where something printed would be wrong, not only to be looked at."""
    movable: bool = True
    """False for what is kept: it is printed as it is."""


def read_pages(text: str, count: int) -> tuple[int, int]:
    """Read ``2``, ``1-3`` or empty for all; ValueError says what is allowed."""
    plain = arabic_digits(text).replace("–", "-").replace(" ", "")
    first, dash, last = plain.partition("-")
    try:
        begin = int(first) if first else 1
        end = int(last) if last else count if dash or not first else begin
    except ValueError as fault:
        raise ValueError(tr("Type pages as 2 or 1-3")) from fault
    if not 1 <= begin <= end <= count:
        raise ValueError(tr("The paper has the pages {first} to {last}").format(first=digits(1), last=digits(count)))
    return begin, end


def read_copies(text: str) -> int:
    """Read a number of copies, 1 to 99; ValueError says so."""
    plain = arabic_digits(text).strip()
    if not plain.isdecimal() or len(plain) > len(str(MOST_COPIES)) or not 1 <= int(plain) <= MOST_COPIES:
        raise ValueError(tr("Type a number from {least} to {most}").format(least=digits(1), most=digits(MOST_COPIES)))
    return int(plain)


class PrintDialog(QDialog):
    """The questions before paper is used; a wrong answer is marked where it stands."""

    def __init__(self, theme: Theme, question: PrintQuestion, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme, self._question = theme, question
        self._look = False
        self.setWindowTitle(tr("Print"))
        self.setMinimumWidth(theme.sizes.px(460))
        names = tuple((name, name) for name in QPrinterInfo.availablePrinterNames())
        self.printer = ChoiceField(theme, tr("Printer"), names)
        self.printer.show_value(QPrinterInfo.defaultPrinterName() or (names[0][0] if names else ""))
        self.pages = LineField(tr("Pages"), tr("all pages"))
        self.copies = LineField(tr("Copies"))
        self.copies.show_value(digits(1))
        self.right, self.down = ShiftField(tr("Shift right (mm)")), ShiftField(tr("Shift down (mm)"))
        self.right.show_value(question.shift[0])
        self.down.show_value(question.shift[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.sizes.inside + 4,) * 4)
        column.setSpacing(theme.sizes.gap)
        inner = QWidget()
        questions = QVBoxLayout(inner)
        questions.setContentsMargins(0, 0, 0, 0)
        questions.setSpacing(theme.sizes.gap)
        questions.addWidget(Text(question.title, "title", wrap=True))
        questions.addWidget(self._open_findings())
        questions.addLayout(self._fields())
        questions.addStretch(1)
        column.addWidget(scrolling(inner, self.windowTitle()), 1)
        column.addLayout(self._buttons())
        open_size(self, theme.sizes.px(500), inner.sizeHint().height() + theme.sizes.px(100))
        self.printer.setFocus()

    @property
    def order(self) -> PrintOrder:
        """As answered; ValueError where a field cannot be read."""
        first, last = read_pages(self.pages.text(), self._question.pages)
        return PrintOrder(
            printer=self.printer.value() or "",
            first=first,
            last=last,
            copies=read_copies(self.copies.text()),
            shift=(read_shift(self.right.text()), read_shift(self.down.text())),
            look=self._look,
        )

    def look(self) -> None:
        """Close, because the open findings come first."""
        self._look = True
        self.reject()

    @property
    def wants_to_look(self) -> bool:
        return self._look

    def check(self) -> None:
        """Close where all answers can be read; else mark the one that cannot."""
        readers: tuple[tuple[str, Any], ...] = (
            ("pages", lambda text: read_pages(text, self._question.pages)),
            ("copies", read_copies),
            ("right", read_shift),
            ("down", read_shift),
        )
        wrong = None
        for name, read in readers:
            field, reason = getattr(self, name), ""
            try:
                read(field.text())
            except ValueError as fault:
                reason = str(fault)
                wrong = wrong or field
            field.show_fault(reason)
            self._boxes[name].show_fault(reason)
        if wrong is not None:
            wrong.setFocus()
        else:
            self.accept()

    def _open_findings(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        tone = Tone.WRONG if self._question.is_wrong else Tone.LOOK
        self.notice = Notice(self._theme, self._question.open_words, tone)
        self.look_button = Button(self._theme, tr("Look at them first"), self.look, icon="scan-search", quiet=True)
        column.addWidget(self.notice)
        column.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        show_if(box, bool(self._question.open_words))
        return box

    def _fields(self) -> QGridLayout:
        theme, grid = self._theme, QGridLayout()
        grid.setSpacing(theme.sizes.gap)
        count = tr("The paper has {count} pages; some of them: e.g. 1 or 1-2").format(
            count=digits(self._question.pages)
        )
        self._boxes = {
            "pages": FieldBox(theme, tr("Pages"), self.pages, count),
            "copies": FieldBox(theme, tr("Copies"), self.copies),
            "right": FieldBox(theme, tr("Shift right (mm)"), self.right),
            "down": FieldBox(theme, tr("Shift down (mm)"), self.down),
        }
        grid.addWidget(FieldBox(theme, tr("Printer"), self.printer), 0, 0, 1, 2)
        for at, box in enumerate(self._boxes.values()):
            grid.addWidget(box, 1 + at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        for name in ("right", "down"):
            show_if(self._boxes[name], self._question.movable)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.sizes.step * 2)
        row.addStretch(1)
        row.addWidget(Button(self._theme, tr("Cancel"), self.reject))
        word = tr("Print all the same") if self._question.open_words else tr("Print")
        self.print_button = Button(self._theme, word, self.check, icon="printer", primary=True)
        self.print_button.setDefault(True)
        row.addWidget(self.print_button)
        return row


def ask(theme: Theme, question: PrintQuestion, parent: QWidget | None) -> PrintOrder | None:
    """Ask what to print, or whether to look at open findings first; None if cancelled."""
    dialog = PrintDialog(theme, question, parent)
    try:
        if dialog.exec() == QDialog.DialogCode.Accepted:
            return dialog.order
        return PrintOrder(look=True) if dialog.wants_to_look else None
    finally:
        dialog.deleteLater()

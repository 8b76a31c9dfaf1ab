"""The question about emblem and seal: what is printed at the head of memos and on covers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ita_desktop.app.papers.office_options import OfficePicture
from ita_desktop.documents.options import EmblemChoice
from ita_desktop.i18n import tr
from ita_desktop.ui.first_run.office_questions import PickList
from ita_desktop.ui.first_run.question import Question
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.card import Flow
from ita_desktop.ui.widgets.fold import Fold
from ita_desktop.ui.widgets.picture_picker import PicturePicker


class Source(StrEnum):
    """Where the emblem of a memo comes from."""

    BUILT_IN = "built_in"
    PICTURE = "picture"
    WORD = "word"
    PAPER = "paper"


class EmblemQuestion(Question):
    """ตราครุฑและตราของหน่วยงาน."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        hint = tr("The first one suits nearly every office; it can be changed later.")
        super().__init__(theme, tr("What is the emblem on your memos?"), hint)
        rows = (
            (Source.BUILT_IN, tr("The program prints it")),
            (Source.PICTURE, tr("A picture of our own (PNG or JPEG)")),
            (Source.WORD, tr("Take it from one of our Word files (.docx)")),
            (Source.PAPER, tr("Our paper already has it")),
        )
        self.list = PickList(theme, tr("Emblem"), rows)
        self.list.setFixedHeight(self.list.minimumHeight())
        self.list.itemActivated.connect(lambda _: self.answered.emit())
        self.list.currentRowChanged.connect(lambda _: self._show_picker())
        self.picker = PicturePicker(theme, tr("Choose the emblem…"), folder)
        self.seal = PicturePicker(theme, tr("Choose the seal for covers…"), folder)
        title, when = tr("Seal of the office on covers"), tr("This can wait; without a seal, covers show the emblem.")
        self.covers = Fold(theme, title, when, lambda: self.seal)
        self._flow = Flow(theme.sizes, tr("Emblem"))
        for piece in (self.list, self.picker, self.covers):
            self._flow.column.addWidget(piece)
        self._flow.column.addStretch(1)
        self.column.addWidget(self._flow, 1)
        for picker in (self.picker, self.seal):
            picker.shown.connect(partial(self._bring_up, picker))
            picker.choose.setAutoDefault(True)  # Enter on it chooses a file instead of going on without one
        self._show_picker()

    @property
    def emblem(self) -> EmblemChoice:
        """What memos show; a picture of one's own only where one was chosen."""
        if self._wants_picture:
            return EmblemChoice.OWN
        return EmblemChoice.NONE if self.list.picked == Source.PAPER else EmblemChoice.BUILT_IN

    @property
    def pictures(self) -> Mapping[OfficePicture, bytes]:
        """The pictures chosen."""
        chosen = {
            OfficePicture.EMBLEM: self.picker.picked if self._wants_picture else b"",
            OfficePicture.COVER: self.seal.picked,
        }
        return {kind: data for kind, data in chosen.items() if data}

    def fault(self) -> str:
        if not self._wants_picture or self.picker.picked:
            return ""
        reason = tr("Choose the picture of the emblem, or choose another row above.")
        self.picker.notice.say(self.picker.notice.text or reason)
        return reason

    def first_field(self) -> QWidget:
        return self.picker.choose if self._wants_picture and not self.picker.picked else self.list

    def _bring_up(self, picker: PicturePicker) -> None:
        """Scroll so that the result or the reason is fully visible."""
        inner = self._flow.widget()
        layout = inner.layout() if inner is not None and inner.isAncestorOf(picker) else None
        if inner is not None and layout is not None:
            layout.activate()
            inner.resize(inner.width(), max(inner.sizeHint().height(), inner.height()))
            self._flow.verticalScrollBar().setValue(picker.mapTo(inner, QPoint(0, 0)).y())

    @property
    def _wants_picture(self) -> bool:
        return self.list.picked in (Source.PICTURE, Source.WORD)

    def _show_picker(self) -> None:
        self.picker.setVisible(self._wants_picture)
        if not self.picker.found:
            self.picker.notice.say("")

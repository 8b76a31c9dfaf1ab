"""ชุดเอกสารของปี: which documents it holds, and whether memos count it as their enclosures."""

from __future__ import annotations

from dataclasses import replace

from ita_desktop.app.papers.printing import OPTIONS
from ita_desktop.documents import DOCUMENTS, DocumentOptions
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.field import CheckField

PACK = "pack"


class PackCard(Card):
    """All ticked is the same as no choice: what lacks nothing is in the pack."""

    def __init__(self, desk: Desk) -> None:
        hint = tr("For the bound pack, the folder, and the website. What the year does not have yet is left out.")
        super().__init__(desk.theme.sizes, tr("The year's pack"), hint)
        self._desk = desk
        self.boxes: dict[str, CheckField] = {}
        for kind in DOCUMENTS.values():
            if kind.name != PACK:
                box = self.boxes[kind.name] = CheckField(desk.theme, kind.title)
                box.finished.connect(self._ticked)
                self.box.addWidget(box)
        self.enclosures = CheckField(desk.theme, tr("Memos name the pack's papers as their enclosures"))
        self.enclosures.finished.connect(self._counted)
        self.box.addWidget(self.enclosures)

    def refresh(self) -> None:
        """Show what the office has chosen."""
        options = self._options
        for name, box in self.boxes.items():
            box.show_value(not options.pack or name in options.pack)
        self.enclosures.show_value(options.enclosures_from_pack)

    @property
    def _options(self) -> DocumentOptions:
        return DocumentOptions.from_setting(self._desk.workspace.setting(OPTIONS))

    def _ticked(self) -> None:
        ticked = tuple(name for name, box in self.boxes.items() if box.value())
        whole = len(ticked) in (0, len(self.boxes))
        self._store(replace(self._options, pack=() if whole else ticked))
        self.refresh()

    def _counted(self) -> None:
        self._store(replace(self._options, enclosures_from_pack=self.enclosures.value()))

    def _store(self, options: DocumentOptions) -> None:
        self._desk.workspace.set_setting(OPTIONS, options.to_setting())

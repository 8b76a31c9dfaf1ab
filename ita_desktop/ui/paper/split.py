"""The splitter between page and paper, remembered for each page."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.preferences import Preferences

LEAST, MOST = 0.15, 0.8
"""Of the whole width for the paper, whatever another screen made of it."""


class PaperSplit(QSplitter):
    """The page at the left, the paper at the right; the divider stays where the user moves it."""

    def __init__(self, theme: Theme, preferences: Preferences, page: QWidget, paper: QWidget) -> None:
        super().__init__()
        self._theme, self._preferences, self._paper = theme, preferences, paper
        self._name = ""
        self._settled = False
        self.setChildrenCollapsible(False)
        self.addWidget(page)
        self.addWidget(paper)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(lambda: self._keep())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.settle)
        theme.changed.connect(self._later.start)  # when page and paper know how much room they need now

    def show_page(self, name: str) -> None:
        """Divide the width as it was last divided on this page."""
        self._name = name
        self.settle()
        self._later.start()

    def take_back(self) -> None:
        """Put the paper beside the page again, after it lay over it as a drawer."""
        self.addWidget(self._paper)
        self.settle()

    def settle(self) -> None:
        """Divide the width as the user did on this page, else give the paper its usual width."""
        usual = self._theme.sizes.preview
        share = self._preferences.paper_share(self._name)
        room = self.width() - self.handleWidth()
        wanted = usual if share is None else round(room * min(max(share, LEAST), MOST))
        self._settled = self.width() > 2 * usual
        self.setSizes([room - wanted, wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._settled:
            self.settle()

    def _keep(self) -> None:
        page, paper = self.sizes()
        if self._name and page + paper:
            self._preferences.keep_paper_share(self._name, paper / (page + paper))

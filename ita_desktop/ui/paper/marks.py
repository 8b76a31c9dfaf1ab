"""The grounds of words found on the printed pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtPdf import QPdfDocument

from ita_desktop.ui.look.palette import FOUND, LIGHT
from ita_desktop.ui.paper.search import Found

AROUND = 1.5
"""Points of ground around the words; Thai has signs above and below its letters."""


class PaperMarks:
    """What is marked in a document; its texts and places are read when first asked for, forgotten with ``clear``."""

    def __init__(self, document: QPdfDocument) -> None:
        self._document = document
        self._texts: tuple[str, ...] | None = None
        self._places: dict[Found, tuple[QRectF, ...]] = {}
        self.found: tuple[Found, ...] = ()
        self.current = 0
        """Which of the words found has an edge besides its ground."""

    def clear(self) -> None:
        """Forget everything: the document is another."""
        self._texts, self.found, self.current = None, (), 0
        self._places.clear()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of every page."""
        if self._texts is None:
            pages = range(self._document.pageCount())
            self._texts = tuple(self._document.getAllText(page).text() for page in pages)
        return self._texts

    def places(self, found: Found) -> tuple[QRectF, ...]:
        """Where words stand, in points from the page's upper left corner: one place for each line they are in."""
        if found not in self._places:
            bounds = self._document.getSelectionAtIndex(found.page, found.at, found.length).bounds()
            self._places[found] = tuple(
                polygon.boundingRect().adjusted(-AROUND, -AROUND, AROUND, AROUND) for polygon in bounds
            )
        return self._places[found]

    def paint(self, painter: QPainter, page: int, corner: QPointF, scale: float) -> None:
        """Paint the marks of a page under its letters; ``scale`` is pixels per point."""
        for number, found in enumerate(self.found):
            if found.page != page:
                continue
            for place in self.places(found):
                room = QRectF(place.topLeft() * scale + corner, place.size() * scale)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(room, QColor(FOUND))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if number == self.current:
                    painter.setPen(QPen(QColor(LIGHT.accent), 2))
                    painter.drawRect(room)

"""The printed pages on the screen: the PDF's own bytes, drawn by QtPdf."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ita_desktop.typeset import Leaf
from ita_desktop.ui.look.palette import PAPER
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.paper.album import WHOLE, Album, Band, Drawn
from ita_desktop.ui.paper.marks import PaperMarks
from ita_desktop.ui.paper.search import Found

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
A4_WIDTH = 595.0
"""Points."""
POINT = 96 / 72
"""Logical pixels for a PDF point at 100 %."""


FINER = ((3, 0.75), (2, 1.0))
"""How many times larger a page is drawn before it is shrunk, where it is shown below this share of its size."""

SETTLED = 80
"""Milliseconds without a key press after which the pages not being edited are redrawn."""

ALBUMS = 4
"""Papers of which pictures are kept, so that going back to one draws nothing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on a printed page, in PDF points from its upper left corner; pages count from 0."""

    page: int
    x: float
    y: float


class PageView(QAbstractScrollArea):
    """Pages below each other; ``zoom`` None fits the width."""

    pages_changed = Signal()
    replaced = Signal()
    """Another document is shown, or the same one repainted."""
    clicked = Signal(Spot)
    """The Spot clicked."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._document = QPdfDocument(self)
        self._marks = PaperMarks(self._document)
        self._bytes = QByteArray()
        self._buffer: QBuffer | None = None
        self._album = Album()
        self._albums: dict[str, Album] = {}
        self._urgent: int | None = None
        """The page that is drawn while somebody types; None when nobody does: then all are."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self._draw_all)
        self._zoom: float | None = None
        self._pdf: bytes | None = None
        self._room: object = None
        self._rects: list[QRect] = []
        self.setAccessibleName(name)
        self.setProperty("paper", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    @property
    def count(self) -> int:
        return len(self._album.leaves)

    @property
    def current(self) -> int:
        """The page in sight, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for page in range(self.count):
            if self._rect(page).bottom() >= middle:
                return page
        return max(self.count - 1, 0)

    @property
    def zoom(self) -> float:
        """Size in use; 1 is the size of the paper."""
        return self._scale(self.current) / POINT

    def show_pdf(self, pdf: bytes, page: int | None = None, leaves: Sequence[Leaf] = (), paper: str = "") -> None:
        """Show another document at the place where the one before stood; empty bytes show nothing.

        Of a ``paper`` that was shown before only what has other ink on its ``leaves`` is drawn anew; where ``page`` is
        being edited, on the other pages a moment later.
        """
        if pdf is self._pdf and self._album.images:
            return
        self._pdf = pdf
        self._document.close()
        self._marks.clear()
        self._buffer = None
        self._urgent = page
        self._album = self._albums.pop(paper, Album())
        self._albums = {**dict([*self._albums.items()][-ALBUMS + 1 :]), paper: self._album}
        self._album.show(tuple(leaves) or self._leaves())
        self._room = None
        self._arrange()
        self.replaced.emit()
        self.pages_changed.emit()
        self.viewport().update()

    @property
    def waiting(self) -> int:
        """Pages whose former picture still stands until the typing pauses."""
        if not self._settle.isActive():
            return 0
        return sum(self._key(page, self._rect(page).size()) in self._album.outdated for page in range(self.count))

    def set_zoom(self, zoom: float | None) -> None:
        """Set the zoom factor, or None to fit the width."""
        if zoom != self._zoom:
            middle = self._share()
            self._zoom = zoom
            self._arrange()
            self.verticalScrollBar().setValue(round(middle * max(self.verticalScrollBar().maximum(), 1)))
            self.pages_changed.emit()
            self.viewport().update()

    def step_zoom(self, direction: int) -> None:
        """Step to the next larger (1) or smaller (-1) zoom."""
        now = self.zoom
        larger = [z for z in ZOOMS if z > now + 0.01]
        smaller = [z for z in ZOOMS if z < now - 0.01]
        if direction > 0 and larger:
            self.set_zoom(larger[0])
        elif direction < 0 and smaller:
            self.set_zoom(smaller[-1])

    def go_to(self, page: int) -> None:
        """Scroll to a page, leaving the gap above it."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(self._rect(page).top() - self._gap())

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of every page."""
        self._open()
        return self._marks.texts

    def mark(self, found: tuple[Found, ...], current: int) -> None:
        """Give words a coloured ground, and those at ``current`` an edge too."""
        self._open()
        self._marks.found, self._marks.current = found, current
        self.viewport().update()

    def reveal_found(self, found: Found) -> None:
        """Scroll only as far as needed to see words that were found."""
        for place in self._marks.places(found)[:1]:
            self.reveal(Spot(found.page, place.x(), place.center().y()))

    def reveal(self, spot: Spot) -> None:
        """Scroll only as far as needed to see the spot."""
        if not 0 <= spot.page < self.count:
            return
        y = self._rect(spot.page).top() + round(spot.y * self._scale(spot.page))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        margin = height // 6
        if not bar.value() + margin <= y <= bar.value() + height - margin:
            bar.setValue(y - height // 3)
        x = self._rect(spot.page).left() + round(spot.x * self._scale(spot.page))
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if not across.value() <= x <= across.value() + width - width // 4:
            across.setValue(x - width // 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        edge = QColor(self._theme.palette.line)
        for page in range(self.count):
            rect = self._rect(page).translated(-offset)
            if not rect.intersects(event.rect()):
                continue
            painter.fillRect(rect, QColor(PAPER))
            painter.drawPixmap(rect.topLeft(), self._image(page, rect.size()))
            self._marks.paint(painter, page, rect.topLeft().toPointF(), self._scale(page))
            painter.setPen(edge)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        share = self._share()
        self._arrange()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))
        self.pages_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.go_to(self.current + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Plus:
            self.step_zoom(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if spot := self.spot_at(event.position().toPoint()):
            self.clicked.emit(spot)

    def spot_at(self, at: QPoint) -> Spot | None:
        """The place on paper under a point of the viewport."""
        at += QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page in range(self.count):
            rect = self._rect(page)
            if rect.contains(at):
                return Spot(page, (at.x() - rect.x()) / self._scale(page), (at.y() - rect.y()) / self._scale(page))
        return None

    def position_text(self) -> str:
        """หน้า n/m."""
        return f"{digits(self.current + 1)}/{digits(self.count)}" if self.count else ""

    def _scrolled(self) -> None:
        self.viewport().update()
        self.pages_changed.emit()

    def _share(self) -> float:
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _gap(self) -> int:
        return self._theme.sizes.step * 2

    def _scale(self, page: int, points: float = 0.0) -> float:
        """Return logical pixels per PDF point of this page, which is ``points`` wide."""
        if self._zoom is not None:
            return self._zoom * POINT
        points = points or (self._album.leaves[page].width if page < self.count else 0.0)
        return max(self._room_across(), self._theme.sizes.icon_rail) / (points or A4_WIDTH)

    def _room_across(self) -> int:
        """Return the width beside the vertical scroll bar, shown or not.

        The viewport's own width would do the opposite: the scale would decide whether the bar is shown, and the bar
        the scale, so that a paper about as high as the view would be laid out for ever.
        """
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    def _size(self, page: int) -> QSize:
        leaf = self._album.leaves[page]
        return (QSizeF(leaf.width, leaf.height) * self._scale(page, leaf.width)).toSize()

    def _rect(self, page: int) -> QRect:
        """Return the rectangle of a page in the column of all pages."""
        room = (self.viewport().width(), self._room_across(), self._zoom, self._gap())
        if room != self._room:
            self._room, self._rects, top = room, [], 0
            for number in range(self.count):
                size = self._size(number)
                left = max((self.viewport().width() - size.width()) // 2, 0)
                self._rects.append(QRect(QPoint(left, top), size))
                top += size.height() + self._gap()
        return self._rects[page] if 0 <= page < len(self._rects) else QRect()

    def _arrange(self) -> None:
        last = self._rect(self.count - 1) if self.count else QRect()
        height, width = self.viewport().height(), self.viewport().width()
        self.verticalScrollBar().setRange(0, max(last.bottom() + 1 - height, 0))
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setSingleStep(self._theme.sizes.row)
        widest = max((rect.width() for rect in self._rects), default=0)
        self.horizontalScrollBar().setRange(0, max(widest - width, 0))
        self.horizontalScrollBar().setPageStep(width)

    def _open(self) -> None:
        """Read the bytes; most often only to draw a page that has no picture yet."""
        if self._buffer is None and self._pdf:
            self._bytes = QByteArray(self._pdf)
            self._buffer = QBuffer(self._bytes)
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)

    def _leaves(self) -> tuple[Leaf, ...]:
        """The pages as the bytes themselves tell of them, which does not say what is painted."""
        self._open()
        sizes = [self._document.pagePointSize(page) for page in range(self._document.pageCount())]
        ink = ((hash(self._pdf), *WHOLE),)
        return tuple(Leaf(size.width(), size.height(), ink) for size in sizes)

    def _draw_all(self) -> None:
        self._urgent = None
        self.viewport().update()

    def _drawn(self, page: int, pixels: QSize, top: int, bottom: int) -> QImage:
        """Rows of the page in so many pixels, ``bottom`` not among them.

        PDFium draws no line thinner than a pixel, so a small page is made larger and shrunk.
        """
        points = self._album.leaves[page].width
        finer = next((n for n, below in FINER if pixels.width() < below * POINT * points), 1)
        self._open()
        part = QSize(pixels.width(), bottom - top)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(pixels * finer)
        # QtPdf takes the last row and column of the clip for its height and width
        options.setScaledClipRect(QRect(QPoint(0, top * finer), part * finer + QSize(1, 1)))
        image = self._document.render(page, part * finer, options)
        if finer == 1:
            return image
        return image.scaled(part, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def _key(self, page: int, size: QSize) -> Drawn:
        return (page, size.width(), size.height(), round(self.devicePixelRatioF() * 100))

    def _image(self, page: int, size: QSize) -> QPixmap:
        ratio, key = self.devicePixelRatioF(), self._key(page, size)
        picture = self._album.picture(key, ratio)
        if key in self._album.outdated and self._urgent not in (None, page):
            self._settle.start()
            return picture
        for band in self._album.outdated.pop(key, ()):
            self._draw(page, picture, band)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _draw(self, page: int, pixmap: QPixmap, band: Band) -> None:
        pixmap.setDevicePixelRatio(1)
        fine = pixmap.height() / self._album.leaves[page].height
        top = max(math.floor(band[0] * fine), 0)
        bottom = pixmap.height() if math.isinf(band[1]) else min(math.ceil(band[1] * fine), pixmap.height())
        if bottom <= top:
            return
        image = self._drawn(page, pixmap.size(), top, bottom)
        painter = QPainter(pixmap)
        painter.fillRect(0, top, pixmap.width(), bottom - top, QColor(PAPER))
        painter.drawImage(0, top, image)
        painter.end()

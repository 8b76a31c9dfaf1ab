"""The printed pages on the screen: the PDF's own bytes, drawn by QtPdf."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt, QTimer, Signal
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

from ita_desktop.typeset import Ink
from ita_desktop.ui.paper_marks import PaperMarks
from ita_desktop.ui.paper_search import Found
from ita_desktop.ui.theme import PAPER, Theme
from ita_desktop.ui.wording import digits

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
A4_WIDTH = 595.0
"""Points."""
POINT = 96 / 72
"""Logical pixels for a PDF point at 100 %."""


FINER = ((3, 0.75), (2, 1.0))
"""How many times larger a page is drawn before it is shrunk, where it is shown below this share of its size."""

SETTLED = 80
"""Milliseconds without a key press after which the pages that nobody edits are drawn anew."""

KEPT = 12
"""Pictures of pages that are kept, more than can be in sight."""

Drawn = tuple[int, int, int, int]
"""Page, width and height in pixels, hundredths of a device pixel ratio."""
Band = tuple[float, float]
"""From one height of a page to another, in PDF points from its top."""
WHOLE: Band = (0.0, math.inf)


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
    """Another document is shown, or the same made anew."""
    clicked = Signal(object)
    """The Spot clicked."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._document = QPdfDocument(self)
        self._marks = PaperMarks(self._document)
        self._bytes = QByteArray()
        self._buffer: QBuffer | None = None
        self._images: dict[Drawn, QPixmap] = {}
        self._outdated: dict[Drawn, tuple[Band, ...]] = {}
        """What of a picture is not as the page is now."""
        self._ink: tuple[tuple[Ink, ...], ...] = ()
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
    def document(self) -> QPdfDocument:
        return self._document

    @property
    def count(self) -> int:
        return self._document.pageCount()

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

    def show_pdf(self, pdf: bytes, page: int | None = None, ink: tuple[tuple[Ink, ...], ...] = ()) -> None:
        """Show another document at the place where the one before stood; empty bytes show nothing.

        Only what has other ``ink`` than before is drawn anew; while somebody types, at once on the page edited (or the
        one in sight), on the others a moment later.
        """
        if pdf is self._pdf and self._images:
            return
        self._pdf = pdf
        self._urgent = self.current if page is None else page
        self._keep_what_stays(ink)
        self._document.close()
        self._marks.clear()
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        if pdf:
            self._document.load(self._buffer)
        self._room = None
        self._arrange()
        self.replaced.emit()
        self.pages_changed.emit()
        self.viewport().update()

    @property
    def waiting(self) -> int:
        """Pages whose former picture still stands until the typing pauses."""
        return len(self._outdated) if self._settle.isActive() else 0

    def set_zoom(self, zoom: float | None) -> None:
        """A size, or None to fit the width."""
        if zoom != self._zoom:
            middle = self._share()
            self._zoom = zoom
            self._forget_images()
            self._arrange()
            self.verticalScrollBar().setValue(round(middle * max(self.verticalScrollBar().maximum(), 1)))
            self.pages_changed.emit()
            self.viewport().update()

    def step_zoom(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        now = self.zoom
        larger = [z for z in ZOOMS if z > now + 0.01]
        smaller = [z for z in ZOOMS if z < now - 0.01]
        if direction > 0 and larger:
            self.set_zoom(larger[0])
        elif direction < 0 and smaller:
            self.set_zoom(smaller[-1])

    def go_to(self, page: int) -> None:
        """Bring a page into sight."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(self._rect(page).top() - self._gap())

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of every page."""
        return self._marks.texts

    def mark(self, found: tuple[Found, ...], current: int) -> None:
        """Give words a coloured ground, and those at ``current`` an edge too."""
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
        if self._zoom is None and event.size().width() != event.oldSize().width():
            self._forget_images()
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
        """Logical pixels for a PDF point of this page, which is so many points wide."""
        if self._zoom is not None:
            return self._zoom * POINT
        points = points or (self._document.pagePointSize(page).width() if page < self.count else 0.0)
        return max(self.viewport().width(), self._theme.sizes.rail) / (points or A4_WIDTH)

    def _size(self, page: int) -> QSize:
        points = self._document.pagePointSize(page)
        return (points * self._scale(page, points.width())).toSize()

    def _rect(self, page: int) -> QRect:
        """Where a page stands in the column of all pages."""
        room = (self.viewport().width(), self._zoom, self._gap(), self._theme.sizes.rail)
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

    def _forget_images(self) -> None:
        self._images.clear()
        self._outdated.clear()

    def _keep_what_stays(self, ink: tuple[tuple[Ink, ...], ...]) -> None:
        """Note what the pictures lack of pages with this ink, and forget those of pages that are no more."""
        former, self._ink = self._ink, ink
        for key in tuple(self._images):
            page = key[0]
            if page >= len(ink) or page >= len(former):
                del self._images[key]
                self._outdated.pop(key, None)
            elif bands := changed(former[page], ink[page], self._outdated.get(key, ())):
                self._outdated[key] = bands

    def _forget_far_from(self, page: int) -> None:
        for key in sorted(self._images, key=lambda key: abs(key[0] - page))[KEPT:]:
            del self._images[key]
            self._outdated.pop(key, None)

    def _draw_all(self) -> None:
        self._urgent = None
        self.viewport().update()

    def _drawn(self, page: int, pixels: QSize, top: int, bottom: int) -> QImage:
        """Rows of the page in so many pixels, ``bottom`` not among them.

        PDFium draws no line thinner than a pixel, so a small page is made larger and shrunk.
        """
        points = self._document.pagePointSize(page).width() or A4_WIDTH
        finer = next((n for n, below in FINER if pixels.width() < below * POINT * points), 1)
        part = QSize(pixels.width(), bottom - top)
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(pixels * finer)
        # QtPdf takes the last row and column of the clip for its height and width
        options.setScaledClipRect(QRect(QPoint(0, top * finer), part * finer + QSize(1, 1)))
        image = self._document.render(page, part * finer, options)
        if finer == 1:
            return image
        return image.scaled(part, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def _image(self, page: int, size: QSize) -> QPixmap:
        ratio = self.devicePixelRatioF()
        key = (page, size.width(), size.height(), round(ratio * 100))
        if key not in self._images:
            self._images[key] = QPixmap(size * ratio)
            self._images[key].fill(QColor(PAPER))
            self._outdated[key] = (WHOLE,)
            self._forget_far_from(page)
        elif key in self._outdated and self._urgent not in (None, page):
            self._settle.start()
            return self._images[key]
        for band in self._outdated.pop(key, ()):
            self._draw(page, self._images[key], band)
        self._images[key].setDevicePixelRatio(ratio)
        return self._images[key]

    def _draw(self, page: int, pixmap: QPixmap, band: Band) -> None:
        pixmap.setDevicePixelRatio(1)
        fine = pixmap.height() / (self._document.pagePointSize(page).height() or 1.0)
        top = max(math.floor(band[0] * fine), 0)
        bottom = pixmap.height() if math.isinf(band[1]) else min(math.ceil(band[1] * fine), pixmap.height())
        if bottom <= top:
            return
        image = self._drawn(page, pixmap.size(), top, bottom)
        painter = QPainter(pixmap)
        painter.fillRect(0, top, pixmap.width(), bottom - top, QColor(PAPER))
        painter.drawImage(0, top, image)
        painter.end()


def changed(before: tuple[Ink, ...], now: tuple[Ink, ...], more: tuple[Band, ...] = ()) -> tuple[Band, ...]:
    """The bands of a page that look different from before, and ``more``; from the top, none touching another."""
    bands: list[Band] = []
    for top, bottom in sorted([*more, *((one.top, one.bottom) for one in {*before} ^ {*now})]):
        if bands and top <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], bottom))
        else:
            bands.append((top, bottom))
    return tuple(bands)

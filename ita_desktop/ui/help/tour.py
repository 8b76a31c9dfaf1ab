"""The tour: a strip below the pages that leads through the sample office; nothing is locked or covered meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.i18n import tr
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.help.tour_steps import tour_steps
from ita_desktop.ui.look.palette import Tone
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.text import IconMark, Text

LINE = 3
"""Thickness of the frame around the part that is spoken of."""


class Pointer(QWidget):
    """A frame around a part of a page; mouse and keyboard go through it."""

    def __init__(self, theme: Theme, part: QWidget) -> None:
        super().__init__(part)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        part.installEventFilter(self)
        theme.changed.connect(self.update)
        self.setGeometry(part.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        part = self.parentWidget()
        if watched is part and event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self.setGeometry(part.rect())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.palette.accent), LINE))
        inside = QRectF(self.rect()).adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2)
        radius = self._theme.sizes.radius
        painter.drawRoundedRect(inside, radius, radius)
        painter.end()


class Tour(QFrame):
    """Back, next, end; by button, with Alt and an arrow, and Escape while the keyboard is in the strip."""

    ended = Signal()
    own_wanted = Signal()
    """The clerk wants an office of her own."""

    def __init__(self, view: OfficeView, before: str = "") -> None:
        """``before`` is the name of the user's own office that was open, to which the last step returns."""
        super().__init__()
        self._before = before
        theme = view.desk.theme
        self._view, self._theme = view, theme
        self._steps = tour_steps()
        self.at = 0
        self.pointer: Pointer | None = None
        self.setObjectName("tour")
        self.setAccessibleName(tr("Tour of the sample office"))
        self._number = Text("", "help")
        self.title = Text("", "heading")
        self.text = Text("", wrap=True)
        self.back = Button(theme, tr("Back"), self.go_back)
        self.next = Button(theme, tr("Next"), self.go_on, primary=True)
        self.end = Button(theme, tr("End the tour"), self.leave, quiet=True)
        for keys, act in (("Alt+Right", self.go_on), ("Alt+Left", self.go_back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._point)
        self._arrange()

    def begin(self) -> None:
        """Show the first step, with the keyboard on the button that leads on."""
        self._view.put_below(self)
        self.show_step(0)
        self.next.setFocus()

    def show_step(self, at: int) -> None:
        """Go to the page of a step and point at its part."""
        self.at = at
        step = self._steps[at]
        last = at + 1 == len(self._steps)
        if step.page:
            self._view.open_page(step.page)
        number = tr("Tour {number} of {count}")
        self._number.setText(number.format(number=digits(at + 1), count=digits(len(self._steps))))
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.back.setEnabled(at > 0)
        own = tr("Back to my office") if self._before else tr("Make my office")
        self.next.setText(own if last else tr("Next"))
        self.next.setToolTip(self._before if last else "")
        self.next.setAccessibleName(self.next.text())
        self.next.setAccessibleDescription(f"{step.title}. {step.text}")
        self._soon.start(0)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{step.title}. {step.text}"))

    def go_on(self) -> None:
        """Go to the next step; after the last one, to the user's own office."""
        if self.at + 1 < len(self._steps):
            self.show_step(self.at + 1)
        else:
            self.leave()
            self.own_wanted.emit()

    def go_back(self) -> None:
        """Go to the step before."""
        if self.at:
            self.show_step(self.at - 1)

    def leave(self) -> None:
        """Remove strip and frame; the open page stays."""
        self._forget_pointer()
        self.hide()
        self.deleteLater()
        self._view.rail.steps.setFocus()
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _point(self) -> None:
        """Frame the part once the page has its place; the page may have been left by then."""
        self._forget_pointer()
        part = self._steps[self.at].part(self._view) if self.isVisible() else None
        if part is None:
            return
        page = self._view.page
        if page.flow.isAncestorOf(part):
            page.flow.verticalScrollBar().setValue(max(part.y() - self._theme.sizes.gap, 0))
        self.pointer = Pointer(self._theme, part)
        self.pointer.destroyed.connect(self._pointer_gone)

    def _pointer_gone(self) -> None:
        self.pointer = None

    def _forget_pointer(self) -> None:
        if self.pointer is not None:
            pointer, self.pointer = self.pointer, None
            pointer.destroyed.disconnect(self._pointer_gone)
            pointer.hide()
            pointer.deleteLater()

    def _arrange(self) -> None:
        sizes = self._theme.sizes
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(sizes.step * 2)
        head.addWidget(self.title)
        head.addWidget(self._number)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.inside, sizes.step * 2, sizes.inside, sizes.step * 2)
        row.setSpacing(sizes.gap)
        row.addWidget(IconMark(self._theme, "lightbulb", Tone.ACCENT, large=True))
        row.addLayout(words, 1)
        for button in (self.end, self.back, self.next):
            row.addWidget(button)

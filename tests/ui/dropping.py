"""A file dropped with the mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop(target: QWidget, file: Path) -> bool:
    """Drag a file over a widget and let it go; whether the widget would have it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPointF(5, 5), copy, data, left, no)
    entered.ignore()
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), copy, data, left, no))
    return True

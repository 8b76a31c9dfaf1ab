"""Keys of a table whose rows can be added, ordered and removed: Alt+arrows, Insert, Ctrl+Insert, Delete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

Act = Callable[[], object]
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class RowKeys(QObject):
    """Watches one table."""

    def __init__(
        self, table: QAbstractItemView, *, up: Act, down: Act, add: Act, remove: Act, copy: Act | None = None
    ) -> None:
        super().__init__(table)
        self._acts: dict[tuple[int, Qt.KeyboardModifier], Act] = {
            (Qt.Key.Key_Up, _ALT): up,
            (Qt.Key.Key_Down, _ALT): down,
            (Qt.Key.Key_Insert, _NONE): add,
            (Qt.Key.Key_Delete, _NONE): remove,
        }
        if copy is not None:
            self._acts[Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier] = copy
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            act = self._acts.get((event.key(), pressed))
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

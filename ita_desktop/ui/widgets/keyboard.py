"""Where the keyboard was before a panel took it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def give_back(before: QWidget | None) -> bool:
    """Put the cursor back; False if the field is hidden, or deleted because its page rebuilt its fields."""
    if before is None or not isValid(before) or not before.isVisible():
        return False
    before.setFocus()
    return True

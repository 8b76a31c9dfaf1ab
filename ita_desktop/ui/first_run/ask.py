"""Ask for a new office: the first questions, in a modal dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.app.start.library import Library
from ita_desktop.app.start.new_office import NewOffice
from ita_desktop.ui.first_run.dialog import NewOfficeDialog
from ita_desktop.ui.look.theme import Theme


def ask_new_office(theme: Theme, library: Library, folder: Path, parent: QWidget | None) -> NewOffice | None:
    """Ask for the new office (หน่วยงานใหม่) and its file, proposed in ``folder``; None where the user cancels."""
    dialog = NewOfficeDialog(theme, library, folder, parent)
    try:
        return dialog.answer if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()

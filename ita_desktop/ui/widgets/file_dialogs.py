"""File dialogs and questions; each returns the answer, or None if cancelled."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ita_desktop.i18n import tr
from ita_desktop.store.file_kinds import ARRIVING, OFFICE, PROGRAM, RULES

SCANS = "*.pdf *.jpg *.jpeg *.png"
"""Patterns of files that can be kept as a signed copy."""


class Held(Enum):
    """What to do about a file that another program has open."""

    OTHER_NAME = auto()
    AGAIN = auto()


def ask_held(why: str, parent: QWidget | None) -> Held | None:
    """Ask what to do about a file that another program has open; None: leave it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(why)
    other = box.addButton(tr("Save under another name…"), QMessageBox.ButtonRole.AcceptRole)
    again = box.addButton(tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other)
    box.exec()
    pressed = box.clickedButton()
    if pressed is other:
        return Held.OTHER_NAME
    return Held.AGAIN if pressed is again else None


def ask_open_file(folder: Path, parent: QWidget | None) -> Path | None:
    """Ask for an existing .ita file, a publisher's file, or a file from another computer."""
    known = " ".join(f"*{suffix}" for suffix in (OFFICE, RULES, PROGRAM, *ARRIVING))
    named = (
        (tr("ITA office"), OFFICE),
        (tr("Pack of rules"), RULES),
        (tr("Newer program"), PROGRAM),
    )
    every = tr("Files of this program")
    kinds = ";;".join((f"{every} ({known})", *(f"{name} (*{suffix})" for name, suffix in named)))
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a file"), str(folder), kinds)
    return Path(name) if name else None


def ask_save_file(title: str, proposed: Path, kind: str, suffix: str, parent: QWidget | None) -> Path | None:
    """Ask for a file to write; an existing one only if the user agreed to replace it."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{suffix})")
    if not name:
        return None
    file = Path(name)
    return file if file.suffix == suffix else file.with_name(file.name + suffix)


def ask_file(title: str, folder: Path, kinds: str, parent: QWidget | None) -> Path | None:
    """Ask for an existing file of one of these kinds."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def ask_files(title: str, folder: Path, kinds: str, parent: QWidget | None) -> tuple[Path, ...]:
    """Ask for existing files of one of these kinds; empty if cancelled."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return tuple(Path(name) for name in names)


def ask_any_file(title: str, folder: Path, parent: QWidget | None) -> Path | None:
    """Ask for any existing file."""
    every = tr("All files")
    return ask_file(title, folder, f"{every} (*)", parent)


def ask_folder(title: str, folder: Path, parent: QWidget | None) -> Path | None:
    """Ask for an existing folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def ask_remove(what: str, parent: QWidget | None) -> bool:
    """Ask whether to remove something that contains the user's work."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(tr("Remove “{what}”?").format(what=what))
    box.setInformativeText(tr("You can take it back with Undo (Ctrl+Z)."))
    remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is remove

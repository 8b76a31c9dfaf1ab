"""Qt's own words (ตกลง, ยกเลิก, คัดลอก) in the catalogue's language; PySide6 has no Thai ones."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTranslator

from ita_desktop.i18n import language, tr


@cache
def _words(spoken: str) -> dict[tuple[str, str], str]:
    """Return Qt's words by context and source text, in the language spoken now."""
    edit = {
        "&Undo": tr("Undo"),
        "&Redo": tr("Redo"),
        "Cu&t": tr("Cut"),
        "&Copy": tr("Copy"),
        "&Paste": tr("Paste"),
        "Delete": tr("Delete"),
        "Select All": tr("Select all"),
    }
    buttons = {
        "OK": tr("OK"),
        "&OK": tr("OK"),
        "Cancel": tr("Cancel"),
        "Save": tr("Save"),
        "Save All": tr("Save all"),
        "Open": tr("Open"),
        "&Yes": tr("Yes"),
        "Yes to &All": tr("Yes to all"),
        "&No": tr("No"),
        "N&o to All": tr("No to all"),
        "Abort": tr("Stop"),
        "Retry": tr("Try again"),
        "Ignore": tr("Ignore"),
        "Close": tr("Close"),
        "Discard": tr("Discard"),
        "Help": tr("Help"),
        "Apply": tr("Apply"),
        "Reset": tr("Reset"),
        "Restore Defaults": tr("Restore defaults"),
    }
    words = {("QPlatformTheme", source): text for source, text in buttons.items()}
    for context in ("QLineEdit", "QWidgetTextControl"):
        words |= {(context, source): text for source, text in edit.items()}
    for context in ("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider"):
        words |= {(context, source): text for source, text in _files().items()}
    for context in ("QPrintDialog", "QPrintSettingsOutput", "QPrintWidget", "QPrintPropertiesWidget"):
        words |= {(context, source): text for source, text in _print().items()}
    return words


def _files() -> dict[str, str]:
    return {
        "&Look in:": tr("Look in:"),
        "File &name:": tr("File name:"),
        "Files of &type:": tr("Kind of file:"),
        "&Open": tr("Open"),
        "&Save": tr("Save"),
        "Create New Folder": tr("Create a new folder"),
        "Back": tr("Back"),
        "Forward": tr("Forward"),
        "Parent Directory": tr("Folder above"),
        "List View": tr("List"),
        "Detail View": tr("Details"),
        "&Choose": tr("Choose"),
        "Directory:": tr("Folder:"),
        "Name": tr("Name"),
        "Size": tr("Size"),
        "Type": tr("Kind"),
        "Date Modified": tr("Changed on"),
        "Computer": tr("Computer"),
        "Folder": tr("Folder"),
        "&Rename": tr("Rename"),
        "&Delete": tr("Delete"),
        "&New Folder": tr("Create a new folder"),
        "Create a New Folder": tr("Create a new folder"),
        "Show &hidden files": tr("Show hidden files"),
        "Go back": tr("Back"),
        "Go forward": tr("Forward"),
        "Go to the parent directory": tr("Folder above"),
        "Change to list view mode": tr("List"),
        "Change to detail view mode": tr("Details"),
        "Sidebar": tr("Places"),
        "List of places and bookmarks": tr("Places"),
        "Files": tr("Files"),
        "%1 already exists.\nDo you want to replace it?": tr("{file} is there already.\nReplace it?").format(file="%1"),
    }


def _print() -> dict[str, str]:
    return {
        "Print": tr("Print"),
        "&Print": tr("Print"),
        "Printer": tr("Printer"),
        "&Name:": tr("Name:"),
        "P&roperties": tr("Properties"),
        "Location:": tr("Location:"),
        "Type:": tr("Kind:"),
        "Copies": tr("Copies"),
        "Copies:": tr("Copies:"),
        "Print range": tr("Pages to print"),
        "Print all": tr("All pages"),
        "Pages from": tr("Pages from"),
        "to": tr("to"),
        "Pages": tr("Pages"),
        "Current Page": tr("This page"),
        "Selection": tr("Selection"),
        "Collate": tr("Collate"),
        "Reverse": tr("Last page first"),
        "Options": tr("Options"),
        "&Options >>": tr("More options"),
        "&Options <<": tr("Fewer options"),
        "Color Mode": tr("Colour"),
        "Color": tr("In colour"),
        "Grayscale": tr("In grey"),
        "Output Settings": tr("Output settings"),
        "None": tr("None"),
        "Long side": tr("Long side"),
        "Short side": tr("Short side"),
        "Duplex Printing": tr("Both sides"),
        "Output &file:": tr("Print to file:"),
    }


class StandardTexts(QTranslator):
    """Answers Qt's questions for its own words."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        # None is Qt's null string: Qt keeps its own word; an empty one would be shown
        return _words(language()).get((context, source))

"""About the program: its version, what it is made of, and the licences, all from its own files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ita_desktop import __version__
from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.field import ChoiceField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.sized import open_size
from ita_desktop.ui.widgets.text import Text

OURS = """Apache License, Version 2.0
https://www.apache.org/licenses/LICENSE-2.0

Qt for Python (PySide6): GNU Lesser General Public License, version 3
https://www.qt.io/licensing
"""


def licence_texts(resources: Path) -> dict[str, Path]:
    """Return the licence texts by the name shown."""
    found = {
        tr("Interface font (IBM Plex Sans Thai Looped)"): resources / "ui-fonts" / "OFL.txt",
        tr("Font of the papers (TH Sarabun New)"): resources / "fonts" / "COPYING",
        tr("Icons (Lucide)"): resources / "icons" / "LICENSE",
    }
    return {name: path for name, path in found.items() if path.is_file()}


class About(QDialog):
    """Shown beside the window, which goes on working."""

    def __init__(self, theme: Theme, resources: Path, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About ITA Desktop"))
        sizes = theme.sizes
        open_size(self, sizes.px(560), sizes.px(520))
        self._texts = licence_texts(resources)
        version = tr("Version {version}, Qt {qt}").format(version=digits(__version__), qt=digits(qVersion()))
        choices = (("", tr("This program and Qt")), *((name, name) for name in self._texts))
        self.choice = ChoiceField(theme, tr("Licence of"), choices)
        self.choice.finished.connect(self._show_text)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(sizes.inside + 4,) * 4)
        column.setSpacing(sizes.gap)
        column.addWidget(Text(tr("ITA Desktop"), "title"))
        column.addWidget(Text(version, "muted"))
        promise = tr("Everything stays on this computer; the program never opens the network.")
        column.addWidget(Text(promise, wrap=True))
        column.addWidget(FieldBox(theme, tr("Licence of"), self.choice))
        column.addWidget(self.text, 1)
        column.addWidget(Button(theme, tr("Close"), self.close), 0, Qt.AlignmentFlag.AlignRight)
        self.choice.show_value("")
        self._show_text()

    def _show_text(self) -> None:
        path = self._texts.get(self.choice.value() or "")
        self.text.setPlainText(path.read_text(encoding="utf-8") if path else OURS)

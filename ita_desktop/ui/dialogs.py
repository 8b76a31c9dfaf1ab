"""Questions to the clerk; each returns the answer, or None where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox, QVBoxLayout, QWidget

from ita_desktop.domain.agency import Agency, AgencyType
from ita_desktop.i18n import tr
from ita_desktop.ui.theme import Theme
from ita_desktop.ui.widgets.field import ChoiceField, LineField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.text import Text

SUFFIX = ".ita"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """The answer to the first questions: the office and where its file shall lie."""

    agency: Agency
    file: Path


class NewOfficeDialog(QDialog):
    """ชนิด ชื่อ อำเภอ จังหวัด: enough to begin."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New office"))
        self.setMinimumWidth(theme.sizes.px(460))
        kinds = tuple((kind, kind.thai) for kind in AgencyType)
        self.kind = ChoiceField(theme, tr("Kind of office"), kinds)
        self.kind.show_value(AgencyType.SAO)
        self.name = LineField(tr("Name of the office"))
        self.district = LineField(tr("District"))
        self.province = LineField(tr("Province"))
        self._name_box = FieldBox(theme, tr("Name, without its kind"), self.name, tr("e.g. ดอนแก้ว"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._check)
        self._buttons.rejected.connect(self.reject)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Choose where to keep the file"))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.sizes.inside + 4,) * 4)
        column.setSpacing(theme.sizes.gap)
        column.addWidget(Text(tr("Which office is it?"), "title"))
        column.addWidget(Text(tr("The rest can be filled in later, in any order."), "help", wrap=True))
        column.addWidget(FieldBox(theme, tr("Kind of office"), self.kind))
        column.addWidget(self._name_box)
        column.addWidget(FieldBox(theme, tr("District (อำเภอ)"), self.district))
        column.addWidget(FieldBox(theme, tr("Province (จังหวัด)"), self.province))
        column.addWidget(self._buttons)
        self.name.setFocus()

    @property
    def agency(self) -> Agency:
        """The office as answered."""
        kind, name = self.kind.value(), self.name.text().strip()
        full = name if name.startswith(kind.thai) or kind is AgencyType.OTHER else kind.thai + name
        short = name.removeprefix(kind.thai).strip()
        subdistrict = short if kind in (AgencyType.SAO, AgencyType.TM) else ""
        return Agency(
            type=kind,
            name=full,
            subdistrict=subdistrict,
            district=self.district.text().strip(),
            province=self.province.text().strip(),
        )

    def _check(self) -> None:
        missing = not self.name.text().strip()
        self._name_box.show_fault(tr("Type the name of the office.") if missing else "")
        if missing:
            self.name.setFocus()
        else:
            self.accept()


def ask_new_office(theme: Theme, folder: Path, parent: QWidget | None) -> NewOffice | None:
    """The office and its file."""
    dialog = NewOfficeDialog(theme, parent)
    try:
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        agency = dialog.agency
    finally:
        dialog.deleteLater()
    file = ask_save_file(
        tr("Where to keep the file"), folder / f"{agency.name}{SUFFIX}", tr("ITA office"), SUFFIX, parent
    )
    return NewOffice(agency=agency, file=file) if file else None


def ask_open_file(folder: Path, parent: QWidget | None) -> Path | None:
    """An .ita file that is there."""
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a file"), str(folder), f"{tr('ITA office')} (*{SUFFIX})")
    return Path(name) if name else None


def ask_save_file(title: str, proposed: Path, kind: str, suffix: str, parent: QWidget | None) -> Path | None:
    """A file to write; an existing one only if the clerk agreed to replace it."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{suffix})")
    if not name:
        return None
    file = Path(name)
    return file if file.suffix == suffix else file.with_name(file.name + suffix)


def ask_remove(what: str, parent: QWidget | None) -> bool:
    """Whether to remove something that holds the clerk's work."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(tr("Remove “{what}”?").format(what=what))
    box.setInformativeText(tr("You can take it back with Undo (Ctrl+Z)."))
    remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is remove

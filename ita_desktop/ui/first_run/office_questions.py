"""The questions about the office: its kind, its name and its place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListWidget, QListWidgetItem, QWidget

from ita_desktop.app.start.new_office import named_agency
from ita_desktop.domain.findings.gazetteer import Gazetteer, Subdistrict
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.i18n import tr
from ita_desktop.ui.first_run.question import Question
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.field_box import FieldBox

OFFERED = 8
"""Rows of the list of places."""


class PickList(QListWidget):
    """A short list of which one row is chosen; Enter takes it."""

    def __init__(self, theme: Theme, name: str, rows: tuple[tuple[object, str], ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("picks", True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        for value, words in rows:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, value)
            self.addItem(item)
        self.setCurrentRow(0)
        row = theme.sizes.field + theme.sizes.step
        self.setMinimumHeight(row * len(rows))

    @property
    def picked(self) -> Any:
        return self.currentItem().data(Qt.ItemDataRole.UserRole)

    def pick(self, value: object) -> None:
        """Choose the row with this value."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == value:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _kind_words(kind: AgencyType) -> str:
    if kind is AgencyType.OTHER:
        return tr("Another kind of office")
    return kind.thai if kind.short == kind.thai else f"{kind.thai} ({kind.short})"


class KindQuestion(Question):
    """ประเภทหน่วยงาน."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, tr("What kind of office is it?"), tr("Units and signers are proposed for this kind of office.")
        )
        first = (
            AgencyType.SUBDISTRICT,
            AgencyType.SUBDISTRICT_MUNICIPALITY,
            AgencyType.TOWN,
            AgencyType.CITY,
            AgencyType.PROVINCIAL,
        )
        kinds = (*first, *(kind for kind in AgencyType if kind not in first))
        self.list = PickList(theme, tr("Kind of office"), tuple((k, _kind_words(k)) for k in kinds))
        self.list.itemActivated.connect(lambda _: self.answered.emit())
        self.column.addWidget(self.list, 1)

    @property
    def kind(self) -> AgencyType:
        return AgencyType(self.list.picked)

    def first_field(self) -> QWidget:
        return self.list


class PlaceQuestion(Question):
    """ชื่อ อำเภอ จังหวัด: the first letters of the name are enough where the office is named after its subdistrict."""

    def __init__(self, theme: Theme, gazetteer: Gazetteer) -> None:
        hint = tr("Type the first letters and choose from the list; district and province are filled in.")
        super().__init__(theme, tr("What is its name, and where is it?"), hint)
        self._gazetteer = gazetteer
        self._kind: AgencyType | None = None
        self._known: dict[str, Subdistrict] = {}
        self.name = LineField(tr("Name of the office"))
        self.district = LineField(tr("District"))
        self.province = LineField(tr("Province"))
        self._box = FieldBox(theme, tr("Name, without its kind"), self.name, tr("e.g. ดอนแก้ว"))
        self.column.addWidget(self._box)
        self.column.addWidget(FieldBox(theme, tr("District (อำเภอ)"), self.district))
        self.column.addWidget(FieldBox(theme, tr("Province (จังหวัด)"), self.province))
        self.column.addStretch(1)
        provinces = sorted({place.province for place in gazetteer.places})
        self._offer(self.province, provinces)
        self._offer(self.district, sorted({f"{p.district} จ.{p.province}" for p in gazetteer.places}))
        self.district.completer().activated.connect(self._district_taken, Qt.ConnectionType.QueuedConnection)

    def prepare(self, agency: Agency) -> None:
        if agency.type is self._kind:
            return
        self._kind = agency.type
        places = self._gazetteer.places
        if agency.type is AgencyType.PROVINCIAL:
            self._known = {p.province: Subdistrict(province=p.province, district="", subdistrict="") for p in places}
        else:
            self._known = {f"{p.subdistrict} อ.{p.district} จ.{p.province}": p for p in places}
        self._offer(self.name, list(self._known))
        self.name.completer().activated.connect(self._name_taken, Qt.ConnectionType.QueuedConnection)

    def agency(self, kind: AgencyType) -> Agency:
        """Return the office as answered."""
        return named_agency(kind, self.name.text(), self.district.text(), self.province.text())

    def fault(self) -> str:
        needed = self._kind not in (AgencyType.BMA, AgencyType.PATTAYA)
        reason = tr("Type the name of the office.") if needed and not self.name.text().strip() else ""
        self._box.show_fault(reason)
        self.name.show_fault(reason)
        self._fill_in_the_only_place()
        return reason

    def first_field(self) -> QWidget:
        return self.name

    def _offer(self, field: LineField, texts: list[str]) -> None:
        completer = QCompleter(field)
        completer.setModel(QStringListModel(texts, completer))
        completer.setMaxVisibleItems(OFFERED)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(field.accessibleName())
        field.setCompleter(completer)

    def _fill_in_the_only_place(self) -> None:
        """Choose the place if the typed name exists only once in the country."""
        if self.district.text().strip() or self.province.text().strip():
            return
        typed = self.agency(self._kind or AgencyType.OTHER).subdistrict
        places = [place for place in self._known.values() if typed and place.subdistrict == typed]
        if len(places) == 1:
            self.district.show_value(places[0].district)
            self.province.show_value(places[0].province)

    def _name_taken(self, text: str) -> None:
        place = self._known.get(text)
        if place is None:
            return
        self.name.show_value(place.subdistrict or place.province)
        self.district.show_value(place.district)
        self.province.show_value(place.province)

    def _district_taken(self, text: str) -> None:
        district, _, province = text.partition(" จ.")
        self.district.show_value(district)
        if province:
            self.province.show_value(province)

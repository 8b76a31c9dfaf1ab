"""หน่วยงาน: who the office is, its units, and who signs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ita_desktop.app.papers.printing import OPTIONS
from ita_desktop.documents.options import DocumentOptions, EmblemChoice
from ita_desktop.domain.values.agency import AgencyType
from ita_desktop.domain.values.origin import NOWHERE, Origin, Root
from ita_desktop.i18n import tr
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.desk.page import Page, StepState
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.pages.agency.signer_editor import SignerList
from ita_desktop.ui.parts.office_pictures import OfficePictures, emblem_choices
from ita_desktop.ui.widgets.buttons import Button
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.field import ChoiceField, Field, LineField, TextField
from ita_desktop.ui.widgets.field_box import FieldBox
from ita_desktop.ui.widgets.lines_field import LinesField


class AgencyPage(Page):
    """Entered once, used in every document."""

    NAME = PageName.AGENCY
    TABLES = frozenset({"agency", "signer", "setting"})
    DOCUMENT = "memo"

    def build(self) -> None:
        desk = self.desk
        self.form = Form(desk)
        self.fields: dict[Origin, Any] = {}
        self.add_action(
            Button(
                desk.theme,
                tr("Next: scores"),
                lambda: desk.page_wanted.emit(PageName.SCORES),
                primary=True,
            )
        )
        self.flow.column.addWidget(self._identity())
        self.flow.column.addWidget(self._signers())
        self.flow.column.addWidget(self._units())
        self.flow.column.addWidget(self._contact())
        self.flow.column.addWidget(self._emblem())
        self.flow.column.addStretch(1)

    def help(self) -> str:
        return tr("Enter it once; it is used in every document.")

    def refresh(self) -> None:
        self.form.refresh()
        self.signers.refresh()
        self.pictures.refresh()

    def reset(self) -> None:
        self.form.reset()
        self.signers.refresh()

    def flush(self) -> None:
        self.form.flush()
        self.signers.flush()

    def state(self) -> StepState:
        agency, signers = self.desk.facts.agency, self.desk.facts.signers
        if not agency.name.strip():
            return StepState(look_at=tr("The name of the office is missing"))
        if not signers:
            return StepState(look_at=tr("No signer has been entered yet"))
        if unnamed := [s for s in signers if not s.name.strip()]:
            post = unnamed[0].position[0] if unnamed[0].position else tr("signer")
            return StepState(look_at=tr("The name is missing: {post}").format(post=post))
        return StepState(done=bool(agency.province))

    def show_origin(self, origin: Origin) -> bool:
        if origin.root == Root.SIGNER:
            return self.signers.show_origin(origin)
        field: Any = self.fields.get(Origin.agency(origin.field)) if origin.root == Root.AGENCY else None
        if field is None:
            return False
        field.setFocus()
        self.flow.ensureWidgetVisible(field)
        return True

    def _identity(self) -> Card:
        card = Card(self.desk.theme.sizes, tr("Name of the office"))
        kinds = tuple((kind, kind.thai) for kind in AgencyType)
        self._add(card, "type", tr("Kind of office"), ChoiceField(self.desk.theme, tr("Kind of office"), kinds))
        self._add(card, "name", tr("Full name"), LineField(tr("Full name")), tr("As written on the office's papers"))
        self._add(card, "subdistrict", tr("Subdistrict (ตำบล)"), LineField(tr("Subdistrict")))
        self._add(card, "district", tr("District (อำเภอ)"), LineField(tr("District")))
        self._add(card, "province", tr("Province (จังหวัด)"), LineField(tr("Province")))
        return card

    def _contact(self) -> Card:
        card = Card(self.desk.theme.sizes, tr("Contact and file numbers"))
        prefix = tr("The fixed start of a memo number, e.g. ดย ๗๑๐๐๑/")
        self._add(card, "document_prefix", tr("Document prefix"), LineField(tr("Document prefix")), prefix)
        self._add(card, "phone", tr("Telephone"), LineField(tr("Telephone")))
        self._add(card, "email", tr("E-mail"), LineField(tr("E-mail")))
        self._add(card, "website", tr("Website"), LineField(tr("Website")))
        self._add(card, "address", tr("Address"), TextField(tr("Address"), lines=2))
        short = tr("Short name used in documents, e.g. อบต.ดอนแก้ว")
        self._add(card, "short_name", tr("Short name"), LineField(tr("Short name")), short)
        return card

    def _units(self) -> Card:
        hint = tr("Offered as responsible in measures. Enter adds a row; Alt+Up and Alt+Down move it.")
        card = Card(self.desk.theme.sizes, tr("Units (ส่วนงาน)"), hint)
        field = LinesField(self.desk.theme, tr("Unit"), tr("Add a unit"))
        card.box.addWidget(field)
        self._tie("departments", field)
        return card

    def _signers(self) -> Card:
        hint = tr("Memos and reports take names and posts from here, so that nobody types them twice.")
        card = Card(self.desk.theme.sizes, tr("Who signs (ผู้ลงนาม)"), hint)
        self.signers = SignerList(self.desk)
        card.box.addWidget(self.signers)
        return card

    def _emblem(self) -> Card:
        hint = tr("For memos and covers. The emblem can be taken from one of the office's Word files.")
        card = Card(self.desk.theme.sizes, tr("Emblem and seal (ตรา)"), hint)
        self.emblem = ChoiceField(self.desk.theme, tr("Emblem"), emblem_choices())
        card.box.addWidget(FieldBox(self.desk.theme, tr("Emblem at the head of memos"), self.emblem))
        self.form.bind(self.emblem, NOWHERE, lambda: self._options.emblem, self._print_emblem)
        self.pictures = OfficePictures(self.desk)
        card.box.addWidget(self.pictures)
        return card

    @property
    def _options(self) -> DocumentOptions:
        return DocumentOptions.from_setting(self.desk.workspace.setting(OPTIONS))

    def _print_emblem(self, emblem: EmblemChoice) -> None:
        self.desk.workspace.set_setting(OPTIONS, replace(self._options, emblem=emblem).to_setting())

    def _add(self, card: Card, name: str, label: str, field: Any, help: str = "") -> None:
        box = FieldBox(self.desk.theme, label, field, help)
        card.box.addWidget(box)
        self._tie(name, field, box)

    def _tie(self, name: str, field: Field, box: FieldBox | None = None) -> None:
        origin = Origin.agency(name)
        self.fields[origin] = field

        def send(value: Any) -> None:
            changes: dict[str, Any] = {name: value.strip() if type(value) is str else value}
            self.desk.workspace.set_agency(replace(self.desk.office.agency, **changes))

        self.form.bind(
            field,
            origin,
            lambda: getattr(self.desk.office.agency, name),
            send,
            fault=box.show_fault if box else None,
        )

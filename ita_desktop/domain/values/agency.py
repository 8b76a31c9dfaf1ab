"""The office itself (หน่วยงาน, องค์กรปกครองส่วนท้องถิ่น)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgencyType(StrEnum):
    """ประเภทหน่วยงาน; the codes are those of stored files."""

    PROVINCIAL = "pao"
    CITY = "tn"
    TOWN = "tm_mueang"
    SUBDISTRICT_MUNICIPALITY = "tm"
    SUBDISTRICT = "sao"
    BMA = "bma"
    PATTAYA = "pattaya"
    OTHER = "other"

    @property
    def thai(self) -> str:
        """Full Thai name of the kind, as it begins the office's name."""
        return _THAI[self][0]

    @property
    def short(self) -> str:
        """Thai abbreviation, e.g. อบต."""
        return _THAI[self][1]

    @property
    def executive(self) -> str:
        """Title of the head of the office (ผู้บริหารสูงสุด), without the proper name."""
        return _THAI[self][2]

    @property
    def permanent_secretary(self) -> str:
        """Title of the permanent secretary (ปลัด), without the proper name."""
        return _THAI[self][3]


_THAI = {
    AgencyType.PROVINCIAL: ("องค์การบริหารส่วนจังหวัด", "อบจ.", "นายกองค์การบริหารส่วนจังหวัด", "ปลัดองค์การบริหารส่วนจังหวัด"),
    AgencyType.CITY: ("เทศบาลนคร", "ทน.", "นายกเทศมนตรีนคร", "ปลัดเทศบาลนคร"),
    AgencyType.TOWN: ("เทศบาลเมือง", "ทม.", "นายกเทศมนตรีเมือง", "ปลัดเทศบาลเมือง"),
    AgencyType.SUBDISTRICT_MUNICIPALITY: ("เทศบาลตำบล", "ทต.", "นายกเทศมนตรีตำบล", "ปลัดเทศบาลตำบล"),
    AgencyType.SUBDISTRICT: ("องค์การบริหารส่วนตำบล", "อบต.", "นายกองค์การบริหารส่วนตำบล", "ปลัดองค์การบริหารส่วนตำบล"),
    AgencyType.BMA: ("กรุงเทพมหานคร", "กทม.", "ผู้ว่าราชการกรุงเทพมหานคร", "ปลัดกรุงเทพมหานคร"),
    AgencyType.PATTAYA: ("เมืองพัทยา", "เมืองพัทยา", "นายกเมืองพัทยา", "ปลัดเมืองพัทยา"),
    AgencyType.OTHER: ("หน่วยงาน", "หน่วยงาน", "ผู้บริหารสูงสุด", "ปลัด"),
}
ONE_OF_ITS_KIND = (AgencyType.BMA, AgencyType.PATTAYA)
"""Kinds whose name is the office's own: their titles take no proper name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """หน่วยงาน: identity entered once and used in every document."""

    type: AgencyType
    name: str
    subdistrict: str = ""
    district: str = ""
    province: str = ""
    departments: tuple[str, ...] = ()
    short_name: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    document_prefix: str = ""
    address: str = ""

    @property
    def executive(self) -> str:
        """Title of the head of this office: นายกองค์การบริหารส่วนตำบลดอน, นายกเมืองพัทยา."""
        return self._titled(self.type.executive)

    @property
    def permanent_secretary(self) -> str:
        """Title of this office's permanent secretary (ปลัด): ปลัดเทศบาลนครดอน, ปลัดกรุงเทพมหานคร."""
        return self._titled(self.type.permanent_secretary)

    def _titled(self, title: str) -> str:
        return title if self.type in ONE_OF_ITS_KIND else title + self.proper_name

    @property
    def proper_name(self) -> str:
        """The name without its kind: องค์การบริหารส่วนตำบลดอน → ดอน; the whole name where the kind does not lead it."""
        name = self.name.strip()
        rest = name.removeprefix(self.type.thai).strip()
        return rest or name

"""The office itself (หน่วยงาน, องค์กรปกครองส่วนท้องถิ่น)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgencyType(StrEnum):
    """ประเภทหน่วยงาน."""

    PAO = "pao"
    TN = "tn"
    TM_MUEANG = "tm_mueang"
    TM = "tm"
    SAO = "sao"
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
    def clerk(self) -> str:
        """Title of the permanent secretary (ปลัด), without the proper name."""
        return _THAI[self][3]


_THAI = {
    AgencyType.PAO: ("องค์การบริหารส่วนจังหวัด", "อบจ.", "นายกองค์การบริหารส่วนจังหวัด", "ปลัดองค์การบริหารส่วนจังหวัด"),
    AgencyType.TN: ("เทศบาลนคร", "ทน.", "นายกเทศมนตรีนคร", "ปลัดเทศบาลนคร"),
    AgencyType.TM_MUEANG: ("เทศบาลเมือง", "ทม.", "นายกเทศมนตรีเมือง", "ปลัดเทศบาลเมือง"),
    AgencyType.TM: ("เทศบาลตำบล", "ทต.", "นายกเทศมนตรีตำบล", "ปลัดเทศบาลตำบล"),
    AgencyType.SAO: ("องค์การบริหารส่วนตำบล", "อบต.", "นายกองค์การบริหารส่วนตำบล", "ปลัดองค์การบริหารส่วนตำบล"),
    AgencyType.BMA: ("กรุงเทพมหานคร", "กทม.", "ผู้ว่าราชการกรุงเทพมหานคร", "ปลัดกรุงเทพมหานคร"),
    AgencyType.PATTAYA: ("เมืองพัทยา", "เมืองพัทยา", "นายกเมืองพัทยา", "ปลัดเมืองพัทยา"),
    AgencyType.OTHER: ("หน่วยงาน", "หน่วยงาน", "ผู้บริหารสูงสุด", "ปลัด"),
}


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
    def proper_name(self) -> str:
        """The name without its kind: องค์การบริหารส่วนตำบลดอน → ดอน; the whole name where the kind does not lead it."""
        name = self.name.strip()
        rest = name.removeprefix(self.type.thai).strip()
        return rest or name

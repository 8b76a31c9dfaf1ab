"""What an office is called, and the titles of those who lead it."""

import pytest

from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.catalogue import OfficePattern

STORED = {"pao", "tn", "tm_mueang", "tm", "sao", "bma", "pattaya", "other"}


def test_the_stored_codes_are_those_of_old_files() -> None:
    assert {kind.value for kind in AgencyType} == STORED


@pytest.mark.parametrize(
    ("kind", "name", "secretary", "executive"),
    [
        (AgencyType.PATTAYA, "เมืองพัทยา", "ปลัดเมืองพัทยา", "นายกเมืองพัทยา"),
        (AgencyType.BMA, "กรุงเทพมหานคร", "ปลัดกรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร"),
        (AgencyType.CITY, "เทศบาลนครดอน", "ปลัดเทศบาลนครดอน", "นายกเทศมนตรีนครดอน"),
        (
            AgencyType.SUBDISTRICT,
            "องค์การบริหารส่วนตำบลดอน",
            "ปลัดองค์การบริหารส่วนตำบลดอน",
            "นายกองค์การบริหารส่วนตำบลดอน",
        ),
    ],
)
def test_a_title_names_the_office_once(kind: AgencyType, name: str, secretary: str, executive: str) -> None:
    agency = Agency(type=kind, name=name)
    assert (agency.permanent_secretary, agency.executive) == (secretary, executive)
    pattern = OfficePattern(type=kind, signer_posts=("นักวิชาการ", "{clerk}", "{executive}"))
    assert pattern.posts(agency) == ("นักวิชาการ", secretary, executive)

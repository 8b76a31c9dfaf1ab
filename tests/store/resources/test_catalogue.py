import shutil

import pytest

from ita_desktop import paths
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.store.resources.catalogue import load_catalogue, load_office_patterns
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.store.resources.toml_data import DataError

RESOURCES = paths.resources()


def test_every_indicator_of_every_year_has_proposals():
    catalogue = load_catalogue(RESOURCES)
    for framework in load_frameworks(RESOURCES / "frameworks").values():
        entries = [catalogue.entry(i) for i in framework.indicators]
        assert all(e and len(e.weaknesses) >= 3 and len(e.measures) >= 4 and e.owners for e in entries)
        assert len({e.indicator for e in entries}) == len(framework.indicators)


def test_posts_carry_the_offices_own_name():
    patterns = load_office_patterns(RESOURCES)
    agency = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอน")
    assert patterns.pattern(agency.type).posts(agency) == (
        "ผู้จัดทำ",
        "หัวหน้าสำนักปลัด",
        "ปลัดองค์การบริหารส่วนตำบลดอน",
        "นายกองค์การบริหารส่วนตำบลดอน",
    )
    town = Agency(type=AgencyType.SUBDISTRICT_MUNICIPALITY, name="เทศบาลตำบลตลาดแร้ง")
    assert patterns.pattern(town.type).posts(town)[-2:] == ("ปลัดเทศบาลตำบลตลาดแร้ง", "นายกเทศมนตรีตำบลตลาดแร้ง")
    assert patterns.pattern(AgencyType.OTHER).units == ()


def test_a_wrong_catalogue_is_refused_with_the_place(tmp_path):
    shutil.copytree(RESOURCES / "agencies", tmp_path / "agencies")
    file = tmp_path / "agencies" / "patterns.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('type = "tm"', 'type = "xx"'), encoding="utf-8")
    with pytest.raises(DataError, match=r"patterns\.toml: \$\.patterns\[1\]\.type: 'xx' is none of pao, tn"):
        load_office_patterns(tmp_path)

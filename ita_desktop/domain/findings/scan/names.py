"""Places and local authorities that a text names (จังหวัด, อำเภอ, ตำบล, อบต., เทศบาล)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ita_desktop.domain.agency import AgencyType
from ita_desktop.domain.findings.gazetteer import Gazetteer
from ita_desktop.domain.findings.scan.marks import PlaceKind, PlaceMark

_AGENCIES: Mapping[str, AgencyType] = {
    "องค์การบริหารส่วนตำบล": AgencyType.SAO,
    "อบต.": AgencyType.SAO,
    "อบต": AgencyType.SAO,
    "องค์การบริหารส่วนจังหวัด": AgencyType.PAO,
    "อบจ.": AgencyType.PAO,
    "อบจ": AgencyType.PAO,
    "เทศบาลตำบล": AgencyType.TM,
    "เทศมนตรีตำบล": AgencyType.TM,
    "ทต.": AgencyType.TM,
    "เทศบาลเมือง": AgencyType.TM_MUEANG,
    "เทศมนตรีเมือง": AgencyType.TM_MUEANG,
    "ทม.": AgencyType.TM_MUEANG,
    "เทศบาลนคร": AgencyType.TN,
    "เทศมนตรีนคร": AgencyType.TN,
    "ทน.": AgencyType.TN,
}
_PLACES: Mapping[str, PlaceKind] = {
    "จังหวัด": PlaceKind.PROVINCE,
    "จ.": PlaceKind.PROVINCE,
    "อำเภอ": PlaceKind.DISTRICT,
    "อ.": PlaceKind.DISTRICT,
    "ตำบล": PlaceKind.SUBDISTRICT,
    "ต.": PlaceKind.SUBDISTRICT,
}
_PREFIX = re.compile(
    "(?:องค์การบริหารส่วนตำบล|องค์การบริหารส่วนจังหวัด|(?<![ก-๙.])อบ[ตจ]\\.?|เทศ(?:บาล|มนตรี)(?:ตำบล|เมือง|นคร)"
    "|(?<![ก-๙.])ท[ตมน]\\.|จังหวัด|อำเภอ|(?<!ส่วน)(?<!บาล)(?<!ตรี)ตำบล|(?<![ก-๙.])[จอ]\\.|(?<![ก-๙.])ต\\.(?!ค))"
)
_SIGNS = ("ตำบล", "เทศ", "จังหวัด", "อำเภอ", "อบ", ".")
"""Where none of these stands, no prefix does."""
_NOT_A_PLACE = re.compile(r"(?:มหาวิทยาลัย|ราชภัฏ|วิทยาลัย|โรงเรียน|โรงพยาบาล|วัด|บ้าน|ถนน|ชุมชน|มณฑล|ภาค|นาย|นาง|นางสาว)$")
_REST = 40


def places(text: str, names: Gazetteer) -> Iterator[PlaceMark]:
    """Every place and authority that is named, with or without its kind before it."""
    named: list[PlaceMark] = []
    if any(sign in text for sign in _SIGNS):
        named = [_named(text, found.start(), found.end(), names) for found in _PREFIX.finditer(text)]
    yield from named
    for found in names.bare.finditer(text) if names.bare else ():
        if any(mark.at <= found.start() < mark.end for mark in named):
            continue
        if _NOT_A_PLACE.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        if found.end() < len(text) and text[found.end()] in "ะัาำิีึืฺุู็่้๊๋์ํๅ":
            continue
        kind = PlaceKind.PROVINCE if found.group() in names.provinces else PlaceKind.DISTRICT
        yield PlaceMark(
            at=found.start(), name_at=found.start(), end=found.end(), kind=kind, prefix="", name=found.group()
        )


def _named(text: str, at: int, prefix_end: int, names: Gazetteer) -> PlaceMark:
    prefix = text[at:prefix_end]
    name_at = prefix_end
    while name_at < len(text) and name_at < prefix_end + 2 and text[name_at] in " \u00a0":
        name_at += 1
    rest = text[name_at : name_at + _REST]
    agency = _AGENCIES.get(prefix)
    kind = PlaceKind.AGENCY if agency else _PLACES[prefix]
    name = names.longest(rest, _candidates(kind, agency, names))
    return PlaceMark(
        at=at,
        name_at=name_at,
        end=name_at + len(name) if name else prefix_end,
        kind=kind,
        prefix=prefix,
        agency=agency,
        name=name,
        rest=rest,
    )


def _candidates(kind: PlaceKind, agency: AgencyType | None, names: Gazetteer) -> Mapping[str, object] | frozenset[str]:
    if kind is PlaceKind.PROVINCE or agency is AgencyType.PAO:
        return names.provinces
    if kind is PlaceKind.DISTRICT or agency in (AgencyType.TM_MUEANG, AgencyType.TN):
        return names.districts
    return names.subdistricts

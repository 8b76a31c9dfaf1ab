"""Places and local authorities that a text names (จังหวัด, อำเภอ, ตำบล, อบต., เทศบาล)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ita_desktop.domain.findings.gazetteer import Gazetteer
from ita_desktop.domain.findings.scan.marks import PlaceKind, PlaceMark
from ita_desktop.domain.findings.scan.trie import trie
from ita_desktop.domain.thai.characters import is_joined
from ita_desktop.domain.values.agency import AgencyType

_AGENCIES: Mapping[str, AgencyType] = {
    "องค์การบริหารส่วนตำบล": AgencyType.SUBDISTRICT,
    "อบต.": AgencyType.SUBDISTRICT,
    "อบต": AgencyType.SUBDISTRICT,
    "องค์การบริหารส่วนจังหวัด": AgencyType.PROVINCIAL,
    "อบจ.": AgencyType.PROVINCIAL,
    "อบจ": AgencyType.PROVINCIAL,
    "เทศบาลตำบล": AgencyType.SUBDISTRICT_MUNICIPALITY,
    "เทศมนตรีตำบล": AgencyType.SUBDISTRICT_MUNICIPALITY,
    "ทต.": AgencyType.SUBDISTRICT_MUNICIPALITY,
    "เทศบาลเมือง": AgencyType.TOWN,
    "เทศมนตรีเมือง": AgencyType.TOWN,
    "ทม.": AgencyType.TOWN,
    "เทศบาลนคร": AgencyType.CITY,
    "เทศมนตรีนคร": AgencyType.CITY,
    "ทน.": AgencyType.CITY,
}
_PLACES: Mapping[str, PlaceKind] = {
    "จังหวัด": PlaceKind.PROVINCE,
    "จ.": PlaceKind.PROVINCE,
    "อำเภอ": PlaceKind.DISTRICT,
    "อ.": PlaceKind.DISTRICT,
    "ตำบล": PlaceKind.SUBDISTRICT,
    "ต.": PlaceKind.SUBDISTRICT,
}
_ABBREVIATED = frozenset(prefix for prefix in (*_AGENCIES, *_PLACES) if prefix[-1] == "." or prefix in ("อบต", "อบจ"))
_LONGER = ("ส่วน", "บาล", "ตรี")
"""Before ตำบล, these make another word of it."""
_NOT_A_PLACE = re.compile(r"(?:มหาวิทยาลัย|ราชภัฏ|วิทยาลัย|โรงเรียน|โรงพยาบาล|วัด|บ้าน|ถนน|ชุมชน|มณฑล|ภาค|นาย|นาง|นางสาว)$")
_PREFIXES = frozenset((*_AGENCIES, *_PLACES))
_REST = 40


def places(text: str, names: Gazetteer) -> Iterator[PlaceMark]:
    """Yield every place and authority that is named, with or without its kind before it, in order."""
    end = 0
    for found in _finder(names).finditer(text):
        if found.group() not in _PREFIXES:
            if found.start() >= end and _is_name(text, found):
                yield _bare(found, names)
        elif _stands(text, found):
            mark = _named(text, found.start(), found.end(), names)
            end = mark.end
            yield mark


@lru_cache(maxsize=4)
def _finder(names: Gazetteer) -> re.Pattern[str]:
    """Return one pattern for the kinds and the names that can occur alone: the text is scanned once."""
    return re.compile(trie((*_AGENCIES, *_PLACES, *names.bare)))


def _is_name(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.start()]
    return not _NOT_A_PLACE.search(before) and not is_joined(text[found.end() : found.end() + 1])


def _bare(found: re.Match[str], names: Gazetteer) -> PlaceMark:
    kind = PlaceKind.PROVINCE if found.group() in names.provinces else PlaceKind.DISTRICT
    return PlaceMark(at=found.start(), name_at=found.start(), end=found.end(), kind=kind, prefix="", name=found.group())


def _stands(text: str, found: re.Match[str]) -> bool:
    """Return False if the prefix is only a part of another word or abbreviation (ต.ค., ก.อ.)."""
    prefix, before = found.group(), text[max(0, found.start() - 4) : found.start()]
    if prefix in _ABBREVIATED:
        return (
            not (before and ("ก" <= before[-1] <= "๙" or before[-1] == "."))
            and text[found.end() : found.end() + 2] != "ค."
        )
    return prefix != "ตำบล" or not before.endswith(_LONGER)


def _named(text: str, at: int, prefix_end: int, names: Gazetteer) -> PlaceMark:
    prefix = text[at:prefix_end]
    name_at = prefix_end
    while name_at < len(text) and name_at < prefix_end + 2 and text[name_at] in " \u00a0":
        name_at += 1
    rest = text[name_at : name_at + _REST]
    agency = _AGENCIES.get(prefix)
    kind = PlaceKind.AGENCY if agency else _PLACES[prefix]
    wary = kind in (PlaceKind.SUBDISTRICT, PlaceKind.AGENCY)
    name = names.longest(rest, _candidates(kind, agency, names), wary=wary)
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
    if kind is PlaceKind.PROVINCE or agency is AgencyType.PROVINCIAL:
        return names.provinces
    if kind is PlaceKind.DISTRICT or agency in (AgencyType.TOWN, AgencyType.CITY):
        return names.districts
    return names.subdistricts

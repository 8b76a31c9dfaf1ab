"""Whose paper is it: places and authorities that are not this office's (ชื่อหน่วยงานและสถานที่)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.findings.examined import Examined, Field, Text
from ita_desktop.domain.findings.finding import Code, Finding, Severity
from ita_desktop.domain.findings.gazetteer import Gazetteer
from ita_desktop.domain.findings.scan.marks import PlaceKind, PlaceMark
from ita_desktop.domain.findings.spelling import one_slip
from ita_desktop.domain.thai.characters import is_joined
from ita_desktop.domain.values.agency import ONE_OF_ITS_KIND, Agency, AgencyType
from ita_desktop.domain.values.origin import Origin, measure_origin

_MUNICIPAL = (AgencyType.SUBDISTRICT_MUNICIPALITY, AgencyType.TOWN, AgencyType.CITY)
_HEAD_FIELDS = (Field.LABEL, Field.POST, Field.AGENCY)
_VISIT = re.compile(r"(?:ศึกษาดูงาน|ทัศนศึกษา|อบรม|สัมมนา|ร่วมกับ|จังหวัดใกล้เคียง)[^\n]{0,60}$")


def places(examined: Examined) -> Iterator[Finding]:
    """Check every place and authority in every text."""
    agency = examined.facts.agency
    own = _own_names(agency)
    for text in examined.texts:
        marks = text.reading.places
        for mark in marks:
            if mark.kind is PlaceKind.AGENCY:
                yield from _authority(text, mark, agency, examined.names)
            else:
                yield from _place(text, mark, marks, agency, own, examined.names)


def _own_names(agency: Agency) -> frozenset[str]:
    """Return every name that can occur in this office's papers, also as part of another of its names."""
    names = {agency.name, agency.short_name, agency.proper_name, agency.address}
    names |= {agency.subdistrict, agency.district, agency.province, *agency.departments}
    return frozenset(name.strip() for name in names if name.strip())


def _place(
    text: Text,
    mark: PlaceMark,
    marks: tuple[PlaceMark, ...],
    agency: Agency,
    own: frozenset[str],
    names: Gazetteer,
) -> Iterator[Finding]:
    if text.field is Field.PERSON or text.origin in (Origin.agency("name"), Origin.agency("short_name")):
        return
    owned = {
        PlaceKind.PROVINCE: agency.province,
        PlaceKind.DISTRICT: agency.district,
        PlaceKind.SUBDISTRICT: agency.subdistrict,
    }[mark.kind].strip()
    if not mark.name:
        if owned and mark.prefix and not mark.rest.startswith(owned):
            yield from _misspelt(text, mark, owned)
        return
    if not owned or mark.name == owned or (mark.prefix and mark.rest.startswith(owned)) or mark.name in own:
        return
    if not mark.prefix and any(mark.name in name for name in own):
        return
    if mark.kind is PlaceKind.DISTRICT and (mark.name == "เมือง" or owned == f"เมือง{mark.name}"):
        return
    if mark.kind is PlaceKind.SUBDISTRICT and _near(mark.name, agency, names):
        return
    beside_own = _beside_own(mark, marks, agency, text.text)
    if not beside_own and _VISIT.search(text.text, max(0, mark.at - 80), mark.at):
        return
    severity = Severity.WRONG if beside_own or text.field is Field.AGENCY else Severity.LOOK
    yield text.finding(
        Code.OTHER_PLACE,
        severity,
        mark.at,
        mark.end,
        fixes=(mark.prefix + text.text[mark.at + len(mark.prefix) : mark.name_at] + owned,),
        kind=mark.kind,
        name=mark.name,
        own=owned,
    )


def _near(name: str, agency: Agency, names: Gazetteer) -> bool:
    """Return True for another subdistrict of the office's own district, which may be named."""
    return any(district == agency.district for district, _ in names.subdistricts.get(name, frozenset()))


def _beside_own(mark: PlaceMark, marks: tuple[PlaceMark, ...], agency: Agency, words: str) -> bool:
    """Return True if the place is said to be the office's: its name is right before (องค์การ...X อำเภอY จังหวัดZ)."""
    before = [m for m in marks if m.end <= mark.at]
    at = mark.at
    for other in reversed(before):
        if words[other.end : at].strip(" ,()") or not other.prefix:
            break
        if other.kind is PlaceKind.AGENCY:
            return other.rest.startswith(agency.proper_name)
        at = other.at
    return bool(re.search(rf"{re.escape(agency.proper_name)}\s*$", words[max(0, at - 40) : at]))


def _misspelt(text: Text, mark: PlaceMark, owned: str) -> Iterator[Finding]:
    """Find the office's name with one letter wrong."""
    for length in (len(owned), len(owned) - 1, len(owned) + 1):
        written = mark.rest[:length]
        after = mark.rest[length : length + 1]
        if length < 3 or not one_slip(written, owned) or after == "ๆ" or is_joined(after):
            continue
        if " " in written or owned.startswith(written):
            continue
        end = mark.name_at + length
        yield text.finding(
            Code.OWN_NAME_MISSPELT, Severity.LOOK, mark.name_at, end, fixes=(owned,), written=written, own=owned
        )
        return


def _authority(text: Text, mark: PlaceMark, agency: Agency, names: Gazetteer) -> Iterator[Finding]:
    if agency.type in (*ONE_OF_ITS_KIND, AgencyType.OTHER):
        return
    proper = agency.proper_name
    if mark.rest.startswith(proper) and (mark.name in ("", proper) or len(mark.name) < len(proper)):
        if mark.agency is not agency.type:
            yield from _other_kind(text, mark, agency, mark.name_at + len(proper))
        return
    if mark.agency is not agency.type and text.field in _HEAD_FIELDS:
        yield from _other_kind(text, mark, agency, max(mark.end, mark.at + len(mark.prefix)))
        return
    misspelt = list(_misspelt(text, mark, proper)) if mark.agency is agency.type else []
    if misspelt or not mark.name:
        yield from misspelt
        return
    if mark.agency is AgencyType.PROVINCIAL and mark.name == agency.province:
        return
    if _VISIT.search(text.text, max(0, mark.at - 80), mark.at):
        return
    name = text.text[mark.at : mark.end]
    own_kind = mark.prefix + text.text[mark.at + len(mark.prefix) : mark.name_at] + proper
    yield text.finding(
        Code.OTHER_AGENCY,
        Severity.WRONG if text.field in _HEAD_FIELDS else Severity.LOOK,
        mark.at,
        mark.end,
        fixes=(own_kind,) if mark.agency is agency.type else (),
        name=name,
        own=agency.name,
    )


def _other_kind(text: Text, mark: PlaceMark, agency: Agency, end: int) -> Iterator[Finding]:
    """Find a municipality's word in the paper of an อบต., or the other way round."""
    if mark.agency is AgencyType.PROVINCIAL or (
        mark.prefix.endswith(".") and not mark.rest.startswith(agency.proper_name)
    ):
        return
    yield text.finding(
        Code.OTHER_KIND,
        Severity.WRONG if text.field in _HEAD_FIELDS else Severity.LOOK,
        mark.at,
        end,
        kind=agency.type.thai,
        own=agency.name,
    )


_MUNICIPAL_WORDS = re.compile(
    r"กองวิชาการและแผนงาน|สำนักปลัดเทศบาล|สำนักงานเทศบาล|ปลัดเทศบาล|นายกเทศมนตรี|พนักงานเทศบาล|เทศบัญญัติ|เทศบาลเรา"
)
_SUBDISTRICT_WORDS = re.compile(
    r"(?:สำนัก(?:งาน)?ปลัด|ปลัด|นายก|พนักงานส่วน)\s*(?:อบต\.?|องค์การบริหารส่วนตำบล)|พนักงานส่วนตำบล|ข้อบัญญัติ(?:องค์การบริหารส่วน)?ตำบล"
)


def units(examined: Examined) -> Iterator[Finding]:
    """Find units and titles of another kind of authority (กองวิชาการและแผนงาน is a municipality's)."""
    agency = examined.facts.agency
    if agency.type is AgencyType.SUBDISTRICT:
        pattern = _MUNICIPAL_WORDS
    elif agency.type in _MUNICIPAL:
        pattern = _SUBDISTRICT_WORDS
    else:
        return
    for origin, field, words in _unit_texts(examined):
        found = pattern.search(words)
        if found is None or "/" in words[max(0, found.start() - 3) : found.end() + 3]:
            continue
        yield Finding(
            code=Code.UNIT_OF_OTHER_KIND,
            severity=Severity.WRONG if field in (Field.LABEL, Field.POST) else Severity.LOOK,
            origin=origin,
            quote=words,
            values={"part": found.group(), "kind": agency.type.thai},
        )


def _unit_texts(examined: Examined) -> Iterator[tuple[Origin, Field, str]]:
    """Yield the fields that name units and posts, read or not: each name once, at the first field that has it."""
    facts = examined.facts
    seen: set[str] = set()
    named = [(Origin.agency("departments", at), Field.UNIT, unit) for at, unit in enumerate(facts.agency.departments)]
    for signer in facts.signers:
        named += [
            (Origin.signer(signer.id, "position", at), Field.POST, line) for at, line in enumerate(signer.position)
        ]
        named.append((Origin.signer(signer.id, "acting_for"), Field.POST, signer.acting_for))
    for memo in facts.memos:
        named.append((Origin.memo(memo.id, "department_line"), Field.LABEL, memo.department_line))
        named.append((Origin.memo(memo.id, "to"), Field.LABEL, memo.to))
        named += [
            (Origin.memo(memo.id, "signers", at, "label"), Field.LABEL, s.label) for at, s in enumerate(memo.signers)
        ]
    for position, measure in enumerate(facts.plan.measures):
        start = measure_origin(facts.plan, measure, "responsible", at=position)
        named += [(start / at, Field.UNIT, unit) for at, unit in enumerate(measure.responsible)]
    for origin, field, words in named:
        if words and words not in seen:
            seen.add(words)
            yield origin, field, words

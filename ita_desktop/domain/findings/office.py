"""The office's own particulars: place, telephone, number of its papers, addressee, people (ข้อมูลหน่วยงาน)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ita_desktop.domain.findings.examined import Examined
from ita_desktop.domain.findings.finding import Code, Finding, Fix, Severity
from ita_desktop.domain.findings.spelling import one_slip
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.agency import AgencyType
from ita_desktop.domain.values.origin import Origin

_LETTERS = re.compile(r"^\s*(?P<letters>[ก-ฮ]{2})\s*[0-9๐-๙]")
_EXTENSION = re.compile(r"(?:ต่อ|#|ext\.?|กด)\s*[0-9๐-๙ ,\-–]+", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;/]|และ|หรือ|(?:\s[-–]\s)")


def own_place(examined: Examined) -> Iterator[Finding]:
    """Check that the office's subdistrict, district and province belong together."""
    agency, names = examined.facts.agency, examined.names
    provinces = names.districts.get(agency.district, frozenset())
    if agency.district and agency.province in names.provinces:
        if provinces and agency.province not in provinces:
            yield _unknown(
                Origin.agency("district"), agency.district, agency.province, sorted(provinces), provinces=True
            )
        elif not provinces:
            near = [d for d, of in names.districts.items() if agency.province in of and one_slip(d, agency.district)]
            yield _unknown(Origin.agency("district"), agency.district, agency.province, near, provinces=False)
    elif agency.province and agency.province not in names.provinces:
        near = [province for province in names.provinces if one_slip(province, agency.province)]
        if near:
            yield _unknown(Origin.agency("province"), agency.province, "", near, provinces=False)


def _unknown(origin: Origin, written: str, within: str, known: list[str], *, provinces: bool) -> Finding:
    return Finding(
        code=Code.PLACE_UNKNOWN,
        severity=Severity.LOOK,
        origin=origin,
        quote=written,
        values={"name": written, "within": within, "known": tuple(known), "elsewhere": provinces},
        fixes=() if provinces else tuple(Fix(origin=origin, old=written, new=name) for name in known),
    )


def phones(examined: Examined) -> Iterator[Finding]:
    """Check the telephone: a fixed line has nine digits (0 2 to 0 7), a mobile ten (06, 08, 09)."""
    facts = examined.facts
    fields = [(Origin.agency("phone"), facts.agency.phone)]
    fields += [(Origin.memo(memo.id, "phone"), memo.phone) for memo in facts.memos]
    for origin, phone in fields:
        for number in _SEVERAL.split(_EXTENSION.sub("", phone)):
            digits = "".join(c for c in arabic_digits(number) if c.isdigit())
            if not digits or set(digits) == {"0"} or len(digits) <= 4:
                continue
            length = 10 if digits[:2] in ("06", "08", "09") else 9
            if digits[0] != "0" or len(digits) == length:
                continue
            yield Finding(
                code=Code.PHONE,
                severity=Severity.WRONG if len(digits) in (8, 9, 10, 11) else Severity.LOOK,
                origin=origin,
                quote=number.strip(),
                values={"digits": len(digits), "right": length, "mobile": length == 10},
            )


def prefixes(examined: Examined) -> Iterator[Finding]:
    """Check the letters before the number of a paper: they are the province's (กส for กาฬสินธุ์)."""
    facts = examined.facts
    right = examined.names.province_letters.get(facts.agency.province)
    if not right:
        return
    fields = [(Origin.agency("document_prefix"), facts.agency.document_prefix)]
    fields += [(Origin.memo(memo.id, "number"), memo.number) for memo in facts.memos]
    for origin, number in fields:
        found = _LETTERS.match(number)
        if found and found["letters"] != right:
            yield Finding(
                code=Code.PREFIX,
                severity=Severity.LOOK,
                origin=origin,
                quote=number.strip(),
                values={"letters": found["letters"], "right": right, "province": facts.agency.province},
                fixes=(Fix(origin=origin, old=found["letters"], new=right),),
            )


def addressees(examined: Examined) -> Iterator[Finding]:
    """Check that a memo goes to the head of this office, correctly spelt (นายกองค์การบริหารส่วนตำบลดอน)."""
    agency = examined.facts.agency
    if agency.type is AgencyType.OTHER:
        return
    full = agency.executive
    for memo in examined.facts.memos:
        to = memo.to.strip()
        if to and to != full and one_slip(to.replace(" ", ""), full):
            origin = Origin.memo(memo.id, "to")
            yield Finding(
                code=Code.ADDRESSEE,
                severity=Severity.WRONG,
                origin=origin,
                quote=to,
                values={"to": to, "right": full},
                fixes=(Fix(origin=origin, old=to, new=full),),
            )


def persons(examined: Examined) -> Iterator[Finding]:
    """Find one person entered under two posts."""
    posts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for signer in examined.facts.signers:
        name = re.sub(r"\s+", " ", signer.name).strip()
        if name:
            posts[name].append((signer.id, " ".join(signer.position_lines)))
    for name, entered in posts.items():
        if len({post for _, post in entered}) > 1:
            yield Finding(
                code=Code.SAME_PERSON,
                severity=Severity.LOOK,
                origin=Origin.signer(entered[-1][0], "name"),
                quote=name,
                values={"name": name, "posts": tuple(post for _, post in entered)},
            )


def blanks(examined: Examined) -> Iterator[Finding]:
    """Find alternatives, placeholders, dots and brackets that were left in a text."""
    for text in examined.texts:
        for mark in text.reading.blanks:
            code = Code(mark.kind.value)
            severity = Severity.WRONG if code in (Code.ALTERNATIVE, Code.PLACEHOLDER) else Severity.LOOK
            fixes: tuple[str, ...] = ()
            part = text.text[mark.at : mark.end]
            if code is Code.ALTERNATIVE:
                fixes = tuple(dict.fromkeys(choice.strip() for choice in part.split("/")))
            yield text.finding(code, severity, mark.at, mark.end, fixes=fixes)

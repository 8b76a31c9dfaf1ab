"""``ita-office/1`` read: a JSON tree becomes an Office, or a list of everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.follow_up import ROUNDS, Evidence, FollowUp, Status
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Signer, Urgency
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.ref import Ref
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.untrusted.json_tree import Expected, Fault, Fields, JsonFaults

FORMAT = "ita-office/1"
_YEARS = (2500, 2700)
"""พ.ศ. years that a plan or a memo may have."""
_IDENTITY = re.compile(r"[A-Za-z0-9_-]{1,100}")
_INSTRUMENTS = ("IIT", "EIT", "EIT1", "EIT2", "OIT")
_AGENCY_TEXTS = (
    "subdistrict",
    "district",
    "province",
    "short_name",
    "phone",
    "email",
    "website",
    "document_prefix",
    "address",
)
_MEASURE_IDS = ("refs", "oit_refs")
_MEASURE_LISTS = (
    "sub_issues",
    "measures",
    "guidelines",
    "steps",
    "operation",
    "responsible",
    "follow_up",
)
_RESULT_TEXTS = ("period", "output", "outcome", "obstacles", "suggestions", "remark")
_MEMO_TEXTS = ("department_line", "phone", "number", "subject", "to", "closing")
T = TypeVar("T")


def office_of(tree: Any, frameworks: Mapping[int, Framework]) -> Office:
    """Read the office in a parsed file; JsonFaults with every fault that can be found."""
    faults: list[Fault] = []
    top = Fields(tree, "$", faults)
    if isinstance(tree, dict) and top.raw("format") != FORMAT:
        # Another format has other keys: saying what is wrong with each would only hide this.
        top.fault("$.format", top.raw("format"), Expected.FORMAT, FORMAT)
        raise JsonFaults(faults)
    office = _office(top, frameworks)
    top.done()
    if faults:
        raise JsonFaults(faults)
    return office


def _office(top: Fields, frameworks: Mapping[int, Framework]) -> Office:
    top.need("agency")
    source = top.text("source")
    agency = _agency(top.object("agency")) if top.raw("agency") is not None else None
    signers = tuple(_each(top.objects("signers"), _signer))
    _only_once(top, "signers", "id", (signer.id for signer in signers))
    ids = tuple(signer.id for signer in signers)
    years = tuple(_each(top.objects("years"), lambda fields: _year(fields, frameworks)))
    _only_once(top, "years", "fiscal_year", (year.fiscal_year for year in years))
    plans = tuple(_each(top.objects("plans"), lambda fields: _plan(fields, ids)))
    _only_once(top, "plans", "fiscal_year", (plan.fiscal_year for plan in plans))
    memos = tuple(_each(top.objects("memos"), lambda fields: _memo(fields, ids)))
    _only_once(top, "memos", "id", (memo.id for memo in memos))
    no_agency = Agency(type=AgencyType.OTHER, name="")
    return Office(agency=agency or no_agency, signers=signers, years=years, plans=plans, memos=memos, source=source)


def _each(objects: Iterable[Fields], read: Callable[[Fields], T]) -> Iterator[T]:
    for fields in objects:
        yield read(fields)
        fields.done()


def _only_once(top: Fields, key: str, name: str, values: Iterable[object]) -> None:
    seen: set[object] = set()
    for index, value in enumerate(values):
        if value and value in seen:
            top.fault(f"{top.at(key)}[{index}].{name}", value, Expected.ONLY_ONCE)
        seen.add(value)


def _agency(fields: Fields) -> Agency:
    fields.need("type")
    fields.need("name")
    agency = Agency(
        type=fields.member("type", AgencyType) or AgencyType.OTHER,
        name=fields.text("name"),
        departments=fields.texts("departments"),
        **{name: fields.text(name) for name in _AGENCY_TEXTS},
    )
    fields.done()
    return agency


def _id(fields: Fields) -> str:
    """An id that others refer to; it cannot be empty, nor hold the slash that parts an origin."""
    fields.need("id")
    text = fields.text("id")
    if fields.raw("id") == "":
        fields.fault(fields.at("id"), "", Expected.PRESENT)
    elif "/" in text:
        fields.fault(fields.at("id"), text, Expected.ID)
    return text


def _signer(fields: Fields) -> Signer:
    fields.need("name")
    return Signer(
        id=_id(fields),
        name=fields.text("name"),
        position=fields.texts("position"),
        acting_for=fields.text("acting_for"),
        acting_phrase=fields.text("acting_phrase"),
    )


def _fiscal_year(fields: Fields, key: str) -> FiscalYear:
    fields.need(key)
    return FiscalYear(fields.whole(key, *_YEARS) or 0)


def _year(fields: Fields, frameworks: Mapping[int, Framework]) -> Assessment:
    year = _fiscal_year(fields, "fiscal_year")
    framework = frameworks.get(year)
    if year and framework is None:
        known = (str(one) for one in sorted(frameworks))
        fields.fault(fields.at("fiscal_year"), int(year), Expected.YEAR_WITH_RULES, *known)
    return Assessment(
        fiscal_year=year,
        official=_official(fields.object("official"), framework),
        scores=_scores(fields, framework),
        narratives=_narratives(fields, framework),
        weak_indicators=fields.ids("weak_indicators"),
    )


def _instrument_codes(framework: Framework | None) -> tuple[str, ...]:
    """The instruments and parts of the year, and those that files of any year may name."""
    own = [code for i in framework.instruments for code in (i.code, *(p.code for p in i.parts))] if framework else []
    return tuple(dict.fromkeys((*own, *_INSTRUMENTS)))


def _official(fields: Fields, framework: Framework | None) -> OfficialResult:
    instruments: dict[str, Decimal] = {}
    for code, path, value in fields.entries("instruments"):
        if code not in _instrument_codes(framework):
            fields.fault(path, value, Expected.KNOWN_KEY, *_instrument_codes(framework))
        elif (score := fields.score_of(value, path)) is not None:
            instruments[code] = score
    official = OfficialResult(
        overall=fields.score("overall"),
        level=fields.text("level"),
        instruments=instruments,
        rank_in_type=fields.whole("rank_in_type", 1, 100_000),
        announced=fields.day("announced"),
    )
    fields.done()
    return official


def _scores(fields: Fields, framework: Framework | None) -> dict[str, Decimal]:
    scores: dict[str, Decimal] = {}
    for ref, path, value in fields.entries("scores"):
        if not _is_ref(ref, framework):
            fields.fault(path, value, Expected.REF, *_indicator_ids(framework))
        elif (score := fields.score_of(value, path)) is not None:
            scores[ref] = score
    return scores


def _narratives(fields: Fields, framework: Framework | None) -> dict[str, str]:
    narratives: dict[str, str] = {}
    for indicator, path, value in fields.entries("narratives"):
        if framework is not None and indicator not in _indicator_ids(framework):
            fields.fault(path, value, Expected.INDICATOR, *_indicator_ids(framework))
        elif text := fields.text_of(value, path):
            narratives[indicator] = text
    return narratives


def _is_ref(ref: str, framework: Framework | None) -> bool:
    """True for the form of an id; an indicator must be one of the year's, the lists of others are not always known."""
    if not Ref(ref).is_readable:
        return False
    return framework is None or not ref[0].isdigit() or ref.split(".")[0] in _indicator_ids(framework)


def _indicator_ids(framework: Framework | None) -> tuple[str, ...]:
    return tuple(indicator.id for indicator in framework.indicators) if framework else ()


def _plan(fields: Fields, signers: tuple[str, ...]) -> MeasurePlan:
    prepared_by = fields.text("prepared_by")
    if prepared_by and prepared_by not in signers:
        fields.fault(fields.at("prepared_by"), prepared_by, Expected.SIGNER, *signers)
    return MeasurePlan(
        fiscal_year=_fiscal_year(fields, "fiscal_year"),
        assessed_year=_fiscal_year(fields, "assessed_year"),
        measures=tuple(_each(fields.objects("measures"), _measure)),
        risks=tuple(_each(fields.objects("risks"), _risk)),
        meeting=fields.text("meeting"),
        report_date=fields.day("report_date"),
        prepared_by=prepared_by,
    )


def _measure(fields: Fields) -> Measure:
    fields.need("refs")
    part = fields.text("instrument_part")
    if part not in ("", "EIT1", "EIT2"):
        fields.fault(fields.at("instrument_part"), part, Expected.ONE_OF, "EIT1", "EIT2")
    lists: dict[str, Any] = {name: fields.texts(name) for name in _MEASURE_LISTS}
    lists |= {name: fields.ids(name) for name in _MEASURE_IDS}
    return Measure(
        instrument_part=part,
        identity=_identity(fields),
        issue=fields.text("issue"),
        period=fields.text("period"),
        period_from=fields.month("from"),
        period_to=fields.month("to"),
        follow_up_rounds=fields.numbers("follow_up_rounds", ROUNDS),
        results=tuple(_each(fields.objects("results"), _result)),
        **lists,
    )


def _result(fields: Fields) -> FollowUp:
    fields.need("round")
    texts: dict[str, Any] = {name: fields.text(name) for name in _RESULT_TEXTS}
    return FollowUp(
        round=fields.number("round", ROUNDS) or ROUNDS[0],
        details=fields.texts("details"),
        status=fields.member("status", Status),
        date=fields.day("date"),
        evidence=tuple(_each(fields.objects("evidence"), _evidence)),
        **texts,
    )


def _evidence(fields: Fields) -> Evidence:
    return Evidence(
        title=fields.text("title"), date=fields.day("date"), file=fields.text("file"), url=fields.text("url")
    )


def _risk(fields: Fields) -> Risk:
    fields.need("risk")
    return Risk(
        risk=fields.text("risk"),
        process=fields.text("process"),
        likelihood=fields.whole("likelihood", 1, 5),
        impact=fields.whole("impact", 1, 5),
        controls=fields.texts("controls"),
        activities=fields.texts("activities"),
        months=fields.months("months"),
        responsible=fields.texts("responsible"),
        status=fields.text("status"),
        remark=fields.text("remark"),
        identity=_identity(fields),
    )


def _identity(fields: Fields) -> str:
    """What it was called where it was made; of another form it is no help, and a new one is given."""
    text = fields.text("identity")
    return text if _IDENTITY.fullmatch(text) else ""


def _memo(fields: Fields, signers: tuple[str, ...]) -> Memo:
    return Memo(
        id=_id(fields),
        fiscal_year=_fiscal_year(fields, "fiscal_year"),
        date=fields.day("date"),
        enclosures=fields.texts("enclosures"),
        references=fields.texts("references"),
        urgency=fields.member("urgency", Urgency),
        sections=tuple(_each(fields.objects("sections"), _section)),
        signers=tuple(_each(fields.objects("signers"), lambda one: _memo_signer(one, signers))),
        **{name: fields.text(name) for name in _MEMO_TEXTS},
    )


def _section(fields: Fields) -> MemoSection:
    return MemoSection(
        heading=fields.text("heading"),
        paragraphs=fields.texts("paragraphs"),
        items=fields.texts("items"),
        score_list=fields.flag("score_list"),
    )


def _memo_signer(fields: Fields, signers: tuple[str, ...]) -> MemoSigner:
    signer = fields.text("signer")
    if signer not in signers:
        fields.fault(fields.at("signer"), fields.raw("signer"), Expected.SIGNER, *signers)
    return MemoSigner(
        signer=signer,
        label=fields.text("label"),
        comment_lines=fields.whole("comment_lines", 0, 4) or 0,
        show_signed=fields.flag("show_signed"),
        date_line=fields.flag("date_line"),
    )

"""Facts to check: the cases, the sample office, and offices made up from the program's own proposals."""

import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from ita_desktop import paths
from ita_desktop.app.office.import_export import read_office_json
from ita_desktop.domain.findings import Checker, Finding, Gazetteer, Severity
from ita_desktop.domain.findings.lattice import item_counts, reachable
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.texts import memo_texts, narrative
from ita_desktop.domain.thai.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.thai.writing import long_date, month_range, thai_digits
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.follow_up import Evidence, FollowUp, Status
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSigner, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.resources.catalogue import load_catalogue, load_office_patterns
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.store.resources.places import load_gazetteer

FRAMEWORKS = load_frameworks(paths.resources() / "frameworks")
NAMES: Gazetteer = load_gazetteer(paths.resources())
CHECKER = Checker(NAMES)
CASES = Path(__file__).parents[2] / "data" / "cases"
SAMPLE = paths.resources() / "sample" / "office.json"


def case(name: str) -> YearFacts:
    """The only plan year of a case."""
    (facts,) = plan_years(read_office_json(CASES / f"case-{name}.json", FRAMEWORKS))
    return facts


def sample() -> list[YearFacts]:
    return plan_years(read_office_json(SAMPLE, FRAMEWORKS))


def plan_years(office: Office) -> list[YearFacts]:
    return [_facts(office, plan) for plan in office.plans]


def _facts(office: Office, plan: MeasurePlan) -> YearFacts:
    wanted = {plan.fiscal_year, plan.assessed_year, *(year.fiscal_year for year in office.years)}
    return YearFacts(
        agency=office.agency,
        plan=plan,
        signers=office.signers,
        assessments={year.fiscal_year: year for year in office.years},
        frameworks={year: framework for year, framework in FRAMEWORKS.items() if year in wanted},
        memos=tuple(memo for memo in office.memos if memo.fiscal_year == plan.fiscal_year),
    )


def check(facts: YearFacts) -> tuple[Finding, ...]:
    return CHECKER.check(facts)


def told(facts: YearFacts, code: str) -> list[Finding]:
    """The findings of one kind."""
    return [finding for finding in check(facts) if finding.code.value == code]


def serious(facts: YearFacts) -> list[str]:
    """What is wrong or to be looked at, readable in a failing test."""
    return [f"{f.severity} {f.code} {f.origin} {f.quote}" for f in check(facts) if f.severity is not Severity.ADVICE]


def with_measure(facts: YearFacts, at: int, **changes: object) -> YearFacts:
    measures = list(facts.plan.measures)
    measures[at] = replace(measures[at], **changes)
    return replace(facts, plan=replace(facts.plan, measures=tuple(measures)))


def with_memo(facts: YearFacts, **changes: object) -> YearFacts:
    return replace(facts, memos=(replace(facts.memos[0], **changes), *facts.memos[1:]))


def with_paragraph(facts: YearFacts, text: str) -> YearFacts:
    """The memo (made where there is none) with one more paragraph."""
    memos = facts.memos or (Memo(id="m", fiscal_year=facts.fiscal_year, subject="เรื่อง", to="x"),)
    sections = memos[0].sections
    last = replace(sections[-1], paragraphs=(*sections[-1].paragraphs, text)) if sections else None
    if last is None:
        from ita_desktop.domain.values.memo import MemoSection

        last = MemoSection(paragraphs=(text,))
    return replace(facts, memos=(replace(memos[0], sections=(*sections[:-1], last)), *memos[1:]))


def with_result(facts: YearFacts, year: int, **changes: object) -> YearFacts:
    """One year's assessment changed."""
    return replace(
        facts, assessments={**facts.assessments, year: replace(facts.assessments[FiscalYear(year)], **changes)}
    )


def with_official(facts: YearFacts, year: int, **changes: object) -> YearFacts:
    return with_result(facts, year, official=replace(facts.assessments[FiscalYear(year)].official, **changes))


def small(**changes: object) -> YearFacts:
    """A small sound office: FY2567 analysed, measures for FY2568."""
    return replace(generated(7, year=2567, kind=AgencyType.SUBDISTRICT), **changes)


# offices made up

_KINDS = (AgencyType.SUBDISTRICT, AgencyType.SUBDISTRICT_MUNICIPALITY, AgencyType.TOWN)
_NAMES = ("นายตัวอย่าง ใจดี", "นางสมมุติ รอบคอบ", "นางสาวจำลอง ตั้งใจ", "นายแบบอย่าง มั่นคง", "นางทดลอง สุขใจ")


def generated(seed: int, year: int = 0, kind: AgencyType | None = None) -> YearFacts:
    """An office with a result, a comparison, analyses, measures, results, a risk and a memo, all sound."""
    rng = random.Random(seed)
    year = year or rng.choice(range(2564, 2569))
    agency = _agency(rng, kind or rng.choice(_KINDS))
    assessments = {FiscalYear(y): _assessment(rng, FRAMEWORKS[y]) for y in (year - 1, year)}
    signers = _signers(agency)
    facts = YearFacts(
        agency=agency,
        plan=MeasurePlan(fiscal_year=FiscalYear(year + 1), assessed_year=FiscalYear(year)),
        signers=signers,
        assessments=assessments,
        frameworks={y: FRAMEWORKS[y] for y in (year - 1, year, year + 1) if y in FRAMEWORKS},
    )
    facts = replace(facts, plan=_plan(rng, facts))
    written = {i.id: narrative.proposed(i, facts) for i in FRAMEWORKS[year].indicators}
    facts = with_result(facts, year, narratives=written)
    return replace(facts, memos=(_memo(facts),))


def _agency(rng: random.Random, kind: AgencyType) -> Agency:
    place = rng.choice([p for p in NAMES.places if p.province in NAMES.province_letters])
    proper = place.district if kind is AgencyType.TOWN else place.subdistrict
    pattern = load_office_patterns(paths.resources()).pattern(kind)
    return Agency(
        type=kind,
        name=kind.thai + proper,
        subdistrict=place.subdistrict,
        district=place.district,
        province=place.province,
        departments=pattern.units,
        short_name=f"{kind.short}{proper}",
        phone="๐ ๔๔๐๕ ๖๐๙๑",
        document_prefix=f"{NAMES.province_letters[place.province]} ๗๑๐๐๑",
    )


def _signers(agency: Agency) -> tuple[Signer, ...]:
    posts = load_office_patterns(paths.resources()).pattern(agency.type).posts(agency)
    return tuple(
        Signer(id=f"s{n}", name=name, position=(post,))
        for n, (name, post) in enumerate(zip(_NAMES, posts, strict=False))
    )


def _assessment(rng: random.Random, framework: Framework) -> Assessment:
    scores: dict[str, Decimal] = {}
    for indicator in framework.indicators:
        values = reachable(item_counts(framework, indicator.id)) if indicator.sub_indicators else None
        drawn = Decimal(rng.randrange(6000, 10001)) / 100
        scores[indicator.id] = rng.choice(sorted(v for v in values if v >= 50)) if values else drawn
    bare = Assessment(fiscal_year=framework.fiscal_year, scores=scores)
    figures = scoring.instrument_scores(bare, framework)
    instruments = {code: scoring.rounded(score) for code, score in figures.items() if score is not None}
    for instrument in framework.instruments:
        for part in instrument.parts:
            instruments[part.code] = instruments[instrument.code]
    total = scoring.overall(bare, framework)
    assert total is not None
    official = OfficialResult(
        overall=total.quantize(Decimal("0.01"), ROUND_HALF_UP),
        instruments=instruments,
        announced=date(int(framework.fiscal_year) - BUDDHIST_OFFSET, 8, 10),
        rank_in_type=rng.randrange(1, 5000),
    )
    level = scoring.level(replace(bare, official=official), framework).code
    return replace(bare, official=replace(official, level=level))


def _plan(rng: random.Random, facts: YearFacts) -> MeasurePlan:
    catalogue = load_catalogue(paths.resources())
    framework, plan_year = facts.framework, facts.fiscal_year
    assert framework is not None
    first, last = plan_year.months[0], plan_year.months[-1]
    measures = []
    for number, indicator in enumerate(framework.indicators):
        entry = catalogue.entry(indicator)
        assert entry is not None
        measures.append(
            Measure(
                id=number + 1,
                refs=(indicator.id,),
                issue=rng.choice(entry.weaknesses),
                measures=(entry.measures[0],),
                steps=entry.measures[1:],
                responsible=(rng.choice(facts.agency.departments),),
                period=month_range(first, last),
                period_from=first,
                period_to=last,
                follow_up=(f"รายงานผลเรื่อง{indicator.name} รอบ ๖ เดือน และรอบ ๑๒ เดือน",),
                follow_up_rounds=(6, 12),
                results=(_result(plan_year, indicator.name),),
            )
        )
    risk = Risk(id=1, risk="การเอื้อประโยชน์ในการจัดซื้อจัดจ้าง", controls=("ตรวจสอบโดยคณะกรรมการ",), months=(first,))
    return MeasurePlan(
        fiscal_year=plan_year,
        assessed_year=facts.plan.assessed_year,
        measures=tuple(measures),
        risks=(risk,),
        report_date=plan_year.round_end(6) + timedelta(days=9),
    )


def _result(plan_year: FiscalYear, name: str) -> FollowUp:
    done = plan_year.round_end(6) - timedelta(days=20)
    return FollowUp(
        round=6,
        details=(f"จัดประชุมชี้แจงเมื่อวันที่ {long_date(done)}",),
        output="ประชุม ๑ ครั้ง",
        outcome=f"บุคลากรเข้าใจเรื่อง{name}มากขึ้น",
        status=Status.IN_PROGRESS,
        date=done,
        evidence=(Evidence(title="รายงานการประชุม", date=done),),
    )


def _memo(facts: YearFacts) -> Memo:
    assessed = facts.assessed
    assert assessed is not None
    assert assessed.official.announced is not None
    return Memo(
        id="memo-1",
        fiscal_year=facts.fiscal_year,
        department_line=f"สำนักปลัด {facts.agency.name} จังหวัด{facts.agency.province}",
        phone=facts.agency.phone,
        number=f"{facts.agency.document_prefix}/{thai_digits('115')}",
        date=assessed.official.announced + timedelta(days=120),
        subject=memo_texts.subject(facts),
        to=memo_texts.addressee(facts),
        enclosures=(memo_texts.enclosure(facts),),
        sections=memo_texts.sections(facts, enclosed=True),
        closing=memo_texts.closing(facts),
        signers=tuple(MemoSigner(signer=signer.id) for signer in facts.signers),
    )

"""An invented office that uses every field the format has, and rules for its years."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.follow_up import Evidence, FollowUp, Status
from ita_desktop.domain.values.framework import Framework, Indicator, Instrument, LevelRule
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Signer, Urgency
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk

AGENCY = Agency(
    type=AgencyType.SUBDISTRICT,
    name="องค์การบริหารส่วนตำบลหนองใส",
    subdistrict="หนองใส",
    district="เมืองแก้ว",
    province="ขอนแก่น",
    departments=("สำนักปลัด", "กองคลัง", "กองช่าง & โยธา"),
    short_name="อบต.หนองใส",
    phone="๐ ๔๓๐๐ ๐๐๐๐",
    email="a@example.go.th",
    website="https://example.go.th/?a=1&b=2",
    document_prefix="ขก ๗๑๐๐๑",
    address="๑ หมู่ ๒",
)

SIGNERS = (
    Signer(id="s1", name="นายก ข", position=("ผู้อำนวยการกองคลัง", "องค์การบริหารส่วนตำบลหนองใส")),
    Signer(id="s2", name="นางค ง", position=("หัวหน้าสำนักปลัด",), acting_for="ปลัดหนองใส", acting_phrase="ปฏิบัติราชการแทน"),
)

YEARS = (
    Assessment(
        fiscal_year=FiscalYear(2567),
        official=OfficialResult(
            overall=Decimal("93.71"),
            level="ผ่านดี",
            instruments={"IIT": Decimal("97.12"), "EIT1": Decimal("90"), "OIT": Decimal("100")},
            rank_in_type=12,
            announced=date(2024, 7, 30),
        ),
        scores={
            "1": Decimal("99.5"),
            "8": Decimal("70"),
            "9.3": Decimal("0"),
            "e6@EIT2": Decimal("83.31"),
            "o13": Decimal("100"),
        },
        narratives={"1": "ย่อหน้า <b>หนึ่ง</b>\nบรรทัดสอง", "8": "A & B %s 'quote' \"two\" ; -- 🦅"},
        weak_indicators=("8", "9"),
    ),
    Assessment(fiscal_year=FiscalYear(2566)),
)

MEASURE = Measure(
    refs=("e4", "e5"),
    instrument_part="EIT1",
    issue="ประเด็น",
    sub_issues=("ก", "ข"),
    measures=("มาตรการ",),
    guidelines=("แนวทาง",),
    steps=("๑. แจ้งเวียน", "๒. รายงาน"),
    operation=("ดำเนินการ",),
    responsible=("ทุกกอง",),
    period="ต.ค. ๖๗ - มี.ค. ๖๘",
    period_from="2024-10",
    period_to="2025-03",
    follow_up=("ติดตาม",),
    follow_up_rounds=(6, 12),
    oit_refs=("o10",),
    results=(
        FollowUp(
            round=6,
            details=("ทำแล้ว",),
            period="มี.ค.",
            output="ผลผลิต",
            outcome="ผลลัพธ์",
            status=Status.DONE,
            date=date(2025, 3, 31),
            obstacles="ไม่มี",
            suggestions="ข้อเสนอ",
            evidence=(
                Evidence(title="คำสั่ง", date=date(2025, 1, 2), file="คำสั่ง.pdf", url="https://example.go.th/1"),
                Evidence(title="ภาพ"),
            ),
            remark="หมายเหตุ",
        ),
        FollowUp(round=12),
    ),
)

RISK = Risk(
    risk="ความเสี่ยง",
    process="จัดซื้อ",
    likelihood=2,
    impact=5,
    controls=("ก",),
    activities=("ข",),
    months=("2024-10", "2025-09"),
    responsible=("กองคลัง",),
    status="ทำแล้ว",
    remark="-",
)

PLANS = (
    MeasurePlan(
        fiscal_year=FiscalYear(2568),
        assessed_year=FiscalYear(2567),
        measures=(MEASURE, Measure(refs=("1",))),
        risks=(RISK, Risk(risk="อื่น")),
        meeting="ประชุมครั้งที่ ๑",
        report_date=date(2025, 4, 1),
        prepared_by="s1",
    ),
    MeasurePlan(fiscal_year=FiscalYear(2567), assessed_year=FiscalYear(2566)),
)

MEMOS = (
    Memo(
        id="memo-1",
        fiscal_year=FiscalYear(2568),
        department_line="สำนักปลัด",
        phone="๐ ๔๓๐๐ ๐๐๐๐",
        number="ขก ๗๑๐๐๑/",
        date=date(2024, 12, 19),
        subject="รายงานผล",
        to="นายก",
        enclosures=("รายงาน ๑ ฉบับ",),
        references=("หนังสือ",),
        urgency=Urgency.VERY_URGENT,
        sections=(
            MemoSection(heading="เรื่องเดิม", paragraphs=("ตามที่", "นั้น"), items=("หนึ่ง", "สอง")),
            MemoSection(paragraphs=("บัดนี้",), score_list=True),
        ),
        closing="จึงเรียนมาเพื่อโปรดทราบ",
        signers=(
            MemoSigner(signer="s1"),
            MemoSigner(signer="s2", label="ความเห็น", comment_lines=2, show_signed=True, date_line=True),
        ),
    ),
    Memo(id="memo-2", fiscal_year=FiscalYear(2567)),
)

OFFICE = Office(agency=AGENCY, signers=SIGNERS, years=YEARS, plans=PLANS, memos=MEMOS, source="ตัวอย่าง.txt")


def framework(year: int) -> Framework:
    """Rules with ten indicators, enough for what the store and the workspace ask."""
    instruments = ("IIT", "EIT", "OIT")
    return Framework(
        fiscal_year=FiscalYear(year),
        title=f"ITA {year}",
        instruments=tuple(Instrument(code=c, name=c, name_en=c, weight=Decimal(30)) for c in instruments),
        indicators=tuple(
            Indicator(
                id=str(n), name=f"ตัวชี้วัด {n}", name_en="", instrument=instruments[0 if n < 6 else 1 if n < 9 else 2]
            )
            for n in range(1, 11)
        ),
        levels=LevelRule(bands=(), pass_mark=Decimal(85)),
        provenance={},
    )


FRAMEWORKS = {year: framework(year) for year in range(2562, 2570)}


class Clock:
    """A clock that goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2024, 12, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def without_ids(office: Office) -> Office:
    """The same office as the exchange format sees it: no row numbers."""
    from dataclasses import replace

    def measure(one: Measure) -> Measure:
        return replace(one, id=None, results=tuple(replace(result, id=None) for result in one.results))

    plans = tuple(
        replace(
            plan,
            measures=tuple(measure(one) for one in plan.measures),
            risks=tuple(replace(one, id=None) for one in plan.risks),
        )
        for plan in office.plans
    )
    return replace(office, plans=plans)

"""The texts of a memo that reports a year's result, proposed from the facts (ร่างบันทึกข้อความ)."""

from __future__ import annotations

from ita_desktop.domain.rules import analysis, duties, scoring
from ita_desktop.domain.rules.analysis import Direction, Reason
from ita_desktop.domain.texts.phrases import (
    ITA,
    ITA_SHORT,
    NACC,
    NACC_SHORT,
    PROMOTING_MEASURES,
    in_year,
    listed,
    mark,
    named,
    of_year,
    points,
)
from ita_desktop.domain.thai.writing import arabic_digits, count_text, long_date
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.memo import MemoSection
from ita_desktop.domain.values.ref import OVERALL


def addressee(facts: YearFacts) -> str:
    """Write เรียน: the head of the office by title."""
    return facts.agency.executive


def subject(facts: YearFacts) -> str:
    """Write เรื่อง."""
    return f"รายงานการวิเคราะห์ผล{ITA_SHORT} {of_year(facts.plan.assessed_year)}"


def enclosure(facts: YearFacts) -> str:
    """Write สิ่งที่ส่งมาด้วย: the report on the same year."""
    return f"รายงานการวิเคราะห์ผลการประเมิน ITA {of_year(facts.plan.assessed_year)} จำนวน 1 ชุด"


def closing(facts: YearFacts) -> str:
    """Write คำลงท้าย: for a decision if there are measures to approve, else for information."""
    return "จึงเรียนมาเพื่อโปรดพิจารณา" if facts.plan.measures else "จึงเรียนมาเพื่อโปรดทราบ"


def sections(facts: YearFacts, *, enclosed: bool = False) -> tuple[MemoSection, ...]:
    """Write เรื่องเดิม, ข้อเท็จจริง with scores and what is notable, ข้อพิจารณา; ``enclosed`` names the enclosure."""
    listing = facts.assessed is not None and facts.framework is not None and bool(facts.assessed.scores)
    outstanding = (*findings(facts), *(("รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",) if enclosed else ()))
    after_list = (MemoSection(paragraphs=outstanding),) if outstanding else ()
    return (
        MemoSection(heading="เรื่องเดิม", paragraphs=(history(facts),)),
        MemoSection(heading="ข้อเท็จจริง", paragraphs=(result(facts, listing=listing),), score_list=listing),
        *after_list,
        MemoSection(heading="ข้อพิจารณา", paragraphs=(consideration(facts),), items=proposals(facts)),
    )


def history(facts: YearFacts) -> str:
    """Write เรื่องเดิม: that the assessment took place, with the year's own instruments."""
    by = ""
    if facts.framework is not None:
        instruments = [f"{i.name} ({i.code})" for i in facts.framework.instruments]
        by = f" ด้วยเครื่องมือ {len(instruments)} ประเภท ได้แก่ {listed(instruments)}"
    held = f"ตามที่{NACC} ได้จัดให้มี{ITA} {of_year(facts.plan.assessed_year)}{by}"
    return f"{held} และ{facts.agency.name}ได้เข้ารับการประเมินดังกล่าวแล้ว นั้น"


def result(facts: YearFacts, *, listing: bool) -> str:
    """Write ข้อเท็จจริง: the official result (else the computed one), beside the year before; before the list."""
    assessment, framework = facts.assessed, facts.framework
    score = scoring.overall_shown(assessment, framework) if assessment else None
    if assessment is None or score is None:
        return f"ขณะนี้ยังไม่มีผลคะแนนการประเมิน ITA {of_year(facts.plan.assessed_year)} ของ{facts.agency.name}"
    level = scoring.level_shown(assessment, framework)
    words = [
        f"{_source(assessment)} {facts.agency.name}มีผลคะแนนในภาพรวม {points(score)}",
        f"ระดับผลการประเมิน {level}" if level else "",
        _rank(facts, assessment),
        _compared(facts, assessment),
        "โดยมีคะแนนรายตัวชี้วัดเรียงจากมากไปน้อย ดังนี้" if listing else "",
    ]
    return " ".join(word for word in words if word)


def _source(assessment: Assessment) -> str:
    if assessment.official.overall is None:
        return "เมื่อคำนวณจากคะแนนรายตัวชี้วัดแล้ว"
    day = assessment.official.announced
    on = f" เมื่อวันที่ {arabic_digits(long_date(day))}" if day else "แล้ว"
    return f"บัดนี้ {NACC_SHORT} ได้ประกาศผลการประเมิน{on}"


def _rank(facts: YearFacts, assessment: Assessment) -> str:
    rank = assessment.official.rank_in_type
    return f"อยู่ในลำดับที่ {count_text(rank)} ของหน่วยงานประเภท{facts.agency.type.thai}" if rank else ""


def _compared(facts: YearFacts, assessment: Assessment) -> str:
    if facts.before is None or facts.framework is None:
        return ""
    before = facts.frameworks.get(facts.before.fiscal_year)
    change = analysis.changes(assessment, facts.before, facts.framework, before).get(OVERALL)
    if change is None:
        return ""
    year = in_year(facts.before.fiscal_year)
    if change.direction is Direction.SAME:
        return f"ทั้งนี้ คะแนนในภาพรวมเท่ากับ{year}"
    changed = f"{change.direction.thai} {points(abs(change.difference))}"
    return f"ทั้งนี้ คะแนนในภาพรวม{changed} จาก{year} ซึ่งได้ {points(change.before)}"


def findings(facts: YearFacts) -> tuple[str, ...]:
    """Write what is notable: the highest indicators, those that fell, those below the target; one sentence each."""
    assessment, framework = facts.assessed, facts.framework
    if assessment is None or framework is None or not assessment.scores:
        return ()
    earlier = facts.before
    before = facts.frameworks.get(earlier.fiscal_year) if earlier else None
    strong = analysis.strengths(assessment, framework, earlier, before)
    weak = analysis.weaknesses(assessment, framework, earlier, before)

    def those(reason: Reason) -> str:
        standing = [s for s in (*strong, *weak) if reason in s.reasons and s.indicator and s.indicator.id == s.ref]
        return listed([f"{named(s.indicator)} ({points(s.score)})" for s in standing if s.indicator])

    leads = (
        (Reason.HIGHEST, "ตัวชี้วัดที่ได้คะแนนสูงสุด ได้แก่"),
        (Reason.FELL, "ตัวชี้วัดที่ได้คะแนนลดลงจากปีก่อน ได้แก่"),
        (Reason.BELOW_PASS_MARK, f"ตัวชี้วัดที่ได้คะแนนต่ำกว่าค่าเป้าหมาย {mark(framework.levels.pass_mark)} ได้แก่"),
    )
    return tuple(f"{lead} {those(reason)}" for reason, lead in leads if those(reason))


def consideration(facts: YearFacts) -> str:
    """Write ข้อพิจารณา: why something must be done, with that year's item if its number is known."""
    asked = duties.measure_item(facts.frameworks, facts.plan.fiscal_year)
    item = ""
    if asked is not None:
        number = f"ข้อ {asked.number} " if asked.number else ""
        item = f"และเพื่อให้สอดคล้องกับการประเมิน ITA {of_year(asked.fiscal_year)} {number}{asked.name} "
    return (
        "เพื่อให้การดำเนินงานของหน่วยงานเป็นไปด้วยความโปร่งใส และนำผลการประเมินไปใช้พัฒนาการปฏิบัติงาน"
        f"และการให้บริการประชาชนอย่างต่อเนื่อง {item}จึงเห็นควรดำเนินการ ดังนี้"
    )


def proposals(facts: YearFacts) -> tuple[str, ...]:
    """Write what the head of the office is asked to decide."""
    year, count = of_year(facts.plan.fiscal_year), len(facts.plan.measures)
    decided = (
        f"เห็นชอบ{PROMOTING_MEASURES} {year} จำนวน {count} มาตรการ" if count else f"กำหนด{PROMOTING_MEASURES} {year}"
    )
    return (
        decided,
        "แจ้งส่วนราชการที่รับผิดชอบดำเนินการตามมาตรการ และรายงานผลการดำเนินการต่อผู้บริหารตามรอบระยะเวลาที่กำหนด",
        "เผยแพร่ผลการวิเคราะห์และมาตรการดังกล่าวบนเว็บไซต์ของหน่วยงาน",
    )

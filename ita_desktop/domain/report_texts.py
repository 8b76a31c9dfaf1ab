"""Introductions and recommendations of the reports, from the year's own framework (บทนำและข้อเสนอแนะ)."""

from __future__ import annotations

from ita_desktop.domain import analysis, scoring
from ita_desktop.domain.assessment import Assessment
from ita_desktop.domain.distance import Distance
from ita_desktop.domain.facts import YearFacts
from ita_desktop.domain.framework import Framework, Instrument
from ita_desktop.domain.phrases import ITA, NACC, in_year, listed, mark, named, of_year, points
from ita_desktop.domain.subjects import subject_of
from ita_desktop.domain.thai import score_text


def rationale(facts: YearFacts) -> tuple[str, ...]:
    """หลักการและเหตุผล of the analysis report."""
    year, plan_year, name = facts.plan.assessed_year, facts.plan.fiscal_year, facts.agency.name
    entered = f"ใน{in_year(year)} {name}ได้เข้ารับการประเมินดังกล่าว"
    if facts.framework is not None:
        counts = f"{len(facts.framework.instruments)} เครื่องมือ รวม {len(facts.framework.indicators)} ตัวชี้วัด"
        entered += f" ซึ่งประกอบด้วย {counts}"
    return (
        f"{NACC} จัดให้มี{ITA} เป็นประจำทุกปี เพื่อให้หน่วยงานภาครัฐทราบระดับคุณธรรมและความโปร่งใสของตนเอง "
        "และนำผลไปปรับปรุงการบริหารงานและการให้บริการประชาชนให้มีประสิทธิภาพ ตรวจสอบได้ "
        "และป้องกันการทุจริตได้อย่างเป็นระบบ",
        f"{entered} รายงานฉบับนี้จัดทำขึ้นเพื่อวิเคราะห์ผลการประเมินรายตัวชี้วัด ระบุจุดแข็งและประเด็นที่ต้องพัฒนา "
        f"และกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส {of_year(plan_year)} ให้ส่วนราชการที่เกี่ยวข้องถือปฏิบัติต่อไป",
    )


def about_assessment(framework: Framework) -> tuple[str, ...]:
    """ITA คืออะไร: what it is for, its instruments with their indicators, how the overall score comes about."""
    count = len(framework.instruments)
    parts = [f"{i.code} ร้อยละ {i.weight.normalize():f}" for i in framework.instruments]
    return (
        f"{ITA} หรือการประเมิน ITA เป็นเครื่องมือเชิงบวกที่ช่วยให้หน่วยงานภาครัฐสำรวจการดำเนินงานของตนเอง "
        "ทั้งจากมุมมองของบุคลากรภายใน ผู้รับบริการและผู้มีส่วนได้ส่วนเสียภายนอก "
        "และจากข้อมูลที่หน่วยงานเปิดเผยต่อสาธารณะ ผลการประเมินจึงสะท้อนทั้งคุณธรรม ความโปร่งใส "
        "และประสิทธิภาพของการปฏิบัติงานและการให้บริการ ซึ่งนำไปใช้กำหนดแนวทางพัฒนาหน่วยงานได้",
        f"การประเมิน ITA {of_year(framework.fiscal_year)} ใช้เครื่องมือ {count} ประเภท รวม "
        f"{len(framework.indicators)} ตัวชี้วัด ได้แก่",
        *(f"{n}. {_instrument(i, framework)}" for n, i in enumerate(framework.instruments, start=1)),
        f"คะแนนของแต่ละเครื่องมือเป็นค่าเฉลี่ยของตัวชี้วัดในเครื่องมือนั้น "
        f"และคะแนนในภาพรวมเป็นผลรวมตามน้ำหนักของเครื่องมือ คือ {listed(parts)} "
        f"โดยกำหนดค่าเป้าหมายไว้ไม่ต่ำกว่า {mark(framework.levels.pass_mark)}",
    )


def _instrument(instrument: Instrument, framework: Framework) -> str:
    indicators = framework.indicators_of(instrument.code)
    text = f"{instrument.name} ({instrument.name_en}: {instrument.code})"
    if instrument.parts:
        text += f" แบ่งเป็น {len(instrument.parts)} ส่วน คือ {listed([part.name for part in instrument.parts])}"
    return f"{text} ประเมิน {len(indicators)} ตัวชี้วัด ได้แก่ {listed([named(i) for i in indicators])}"


def recommendations(facts: YearFacts) -> tuple[str, ...]:
    """ข้อเสนอแนะ: the result, what is missing to the next level, and what to do about each weak indicator."""
    assessment, framework = facts.assessed, facts.framework
    if assessment is None or framework is None:
        return ()
    paragraphs = [_result(facts, assessment), *_next_level(assessment, framework)]
    earlier = facts.before
    before = facts.frameworks.get(earlier.fiscal_year) if earlier else None
    for weak in analysis.weaknesses(assessment, framework, earlier, before):
        if weak.indicator is not None and weak.indicator.id == weak.ref:
            reasons = listed([reason.thai for reason in weak.reasons])
            remedy = subject_of(weak.indicator).remedy
            paragraphs.append(f"{named(weak.indicator)} {reasons} ({points(weak.score)}) เห็นควร{remedy}")
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _result(facts: YearFacts, assessment: Assessment) -> str:
    score = scoring.overall_shown(assessment, facts.framework)
    if score is None:
        return ""
    level = scoring.level_shown(assessment, facts.framework)
    words = f"ผลการประเมิน ITA {of_year(assessment.fiscal_year)} ของ{facts.agency.name} ได้คะแนนในภาพรวม {points(score)}"
    return f"{words} อยู่ในระดับ {level}" if level else words


def _next_level(assessment: Assessment, framework: Framework) -> tuple[str, ...]:
    distance = analysis.distance_to_next_level(assessment, framework)
    if distance is None:
        return ()
    needs = []
    if distance.overall_missing:
        needs.append(f"เพิ่มคะแนนในภาพรวมอีก {points(distance.overall_missing)}")
    needs += [f"เพิ่มคะแนน {b.code} อีก {points(b.missing)}" for b in distance.blocking]
    if not needs:
        return ()
    parts = ""
    if distance.not_computable:
        parts = f" ทั้งนี้ เกณฑ์ดังกล่าวยังพิจารณาคะแนน {listed(distance.not_computable)} แยกต่างหากด้วย"
    return (f"การยกระดับผลการประเมินเป็นระดับ {distance.next_level} ต้อง{listed(needs)}{_way(distance)}{parts}",)


def _way(distance: Distance) -> str:
    """The shortest way; silent where it does not follow from the indicators."""
    raises = [f"{named(r.indicator)} จาก {score_text(r.score)} เป็น {points(r.to)}" for r in distance.way]
    return f" ซึ่งทำได้ด้วยการยกระดับคะแนน{listed(raises)}" if raises else ""

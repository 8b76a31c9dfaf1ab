"""The analysis of one indicator, proposed from its scores (บทวิเคราะห์รายตัวชี้วัด); the clerk rewrites it at will."""

from __future__ import annotations

from ita_desktop.domain.rules import analysis
from ita_desktop.domain.rules.analysis import Direction, Ranked, ScoreChange
from ita_desktop.domain.texts.phrases import in_year, listed, mark, named, points
from ita_desktop.domain.texts.subjects import subject_of
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework, Indicator
from ita_desktop.domain.values.ref import Ref, RefKind

_ASKED = {
    "IIT": "ตัวชี้วัดนี้ประเมินการรับรู้ของบุคลากรภายในหน่วยงานเกี่ยวกับ{about}",
    "EIT": "ตัวชี้วัดนี้ประเมินการรับรู้ของผู้รับบริการ ผู้มาติดต่อ และผู้มีส่วนได้ส่วนเสียภายนอกเกี่ยวกับ{about}",
}


def proposed(indicator: Indicator, facts: YearFacts) -> str:
    """Write a Thai paragraph for the indicator in the year of analysis; empty without a score or a framework.

    It says the score, its place among the indicators, the change from the year before, what the indicator is about,
    whether the target is met, and what to do. Numbers are Arabic, as everything stored.
    """
    assessment, framework = facts.assessed, facts.framework
    if assessment is None or framework is None or indicator.id not in assessment.scores:
        return ""
    score = assessment.scores[indicator.id]
    earlier = facts.before
    before = facts.frameworks.get(earlier.fiscal_year) if earlier else None
    change = analysis.changes(assessment, earlier, framework, before).get(indicator.id)
    sentences = (
        f"{named(indicator)} ได้คะแนน {points(score)}{_place(indicator, assessment, framework)}",
        _since(change, facts),
        _about(indicator),
        _verdict(indicator, assessment, framework, change),
        _parts(indicator, assessment, framework),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _place(indicator: Indicator, assessment: Assessment, framework: Framework) -> str:
    """Write the rank among all indicators; empty while some of them have no score."""
    ranked = analysis.ranking(assessment, framework)
    count = len(framework.indicators)
    if len(ranked) < count:
        return ""
    own = next(r for r in ranked if r.indicator.id == indicator.id)
    equals = _equals(own, ranked)
    if len(equals) == count - 1:
        return " เท่ากันทุกตัวชี้วัด"
    if own.rank == 1:
        place = " ซึ่งเป็นคะแนนสูงสุด"
    elif own.score == ranked[-1].score:
        place = " ซึ่งเป็นคะแนนต่ำสุด"
    else:
        place = f" เป็นลำดับที่ {own.rank} "
    if equals:
        return f"{place}ร่วมกับ{listed([named(i) for i in equals])} จากทั้งหมด {count} ตัวชี้วัด"
    return f"{place}จากทั้งหมด {count} ตัวชี้วัด"


def _equals(own: Ranked, ranked: tuple[Ranked, ...]) -> list[Indicator]:
    return [r.indicator for r in ranked if r.score == own.score and r is not own]


def _since(change: ScoreChange | None, facts: YearFacts) -> str:
    if change is None:
        return ""
    year = in_year(facts.plan.assessed_year.previous)
    if change.direction is Direction.SAME:
        return f"เท่ากับ{year}"
    return f"{change.direction.thai} {points(abs(change.difference))} จาก{year} ซึ่งได้ {points(change.before)}"


def _about(indicator: Indicator) -> str:
    about = subject_of(indicator).about
    if about and indicator.instrument in _ASKED:
        return _ASKED[indicator.instrument].format(about=about)
    subs = [f"({n}) {sub.name}" for n, sub in enumerate(indicator.sub_indicators, start=1)]
    if not subs:
        return ""
    return f"ตัวชี้วัดนี้ตรวจสอบข้อมูลที่หน่วยงานเผยแพร่บนเว็บไซต์ใน {len(subs)} ประเด็น ได้แก่ {listed(subs)}"


def _verdict(indicator: Indicator, assessment: Assessment, framework: Framework, change: ScoreChange | None) -> str:
    target = framework.levels.pass_mark
    score, remedy = assessment.scores[indicator.id], subject_of(indicator).remedy
    if score < target:
        return f"ผลการประเมินยังต่ำกว่าค่าเป้าหมาย {mark(target)} จึงเห็นควรปรับปรุงโดย{remedy}"
    met = f"ผลการประเมินเป็นไปตามค่าเป้าหมายซึ่งกำหนดไว้ไม่ต่ำกว่า {mark(target)}"
    if change is not None and change.direction is Direction.FELL:
        return f"{met} แต่มีแนวโน้มลดลง จึงเห็นควรติดตามและพัฒนาโดย{remedy}"
    if score == 100:
        return f"{met} จึงเห็นควรรักษามาตรฐานการดำเนินงานไว้อย่างต่อเนื่อง"
    return f"{met} จึงเห็นควรรักษามาตรฐานไว้และพัฒนาให้ดียิ่งขึ้นโดย{remedy}"


def _parts(indicator: Indicator, assessment: Assessment, framework: Framework) -> str:
    """Return the entered sub-indicators, questions and items of the indicator that are below the target."""
    target = framework.levels.pass_mark
    weak = [
        f"{_part_name(ref, framework)} ({points(score)})"
        for ref, score in assessment.scores.items()
        if ref != indicator.id and framework.indicator_of(ref) == indicator and score < target
    ]
    return f"ประเด็นที่ควรให้ความสำคัญเป็นพิเศษ ได้แก่ {listed(weak)}" if weak else ""


def _part_name(ref: str, framework: Framework) -> str:
    """Write a sub-indicator or item by its name; a question by its id, as official wordings are not all known."""
    asked, name = Ref(ref), framework.names.get(ref)
    if name is not None and asked.kind is RefKind.SUB_INDICATOR:
        return f"ตัวชี้วัดย่อยที่ {ref} {name}"
    if name is not None and asked.kind is RefKind.ITEM:
        return f"ข้อ {ref} {name}"
    return f"ข้อคำถาม {asked.bare}" + (f" ({asked.part})" if asked.part else "")

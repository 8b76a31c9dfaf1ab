"""A memo to begin with (ร่างบันทึกข้อความ), from what the year holds; the clerk changes it as needed."""

from __future__ import annotations

from ita_desktop.domain.facts import YearFacts
from ita_desktop.domain.memo import Memo, MemoSection, MemoSigner
from ita_desktop.domain.thai import thai_digits

OPINION_LINES = 2


def proposed_memo(facts: YearFacts, taken: frozenset[str] = frozenset()) -> Memo:
    """รายงานผลคะแนนการประเมิน to the head of the office, signed by everybody in order; ``taken`` are ids in use."""
    agency, year = facts.agency, thai_digits(str(int(facts.plan.assessed_year)))
    free = next(f"memo-{n}" for n in range(1, len(taken) + 2) if f"memo-{n}" not in taken)
    subject = f"รายงานผลคะแนนการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {year}"
    unit = agency.departments[0] if agency.departments else ""
    return Memo(
        id=free,
        fiscal_year=facts.fiscal_year,
        department_line=f"{unit} {agency.name}".strip(),
        phone=agency.phone,
        number=agency.document_prefix,
        subject=subject,
        to=agency.type.executive + agency.proper_name,
        sections=_sections(facts, year),
        closing="จึงเรียนมาเพื่อโปรดทราบและพิจารณา",
        signers=_chain(facts),
    )


def _sections(facts: YearFacts, year: str) -> tuple[MemoSection, ...]:
    name = facts.agency.name
    origin = (
        "ตามที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.) ได้ดำเนินการประเมินคุณธรรม"
        f"และความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {year} ผ่านระบบ ITAS "
        f"และ{name}ได้เข้ารับการประเมินแล้ว นั้น"
    )
    fact = f"บัดนี้ สำนักงาน ป.ป.ช. ได้ประกาศผลการประเมินแล้ว {name}มีคะแนนรายตัวชี้วัดเรียงจากมากไปน้อย ดังนี้"
    proposal = (
        "เพื่อให้การยกระดับคุณธรรมและความโปร่งใสของหน่วยงานเป็นไปอย่างต่อเนื่อง เห็นควรแจ้งทุกส่วนราชการ"
        "ดำเนินการตามมาตรการที่กำหนด และรายงานผลการดำเนินการต่อผู้บริหาร"
    )
    return (
        MemoSection(heading="เรื่องเดิม", paragraphs=(origin,)),
        MemoSection(heading="ข้อเท็จจริง", paragraphs=(fact,), score_list=True),
        MemoSection(heading="ข้อพิจารณา", paragraphs=(proposal,)),
    )


def _chain(facts: YearFacts) -> tuple[MemoSigner, ...]:
    """The first signer reports; each one after gives an opinion, the last one an order."""
    chain = []
    for number, signer in enumerate(facts.signers):
        post = signer.acting_for or (signer.position[0] if signer.position else "")
        word = "คำสั่ง" if number == len(facts.signers) - 1 else "ความเห็น"
        label = f"{word}ของ{post}" if number and post else ""
        chain.append(MemoSigner(signer=signer.id, label=label, comment_lines=OPINION_LINES if number else 0))
    return tuple(chain)

"""A memo to begin with (ร่างบันทึกข้อความ), from what the year holds; the clerk changes it as needed."""

from __future__ import annotations

from ita_desktop.domain.texts import memo_texts
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.memo import Memo, MemoSigner

OPINION_LINES = 2


def proposed_memo(facts: YearFacts, taken: frozenset[str] = frozenset()) -> Memo:
    """Propose the memo รายงานผลการวิเคราะห์, signed by everybody in order; ``taken`` are ids in use."""
    agency = facts.agency
    scored = facts.assessed is not None and bool(facts.assessed.scores)
    free = next(f"memo-{n}" for n in range(1, len(taken) + 2) if f"memo-{n}" not in taken)
    unit = agency.departments[0] if agency.departments else ""
    return Memo(
        id=free,
        fiscal_year=facts.fiscal_year,
        department_line=f"{unit} {agency.name}".strip(),
        phone=agency.phone,
        number=agency.document_prefix,
        subject=memo_texts.subject(facts),
        to=memo_texts.addressee(facts),
        enclosures=(memo_texts.enclosure(facts),) if scored else (),
        sections=memo_texts.sections(facts, enclosed=scored),
        closing=memo_texts.closing(facts),
        signers=_chain(facts),
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

"""Is the memo complete: subject, addressee, date, signers, enclosures (บันทึกข้อความ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.findings.examined import Examined
from ita_desktop.domain.findings.finding import Code, Finding, Severity
from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.memo import Memo
from ita_desktop.domain.values.origin import NOWHERE, Origin

_ENCLOSED = re.compile(r"สิ่งที่ส่งมาด้วย\s*(?:ลำดับที่|ที่|หมายเลข)?\s*(?P<number>[0-9๐-๙]{1,2})?(?![0-9๐-๙])")
_ATTACHED = re.compile(r"(?:ตามที่แนบ|เอกสารแนบ|ที่แนบมา|แนบท้าย|เอกสารที่ส่งมาพร้อม)")


def unfinished(examined: Examined) -> Iterator[Finding]:
    """Find memos without subject, addressee, text or date."""
    for memo in examined.facts.memos:
        missing = [
            name
            for name, there in (
                ("subject", memo.subject.strip()),
                ("to", memo.to.strip()),
                ("sections", any(s.paragraphs or s.items or s.score_list for s in memo.sections)),
            )
            if not there
        ]
        for name in missing:
            yield _lacking(memo, name, Severity.LOOK)
        if memo.date is None:
            yield _lacking(memo, "date", Severity.ADVICE)
        if not memo.number.strip() or memo.number.strip().endswith("/"):
            yield _lacking(memo, "number", Severity.ADVICE)


def _lacking(memo: Memo, name: str, severity: Severity) -> Finding:
    return Finding(
        code=Code.MEMO_UNFINISHED,
        severity=severity,
        origin=Origin.memo(memo.id, name),
        quote=memo.subject[:80],
        values={"field": name},
    )


def signers(examined: Examined) -> Iterator[Finding]:
    """Find memos without a signer, and signers without name or post."""
    facts = examined.facts
    known = {signer.id: signer for signer in facts.signers}
    for memo in facts.memos:
        if not memo.signers:
            yield Finding(
                code=Code.MEMO_NO_SIGNER,
                severity=Severity.LOOK,
                origin=Origin.memo(memo.id, "signers"),
                quote=memo.subject[:80],
            )
        for at, step in enumerate(memo.signers):
            signer = known.get(step.signer)
            if signer is None or not signer.name.strip() or not any(line.strip() for line in signer.position_lines):
                origin = Origin.memo(memo.id, "signers", at) if signer is None else Origin.signer(signer.id, "name")
                yield Finding(
                    code=Code.SIGNER_UNFINISHED,
                    severity=Severity.LOOK,
                    origin=origin,
                    quote=signer.name if signer else step.label,
                )


def enclosures(examined: Examined) -> Iterator[Finding]:
    """Find a text that names more enclosures than there are, or a list with some that the text never names."""
    for memo in examined.facts.memos:
        highest, spoken, where, quote = 0, False, NOWHERE, ""
        for number, section in enumerate(memo.sections):
            start = Origin.memo(memo.id, "sections", number)
            texts = [(start / "paragraphs" / at, text) for at, text in enumerate(section.paragraphs)]
            texts += [(start / "items" / at, text) for at, text in enumerate(section.items)]
            for origin, text in texts:
                for found in _ENCLOSED.finditer(text):
                    spoken = True
                    count = int(arabic_digits(found["number"] or "1"))
                    if count > highest:
                        highest, where, quote = count, origin, found.group()
                if _ATTACHED.search(text):
                    spoken = True
        if highest > len(memo.enclosures):
            yield _enclosures(memo, Severity.WRONG, where, quote, highest)
        elif memo.enclosures and not spoken:
            yield _enclosures(memo, Severity.ADVICE, Origin.memo(memo.id, "enclosures"), memo.enclosures[0], highest)


def _enclosures(memo: Memo, severity: Severity, origin: Origin, quote: str, spoken: int) -> Finding:
    return Finding(
        code=Code.ENCLOSURES,
        severity=severity,
        origin=origin,
        quote=quote,
        values={"spoken": spoken, "listed": len(memo.enclosures)},
    )

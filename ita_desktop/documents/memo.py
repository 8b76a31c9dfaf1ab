"""The memo (บันทึกข้อความ) as blocks."""

from __future__ import annotations

from ita_desktop.documents import origins, typed, wording
from ita_desktop.documents.forms import MEMO
from ita_desktop.documents.model import (
    Block,
    Document,
    Heading,
    Item,
    ItemList,
    Leader,
    LeaderList,
    Marker,
    MemoHead,
    Section,
    SignatureBlock,
    Span,
    Style,
    Text,
    text,
)
from ita_desktop.domain.rules import analysis
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Signer
from ita_desktop.domain.values.origin import Origin

NAME = "memo"


def title(memo: Memo) -> str:
    """Return the memo's title, with its subject where it has one."""
    return f"บันทึกข้อความ {memo.subject}".strip()


def build(memo: Memo, facts: YearFacts, counted: tuple[str, ...] = ()) -> Document:
    """The memo as a document; ``counted`` are the enclosures of one whose writer named none."""
    blocks: list[Block] = [head(memo, counted)]
    for number, section in enumerate(memo.sections):
        blocks += _section(section, ("sections", str(number)), memo, facts)
    if memo.closing:
        where = origins.memo(memo, "closing")
        blocks += typed.blocks(text(memo.closing, where), where, Style.CLOSING)
    blocks += [_signature(step, n, memo, facts) for n, step in enumerate(memo.signers)]
    return Document(
        name=NAME,
        title=title(memo),
        author=facts.agency.name,
        sections=(Section(form=MEMO, blocks=tuple(blocks), restart=True),),
        names=wording.own_names(facts),
    )


def head(memo: Memo, counted: tuple[str, ...] = ()) -> MemoHead:
    """ส่วนหัว: what is left blank stays empty here and prints as dots."""
    department = [Span(text=memo.department_line, origin=origins.memo(memo, "department_line"))]
    if memo.phone:
        lead = "" if memo.phone.lstrip().startswith("โทร") else "โทร. "
        department.append(Span(text=f"  {lead}{memo.phone}", origin=origins.memo(memo, "phone")))
    return MemoHead(
        department=tuple(department),
        number=text(memo.number, origins.memo(memo, "number")),
        date=text(writing.long_date(memo.date) if memo.date else "", origins.memo(memo, "date")),
        subject=text(memo.subject, origins.memo(memo, "subject")),
        to=text(memo.to, origins.memo(memo, "to")),
        references=_each(memo, "references", memo.references),
        enclosures=_each(memo, "enclosures", memo.enclosures)
        or tuple(text(words, origins.memo(memo, "enclosures")) for words in counted),
        urgency=memo.urgency.thai if memo.urgency else "",
        origin=origins.memo(memo),
    )


def _each(memo: Memo, field: str, texts: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(text(words, origins.memo(memo, field, str(n))) for n, words in enumerate(texts))


def _section(section: MemoSection, path: tuple[str, ...], memo: Memo, facts: YearFacts) -> list[Block]:
    def at(*field: str) -> Origin:
        return origins.memo(memo, *path, *field)

    blocks: list[Block] = []
    if section.heading:
        blocks.append(Heading(words=text(section.heading, at("heading")), origin=at("heading")))
    for n, words in enumerate(section.paragraphs):
        where = at("paragraphs", str(n))
        blocks += typed.blocks(text(words, where), where)
    blocks = list(typed.merged(blocks))
    if section.items:
        items = tuple(
            Item(words=text(words, at("items", str(n))), origin=at("items", str(n)))
            for n, words in enumerate(section.items)
        )
        blocks.append(ItemList(items=items, marker=Marker.PAREN, origin=at("items")))
    if section.score_list and (scores := score_list(facts)):
        blocks.append(scores)
    return blocks


def score_list(facts: YearFacts) -> LeaderList | None:
    """คะแนนรายตัวชี้วัด, highest first; None where the year has no scores."""
    if not (facts.assessed and facts.framework):
        return None
    year = facts.assessed.fiscal_year
    rows = []
    for number, ranked in enumerate(analysis.ranking(facts.assessed, facts.framework), start=1):
        at = origins.year(year, "scores", ranked.indicator.id)
        rows.append(
            Leader(
                number=f"{number}.",
                words=text(ranked.indicator.name, at),
                before="ได้รับคะแนน",
                value=text(writing.score_text(ranked.score), at),
                after="คะแนน",
                origin=at,
            )
        )
    return LeaderList(rows=tuple(rows), origin=origins.year(year, "scores")) if rows else None


def _signature(step: MemoSigner, number: int, memo: Memo, facts: YearFacts) -> SignatureBlock:
    at = origins.memo(memo, "signers", str(number))
    signer = known_signer(step.signer, facts)
    return SignatureBlock(
        name=text(signer.name, origins.signer(signer.id, "name")),
        position=position(signer),
        label=text(step.label, at / "label") if step.label else (),
        comment_lines=step.comment_lines,
        show_signed=step.show_signed,
        date_line=step.date_line,
        origin=at,
    )


def known_signer(id: str, facts: YearFacts) -> Signer:
    """The signer with this id; one without a name, which prints as dots, where there is none."""
    try:
        return facts.signer(id)
    except KeyError:
        return Signer(id=id, name="")


def position(signer: Signer) -> tuple[Text, ...]:
    """ตำแหน่ง: each line with the field it came from."""
    own = tuple(text(line, origins.signer(signer.id, "position")) for line in signer.position)
    acting = signer.position_lines[len(signer.position) :]
    return own + tuple(text(line, origins.signer(signer.id, "acting_for")) for line in acting)

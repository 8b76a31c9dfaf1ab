"""What the assessment is, from the year's own instruments and indicators (ITA คืออะไร)."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.documents import origins, results, wording
from ita_desktop.documents.custom import Custom
from ita_desktop.documents.model import Block, Heading, Item, ItemList, Marker, Paragraph, Picture, Span, Text, text
from ita_desktop.domain.texts.phrases import NACC, in_year, of_year
from ita_desktop.domain.thai import writing
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework, Indicator, Instrument


def announcement(facts: YearFacts) -> Paragraph:
    """Announced result with level and rank, as far as they are entered."""
    year = of_year(facts.plan.assessed_year)
    found = results.overall(facts.assessed, facts.framework)
    if facts.assessed is None or found is None:
        return Paragraph(words=text(f"ยังไม่มีผลคะแนนการประเมิน {year}"))
    words: Text = (
        Span(text=f"{NACC} ได้ประกาศ{wording.ITA_RESULT} {year}"),
        *_announced(facts.assessed),
        Span(text=" ทั้งนี้ "),
        Span(text=facts.agency.name, origin=origins.AGENCY_NAME),
        Span(text=" มีผลคะแนนการประเมิน "),
        *results.score_words(found),
        *results.level_words(found, " ระดับผลการประเมิน คือ "),
        *rank_words(facts, " ผลการประเมินอยู่ในลำดับที่ "),
    )
    return Paragraph(words=words, origin=found.origin)


def _announced(assessment: Assessment) -> Text:
    day = assessment.official.announced
    if day is None:
        return ()
    at = origins.year(assessment.fiscal_year, "official", "announced")
    return (Span(text=" เมื่อวันที่ "), Span(text=writing.long_date(day), origin=at))


def rank_words(facts: YearFacts, lead: str) -> Text:
    """ลำดับที่ in the office's own kind; nothing where it is not entered."""
    assessment = facts.assessed
    if assessment is None or assessment.official.rank_in_type is None:
        return ()
    at = origins.year(assessment.fiscal_year, "official", "rank_in_type")
    return (
        Span(text=lead),
        Span(text=writing.count_text(assessment.official.rank_in_type), origin=at),
        Span(text=f" ของหน่วยงานประเภท{facts.agency.type.thai}"),
    )


def what_it_is(paragraphs: tuple[str, ...]) -> tuple[Block, ...]:
    """The paragraphs on the assessment."""
    return tuple(Paragraph(words=text(words)) for words in paragraphs)


def foundations(framework: Framework | None) -> tuple[Block, ...]:
    """หลักการพื้นฐาน: each instrument, or each part of one, with its indicators; nothing where the year is not known."""
    if framework is None:
        return ()
    sources = [(instrument, part) for instrument in framework.instruments for part in instrument.parts or (None,)]
    words = f"{wording.FOUNDATIONS} โดยการเก็บข้อมูลจาก {len(sources)} ส่วน ดังนี้"
    blocks: list[Block] = [
        Heading(words=text("หลักการพื้นฐานของการประเมิน ITA"), level=2),
        Paragraph(words=text(words)),
    ]
    for number, (instrument, part) in enumerate(sources, start=1):
        blocks += _instrument(number, instrument, part.name if part else "", framework)
    return tuple(blocks)


def _instrument(number: int, instrument: Instrument, part: str, framework: Framework) -> list[Block]:
    named = f"{instrument.name} ({instrument.name_en} : {instrument.code}) หรือแบบวัด {instrument.code}"
    indicators = framework.indicators_of(instrument.code)
    asked = f"{named} {part}".rstrip()
    told = wording.ASKED.get(instrument.code, wording.ASKED_OTHERWISE)
    counted = told.format(count=len(indicators), year=in_year(framework.fiscal_year))
    items = tuple(item for indicator in indicators for item in _items(indicator))
    return [
        Heading(number=f"{number}.", words=text(asked), level=3),
        Paragraph(words=text(counted), introduces=True),
        ItemList(items=items, marker=Marker.DASH),
    ]


def _items(indicator: Indicator) -> Iterator[Item]:
    yield Item(words=text(f"ตัวชี้วัดที่ {indicator.id} {indicator.name}"))
    for sub in indicator.sub_indicators:
        yield Item(words=text(f"ตัวชี้วัดย่อยที่ {sub.id} {sub.name}"), level=2)


def itas_pictures(facts: YearFacts, custom: Custom) -> tuple[Block, ...]:
    """Return the kept pictures of the year's result (ภาพจากระบบ ITAS) with a sentence below; nothing without them."""
    year = facts.plan.assessed_year
    shown = f"ผลการประเมินจากระบบ ITAS {of_year(year)}"
    at = origins.year(year, "official", "overall")
    pictures = tuple(Picture(data=data, alt=shown, origin=at) for data in custom.result_pictures(int(year)))
    if not pictures:
        return ()
    words = (
        Span(text=f"จากภาพประกอบ คือ {wording.ITA_RESULT} {of_year(year)} จากระบบ ITAS ซึ่ง"),
        Span(text=facts.agency.name, origin=origins.AGENCY_NAME),
        Span(
            text=" ได้นำคะแนนการประเมินมาวิเคราะห์เพื่อกำหนดมาตรการยกระดับคุณธรรมและความโปร่งใสในการดำเนินงาน "
            f"{of_year(facts.plan.fiscal_year)}"
        ),
    )
    return (*pictures, Paragraph(words=words))

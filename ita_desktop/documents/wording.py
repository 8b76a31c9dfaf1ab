"""Sentences that every office prints alike (ถ้อยคำมาตรฐาน), in one place, so that an office's own can stand for them."""

from __future__ import annotations

from ita_desktop.documents import origins
from ita_desktop.documents.model import Span, Text
from ita_desktop.domain.agency import Agency
from ita_desktop.domain.facts import YearFacts

ITA_ENGLISH = "(Integrity and Transparency Assessment : ITA)"
ITA = f"การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ {ITA_ENGLISH}"
ITA_RESULT = f"ผล{ITA}"
NACC = "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.)"

RATIONALE = (
    f"{NACC} ได้พัฒนาเครื่องมือการประเมินเชิงบวกเพื่อเป็นมาตรฐานการป้องกันการทุจริต"
    "และเป็นกลไกในการสร้างความตระหนักให้หน่วยงานภาครัฐมีการดำเนินงานอย่างโปร่งใสและมีคุณธรรม โดยใช้ชื่อว่า "
    f"“{ITA}” ซึ่งเป็นเครื่องมือหนึ่งในการขับเคลื่อนแผนแม่บทภายใต้ยุทธศาสตร์ชาติ "
    "ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ",
    "หน่วยงานภาครัฐทั่วประเทศจะต้องดำเนินการตามเครื่องมือดังกล่าว "
    "โดยมุ่งหวังให้หน่วยงานภาครัฐที่เข้ารับการประเมินได้รับทราบผลการประเมิน"
    "และแนวทางในการพัฒนาและยกระดับหน่วยงานในด้านคุณธรรมและความโปร่งใสในการดำเนินงานได้อย่างเหมาะสม",
)
"""หลักการและเหตุผล; names no plan period, so that it holds in every year."""

WHAT_IT_IS = (
    f"{ITA} หรือที่เรียกว่า การประเมิน ITA ถือเป็นเครื่องมือในการขับเคลื่อนนโยบายของรัฐเครื่องมือหนึ่ง "
    "โดยเป็นเครื่องมือในเชิงบวกที่มุ่งพัฒนาระบบราชการไทยในเชิงสร้างสรรค์ "
    "เพื่อให้หน่วยงานภาครัฐทั่วประเทศรับทราบถึงสถานะและปัญหาการดำเนินงานด้านคุณธรรมและความโปร่งใสขององค์กร "
    "ผลการประเมินที่ได้รับจะช่วยให้หน่วยงานภาครัฐสามารถนำไปใช้ในการปรับปรุงพัฒนาองค์กร"
    "ให้มีประสิทธิภาพในการปฏิบัติงาน การให้บริการ สามารถอำนวยความสะดวกและตอบสนองต่อประชาชนได้ดียิ่งขึ้น "
    "ซึ่งถือเป็นการยกระดับมาตรฐานการดำเนินงานภาครัฐ",
    "การประเมิน ITA ถือเป็นเครื่องมือที่หน่วยงานภาครัฐได้สำรวจตนเอง เพื่อให้ได้รับทราบข้อมูลอันส่งผลให้เกิดความตระหนัก"
    "และปรับปรุงการบริหารงานและกำกับดูแลการดำเนินงานให้มีประสิทธิภาพ เกิดประโยชน์ต่อประชาชน"
    "และให้ความสำคัญกับด้านคุณธรรมและความโปร่งใสขององค์กรมากยิ่งขึ้น "
    "ที่สำคัญคือส่งผลให้หน่วยงานมีการจัดการข้อมูลข่าวสารอย่างเป็นระเบียบ"
    "และเตรียมความพร้อมในการเปิดเผยข้อมูลต่อสาธารณะให้ได้รับทราบและส่งเสริมให้เกิดการตรวจสอบด้วย",
    "นอกจากนี้ ในด้านประชาชนและสังคมไทยแล้ว การประเมิน ITA "
    "ถือเป็นเครื่องมือที่ทุกคนจะได้มีส่วนร่วมในการสะท้อนความคิดเห็นเพื่อนำไปสู่การพัฒนาการบริหารงานภาครัฐ "
    "เพื่อให้ประชาชนได้รับการบริการจากภาครัฐที่ดีขึ้น และยังส่งผลให้ประชาชนและสาธารณชน"
    "มีโอกาสกำกับติดตามและตรวจสอบการดำเนินงานของภาครัฐมากขึ้นอีกด้วย",
)
"""ITA คืออะไร."""

FOUNDATIONS = (
    "ITA เป็นการประเมินคุณลักษณะด้านคุณธรรมและความโปร่งใส เป็นเครื่องมือที่มีการเก็บข้อมูลรอบด้านและหลากหลายมิติ "
    "กำหนดระเบียบวิธีการประเมินที่เป็นไปตามหลักการทางสถิติและทางวิชาการ "
    "เพื่อให้ผลการประเมินสามารถสะท้อนสภาวะขององค์กรในด้านคุณธรรมและความโปร่งใสได้อย่างแท้จริง"
)
"""หลักการพื้นฐานของการประเมิน ITA."""


def located(agency: Agency) -> Text:
    """องค์การบริหารส่วนตำบลดอน อำเภอปะนาเระ จังหวัดปัตตานี: the office with where it lies, as far as it is known."""
    name = Span(text=agency.name, origin=origins.AGENCY_NAME)
    return (name, *(Span(text=" " + span.text, origin=span.origin) for span in place(agency)))


def place(agency: Agency) -> Text:
    """อำเภอปะนาเระ จังหวัดปัตตานี, one run for each part that is known."""
    parts = (("อำเภอ", agency.district, "district"), ("จังหวัด", agency.province, "province"))
    return tuple(
        Span(text=_with(prefix, name.strip()), origin=origins.agency(field)) for prefix, name, field in parts if name
    )


def _with(prefix: str, name: str) -> str:
    written = (prefix, "เขต", "กรุงเทพ")
    return name if name.startswith(written) else prefix + name


def budget_year(year: int) -> str:
    """ประจำปีงบประมาณ พ.ศ. 2567."""
    return f"ประจำปีงบประมาณ พ.ศ. {int(year)}"


def own_names(facts: YearFacts) -> tuple[str, ...]:
    """คำเฉพาะของหน่วยงาน: proper names of the place and of the people who sign, and the words the office added."""
    agency = facts.agency
    names = [agency.proper_name, agency.subdistrict, agency.district, agency.province, *facts.words]
    for signer in facts.signers:
        names += signer.name.split()
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))

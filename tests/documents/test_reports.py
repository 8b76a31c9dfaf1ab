from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, DocumentOptions, Need, render_text
from ita_desktop.documents.forms import LANDSCAPE, REPORT
from ita_desktop.documents.model import Cover, Document, Heading, Paragraph, Picture, Table, plain
from ita_desktop.documents.pdf import render_pdf
from tests.documents.paper import raw_text


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def heads(table: Table) -> list[str]:
    return [plain(part.words) for one in table.head[0].cells for part in one.content]


def column(table: Table, at: int) -> list[str]:
    return [" ".join(plain(part.words) for part in row.cells[at].content) for row in table.rows]


def headings(document: Document) -> list[str]:
    return [f"{b.number} {plain(b.words)}".strip() for b in document.blocks if isinstance(b, Heading)]


def test_analysis_report_has_the_tables_of_the_office(facts_of: Callable) -> None:
    document = DOCUMENTS["analysis-report"].build(facts_of("case-003"))
    ranking, plan = tables(document)
    assert plain(ranking.caption) == "คะแนนสูงสุดรายตัวชี้วัด"
    assert heads(ranking) == ["ลำดับ", "ตัวชี้วัด", "คะแนน"]
    assert column(ranking, 2)[:2] == ["87.44", "83.60"]
    assert heads(plan) == ["ตัวชี้วัด", "มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "การติดตามผล"]
    assert column(plan, 0)[2] == "3. ประสิทธิภาพการสื่อสาร"
    assert document.sections[-1].form == LANDSCAPE


def test_analyses_stand_in_the_order_of_scores(facts_of: Callable) -> None:
    document = DOCUMENTS["analysis-report"].build(facts_of("case-003"))
    numbered = [b for b in document.blocks if isinstance(b, Paragraph) and b.lead.startswith("3.")]
    assert [b.lead for b in numbered] == [f"3.{n}" for n in range(1, 11)]
    assert [b.origin.rsplit("/")[-1] for b in numbered] == ["1", "3", "7", "2", "4", "6", "5", "8", "9", "10"]


def test_equal_scores_share_a_rank(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["years"][0]["scores"].update({"3": 87.44}))
    ranking = tables(DOCUMENTS["analysis-report"].build(facts))[0]
    assert column(ranking, 0)[:3] == ["1", "1", "3"]


def test_analysis_that_does_not_name_its_indicator_is_led_by_it(facts_of: Callable) -> None:
    document = DOCUMENTS["analysis-report"].build(facts_of("case-000"))
    words = next(plain(b.words) for b in document.blocks if isinstance(b, Paragraph) and b.lead == "3.1")
    assert words.startswith("ผลการประเมินตัวชี้วัดลำดับที่ 1 คุณภาพการดำเนินงาน ได้คะแนน 88.51 คะแนน หน่วยงานขาด")


def test_indicator_without_narrative_gets_a_proposed_one(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["years"][0]["narratives"].pop("1"))
    document = DOCUMENTS["analysis-report"].build(facts)
    first = next(b for b in document.blocks if isinstance(b, Paragraph) and b.lead == "3.1")
    assert "87.44" in render_text(document).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    assert first.origin == "year/2563/narratives/1"
    assert len(plain(first.words)) > 40


def test_without_scores_the_report_says_so_and_invents_nothing(facts_of: Callable) -> None:
    facts = facts_of("case-002")
    document = DOCUMENTS["analysis-report"].build(facts)
    assert DOCUMENTS["analysis-report"].missing(facts) == (Need.SCORES,)
    assert "ยังไม่มีผลคะแนนการประเมิน ประจำปีงบประมาณ พ.ศ. ๒๕๖๒" in render_text(document)
    assert len(tables(document)) == 1
    assert not [h for h in headings(document) if "วิเคราะห์ผล" in h]


def test_official_result_is_printed_without_scores(facts_of: Callable) -> None:
    words = render_text(DOCUMENTS["analysis-report"].build(facts_of("case-001")))
    assert "ได้คะแนน ๖๐.๘๘ คะแนน ผลการประเมินอยู่ในระดับ D\n" in words
    assert "ยังไม่มี" not in words


def test_computed_result_says_that_it_is_computed(facts_of: Callable) -> None:
    facts = facts_of("case-000", lambda data: data["years"][0].update(official={}))
    words = render_text(DOCUMENTS["analysis-report"].build(facts))
    assert "ได้คะแนน ๗๐.๖๓ คะแนน (คำนวณจากคะแนนรายตัวชี้วัด)" in words


def test_meeting_is_told(facts_of: Callable) -> None:
    words = render_text(DOCUMENTS["analysis-report"].build(facts_of("case-000")))
    assert "จากการประชุมองค์กรปกครองส่วนท้องถิ่น เมื่อเดือน ตุลาคม ๒๕๖๓" in words


def test_plan_without_measures_has_no_empty_table(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["plans"][0].update(measures=[]))
    document = DOCUMENTS["analysis-report"].build(facts)
    assert len(tables(document)) == 1
    assert "ยังไม่ได้กำหนดมาตรการ" in render_text(document)
    assert [s.form for s in document.sections] == [REPORT]


def test_assessment_report_compares_two_years(facts_of: Callable) -> None:
    document = DOCUMENTS["assessment-report"].build(facts_of("case-004"))
    summary, comparison, plan = tables(document)
    assert heads(summary) == ["ตัวชี้วัด", "รายละเอียดตัวชี้วัด", "คะแนน"]
    assert heads(comparison) == ["เครื่องมือ", "ตัวชี้วัด", "2566", "2567", "การเปลี่ยนแปลง"]
    assert [
        (one.rowspan, plain(one.content[0].words)) for one in (r.cells[0] for r in comparison.rows) if one.rowspan > 1
    ] == [
        (5, "IIT"),
        (3, "EIT"),
        (2, "OIT"),
    ]
    assert [plain(row.cells[-1].content[0].words) for row in comparison.rows[:10]] == [
        "ลดลง",
        *["เพิ่มขึ้น"] * 7,
        *["เท่าเดิม"] * 2,
    ]
    assert heads(plan) == [
        "ประเด็นที่ต้องพัฒนา",
        "มาตรการ/ขั้นตอน/วิธีการปฏิบัติ",
        "การดำเนินการ/รายงาน",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
    ]


def test_strong_and_weak_points_have_the_figures_of_both_years(facts_of: Callable) -> None:
    document = DOCUMENTS["assessment-report"].build(facts_of("case-004"))
    assert [h for h in headings(document) if "จุด" in h] == [
        "3. จุดแข็ง : ตัวชี้วัดที่ได้รับผลการประเมินมากที่สุด คือ",
        "4. จุดแข็ง : ตัวชี้วัดที่ได้รับผลการประเมินเพิ่มขึ้น คือ",
        "5. จุดอ่อน : ตัวชี้วัดที่ได้รับผลการประเมินลดลง คือ",
        "6. จุดอ่อน : ตัวชี้วัดที่ได้รับผลการประเมินต่ำกว่า 85 คะแนน คือ",
    ]
    points = {b.lead: plain(b.words) for b in document.blocks if isinstance(b, Paragraph)}
    assert points["3.2"].startswith("ตัวชี้วัดที่ 10 การป้องกันการทุจริต\n")
    assert points["4.1"] == ("ตัวชี้วัดที่ 2 การใช้งบประมาณ\n(ปี พ.ศ. 2566 ได้คะแนน 76.39 / ปี พ.ศ. 2567 ได้คะแนน 93.06)")
    assert points["5.1"].startswith("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\n")
    assert [lead for lead in points if lead.startswith("6.")] == ["6.1", "6.2"]


def test_sub_indicators_are_named_too(facts_of: Callable) -> None:
    def with_parts(data: dict[str, Any]) -> None:
        data["years"][0]["scores"]["10.1"] = 90
        data["years"][1]["scores"]["10.1"] = 80

    points = [
        plain(b.words)
        for b in DOCUMENTS["assessment-report"].build(facts_of("case-004", with_parts)).blocks
        if isinstance(b, Paragraph) and b.lead.startswith("5.")
    ]
    assert points[1].startswith("ตัวชี้วัดย่อยที่ 10.1 การดำเนินการเพื่อป้องกันการทุจริต\n(ปี พ.ศ. 2566 ได้คะแนน 90.00")


def test_one_year_only_has_no_comparison(facts_of: Callable) -> None:
    document = DOCUMENTS["assessment-report"].build(facts_of("case-004", lambda data: data["years"].pop(0)))
    assert [heads(t)[0] for t in tables(document)] == ["ตัวชี้วัด", "ประเด็นที่ต้องพัฒนา"]
    assert "1. จุดแข็ง : ตัวชี้วัดที่ได้รับผลการประเมินมากที่สุด คือ" in headings(document)
    assert "๒๕๖๖ ได้คะแนน" not in render_text(document)


def test_questions_lead_their_issue_and_parts_have_their_own_heading(facts_of: Callable) -> None:
    plan = tables(DOCUMENTS["assessment-report"].build(facts_of("case-004")))[-1]
    groups = [plain(row.cells[0].content[0].words) for row in plan.rows if row.group]
    assert len(groups) == 3
    assert groups[0].endswith("(IIT) ข้อคำถามที่ผู้ประเมินได้มีข้อเสนอแนะให้ปรับปรุงพัฒนาการดำเนินงาน คือ ตัวชี้วัดที่ 1, 2, 4 และ 5")
    assert "ส่วนที่ 1 (Public) ผู้รับบริการหรือผู้มาติดต่อตอบด้วยตนเอง ข้อคำถาม" in groups[1]
    first = plan.rows[1]
    assert plain(first.cells[0].content[0].words) == "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"
    assert plain(first.cells[0].content[1].words).startswith("i1 ประเด็น เจ้าหน้าที่ของหน่วยงาน")
    assert first.cells[0].origin == "plan/2568/measure/1/issue"
    assert [part.label for part in first.cells[2].content] == ["1.", "2."]


def test_cover_names_the_office_and_the_year(facts_of: Callable) -> None:
    (cover,) = (b for b in DOCUMENTS["assessment-report"].build(facts_of("case-004")).blocks if isinstance(b, Cover))
    assert plain(cover.year) == "ประจำปีงบประมาณ พ.ศ. 2567"
    assert [plain(line) for line in cover.office] == ["องค์การบริหารส่วนตำบลดอน", "อำเภอปะนาเระ จังหวัดปัตตานี"]


def test_remark_on_disclosure_follows_its_score(facts_of: Callable) -> None:
    words = render_text(DOCUMENTS["assessment-report"].build(facts_of("case-004")))
    assert "ได้ผลคะแนน ๑๐๐.๐๐ คะแนน ผ่านเกณฑ์ที่กำหนด ควรรักษามาตรฐานไว้" in words
    facts = facts_of("case-004", lambda data: data["years"][-1]["scores"].update({"10": 50}))
    assert "คะแนน ยังไม่ผ่านเกณฑ์ที่กำหนด" in render_text(DOCUMENTS["assessment-report"].build(facts))


def test_level_that_cannot_be_told_is_not_printed(facts_of: Callable) -> None:
    facts = facts_of("case-004", lambda data: data["years"][-1].update(official={"overall": 93.71}))
    words = render_text(DOCUMENTS["assessment-report"].build(facts))
    assert "มีผลคะแนนการประเมิน ๙๓.๗๑ คะแนน" in words
    assert "ผ่านดี" not in words.split("ระดับการประเมิน")[0]


def test_measures_in_another_order_have_no_heading_twice(facts_of: Callable) -> None:
    plan = tables(DOCUMENTS["assessment-report"].build(facts_of("case-003")))[-1]
    assert not [row for row in plan.rows if row.group]
    assert len(plan.rows) == 10


def test_a_level_that_nobody_gave_officially_says_that_it_is_computed(facts_of: Callable) -> None:
    def without(data: dict[str, Any]) -> None:
        data["years"][-1]["official"]["level"] = None

    name = "assessment-report"
    assert "(คำนวณจากคะแนน)" in render_text(DOCUMENTS[name].build(facts_of("case-004", without)))
    given = {"level": "ผ่าน"}
    facts = facts_of("case-004", lambda data: data["years"][0]["official"].update(given))
    assert "(คำนวณจากคะแนน)" not in render_text(DOCUMENTS[name].build(facts))


def test_the_kept_picture_of_the_result_is_printed_with_its_sentence(facts_of: Callable, poppler: str) -> None:
    picture = BytesIO()
    Image.new("RGB", (1600, 900), "navy").save(picture, "PNG")
    kept = {2567: (picture.getvalue(),)}
    options = DocumentOptions(result_pictures=lambda year: kept.get(year, ()))
    kind = DOCUMENTS["assessment-report"]
    document = kind.build(facts_of("case-004"), options=options)
    shown = [n for n, block in enumerate(document.blocks) if isinstance(block, Picture)]
    assert len(shown) == 1
    after = document.blocks[shown[0] + 1]
    assert isinstance(after, Paragraph)
    assert plain(after.words).startswith("จากภาพประกอบ คือ ผลการประเมินคุณธรรม")
    assert "จากภาพประกอบคือ" in raw_text(render_pdf(document, paths.resources(), options).pdf, poppler)
    assert "[ผลการประเมินจากระบบ ITAS ประจำปีงบประมาณ พ.ศ. ๒๕๖๗]" in render_text(document)
    off = replace(options, omitted=frozenset({"assessment-report/itas-picture"}))
    assert not any(isinstance(b, Picture) for b in kind.build(facts_of("case-004"), options=off).blocks)
    assert options.to_setting() == {}

"""The memo on paper: measures read back from the PDF, within a millimetre."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from ita_desktop import paths
from ita_desktop.documents import DOCUMENTS, AddresseeWeight, DocumentOptions, EmblemChoice
from ita_desktop.documents.pdf import render_pdf
from ita_desktop.documents.pdf.press import Rendered
from tests.documents.paper import Page

MM = 0.1
"""Tolerance in centimetres."""


def near(value: float) -> Any:
    return pytest.approx(value, abs=MM)


def printed(facts: Any, **options: Any) -> Rendered:
    return render_pdf(DOCUMENTS["memo"].build(facts), paths.resources(), DocumentOptions(**options))


@pytest.fixture
def first(facts_of: Callable) -> Page:
    return Page(printed(facts_of("case-003")).pdf)


def test_paper_is_a4(first: Page) -> None:
    assert (first.width, first.height) == (near(21.0), near(29.7))


def test_head_stands_at_its_measures(first: Page) -> None:
    title = first.find("บันทึกข้อความ")
    assert title.y == near(2.8)
    assert (title.x + title.right) / 2 == near(11.0)
    assert title.right - title.x == near(4.1)
    rows = [first.find("ส่วนราชการ"), first.find("ที่ กส"), first.find("เรื่อง")]
    assert [row.x for row in rows] == [near(3.0)] * 3
    step = 24 / 72 * 2.54
    assert [row.y for row in rows] == [near(3.9), near(3.9 + step), near(3.9 + 2 * step)]
    assert (first.find("วันที่").x, first.find("วันที่").y) == (near(11.0), near(3.9 + step))
    assert (first.find("๘ มกราคม").x, first.find("๘ มกราคม").y) == (near(13.0), near(3.9 + step))


def test_emblem_is_one_and_a_half_centimetres_high_in_the_corner(first: Page) -> None:
    ((left, top, _, bottom),) = first.forms()
    assert (left, top) == (near(3.0), near(1.55))
    assert bottom - top == near(1.5)


def test_dotted_rules_end_at_the_right_margin_under_every_line(first: Page) -> None:
    rules = first.rules()
    head = [rule for rule in rules if rule[0] < 7]
    baselines = [3.9, 4.75, 4.75, 5.59, 5.59 + 21 / 72 * 2.54]
    assert [rule[0] for rule in head] == [pytest.approx(y + 0.08, abs=0.1) for y in baselines]
    assert sorted(rule[2] for rule in head)[1:] == [near(19.0)] * 4


def test_further_lines_of_the_subject_hang_below_its_first(first: Page) -> None:
    assert first.find("รายงานการวิเคราะห์").x == near(4.25)
    assert first.find("ปีงบประมาณ พ.ศ. ๒๕๖๓").x == near(4.25)


def test_body_follows_after_six_points_and_indents_by_two_and_a_half(first: Page) -> None:
    line, part = 21 / 72 * 2.54, 6 / 72 * 2.54
    subject = first.find("ปีงบประมาณ พ.ศ. ๒๕๖๓").y
    to, enclosure, body = first.find("เรียน"), first.find("สิ่งที่ส่งมาด้วย"), first.find("ตามที่สำนักงาน")
    assert [to.x, enclosure.x, body.x] == [near(3.0), near(3.0), near(5.5)]
    assert [to.y, enclosure.y, body.y] == [near(subject + n * (line + part)) for n in (1, 2, 3)]


def test_name_stands_on_the_fourth_line_on_the_signature_axis(first: Page) -> None:
    line = 21 / 72 * 2.54
    name, position = first.find("(นางจันทร์เพ็ญ วงศ์ใหญ่)"), first.find("นักจัดการงานทั่วไปชำนาญการ")
    assert [(m.x + m.right) / 2 for m in (name, position)] == [near(13.25)] * 2
    assert name.y == near(first.find("จึงเรียนมา").y + 4 * line)
    assert position.y == near(name.y + line)


def test_second_page_has_its_number_and_the_first_its_catch_word(facts_of: Callable) -> None:
    done = printed(facts_of("case-003"))
    assert done.pages == 2
    catch = Page(done.pdf).find("/ความเห็น")
    assert catch.x > 15
    number = Page(done.pdf, 2).find("-๒-")
    assert number.y == near(2.5)
    assert (number.x + number.right) / 2 == near(11.0)
    text = Page(done.pdf, 2).find("ความเห็นของหัวหน้าสำนักงานปลัด")
    assert text.y == near(2.5 + 2 * 21 / 72 * 2.54)
    assert "-๑-" not in Page(done.pdf).text.get_text_range()


def test_opinion_has_dots_to_the_right_margin(facts_of: Callable) -> None:
    page = Page(printed(facts_of("case-003")).pdf, 2)
    label = page.find("ความเห็นของหัวหน้าสำนักงานปลัด")
    y, left, right = page.rules()[0]
    assert y == pytest.approx(label.y, abs=0.1)
    assert left == pytest.approx(label.right, abs=0.25)
    assert right == near(19.0)


@pytest.mark.parametrize("case", ["case-001", "case-003", "case-004"])
def test_a_signer_is_never_parted_from_the_opinion(case: str, facts_of: Callable) -> None:
    done = printed(facts_of(case))
    pages = {}
    for place in done.places:
        pages.setdefault(place.origin, set()).add(place.page)
    memo = facts_of(case).memos[0]
    for n, step in enumerate(memo.signers):
        together = pages[f"signer/{step.signer}/name"] | pages[f"signer/{step.signer}/position"]
        assert len(together | pages.get(f"memo/memo-1/signers/{n}/label", set())) == 1


def test_urgency_is_red_and_large_between_emblem_and_title(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["memos"][0].update(urgency="most_urgent"))
    page = Page(printed(facts).pdf)
    mark, title = page.find("ด่วนที่สุด"), page.find("บันทึกข้อความ")
    assert mark.x > 4.5
    assert mark.right < title.x
    assert mark.y == near(2.8)
    assert page.size_of("ด่วนที่สุด") >= 32
    assert page.colour_of("ด่วนที่สุด")[0] > 150 > 50 > page.colour_of("ด่วนที่สุด")[1]


def test_office_chooses_its_custom(facts_of: Callable) -> None:
    facts = facts_of("case-003")
    page = Page(
        printed(
            facts,
            emblem=EmblemChoice.NONE,
            dotted_rules=False,
            addressee=AddresseeWeight.LABEL,
            signature_axis=13.75,
            date_at=12.5,
            offset_x=2.0,
            offset_y=-3.0,
        ).pdf
    )
    assert page.forms() == []
    assert page.rules() == []
    assert page.find("๗๑๙๐๑/.....")
    assert page.find("๘ มกราคม").x == near(12.7)
    assert page.find("ส่วนราชการ").y == near(3.6)
    assert page.size_of("เรียน") == 20
    name = page.find("(นางจันทร์เพ็ญ วงศ์ใหญ่)")
    assert (name.x + name.right) / 2 == near(13.95)


@pytest.mark.parametrize("spacing", [21.0, 18.1])
def test_lines_stand_at_the_spacing_the_office_chose(spacing: float, facts_of: Callable) -> None:
    places = printed(facts_of("case-003"), line_spacing=spacing).places
    (height,) = (place.height for place in places if place.origin == "memo/memo-1/sections/0/paragraphs/0")
    lines = round(height / spacing)
    assert lines > 8
    assert height == pytest.approx(lines * spacing, abs=0.1)


def test_blank_date_leaves_a_rule_to_write_on(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["memos"][0].update(date=None, number=""))
    page = Page(printed(facts).pdf)
    row = [(left, right) for y, left, right in page.rules() if y == pytest.approx(4.83, abs=0.1)]
    assert row == [(near(3.3), near(10.9)), (near(11.9), near(19.0))]


def test_enclosures_are_counted_where_there_are_several(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["memos"][0].update(enclosures=["รายงาน", "แผน"]))
    page = Page(printed(facts).pdf)
    one, two = page.find("๑. รายงาน"), page.find("๒. แผน")
    assert one.x == near(two.x)
    assert two.y == near(one.y + 21 / 72 * 2.54)


def test_same_facts_give_the_same_bytes(facts_of: Callable) -> None:
    assert printed(facts_of("case-003")).pdf == printed(facts_of("case-003")).pdf


def signed(data: dict[str, Any]) -> None:
    """The mayor signs on a dotted line after two lines of dots, with a date; nobody is named."""
    data["memos"][0]["signers"] = [
        {"signer": "x", "label": "คำสั่ง", "comment_lines": 2, "show_signed": True, "date_line": True}
    ]


def rows_of_dots(page: Page) -> list[tuple[float, float, float]]:
    return [rule for rule in page.rules() if rule[0] > 15]


def test_dots_to_sign_on_and_the_name_below_have_one_middle(facts_of: Callable) -> None:
    page = Page(printed(facts_of("case-003", signed)).pdf)
    signing = page.find("(ลงชื่อ)")
    dots = [row for row in rows_of_dots(page) if abs(row[0] - signing.y) < 0.1]
    assert [(left + right) / 2 for _, left, right in dots] == [near(13.25)]
    assert signing.right < dots[0][1]


def test_lines_to_write_on_begin_at_the_margin_and_all_dots_are_round(facts_of: Callable) -> None:
    page = Page(printed(facts_of("case-003", signed)).pdf)
    order = page.find("คำสั่ง")
    lines = [row for row in rows_of_dots(page) if row[0] - order.y > -0.1][:2]
    assert lines[1][1] == pytest.approx(3.0, abs=0.03)
    assert lines[1][2] == pytest.approx(19.0, abs=0.1)
    day = page.find("วันที่", 1)
    assert len([row for row in rows_of_dots(page) if abs(row[0] - day.y) < 0.1]) == 3
    assert "..." not in page.text.get_text_range()


def test_scores_stand_below_each_other(facts_of: Callable, poppler: str) -> None:
    pdf = printed(facts_of("case-004")).pdf
    told = subprocess.run([poppler, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>(ได้รับคะแนน|[๐-๙]+\.[๐-๙]{2})<', told)
    leads = {float(left) for left, _, words in found if words == "ได้รับคะแนน"}
    figures = {float(right) for _, right, words in found if "." in words and float(right) > 480}
    assert max(leads) - min(leads) < 0.1
    assert max(figures) - min(figures) < 0.1
    assert len([words for *_, words in found if words == "ได้รับคะแนน"]) == 10

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.documents import DOCUMENTS, Choice, DocumentError, DocumentOptions, Need, render_text
from ita_desktop.documents.model import LeaderList, MemoHead, SignatureBlock, plain
from ita_desktop.domain.values.facts import YearFacts


def memo_of(facts: Any):
    return DOCUMENTS["memo"].build(facts)


def blocks_of(facts: Any, kind: type) -> list[Any]:
    return [block for block in memo_of(facts).blocks if isinstance(block, kind)]


def test_score_list_stands_highest_first_with_its_origins(facts_of: Callable) -> None:
    (scores,) = blocks_of(facts_of("case-004"), LeaderList)
    assert [plain(row.words) for row in scores.rows][:3] == ["การเปิดเผยข้อมูล", "การป้องกันการทุจริต", "การใช้อำนาจ"]
    assert [row.number for row in scores.rows] == [f"{n}." for n in range(1, 11)]
    assert scores.rows[2].origin == "year/2567/scores/3"
    assert scores.rows[9].told == "ได้รับคะแนน  79.44  คะแนน"


def test_without_scores_the_score_list_is_left_out(facts_of: Callable) -> None:
    facts = facts_of("case-004", lambda data: data["years"][-1].update(scores={}))
    assert blocks_of(facts, LeaderList) == []


def test_acting_signer_has_three_lines(facts_of: Callable) -> None:
    acting = blocks_of(facts_of("case-001"), SignatureBlock)[3]
    assert plain(acting.name) == "นางสุภาวดี ศรีประเสริฐ"
    assert [plain(line) for line in acting.position] == ["ผู้อำนวยการกองคลัง", "รักษาราชการแทน ปลัดเทศบาลตำบลตลาดแร้ง"]
    assert acting.position[1][0].origin == "signer/s4/acting_for"


def test_every_field_says_where_it_came_from(facts_of: Callable) -> None:
    (head,) = blocks_of(facts_of("case-003"), MemoHead)
    assert head.subject[0].origin == "memo/memo-1/subject"
    assert [span.origin for span in head.department] == ["memo/memo-1/department_line", "memo/memo-1/phone"]
    assert head.enclosures[0][0].origin == "memo/memo-1/enclosures/0"
    signature = blocks_of(facts_of("case-003"), SignatureBlock)[1]
    assert signature.label[0].origin == "memo/memo-1/signers/1/label"
    assert signature.name[0].origin == "signer/s2/name"


def test_blank_number_and_date_are_dots(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["memos"][0].update(date=None, number="กส ๗๑๙๐๑/"))
    assert "ที่ กส ๗๑๙๐๑/............\tวันที่ ......" in render_text(memo_of(facts))


def test_signer_who_is_not_there_prints_as_dots(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["memos"][0]["signers"][0].update(signer="s9"))
    assert blocks_of(facts, SignatureBlock)[0].name[0].text == ""
    assert "(....." in render_text(memo_of(facts))


def test_phone_is_not_announced_twice(facts_of: Callable) -> None:
    facts = facts_of("case-003", lambda data: data["memos"][0].update(phone="โทรศัพท์ ๐ ๔๓"))
    (head,) = blocks_of(facts, MemoHead)
    assert plain(head.department) == "สำนักงานปลัด องค์การบริหารส่วนตำบลบ่อแก้ว  โทรศัพท์ ๐ ๔๓"


def test_chosen_memo(facts_of: Callable) -> None:
    def two(data: dict[str, Any]) -> None:
        data["memos"].append({**data["memos"][0], "id": "memo-2", "subject": "เรื่องที่สอง"})

    facts = facts_of("case-003", two)
    assert DOCUMENTS["memo"].build(facts, Choice(memo="memo-2")).title.endswith("เรื่องที่สอง")
    assert not memo_of(facts).title.endswith("เรื่องที่สอง")
    with pytest.raises(DocumentError) as error:
        DOCUMENTS["memo"].build(facts, Choice(memo="memo-3"))
    assert (error.value.code, error.value.value) == (Need.MEMO, "memo-3")


def test_year_without_memo(facts_of: Callable) -> None:
    facts = facts_of("case-000")
    assert DOCUMENTS["memo"].missing(facts) == (Need.MEMO,)
    with pytest.raises(DocumentError):
        memo_of(facts)


def test_names_of_the_place_and_of_people_are_not_broken(facts_of: Callable) -> None:
    names = memo_of(facts_of("case-004")).names
    assert {"ดอน", "ปะนาเระ", "ปัตตานี", "นางกัลยาณี", "ชูศรี"} <= set(names)
    assert "องค์การบริหารส่วนตำบลดอน" not in names


def enclosures(facts: YearFacts, **options: Any) -> list[str]:
    document = DOCUMENTS["memo"].build(facts, options=DocumentOptions(**options))
    head = next(block for block in document.blocks if isinstance(block, MemoHead))
    return [plain(words) for words in head.enclosures]


def test_enclosures_are_counted_from_the_pack_when_the_office_wants_it(facts_of: Callable) -> None:
    def without(data: dict[str, Any]) -> None:
        data["memos"][0]["enclosures"] = []

    facts = facts_of("case-004", without)
    assert enclosures(facts) == []
    counted = enclosures(facts, enclosures_from_pack=True, pack=("memo", "assessment-report", "risk-plan"))
    assert counted == [
        "รายงานผลการประเมินและการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสฯ ประจำปีงบประมาณ พ.ศ. 2567 จำนวน 1 ชุด"
    ]
    assert len(enclosures(facts, enclosures_from_pack=True)) == 4


def test_enclosures_that_the_writer_named_stay(facts_of: Callable) -> None:
    facts = facts_of("case-004", lambda data: data["memos"][0].update(enclosures=["แบบ ก จำนวน 2 แผ่น"]))
    assert enclosures(facts, enclosures_from_pack=True) == ["แบบ ก จำนวน 2 แผ่น"]


def test_enclosures_are_counted_without_making_a_report(facts_of: Callable) -> None:
    facts = facts_of("case-004", lambda data: data["memos"][0].update(enclosures=[]))
    made: list[str] = []

    def note(frame: Any, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_name == "build" and "documents" in frame.f_code.co_filename:
            made.append(Path(frame.f_code.co_filename).stem)

    sys.setprofile(note)
    try:
        assert len(enclosures(facts, enclosures_from_pack=True)) == 4
    finally:
        sys.setprofile(None)
    assert made == ["registry", "memo"]


@pytest.mark.parametrize("case", ["case-000", "case-002", "case-003", "case-004"])
def test_the_title_that_is_counted_is_the_title_that_is_printed(case: str, facts_of: Callable) -> None:
    facts = facts_of(case)
    kinds = [kind for kind in DOCUMENTS.values() if not set(kind.missing(facts)) & set(kind.requires)]
    assert len(kinds) > 5
    for kind in kinds:
        for choice in (Choice(), Choice(round=6)):
            assert kind.titled(facts, choice) == kind.build(facts, choice).title

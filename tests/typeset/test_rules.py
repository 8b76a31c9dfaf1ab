from itertools import pairwise
from pathlib import Path

import pytest

from ita_desktop.typeset import rules
from ita_desktop.typeset.words import BreakKind, Words

WORDS = Path(__file__).parents[2] / "resources/words/words_th.txt"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words((WORDS,))


def lines(words: Words, text: str, most: int = rules.WORD) -> list[str]:
    """The pieces of text between all breaks that cost at most so much."""
    places = [0, *(one.at for one in words.breaks(text) if one.penalty <= most), len(text)]
    return [text[start:end].strip(" ") for start, end in pairwise(places)]


KEPT = (
    "อื่น ๆ", "ต่างๆ", "พ.ศ. ๒๕๖๗", "ค.ศ. 2024", "(พ.ศ. ๒๕๖๐ – ๒๕๖๔)", "๒๕๖๐-๒๕๖๔", "๑๐ มีนาคม",
    "๑ ม.ค.", "๑๔.๐๐ น.", "๐๘.๓๐ - ๑๖.๓๐ น.", "๘๕.๕๐ คะแนน", "๑๒ ครั้ง", "๓ เดือน", "๑๐ %",
    "ร้อยละ ๘๕.๕๐", "ข้อ ๑๒", "มาตรา ๗", "ตัวชี้วัดที่ ๓", "ลำดับที่ ๒", "ระยะที่ ๑",
    "มีนาคม ๒๕๖๖", "มี.ค. ๖๗", "อบต. ดอน", "(๓) การ",
    "ครั้งที่ ๑/๒๕๖๖", "ฉบับที่ ๒", "ที่ กส ๗๑๙๐๑/๑๑๕", "ชย ๗๒๕๐๑/ ๑๑๕", "โทร. ๐ ๔๔๐๕ ๖๐๙๑",
    "โทร. ๐๔๔-๑๒๓-๔๕๖", "๐ ๔๔๐๕ ๖๐๙๑", "ป.ป.ช.", "พ.ร.บ.", "อบต.", "นายกฯ", "กองสาธารณสุขฯ",
    "สำนักปลัดฯ", "นางสาวพิมพ์ชนก", "นาย สมชาย", "น.ส. สมหญิง", "ว่าที่ ร.ต. สมชาย", "สิบเอก สมชาย",
    "฿ ๑๐๐", "ข้อ o13", "Integrity", "e-Service", "Q&A", "“การ”", "(ITA)", "จ. ชัยภูมิ",
)  # fmt: skip


@pytest.mark.parametrize("whole", KEPT)
def test_kept_together(words: Words, whole: str) -> None:
    for text in (f"และ {whole} และ", f"ตาม {whole}"):
        kept = lines(words, text, rules.PREFER)
        assert whole in kept, kept


@pytest.mark.parametrize("mark", ["๑.", "๑.๑", "๑)", "(๑)", "ก.", "(ก)", "-", "–", "•", "1.2.3"])
def test_a_list_number_keeps_its_text(words: Words, mark: str) -> None:
    assert lines(words, f"{mark} ผลประเมิน", rules.LAST_RESORT)[0].startswith(f"{mark} ผล")


@pytest.mark.parametrize(
    ("text", "penalty"),
    [
        ("นายสมชาย ใจดี", rules.PREFER),
        ("ณ ห้องประชุม", rules.PREFER),
        ("ราชการ  สำนักปลัด", rules.SPACE),
        ("อื่น ๆ ที่", rules.SPACE),
        ("ปี พ.ศ. ๒๕๖๗ และ", rules.SPACE),
    ],
)
def test_a_space_that_may_end_a_line(words: Words, text: str, penalty: int) -> None:
    spaces = [one.penalty for one in words.breaks(text) if one.kind is BreakKind.SPACE]
    assert spaces[-1] == penalty


def test_addresses_break_after_their_signs_only(words: Words) -> None:
    address = "https://www.example.go.th/ita_2566/o-13.pdf?id=4&x=y#top"
    places = [one.at for one in words.breaks(f"ดู {address} ครับ") if 3 < one.at < 3 + len(address)]
    assert places
    assert {address[at - 4] for at in places} == set("/._-?=&")
    assert not any(address[: at - 3].endswith(("https:/", "https://")) for at in places)
    mail = "itas@nacc.go.th"
    assert all(mail[one.at - 1] == "." for one in words.breaks(mail))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("กิจกรรม/โครงการ", ["กิจกรรม/", "โครงการ"]),
        ("๑๑๕/๒๕๖๖", ["๑๑๕/๒๕๖๖"]),
        ("ก/ข", ["ก/ข"]),
        ("ระบบITAของ", ["ระบบ", "ITA", "ของ"]),
        ("งาน(ITA)ของ", ["งาน", "(ITA)", "ของ"]),
        ("ตัวอย่าง(ก)และ(๑)", ["ตัวอย่าง(ก)", "และ(๑)"]),
        ("ผล:ดี", ["ผล:", "ดี"]),
        ("เวลา08:30น.", ["เวลา08:30น."]),
        ("“ผล”และ", ["“ผล”", "และ"]),
    ],
)
def test_signs_inside_a_chunk(words: Words, text: str, expected: list[str]) -> None:
    assert lines(words, text) == expected


def test_a_hyphen_between_words_may_end_a_line_but_begins_none(words: Words) -> None:
    (place,) = words.breaks("ติดต่อ-สอบถาม")
    assert (place.at, place.kind) == (7, BreakKind.SEAM)


def test_a_typed_newline_is_a_break_whatever_stands_around_it(words: Words) -> None:
    assert [one.at for one in words.breaks("พ.ศ.\n๒๕๖๖")] == [5]

import csv
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.typeset import rules
from ita_desktop.typeset.words import Break, BreakKind, Words, WordsError

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "resources/words/words_th.txt"


def all_places() -> list[str]:
    with (ROOT / "resources/places/places.csv").open(encoding="utf-8-sig", newline="") as file:
        return sorted({name for row in list(csv.reader(file))[1:] for name in row})


@pytest.fixture(scope="module")
def words() -> Words:
    return Words((WORDS,), all_places())


def dev_set() -> Iterator[tuple[str, dict[int, str], list[str]]]:
    """(text, mark by place, names) of the annotated sentences."""
    for line in (ROOT / "tests/data/thai_breaks_dev.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        sentence, *names = line.split(" @")
        text, marks = "", {}
        for char in sentence:
            if char in "|~":
                marks[len(text)] = char
            else:
                text += char
        yield text, marks, names


def parted(words: Words, text: str) -> str:
    """The text with its breaks: | word, ~ seam, ¦ last resort; a space that holds is shown as _."""
    found = {one.at: one for one in words.breaks(text)}
    signs = {BreakKind.WORD: "|", BreakKind.SEAM: "~", BreakKind.CLUSTER: "¦", BreakKind.SPACE: ""}
    out = ""
    for at, char in enumerate(text):
        if at in found:
            out += signs[found[at].kind]
        held = char == " " and text[at + 1 : at + 2] not in ("", " ") and at + 1 not in found
        out += "_" if held else char
    return out


def test_wanted_breaks_are_found_and_none_is_bad(words: Words) -> None:
    wanted = found = 0
    bad = []
    for text, marks, names in dev_set():
        breaks = {one.at for one in words.with_names(names).breaks(text) if one.kind is not BreakKind.CLUSTER}
        places = {at for at, mark in marks.items() if mark == "|"}
        wanted += len(places)
        found += len(places & breaks)
        bad += [text[at - 8 : at] + "|" + text[at : at + 8] for at in breaks - marks.keys() if text[at - 1] != " "]
    assert bad == []
    assert found / wanted >= 0.95


def test_no_last_resort_inside_the_annotated_sentences(words: Words) -> None:
    for text, marks, names in dev_set():
        last_resorts = [one.at for one in words.with_names(names).breaks(text) if one.kind is BreakKind.CLUSTER]
        assert [at for at in last_resorts if at not in marks] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("องค์การบริหารส่วนตำบลคึมใหญ่", "องค์การ~บริหารส่วน~ตำบลคึมใหญ่"),
        ("อำเภอเมืองอำนาจเจริญ", "อำเภอ|เมือง|อำนาจเจริญ"),
        ("เทศบาลตำบลตลาดแร้ง", "เทศบาล~ตำบลตลาดแร้ง"),
        ("อำเภอ บ้านเขว้า", "อำเภอ บ้านเขว้า"),
        ("พฤติกรรมการทุจริต", "พฤติกรรม|การ~ทุจริต"),
        ("กำหนดมาตรการบริหารงานบุคคล", "กำหนด|มาตรการ|บริหาร|งาน~บุคคล"),
        ("หัวหน้าสำนักงาน", "หัวหน้า|สำนักงาน"),
        ("เจ้าหน้าที่บันทึกข้อมูล", "เจ้าหน้าที่|บันทึก|ข้อมูล"),
        ("ความต้องการ", "ความ~ต้องการ"),
        ("นักวิเคราะห์นโยบายและแผนชำนาญการ", "นักวิเคราะห์|นโยบาย|และ|แผน|ชำนาญการ"),
        ("มีแผนที่และวันที่", "มี|แผนที่|และ|วันที่"),
        ("เงินเดือน", "เงินเดือน"),
        ("นายกองค์การบริหารส่วนตำบลดอน", "นายก~องค์การ~บริหารส่วน~ตำบลดอน"),
        ("องค์กรปกครองส่วนท้องถิ่น", "องค์กร~ปกครอง~ส่วนท้องถิ่น"),
        ("ประจำปีงบประมาณ", "ประจำปีงบประมาณ"),
        ("ทุกกอง/ทุกส่วนงาน", "ทุก|กอง/|ทุก|ส่วนงาน"),
        ("ระยะเวลาดำเนินการ", "ระยะเวลา|ดำเนินการ"),
        ("อุดมราชนิเวศน์มหาสถาน", "อุดมราชนิเวศน์|มหาสถาน"),
        ("ฯพณฯ นายกรัฐมนตรี", "ฯพณฯ นายกรัฐมนตรี"),
        ("มีความรู้ความสามารถ", "มี~ความ~รู้|ความ~สามารถ"),
        ("กระบวนการเฝ้าระวัง", "กระบวนการ|เฝ้าระวัง"),
        ("พระราชบัญญัติประกอบรัฐธรรมนูญ", "พระราชบัญญัติ~ประกอบ~รัฐธรรมนูญ"),
        ("กระทรวงแรงงานและสวัสดิการสังคม", "กระทรวง~แรงงานและสวัสดิการสังคม"),
        ("ผู้รับบริการและการเลือกตั้ง", "ผู้~รับบริการ|และ|การ~เลือกตั้ง"),
    ],
)
def test_words_and_seams(words: Words, text: str, expected: str) -> None:
    assert parted(words, text) == expected


@pytest.mark.parametrize(
    ("text", "penalty"),
    [
        ("องค์การ|บริหารส่วนตำบลคึมใหญ่", rules.NEARLY_NEVER),
        ("การ|ทุจริต", rules.PREFIX),
        ("เจ้าหน้าที่ผู้|รับผิดชอบ", rules.PREFIX),
        ("โครงการ|พัฒนา", rules.LIKE_PREFIX),
        ("กองคลังและ|สำนักปลัด", rules.SMALL_WORD),
        ("กองคลัง|และสำนักปลัด", rules.WORD),
        ("การยืม-|คืน", rules.PREFER),
    ],
)
def test_a_line_end_that_a_reader_stumbles_over_costs_more(words: Words, text: str, penalty: int) -> None:
    at = text.index("|")
    (one,) = [one for one in words.breaks(text.replace("|", "")) if one.at == at]
    assert one.penalty == penalty
    assert one.hanging is (penalty in (rules.PREFIX, rules.LIKE_PREFIX, rules.SMALL_WORD))


def test_a_name_of_the_document_is_kept_whole_wherever_it_stands(words: Words) -> None:
    text = "ชาวโคกสะแบงร่วมกับวิทยุชุมชนเสียงตามสายรักษ์ถิ่น"
    assert "โคกสะแบงร่วมกับ" not in parted(words, text)
    named = words.with_names(("องค์การบริหารส่วนตำบลโคกสะแบง", "เสียงตามสายรักษ์ถิ่น"))
    assert "โคกสะแบง|ร่วมกับ" in parted(named, text).replace("~", "")
    assert parted(named, text).endswith("|เสียงตามสายรักษ์ถิ่น")


def test_units_given_as_names_may_still_be_parted(words: Words) -> None:
    assert parted(words.with_names(("กองคลัง",)), "ผู้อำนวยการกองคลัง").endswith("กอง|คลัง")


def test_a_short_name_is_not_seen_in_longer_words(words: Words) -> None:
    named = words.with_names(("องค์การบริหารส่วนตำบลดอน",))
    assert parted(named, "กระดอนและดอนเมือง") == "กระดอน|และ|ดอนเมือง"
    assert parted(named, "ตำบลดอนและ") == "ตำบล|ดอน|และ"


def test_person_names_stay_whole(words: Words) -> None:
    assert parted(words, "นางสาวพิมพ์ชนก สุขเกษม") == "นางสาวพิมพ์ชนก สุขเกษม"
    (between,) = words.breaks("นายอุดมศักดิ์ ใจกว้าง")
    assert (between.kind, between.penalty) == (BreakKind.SPACE, rules.PREFER)
    assert parted(words, "นายอำเภอเมือง") == "นายอำเภอ|เมือง"
    assert parted(words, "แต่งตั้งนายสมชายใจดี เป็นประธาน") == "แต่งตั้ง|นายสมชายใจดี เป็น|ประธาน"


def test_unknown_letters_are_not_cut_up(words: Words) -> None:
    assert "|" not in parted(words, "เจะบูงสะแรมพิณ")


def test_a_long_stretch_can_be_parted_between_clusters(words: Words) -> None:
    text = "พึ๊" * 40
    places = [one.at for one in words.breaks(text)]
    assert places
    assert set(places) <= set(words.clusters(text))
    assert {one.kind for one in words.breaks(text)} == {BreakKind.CLUSTER}


@pytest.mark.parametrize(
    "unit", ["ก", "ตากลม", "ๆ", ")", "1", "a.", "ก/", "ๆ ", "นายก ", "่", "ฯลฯ", "กิ", "http://a/", "\U0001f600"]
)
def test_endless_text_never_leaves_an_endless_stretch(words: Words, unit: str) -> None:
    text = (unit * 5000)[:5000]
    places = [0, *(one.at for one in words.breaks(text)), len(text)]
    if unit != "่":
        assert max(after - before for before, after in pairwise(places)) <= 60


def test_what_a_document_remembers_is_bounded(words: Words) -> None:
    named = words.with_names(())
    for number in range(60):
        named.breaks(f"{number} " + "การประเมิน " * 1500)
    assert sum(map(len, named._memory.texts)) <= 400_000


def test_a_missing_or_foreign_word_list_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(WordsError):
        Words((tmp_path / "none.txt",))
    for name, content in (("latin.txt", b"word\n"), ("broken.txt", b"\xff\xfe\n"), ("empty.txt", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(WordsError):
            Words((tmp_path / name,))


def test_windows_line_ends_in_a_word_list(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("ปลาทอง\r\nน้ำใส\r\n".encode())
    assert [one.at for one in Words((path,)).breaks("ปลาทองน้ำใสปลาทอง")] == [6, 11]


def test_clusters_keep_marks_with_their_letter(words: Words) -> None:
    assert words.clusters("") == ()
    assert words.clusters("น้ำที่") == (0, 3, 6)
    assert words.clusters("่ก") == (0, 1, 2)
    assert words.clusters("e\u0301\U0001f468\u200d\U0001f469x") == (0, 2, 5, 6)


THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=40)
SCRAPS = """การประเมิน ข้อมูล ๆ ฯ ฯลฯ ( ) “ ” - – / . , : % ฿ ๑ ๒๕๖๖ 12 พ.ศ. มีนาคม น. บาท ที่ ข้อ โทร. ITA e-Service นาย
สมชาย http://x.go.th/a a@b.co.th กส เ แ ่ ้ ำ ะ า ์"""
BLANKS = (" ", "  ", "\n", "\t", "\u200b", "\ufeff", "\ud800", "\U0001f600", "\x00")
PROSE = st.lists(st.sampled_from((*SCRAPS.split(), *BLANKS)), max_size=30).map("".join)


@settings(max_examples=400, deadline=None)
@given(text=st.one_of(THAI, PROSE, st.text(max_size=40)))
def test_breaks_of_any_text_are_in_order_and_between_clusters(words: Words, text: str) -> None:
    found = words.breaks(text)
    places = [one.at for one in found]
    assert places == sorted(set(places))
    assert all(0 < at < len(text) for at in places)
    parting = set(words.clusters(text))
    assert [at for at in places if at not in parting and not text[at - 1].isspace()] == []


@settings(max_examples=400, deadline=None)
@given(text=st.one_of(THAI, PROSE))
def test_no_line_begins_or_ends_with_a_sign_that_must_not(words: Words, text: str) -> None:
    for one in words.breaks(text):
        if one.penalty < rules.LAST_RESORT and "\n" not in text[max(0, one.at - 4) : one.at]:
            line_end = text[: one.at].rstrip()[-1:]
            assert text[one.at] not in rules.NEVER_START, (text, one)
            assert line_end not in rules.NEVER_END, (text, one)


def test_the_same_text_gives_the_same_breaks(words: Words) -> None:
    text = "รายงานผลการดำเนินการตามมาตรการ พ.ศ. ๒๕๖๖"
    assert words.breaks(text) == words.with_names(()).breaks(text)
    assert all(isinstance(one, Break) for one in words.breaks(text))

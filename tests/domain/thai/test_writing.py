from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.thai import writing
from ita_desktop.domain.thai.writing import ScoreFault, ScoreFaultCode


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ปีงบประมาณ พ.ศ. 2567 ได้ 93.71 คะแนน", "ปีงบประมาณ พ.ศ. ๒๕๖๗ ได้ ๙๓.๗๑ คะแนน"),
        ("ข้อ i1 e6 o13 O43 ตามข้อ 4", "ข้อ i1 e6 o13 O43 ตามข้อ ๔"),
        ("ข้อo13ปี2567", "ข้อo13ปี๒๕๖๗"),
        ("ดู https://itas.nacc.go.th/2567/ita?y=2567 ปี 2567", "ดู https://itas.nacc.go.th/2567/ita?y=2567 ปี ๒๕๖๗"),
        ("www.don2.go.th/ข่าว/2567 หน้า 5", "www.don2.go.th/ข่าว/2567 หน้า ๕"),
        ("75010020.skm.go.th 12", "75010020.skm.go.th ๑๒"),
        ("ส่งที่ saraban_06941001@dla.go.th ภายใน 7 วัน", "ส่งที่ saraban_06941001@dla.go.th ภายใน ๗ วัน"),
        ("Line @123don โทร. 0-7356-6134", "Line @123don โทร. ๐-๗๓๕๖-๖๑๓๔"),
        ("Line @4567 ที่ 4567", "Line @4567 ที่ ๔๕๖๗"),
        ("E-Service 24 ชั่วโมง, COVID-19, 4G, A4", "E-Service ๒๔ ชั่วโมง, COVID-19, 4G, A4"),
        ("ITA 2567 (IIT 30/EIT 30)", "ITA ๒๕๖๗ (IIT ๓๐/EIT ๓๐)"),
        ("ข้อ o13-o17 และ ๑๒", "ข้อ o13-o17 และ ๑๒"),
        ("50% <b> & 3", "๕๐% <b> & ๓"),
        ("1.ITA 2.การเปิดเผย", "๑.ITA ๒.การเปิดเผย"),
        ("", ""),
    ],
)
def test_printed_digits(typed, printed):
    assert writing.print_digits(typed) == printed


@given(st.text())
def test_printing_changes_digits_only_and_once(text):
    printed = writing.print_digits(text)
    assert writing.arabic_digits(printed) == writing.arabic_digits(text)
    assert writing.print_digits(printed) == printed


def test_dates():
    day = date(2023, 3, 10)
    assert writing.long_date(day) == "๑๐ มีนาคม ๒๕๖๖"
    assert writing.short_date(day) == "๑๐ มี.ค. ๖๖"
    assert writing.month_year(day) == "มีนาคม ๒๕๖๖"
    assert writing.month_label("2024-10") == "ต.ค. ๖๗"
    assert writing.month_range("2020-10", "2021-03") == "ต.ค. ๖๓ - มี.ค. ๖๔"
    assert writing.month_range("2020-10", "2020-10") == writing.month_range("2020-10") == "ต.ค. ๖๓"
    assert writing.month_label("2057-01") == "ม.ค. ๐๐"


@pytest.mark.parametrize("wrong", ["2024-13", "2024", "2024-1", "ต.ค.", ""])
def test_not_a_month(wrong):
    with pytest.raises(ValueError, match="YYYY-MM"):
        writing.month_label(wrong)


@pytest.mark.parametrize(
    ("typed", "score"),
    [
        ("๑๐๐", "100"),
        ("100", "100"),
        ("100.00", "100"),
        ("83,93", "83.93"),
        (" 83.93 ", "83.93"),
        ("\u00a083.93\u200b", "83.93"),
        ("๘๓.๙๓", "83.93"),
        ("๘๓,๙", "83.9"),
        ("0", "0"),
        ("56.25", "56.25"),
    ],
)
def test_understood_scores(typed, score):
    assert writing.parse_score(typed) == Decimal(score)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", ScoreFaultCode.EMPTY),
        ("   ", ScoreFaultCode.EMPTY),
        ("ร้อย", ScoreFaultCode.NOT_A_NUMBER),
        ("100.01", ScoreFaultCode.ABOVE_MAXIMUM),
        ("๑๐๐.๐๑", ScoreFaultCode.ABOVE_MAXIMUM),
        ("1000", ScoreFaultCode.ABOVE_MAXIMUM),
        ("83.935", ScoreFaultCode.TOO_MANY_DECIMALS),
        ("1,000", ScoreFaultCode.TOO_MANY_DECIMALS),
        ("-3", ScoreFaultCode.NEGATIVE),
        ("−๓", ScoreFaultCode.NEGATIVE),
        ("83.", ScoreFaultCode.NOT_A_NUMBER),
        (".5", ScoreFaultCode.NOT_A_NUMBER),
        ("8 3", ScoreFaultCode.NOT_A_NUMBER),
        ("83.93 คะแนน", ScoreFaultCode.NOT_A_NUMBER),
        ("83.9.3", ScoreFaultCode.NOT_A_NUMBER),
        ("1e2", ScoreFaultCode.NOT_A_NUMBER),
        ("NaN", ScoreFaultCode.NOT_A_NUMBER),
        ("O", ScoreFaultCode.NOT_A_NUMBER),
        ("８３", ScoreFaultCode.NOT_A_NUMBER),
        ("=1+1", ScoreFaultCode.NOT_A_NUMBER),
    ],
)
def test_refused_scores(typed, code):
    assert writing.parse_score(typed) == ScoreFault(code=code, text=typed)


@given(st.integers(0, 10000))
def test_every_score_reads_back(hundredths):
    score = Decimal(hundredths) / 100
    for text in (
        writing.score_text(score),
        writing.thai_digits(writing.score_text(score)),
        str(score).replace(".", ","),
    ):
        assert writing.parse_score(text) == score


@given(st.text(max_size=12))
def test_a_typed_text_is_a_score_or_a_fault(text):
    result = writing.parse_score(text)
    assert isinstance(result, ScoreFault) or (0 <= result <= 100 and result == round(result, 2))


@pytest.mark.parametrize("piece", ["a", "1", "-", "1.", "a.", "a@", "a-", "1-"])
def test_printing_a_strange_text_takes_no_longer_than_its_length(piece):
    started = perf_counter()
    writing.print_digits(piece * 50_000)
    assert perf_counter() - started < 1

"""Whatever is typed, the checks answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.app.checks.explanations import explain, place
from tests.domain.findings.offices import check, small, with_measure, with_memo, with_paragraph

PIECES = st.sampled_from(
    [
        "ตัวชี้วัดที่ ",
        "ลำดับที่ ",
        "สูงสุด ",
        "คือ ",
        "คะแนน ",
        "พ.ศ. ",
        "ปีงบประมาณ พ.ศ. ๒๕",
        "องค์การบริหารส่วนตำบล",
        "อำเภอ",
        "จังหวัด",
        "ตำบล",
        "ทุก ๒ เดือน ",
        "ทุก ๐ เดือน ",
        "ภายในเดือนเมษายน ",
        "และเดือนตุลาคม ",
        "ระดับ ",
        "ผ่านดี",
        "o18 ",
        "e9",
        "E-Service ",
        "การใช้อำนาจ ",
        "ได้ ",
        "เพิ่มขึ้น ",
        "๓๑ กุมภาพันธ์ ๒๕๖๖",
        "99/99/2566",
        "เมื่อวันที่ ",
        "๒๕/2",
        "๙๓.๗๑",
        "100.00",
        "/",
        ".",
        "…",
        "[",
        "<",
        "(ระบุ",
        "ํ",
        "า",
        "่",
        "เเ",
        "\ue000",
        "�",
        " ",
        "-",
        "๐",
        "7",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_text_is_answered(paragraph, subject, step):
    facts = with_paragraph(with_memo(small(), subject=subject, to=step), paragraph)
    facts = with_measure(facts, 0, issue=paragraph, period=subject, steps=(step,), responsible=(paragraph,))
    for finding in check(facts):
        wording = explain(finding)
        assert wording.what
        assert place(finding.origin, facts)
        for fix in finding.fixes:
            assert fix.old != fix.new


def test_an_id_that_an_older_version_let_stand_empty_is_checked_too() -> None:
    found = check(with_measure(small(), 0, refs=("",), oit_refs=("",), issue="ตัวชี้วัดที่ 3 ข้อ o10"))
    assert any(finding.code.value == "ref-unknown" for finding in found), [finding.code.value for finding in found]
    for finding in found:
        explain(finding)

"""What was typed goes into a draft as text and comes back as the value its field takes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.app.office.typed_texts import as_text, as_value
from ita_desktop.domain.values.follow_up import Evidence
from ita_desktop.domain.values.origin import Origin


def test_texts_lines_and_rows_become_one_text() -> None:
    assert as_text("ข้อความ") == "ข้อความ"
    assert as_text(("หนึ่ง", "สอง")) == "หนึ่ง\nสอง"
    assert as_text((("ภาพ", "19/12/67", "", "https://a"), ("บัน\tทึก", "", "", ""))) == (
        "ภาพ\t19/12/67\t\thttps://a\nบัน ทึก\t\t\t"
    )
    assert as_text(None) is None
    assert as_text(3) is None


@pytest.mark.parametrize(
    ("origin", "text", "value"),
    [
        ("year/2567/scores/8", "๘๓,๙๓", Decimal("83.93")),
        ("year/2567/scores/8", " ", None),
        ("year/2567/official/overall", "91.2", Decimal("91.2")),
        ("year/2567/official/instruments/IIT", "90", Decimal("90")),
        ("year/2567/official/rank_in_type", "๒,๙๙๑", 2991),
        ("year/2567/official/announced", "19 ธ.ค. 67", date(2024, 12, 19)),
        ("memo/1/date", "๑๙/๑๒/๒๕๖๗", date(2024, 12, 19)),
        ("plan/2568/report_date", "", None),
        ("memo/1/subject", "19/12/2567", "19/12/2567"),
        ("year/2567/narratives/8", "83", "83"),
        ("plan/2568/measure/1/results/6/output", "๘๓", "๘๓"),
        (
            "plan/2568/measure/1/results/6/evidence",
            "ภาพ\t19/12/67\t\thttps://a\nบันทึก\t\tx.pdf\t",
            (Evidence(title="ภาพ", date=date(2024, 12, 19), url="https://a"), Evidence(title="บันทึก", file="x.pdf")),
        ),
    ],
)
def test_a_text_is_read_as_its_field_takes_it(origin: str, text: str, value: object) -> None:
    assert as_value(Origin(origin), text) == value


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        ("year/2567/scores/8", "93."),
        ("memo/1/date", "19/12"),
        ("year/2567/official/rank_in_type", "สาม"),
        ("plan/2568/measure/1/results/6/evidence", "ภาพ\t19/\t\t"),
    ],
)
def test_what_is_not_finished_is_refused(origin: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        as_value(Origin(origin), text)

"""The printed reports of a year that inserts an indicator as number 6: no change is told that did not happen."""

import re
from dataclasses import replace

import pytest

from ita_desktop.documents import DOCUMENTS, render_text
from ita_desktop.domain.texts import narrative
from ita_desktop.domain.thai.writing import thai_digits
from tests.domain.rules.test_identity import BEFORE, GIFTS, NEW, NOW, OLD, SCORES, facts

RISE = re.compile(r"เพิ่มขึ้น\s*[0-9๐-๙]|ลดลง\s*[0-9๐-๙]|เพิ่มขึ้นจากปี|ลดลงจากปี")


@pytest.mark.parametrize("name", ["analysis-report", "assessment-report"])
def test_no_false_change_is_printed(name: str) -> None:
    own = {one.id: narrative.proposed(one, facts()) for one in NEW.indicators}
    printed = render_text(DOCUMENTS[name].build(facts(replace(NOW, narratives=own))))
    assert GIFTS.name in printed
    told = [line for line in printed.splitlines() if RISE.search(line)]
    assert [line for line in told if "ตัวชี้วัดที่" in line or re.match(r"\W*[0-9๐-๙]+\.", line)] == []


def test_the_two_year_table_puts_each_score_beside_its_own() -> None:
    printed = render_text(DOCUMENTS["assessment-report"].build(facts()))
    rows = [line for line in printed.splitlines() if "เท่าเดิม" in line]
    assert len(rows) >= len(OLD.indicators)
    for one in OLD.indicators:
        score = thai_digits(f"{SCORES[one.id]:.2f}")
        assert any(one.name in row and row.count(score) == 2 for row in rows), one.name


def test_what_is_not_asked_any_more_has_a_line_of_its_own() -> None:
    gone = replace(facts(NOW, BEFORE), frameworks={2570: OLD, 2571: replace(NEW, indicators=NEW.indicators[:10])})
    printed = render_text(DOCUMENTS["assessment-report"].build(gone))
    assert f"{OLD.indicators[-1].name} (ไม่มีการประเมินในปีนี้)" in printed

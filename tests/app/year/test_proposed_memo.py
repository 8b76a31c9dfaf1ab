"""The memo that a clerk begins with says what the year holds and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.year.proposed_memo import proposed_memo


@pytest.fixture
def facts(sample_file, frameworks):
    with Workspace.open(sample_file, frameworks, read_only=True) as workspace:
        return workspace.facts(2568)


def test_memo_reports_the_result_and_encloses_the_report(facts):
    memo = proposed_memo(facts, frozenset({"memo-1", "memo-3"}))
    assert memo.id == "memo-2"
    assert memo.to == "นายกองค์การบริหารส่วนตำบลตัวอย่างสุข"
    assert memo.subject.endswith("(ITA) ประจำปีงบประมาณ พ.ศ. 2567")
    assert memo.enclosures == ("รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 จำนวน 1 ชุด",)
    assert "89.95 คะแนน" in memo.sections[1].paragraphs[0]
    assert memo.sections[1].score_list
    assert memo.sections[2].paragraphs[-1] == "รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย"
    assert [one.label[:6] for one in memo.signers] == ["", "ความเห", "ความเห", "คำสั่ง"]


def test_memo_without_scores_encloses_nothing(facts):
    memo = proposed_memo(replace(facts, assessments={}, signers=()))
    assert memo.enclosures == ()
    assert memo.signers == ()
    assert not any(section.score_list for section in memo.sections)
    assert "สิ่งที่ส่งมาด้วย" not in " ".join(words for section in memo.sections for words in section.paragraphs)

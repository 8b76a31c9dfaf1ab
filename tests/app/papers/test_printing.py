"""Which papers a year has, why one cannot be made, and what its file is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import printing
from ita_desktop.app.papers.printing import PrintTrouble, YearPaper
from ita_desktop.documents import DOCUMENTS, Choice, DocumentOptions, Need


@pytest.fixture
def facts(sample_file, frameworks):
    with Workspace.open(sample_file, frameworks, read_only=True) as workspace:
        return workspace.facts(2568)


def test_every_kind_and_every_memo_is_a_sheet(facts):
    sheets = printing.sheets(facts)
    assert {sheet.document for sheet in sheets} == set(DOCUMENTS)
    assert [sheet.memo for sheet in sheets if sheet.document == "memo"] == ["memo-3", "memo-4"]
    assert all(sheet.possible and not sheet.needs for sheet in sheets)
    assert len({sheet.title for sheet in sheets}) == len(sheets)


def test_sheet_says_what_is_missing(facts):
    bare = replace(facts, memos=(), plan=replace(facts.plan, measures=()))
    by_name = {sheet.document: sheet for sheet in printing.sheets(bare)}
    assert not by_name["memo"].possible
    assert by_name["memo"].needs == (Need.MEMO,)
    assert by_name["analysis-report"].possible
    assert Need.MEASURES in by_name["analysis-report"].needs


@pytest.mark.parametrize("need", list(Need))
def test_every_need_has_words_for_the_clerk(need):
    assert any("\u0e00" <= c <= "\u0e7f" for c in printing.need_words(need))


def test_document_that_is_not_there_is_told_the_others(facts):
    with pytest.raises(WorkspaceError, match="assessment-report") as refused:
        printing.build("report", facts, DocumentOptions())
    assert refused.value.code is PrintTrouble.UNKNOWN_DOCUMENT


def test_memo_that_is_not_there_is_told_the_others(facts):
    with pytest.raises(WorkspaceError, match="memo-3, memo-4") as refused:
        printing.build("memo", facts, DocumentOptions(), Choice(memo="memo-9"))
    assert refused.value.code is PrintTrouble.NO_MEMO


def test_year_without_a_memo_says_so(facts):
    with pytest.raises(WorkspaceError, match=r"บันทึกข้อความ.*2568") as refused:
        printing.build("memo", replace(facts, memos=()), DocumentOptions())
    assert refused.value.code is PrintTrouble.NOT_READY


@pytest.mark.parametrize(
    ("document", "memo", "name"),
    [
        ("analysis-report", "", "2568-analysis-report.pdf"),
        ("memo", "memo-3", "2568-memo-3.pdf"),
        ("memo", "ผลคะแนน ITA", "2568-memo-ผลคะแนน_ITA.pdf"),
        ("memo", "../../etc", "2568-memo-etc.pdf"),
        ("memo", "a:b*c?", "2568-memo-a_b_c.pdf"),
    ],
)
def test_file_name_is_safe_everywhere(document, memo, name):
    assert printing.file_name(YearPaper(document, memo, "title"), 2568) == name

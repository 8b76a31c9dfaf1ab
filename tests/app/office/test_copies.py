"""A printed paper is frozen, a signed copy belongs to what was signed, and the board says what still waits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from ita_desktop import paths
from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.copies import pasted_scan, read_scan
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import printing
from ita_desktop.app.papers.document_states import (
    SETTING,
    DocumentState,
    changed_words,
    papers_of,
    say_state,
    standing_of,
    versions_of,
    waiting,
    was_printed,
)
from ita_desktop.app.papers.office_options import options_of
from ita_desktop.app.papers.printing import OPTIONS, YearPaper, sheets
from ita_desktop.app.search import find_code
from ita_desktop.documents import Choice, DocumentOptions
from ita_desktop.store.errors import StoreErrorCode
from tests.store.scans import jpeg, pdf, png


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


def paper(workspace: Workspace, document: str = "memo") -> YearPaper:
    return next(sheet for sheet in sheets(workspace.facts(2568)) if sheet.document == document)


def print_(workspace: Workspace, sheet: YearPaper) -> bytes:
    options = options_of(workspace)
    made = printing.build(sheet.document, workspace.facts(2568), options, Choice(memo=sheet.memo))
    rendered = printing.pdf(made, paths.resources(), options)
    was_printed(workspace, 2568, sheet, rendered.pdf, rendered.pages)
    return rendered.pdf


def scan(tmp_path: Path, data: bytes, name: str = "ลงนาม.pdf"):
    file = tmp_path / name
    file.write_bytes(data)
    return read_scan(file)


def contents(workspace: Workspace) -> list[bytes]:
    copies = workspace.copies
    return [copies.content(one) for one in (*copies.versions, *copies.kept)]


def edit(workspace: Workspace) -> None:
    memo = next(one for one in workspace.office.memos if one.id == paper(workspace).memo)
    workspace.put_memo(replace(memo, subject=memo.subject + " (แก้ไข)"))


def test_the_same_words_are_the_same_version_and_later_edits_make_a_new_one(workspace: Workspace) -> None:
    sheet = paper(workspace)
    first = print_(workspace, sheet)
    print_(workspace, sheet)
    assert [one.number for one in workspace.copies.versions] == [1]
    edit(workspace)
    second = print_(workspace, sheet)
    assert [one.number for one in workspace.copies.versions] == [1, 2]
    assert second != first
    assert [workspace.copies.content(one) for one in workspace.copies.versions] == [first, second]
    assert workspace.copies.versions[0].code != workspace.copies.versions[1].code
    workspace.undo()
    workspace.undo()
    print_(workspace, sheet)
    assert [one.number for one in workspace.copies.versions] == [1]


def test_the_version_that_would_print_the_same_now_counts(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    before = next(one for one in workspace.office.memos if one.id == sheet.memo)
    print_(workspace, sheet)
    workspace.copies.keep_signed(workspace.copies.versions[0], scan(tmp_path, pdf()))
    edit(workspace)
    print_(workspace, sheet)
    assert standing_of(workspace, 2568, sheet).state is DocumentState.PRINTED
    workspace.put_memo(before)
    standing = standing_of(workspace, 2568, sheet)
    assert (standing.version.number, standing.state, standing.changed) == (1, DocumentState.SIGNED, False)


def test_a_shift_on_the_sheet_and_other_papers_options_make_no_new_version(workspace: Workspace) -> None:
    sheet = paper(workspace)
    print_(workspace, sheet)
    moved = DocumentOptions(offset_x=3.0, wording={"analysis-report/rationale": "x"}, coded=frozenset({"memo"}))
    workspace.set_setting(OPTIONS, moved.to_setting())
    assert not standing_of(workspace, 2568, sheet).changed
    workspace.set_setting(OPTIONS, replace(moved, line_spacing=18.1).to_setting())
    assert standing_of(workspace, 2568, sheet).changed


def test_the_states_follow_from_what_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace, "analysis-report")
    assert standing_of(workspace, 2568, sheet).state is DocumentState.READY
    print_(workspace, sheet)
    standing = standing_of(workspace, 2568, sheet)
    assert (standing.state, standing.since) == (DocumentState.PRINTED, workspace.today)
    assert [(one.sheet, one.standing) for one in waiting(workspace)] == [(sheet, standing)]
    kept = workspace.copies.keep_signed(standing.version, scan(tmp_path, pdf(2)))
    standing = standing_of(workspace, 2568, sheet)
    assert (standing.state, [one.id for one in standing.signed]) == (DocumentState.SIGNED, [kept])
    assert [one.sheet for one in waiting(workspace)] == [sheet]
    say_state(workspace, 2568, sheet, DocumentState.PUBLISHED)
    assert standing_of(workspace, 2568, sheet).since == workspace.today
    assert waiting(workspace) == ()
    workspace.undo()
    workspace.copies.remove_copy(kept)
    assert standing_of(workspace, 2568, sheet).state is DocumentState.PRINTED


def test_a_signed_memo_waits_for_no_publication(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    print_(workspace, sheet)
    workspace.copies.keep_signed(workspace.copies.versions[0], scan(tmp_path, pdf()))
    assert waiting(workspace) == ()


def test_a_change_after_signing_is_said_and_the_next_print_waits_again(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    print_(workspace, sheet)
    assert changed_words(standing_of(workspace, 2568, sheet)) == ""
    edit(workspace)
    printed = changed_words(standing_of(workspace, 2568, sheet))
    workspace.undo()
    workspace.copies.keep_signed(workspace.copies.versions[0], scan(tmp_path, pdf()))
    edit(workspace)
    standing = standing_of(workspace, 2568, sheet)
    assert (standing.state, standing.changed) == (DocumentState.SIGNED, True)
    assert "" != changed_words(standing) != printed != ""
    print_(workspace, sheet)
    standing = standing_of(workspace, 2568, sheet)
    assert (standing.state, standing.changed, standing.version.number) == (DocumentState.PRINTED, False, 2)


def test_what_the_office_said_of_a_version_does_not_hold_for_the_next(workspace: Workspace) -> None:
    sheet = paper(workspace)
    print_(workspace, sheet)
    say_state(workspace, 2568, sheet, DocumentState.SIGNED)
    assert standing_of(workspace, 2568, sheet).state is DocumentState.SIGNED
    edit(workspace)
    print_(workspace, sheet)
    assert standing_of(workspace, 2568, sheet).state is DocumentState.PRINTED


def test_what_was_said_before_versions_were_kept_still_holds(workspace: Workspace) -> None:
    sheet = paper(workspace)
    workspace.set_setting(SETTING, {f"2568/memo/{sheet.memo}": "signed", "x": "signed", "2568/memo/": 7})
    assert standing_of(workspace, 2568, sheet).state is DocumentState.SIGNED
    print_(workspace, sheet)
    assert standing_of(workspace, 2568, sheet).state is DocumentState.SIGNED
    assert waiting(workspace) == ()


def test_the_papers_of_a_memo_that_was_removed_stay(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    data = print_(workspace, sheet)
    workspace.remove_memo(sheet.memo)
    (gone,) = (one for one in papers_of(workspace, 2568) if one.memo == sheet.memo)
    assert not gone.possible
    assert workspace.copies.content(versions_of(workspace, 2568, gone)[0]) == data
    assert standing_of(workspace, 2568, gone).changed
    assert [one.sheet.memo for one in waiting(workspace)] == [sheet.memo]


def test_the_same_file_twice_is_refused_and_on_another_paper_noticed(workspace: Workspace, tmp_path: Path) -> None:
    print_(workspace, paper(workspace))
    print_(workspace, paper(workspace, "analysis-report"))
    came = scan(tmp_path, jpeg((5000, 3000)), "ถ่าย.jpg")
    memo, report = workspace.copies.versions
    workspace.copies.keep_signed(memo, came)
    with pytest.raises(WorkspaceError, match="ถ่าย") as caught:
        workspace.copies.keep_signed(memo, scan(tmp_path, jpeg((5000, 3000)), "ถ่าย.jpg"))
    assert caught.value.code is Refusal.COPY_THERE
    assert [one.version for one in workspace.copies.same_as(came)] == [memo.id]
    workspace.copies.keep_signed(report, came)


def test_a_picture_of_itas_is_kept_beside_its_year(workspace: Workspace) -> None:
    added = workspace.copies.keep_itas(2567, pasted_scan(png(), "ITAS-2567-1.png"))
    pictures = options_of(workspace).result_pictures
    assert [len(pictures(year)) for year in (2566, 2567)] == [0, 1]
    (kept,) = workspace.copies.kept
    assert (kept.id, int(kept.fiscal_year), kept.version) == (added, 2567, None)
    assert workspace.copies.content(kept).startswith(b"\x89PNG")
    workspace.undo()
    assert workspace.copies.kept == ()
    workspace.redo()
    assert workspace.copies.content(kept).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "trouble", [StoreErrorCode.NOT_SCAN, StoreErrorCode.SCAN_TOO_BIG, StoreErrorCode.LOCKED_PDF, StoreErrorCode.MISSING]
)
def test_why_a_file_is_not_kept_is_said_with_the_way_out(tmp_path: Path, trouble: StoreErrorCode) -> None:
    file = tmp_path / "ลงนาม.pdf"
    data = {
        StoreErrorCode.NOT_SCAN: b"<html>",
        StoreErrorCode.SCAN_TOO_BIG: bytes(60_000_000),
        StoreErrorCode.LOCKED_PDF: pdf(password="1234"),
    }
    if trouble in data:
        file.write_bytes(data[trouble])
    with pytest.raises(WorkspaceError, match="ลงนาม") as caught:
        read_scan(file)
    assert caught.value.code is trouble
    assert "๒๕" in str(caught.value) or trouble is not StoreErrorCode.SCAN_TOO_BIG


def test_copies_go_with_a_backup_a_copy_and_a_restore_and_stay_with_an_import(
    workspace: Workspace, tmp_path: Path, frameworks
) -> None:
    data = print_(workspace, paper(workspace))
    workspace.copies.keep_signed(workspace.copies.versions[0], scan(tmp_path, pdf()))
    backup = workspace.backups.make()
    workspace.save_copy(tmp_path / "copy.ita")
    with Workspace.open(tmp_path / "copy.ita", frameworks) as other:
        assert contents(other) == [data, pdf()]
    workspace.copies.remove_version(workspace.copies.versions[0].id)
    assert workspace.copies.kept == ()
    workspace.backups.restore(backup)
    assert contents(workspace) == [data, pdf()]
    workspace.replace_office(workspace.office)
    assert contents(workspace) == [data, pdf()]


def test_removed_bytes_leave_the_file_when_it_is_opened_again(sample_file, frameworks, tmp_path: Path) -> None:
    with Workspace.open(sample_file, frameworks) as workspace:
        print_(workspace, paper(workspace))
        workspace.copies.remove_version(workspace.copies.versions[0].id)
        workspace.undo()
        assert workspace.copies.content(workspace.copies.versions[0])
        workspace.redo()
    with Workspace.open(sample_file, frameworks) as workspace:
        assert workspace.copies.versions == ()
        assert workspace.file.rows("SELECT id FROM content") == []


def test_a_code_on_paper_finds_the_version_it_was_printed_from(workspace: Workspace) -> None:
    workspace.set_setting(OPTIONS, DocumentOptions(coded=frozenset({"memo"})).to_setting())
    sheet = paper(workspace)
    data = print_(workspace, sheet)
    edit(workspace)
    print_(workspace, sheet)
    code = re.search(r"\w{3}-\w{4}-1", PdfReader(BytesIO(data)).pages[0].extract_text())[0]
    ((version, page),) = find_code(workspace.copies.versions, code.lower())
    assert (version.number, page) == (1, 1)
    assert workspace.copies.content(version) == data
    assert find_code(workspace.copies.versions, "memo") == ()


def test_a_reader_freezes_nothing_and_prints_no_code(sample_file, frameworks) -> None:
    with Workspace.open(sample_file, frameworks) as workspace:
        workspace.set_setting(OPTIONS, DocumentOptions(coded=frozenset({"memo"})).to_setting())
        assert options_of(workspace).coded == {"memo"}
    with Workspace.open(sample_file, frameworks, read_only=True) as workspace:
        assert options_of(workspace).coded == frozenset()
        assert workspace.copies.versions == ()
        with pytest.raises(WorkspaceError):
            print_(workspace, paper(workspace))

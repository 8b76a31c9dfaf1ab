"""Scans come in one step to the version that was signed, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop import paths
from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.copies import read_scan
from ita_desktop.app.office.sending import send
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.document_states import DocumentState, papers_of, standing_of, was_printed
from ita_desktop.app.papers.printing import YearPaper, sheets
from ita_desktop.app.papers.signed_copies import Kept, keep_signed, too_few_pages
from ita_desktop.domain.values.copies import MediaType
from ita_desktop.store.errors import StoreErrorCode
from tests.store.scans import jpeg, pdf, png


@pytest.fixture
def workspace(sample_file, frameworks) -> Iterator[Workspace]:
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


def paper(workspace: Workspace, document: str = "memo") -> YearPaper:
    return next(sheet for sheet in sheets(workspace.facts(2568)) if sheet.document == document)


def file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def keep(workspace: Workspace, sheet: YearPaper, *files: Path, into: int | None = None) -> Kept:
    return keep_signed(workspace, 2568, sheet, files, paths.resources(), into)


def test_all_pages_come_in_one_step(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    version = was_printed(workspace, 2568, sheet, b"%PDF", 3)
    before = len(workspace.history)
    kept = keep(workspace, sheet, file(tmp_path, "1.jpg", jpeg((5000, 900))), file(tmp_path, "2.png", png()))
    assert (kept.version, kept.count, kept.frozen, kept.shrunk, kept.to_look_at) == (version, 2, False, True, "")
    assert len(workspace.history) == before + 1
    assert [one.media_type for one in workspace.copies.kept] == [MediaType.JPEG, MediaType.PNG]
    assert too_few_pages(workspace, version) == 1
    workspace.undo()
    assert workspace.copies.kept == ()
    assert too_few_pages(workspace, version) == 0


def test_one_bad_file_among_good_ones_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    good, bad = file(tmp_path, "1.pdf", pdf()), file(tmp_path, "2.pdf", b"<html>")
    with pytest.raises(WorkspaceError, match=r"2\.pdf") as caught:
        keep(workspace, sheet, good, bad)
    assert caught.value.code is StoreErrorCode.NOT_SCAN
    with pytest.raises(WorkspaceError):
        keep(workspace, sheet, good, good)
    assert workspace.copies.versions == workspace.copies.kept == ()


def test_a_paper_that_was_never_printed_here_is_frozen_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    kept = keep(workspace, sheet, file(tmp_path, "1.pdf", pdf(2)))
    assert kept.frozen
    assert kept.to_look_at
    assert workspace.copies.content(kept.version).startswith(b"%PDF")
    standing = standing_of(workspace, 2568, sheet)
    assert (standing.state, standing.changed) == (DocumentState.SIGNED, False)
    workspace.undo()
    assert workspace.copies.versions == ()


def test_an_older_version_can_be_named(workspace: Workspace, tmp_path: Path) -> None:
    sheet, report = paper(workspace), paper(workspace, "analysis-report")
    was_printed(workspace, 2568, report, b"%PDF", 1)
    older = was_printed(workspace, 2568, sheet, b"%PDF", 1)
    scan = file(tmp_path, "1.pdf", pdf())
    keep(workspace, report, scan)
    kept = keep(workspace, sheet, scan, into=older.id)
    assert kept.elsewhere == (report.title,)
    assert report.title in kept.to_look_at


def test_what_cannot_be_printed_cannot_have_been_signed(workspace: Workspace, tmp_path: Path) -> None:
    sheet = paper(workspace)
    was_printed(workspace, 2568, sheet, b"%PDF", 1)
    workspace.remove_memo(sheet.memo)
    (gone,) = (one for one in papers_of(workspace, 2568) if one.memo == sheet.memo)
    keep(workspace, gone, file(tmp_path, "1.pdf", pdf()))
    workspace.copies.remove_version(workspace.copies.versions[0].id)
    with pytest.raises(WorkspaceError) as caught:
        keep(workspace, gone, file(tmp_path, "1.pdf", pdf()))
    assert caught.value.code is Refusal.NOTHING_PRINTED


def test_copies_from_another_computer_are_taken_over_once(
    workspace: Workspace, tmp_path: Path, sample_file: Path, frameworks
) -> None:
    """Both begin with one version; each then adds of its own."""
    sheet, report = paper(workspace), paper(workspace, "analysis-report")
    was_printed(workspace, 2568, sheet, b"%PDF-ours", 1)
    workspace.save_copy(tmp_path / "theirs.ita")
    with Workspace.open(tmp_path / "theirs.ita", frameworks) as other:
        keep(other, sheet, file(tmp_path, "1.pdf", pdf()))
        keep(other, report, file(tmp_path, "2.pdf", pdf(2)))
        other.copies.keep_itas(2567, read_scan(file(tmp_path, "itas.png", png())))
        send(other, tmp_path / "x.ita-send")
        contents = [other.copies.content(one) for one in other.copies.kept]
    assert workspace.copies.new_in(tmp_path / "x.ita-send") == 4
    assert workspace.copies.kept == ()
    assert workspace.copies.take(tmp_path / "x.ita-send") == 4
    assert workspace.copies.new_in(tmp_path / "x.ita-send") == 0
    assert [one.number for one in workspace.copies.versions] == [1, 1]
    assert [workspace.copies.content(one) for one in workspace.copies.kept] == contents
    assert standing_of(workspace, 2568, sheet).state is DocumentState.SIGNED
    workspace.undo()
    assert (len(workspace.copies.versions), workspace.copies.kept) == (1, ())


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (jpeg((300, 400)), (595, 794)),
        (png((400, 200)), (1191, 595)),
        (jpeg((300, 1800)), (595, 3572)),
    ],
)
def test_a_picture_is_looked_at_as_a_page(workspace: Workspace, tmp_path: Path, data: bytes, size) -> None:
    import pypdfium2

    keep(workspace, paper(workspace), file(tmp_path, "1.jpg", data))
    with pypdfium2.PdfDocument(workspace.copies.pages_of(workspace.copies.kept[0])) as document:
        assert tuple(round(n) for n in document[0].get_size()) == size

"""The office's own pictures: taken over once, refused with a sentence, never in the way of a paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from ita_desktop import paths
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import printing
from ita_desktop.app.papers.office_options import (
    LARGEST_FILE,
    OfficePicture,
    keep_picture,
    options_of,
    read_picture,
    remove_picture,
)
from ita_desktop.documents import EmblemChoice
from ita_desktop.documents.pdf.pictures import MOST_PIXELS


@pytest.fixture
def workspace(sample_file, frameworks):
    with Workspace.open(sample_file, frameworks) as opened:
        yield opened


@pytest.fixture
def picture(tmp_path):
    def made(width: int, height: int, mode: str = "RGB", form: str = "PNG"):
        path = tmp_path / f"picture.{form.lower()}"
        Image.new(mode, (width, height), 128).save(path, form)
        return path

    return made


@pytest.mark.parametrize(
    ("mode", "form"), [("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG")]
)
def test_picture_is_kept_no_larger_than_it_prints(workspace, picture, mode, form):
    keep_picture(workspace, OfficePicture.COVER, read_picture(picture(2000, 4000, mode, form))[0])
    kept = Image.open(BytesIO(options_of(workspace).cover_picture))
    assert kept.height == MOST_PIXELS
    assert abs(kept.width * 2 - kept.height) <= 1


def test_cover_prints_with_the_offices_seal(workspace, picture):
    keep_picture(workspace, OfficePicture.COVER, read_picture(picture(300, 300))[0])
    options = options_of(workspace)
    facts = workspace.facts(2568)
    with_seal = printing.pdf(printing.build("results-report", facts, options), paths.resources(), options)
    assert len(PdfReader(BytesIO(with_seal.pdf)).pages[1].images) == 1


def test_picture_can_be_taken_away_and_undone(workspace, picture):
    keep_picture(workspace, OfficePicture.EMBLEM, read_picture(picture(30, 30))[0])
    workspace.set_setting(printing.OPTIONS, {"emblem": "own"})
    assert options_of(workspace).emblem is EmblemChoice.OWN
    assert options_of(workspace).own_emblem
    remove_picture(workspace, OfficePicture.EMBLEM)
    assert options_of(workspace).own_emblem == b""
    workspace.undo()
    assert options_of(workspace).own_emblem


def test_file_that_is_no_picture_is_refused(workspace, tmp_path):
    (tmp_path / "seal.png").write_bytes(b"%PDF-1.7 no picture")
    with pytest.raises(WorkspaceError, match=r"seal\.png") as refused:
        keep_picture(workspace, OfficePicture.COVER, read_picture(tmp_path / "seal.png")[0])
    assert refused.value.code is printing.PrintTrouble.PICTURE
    assert options_of(workspace).cover_picture == b""


def test_file_that_is_not_there_is_refused(workspace, tmp_path):
    with pytest.raises(WorkspaceError, match=r"none\.png"):
        keep_picture(workspace, OfficePicture.COVER, read_picture(tmp_path / "none.png")[0])


def test_seal_of_fifty_megabytes_is_refused_unread(workspace, tmp_path):
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(WorkspaceError, match=r"50 MB.*30 MB"):
        keep_picture(workspace, OfficePicture.COVER, read_picture(path)[0])
    assert LARGEST_FILE < 50 * 1024 * 1024


def test_picture_of_too_many_pixels_is_refused(workspace, tmp_path):
    path = tmp_path / "wide.png"
    Image.new("1", (20_000, 10_000)).save(path)
    with pytest.raises(WorkspaceError, match=r"wide\.png"):
        keep_picture(workspace, OfficePicture.COVER, read_picture(path)[0])


def test_damaged_stored_picture_is_left_out(workspace):
    workspace.set_setting("picture-cover_picture", "§")
    assert options_of(workspace).cover_picture == b""

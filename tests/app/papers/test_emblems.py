"""The emblem out of a Word file of the office: proposed first, taken as shown, every bad file told with a way out."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ita_desktop import paths
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.emblems import pictures_in
from ita_desktop.documents.docx import render_docx
from ita_desktop.documents.forms import MEMO
from ita_desktop.documents.model import Document, MemoHead, Section, text
from ita_desktop.store.errors import StoreErrorCode
from ita_desktop.store.pictures.docx_places import PicturePlace
from tests.app.word_files import LOCKED, OLE, PAGE, drawing, metafile, old_drawing, picture, word_file


def refused(path: Path) -> WorkspaceError:
    with pytest.raises(WorkspaceError) as told:
        pictures_in(path)
    assert str(path) in str(told.value)
    return told.value


def test_the_emblem_comes_before_photos_and_lines(tmp_path: Path) -> None:
    media = {
        "photo.jpg": picture(800, 600, "blue", "JPEG"),
        "line.png": picture(600, 20),
        "seal.png": picture(300, 310, "green"),
        "big.png": picture(500, 500, "grey"),
    }
    body = (
        drawing("photo.jpg", 12, 9)
        + drawing("line.png", 15, 0.5)
        + drawing("big.png", 14, 14)
        + drawing("seal.png", 2.9, 3.0)
    )
    found = pictures_in(word_file(tmp_path / "รายงาน.docx", body, media))
    assert (found[0].pixels, found[0].likely) == ((300, 310), True)
    assert found[0].size == pytest.approx((2.9, 3.0))
    assert [one.likely for one in found[1:]] == [False, False, False]
    assert [one.pixels for one in found[1:]] == [(500, 500), (800, 600), (600, 20)]


def test_a_header_is_read_too_and_told(tmp_path: Path) -> None:
    media = {"seal.png": picture(200, 200), "other.png": picture(210, 200)}
    header = old_drawing("seal.png", "width:42.5pt;height:1.5cm")
    file = word_file(tmp_path / "a.docx", PAGE + drawing("other.png", 2, 2), media, header)
    first, second = pictures_in(file)
    assert (first.place, first.page) == (PicturePlace.HEADER, 1)
    assert first.size == pytest.approx((1.5, 1.5), abs=0.01)
    assert (second.place, second.page) == (PicturePlace.BODY, 2)


def test_what_word_cuts_off_stays_off(tmp_path: Path) -> None:
    half = Image.new("RGB", (400, 200), "red")
    half.paste("blue", (200, 0, 400, 200))
    out = BytesIO()
    half.save(out, "PNG")
    file = word_file(tmp_path / "a.docx", drawing("a.png", 2, 2, 'l="50000"'), {"a.png": out.getvalue()})
    (found,) = pictures_in(file)
    assert found.pixels == (200, 200)
    assert found.likely
    with Image.open(BytesIO(found.data)) as cut:
        assert cut.getpixel((5, 5)) == (0, 0, 255)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_kinds_of_picture_become_png(tmp_path: Path, kind: str) -> None:
    (found,) = pictures_in(word_file(tmp_path / "a.docx", drawing("a", 2, 2), {"a": picture(50, 50, kind=kind)}))
    with Image.open(BytesIO(found.data)) as made:
        assert made.format == "PNG"


def test_one_picture_in_both_shapes_is_offered_once(tmp_path: Path) -> None:
    body = drawing("a.png", 2, 2) + old_drawing("a.png", "width:57pt;height:57pt")
    assert len(pictures_in(word_file(tmp_path / "a.docx", body, {"a.png": picture(50, 50)}))) == 1


def test_our_own_memo_as_word_gives_its_emblem(tmp_path: Path) -> None:
    words = {name: text("คำ") for name in ("department", "number", "date", "subject", "to")}
    head = MemoHead(**words)
    section = Section(form=MEMO, blocks=(head,))
    memo = Document(name="memo", title="บันทึก", author="หน่วยงาน", sections=(section,))
    file = tmp_path / "memo.docx"
    file.write_bytes(render_docx(memo, paths.resources()))
    first = pictures_in(file)[0]
    assert first.likely
    assert 1.2 <= first.size[1] <= 1.8


def test_a_picture_of_its_own_is_offered_alone(tmp_path: Path) -> None:
    (tmp_path / "ตรา.png").write_bytes(picture(120, 130))
    (found,) = pictures_in(tmp_path / "ตรา.png")
    assert (found.pixels, found.place) == ((120, 130), None)


@pytest.mark.parametrize(
    ("name", "data", "trouble", "way"),
    [
        ("a.doc", OLE, StoreErrorCode.OLD_DOC, ".docx"),
        ("a.docx", LOCKED, StoreErrorCode.PASSWORD, "รหัสผ่าน"),
        ("a.pdf", b"%PDF-1.7", StoreErrorCode.NOT_DOCX, "PNG"),
        ("a.docx", b"", StoreErrorCode.NOT_DOCX, "PNG"),
        ("a.docx", b"PK\x03\x04 cut", StoreErrorCode.BAD_ZIP, "a.docx"),
    ],
    ids=["old", "locked", "pdf", "empty", "cut"],
)
def test_what_is_no_word_file_is_told_with_the_way_out(
    tmp_path: Path, name: str, data: bytes, trouble: StoreErrorCode, way: str
) -> None:
    (tmp_path / name).write_bytes(data)
    told = refused(tmp_path / name)
    assert told.code is trouble
    assert way in str(told)


def test_a_zip_that_is_no_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("xl/workbook.xml", "<x/>")
    assert refused(tmp_path / "a.docx").code is StoreErrorCode.NOT_DOCX


def test_a_zip_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    file = word_file(tmp_path / "a.docx", "", {"a.png": bytes(30_000_000)})
    assert refused(file).code is StoreErrorCode.TOO_BIG


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    head = '<!DOCTYPE x [<!ENTITY a "b">]>'
    assert refused(word_file(tmp_path / "a.docx", "&a;", {}, head=head)).code is StoreErrorCode.BAD_ZIP


@pytest.mark.parametrize("kind", ["emf", "emf-comment", "wmf", "wmf-placeable", "emz"])
def test_a_picture_that_is_only_wrapped_as_a_drawing_is_taken_out(tmp_path: Path, kind: str) -> None:
    name = f"a.{kind[:3]}"
    found = pictures_in(word_file(tmp_path / "a.docx", drawing(name, 3, 3), {name: metafile(kind, 40, 44)}))
    assert [one.pixels for one in found] == [(40, 44)]
    with Image.open(BytesIO(found[0].data)) as made:
        assert made.convert("RGB").getpixel((3, 3)) == (0, 128, 0)


def test_a_damaged_metafile_stays_a_drawing(tmp_path: Path) -> None:
    whole = metafile("emf", 40, 44)
    for cut in (0, 30, 50, len(whole) - 100):
        file = word_file(tmp_path / "a.docx", drawing("a.emf", 3, 3), {"a.emf": whole[:cut]})
        assert refused(file).code in (StoreErrorCode.ONLY_DRAWN, StoreErrorCode.NOT_PICTURE)


def test_drawings_only_are_told_apart_from_nothing(tmp_path: Path) -> None:
    drawn = word_file(tmp_path / "a.docx", drawing("a.emf", 3, 3), {"a.emf": b"\x01\x00\x00\x00"})
    told = refused(drawn)
    assert told.code is StoreErrorCode.ONLY_DRAWN
    assert "EMF" in str(told)
    assert "PNG" in str(told)
    assert refused(word_file(tmp_path / "b.docx", "", {"a.png": picture(9, 9)})).code is StoreErrorCode.NO_PICTURE
    broken = word_file(tmp_path / "c.docx", drawing("a.png", 3, 3), {"a.png": b"\x89PNG broken"})
    assert refused(broken).code is StoreErrorCode.NOT_PICTURE


def test_a_linked_picture_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(picture(9, 9))
    file = word_file(tmp_path / "a.docx", drawing("out", 2, 2), {}, outside=str(tmp_path / "b.png"))
    assert refused(file).code is StoreErrorCode.NO_PICTURE


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.docx").code is StoreErrorCode.MISSING


def emblem_with_margins() -> bytes:
    """A seal of 100 × 104 pixels on a white sheet of 173 × 130, as many offices have theirs."""
    sheet = Image.new("RGB", (173, 130), "white")
    sheet.paste("black", (36, 13, 136, 117))
    target = BytesIO()
    sheet.save(target, "PNG")
    return target.getvalue()


def test_white_margins_do_not_make_an_emblem_wide(tmp_path: Path) -> None:
    media = {"seal.png": emblem_with_margins(), "photo.jpg": picture(800, 600, "blue", "JPEG")}
    body = drawing("photo.jpg", 12, 9) + drawing("seal.png", 4, 3)
    found = {one.pixels: one.likely for one in pictures_in(word_file(tmp_path / "a.docx", body, media))}
    assert found == {(173, 130): True, (800, 600): False}


def test_a_picture_alone_in_its_file_is_proposed(tmp_path: Path) -> None:
    media = {"wide.png": picture(300, 200, "green")}
    (found,) = pictures_in(word_file(tmp_path / "a.docx", drawing("wide.png", 3, 2), media))
    assert found.likely


def test_a_wrong_file_is_named_without_words_of_python(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"PK\3\4 nothing")
    said = str(refused(tmp_path / "a.png"))
    assert "Error" not in said
    assert "BytesIO" not in said

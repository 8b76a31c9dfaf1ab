"""A file is told by what it is: each wrong kind has its own name and its own way out."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from ita_desktop.app.errors import sentence
from ita_desktop.i18n import language
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.foreign.kinds import Kind, kind_of
from ita_desktop.store.foreign.reading import read_file
from tests.store.foreign.made import TYPES, excel, p, word, zipped

DATA = Path(__file__).parents[2] / "data"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


def refused(path: Path) -> StoreErrorCode:
    with pytest.raises(StoreError) as told:
        read_file(path)
    return told.value.trouble


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", StoreErrorCode.EMPTY),
        (b"\0" * 5000, StoreErrorCode.EMPTY),
        (b"SQLite format 3\0" + b"\0" * 100, StoreErrorCode.UNKNOWN_KIND),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, StoreErrorCode.A_PICTURE),
        (b"\xff\xd8\xff\xe0" + b"x" * 100, StoreErrorCode.A_PICTURE),
        (b"\0\0\0\x18ftypheic" + b"x" * 100, StoreErrorCode.A_PICTURE),
        (OLE + "EncryptedPackage".encode("utf-16-le"), StoreErrorCode.LOCKED_FILE),
        (OLE + "PowerPoint Document".encode("utf-16-le"), StoreErrorCode.SLIDES),
        (OLE + b"nothing", StoreErrorCode.UNKNOWN_KIND),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            StoreErrorCode.OTHER_WORKBOOK,
        ),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", StoreErrorCode.A_WEB_PAGE),
        (b'{"format": "ita-office/1"}', StoreErrorCode.OUR_FILE),
        (b"\x7fELF\2\1\1" + b"\0" * 100, StoreErrorCode.UNKNOWN_KIND),
        (bytes(range(1, 32)) * 20, StoreErrorCode.UNKNOWN_KIND),
        (b"%PDF-1.4\nnothing", StoreErrorCode.UNKNOWN_KIND),
    ],
)
@pytest.mark.parametrize("name", ["a.docx", "a.xls"])
def test_wrong_kinds_are_named(tmp_path: Path, name: str, data: bytes, trouble: StoreErrorCode) -> None:
    (tmp_path / name).write_bytes(data)
    assert refused(tmp_path / name) is trouble


def test_our_own_office_is_named(tmp_path: Path) -> None:
    file = sorted((DATA / "old_files").glob("*.ita"))[-1]
    shutil.copy(file, tmp_path / "a.docx")
    assert refused(tmp_path / "a.docx") is StoreErrorCode.OUR_OFFICE


@pytest.mark.parametrize(
    ("parts", "trouble"),
    [
        ({"manifest.json": "{}", "office.ita": "x"}, StoreErrorCode.OUR_FILE),
        ({"a.docx": "x"}, StoreErrorCode.A_ZIP),
        ({"mimetype": "application/vnd.oasis.opendocument.presentation"}, StoreErrorCode.SLIDES),
        (
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<m:encryption-data/>",
            },
            StoreErrorCode.LOCKED_FILE,
        ),
        ({"[Content_Types].xml": TYPES.format(part="x", type="presentationml.presentation")}, StoreErrorCode.SLIDES),
        (
            {"[Content_Types].xml": "application/vnd.ms-excel.sheet.binary.macroEnabled.main"},
            StoreErrorCode.BINARY_WORKBOOK,
        ),
        ({"[Content_Types].xml": TYPES.format(part="x", type="wordprocessingml.document")}, StoreErrorCode.NOT_DOCX),
        ({"[Content_Types].xml": TYPES.format(part="x", type="spreadsheetml.sheet")}, StoreErrorCode.NOT_WORKBOOK),
    ],
)
def test_zips_are_told_apart(tmp_path: Path, parts: dict[str, str | bytes], trouble: StoreErrorCode) -> None:
    assert refused(zipped(tmp_path / "a.xlsx", parts)) is trouble


def test_a_name_that_lies_does_no_harm(tmp_path: Path) -> None:
    assert kind_of(word(tmp_path / "a.pdf", p("ก"))) is Kind.WORD
    assert kind_of(excel(tmp_path / "a.xls", "")) is Kind.EXCEL
    (tmp_path / "b.xls").write_text("<html><table><tr><td>ก<td>ข</table></html>", "utf-8")
    assert read_file(tmp_path / "b.xls").tables[0].grid() == (("ก", "ข"),)


def test_a_folder_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.docx") is StoreErrorCode.MISSING
    with pytest.raises(StoreError):
        read_file(tmp_path)


def test_a_zip_whose_end_is_missing(tmp_path: Path) -> None:
    whole = word(tmp_path / "a.docx", p("ก" * 3000)).read_bytes()
    (tmp_path / "b.docx").write_bytes(whole[: len(whole) // 2])
    assert refused(tmp_path / "b.docx") is StoreErrorCode.BAD_ZIP


def test_every_refusal_is_thai_and_names_no_python() -> None:
    assert language() == "th"
    for trouble in StoreErrorCode:
        said = sentence(StoreError(trouble, Path("แผน.doc"), "x"))
        assert any("ก" <= letter <= "ฮ" for letter in said.replace("แผน.doc", "")), trouble
        assert "Error" not in said


def test_a_zip_is_not_followed_outside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as packed:
        packed.writestr("[Content_Types].xml", TYPES.format(part="x", type="wordprocessingml.document"))
        packed.writestr("../../etc/passwd", "x")
    assert refused(tmp_path / "a.docx") is StoreErrorCode.BAD_ZIP

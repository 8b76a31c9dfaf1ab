"""Printed versions are frozen, scans are what they say, and their bytes are kept once, beside the history."""

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.copies import CopyKind, MediaType, PaperKey
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.journal import Journal
from ita_desktop.store.pictures import scans
from ita_desktop.store.records import copies
from tests.store.scans import jpeg, pdf, png

KEY = PaperKey(plan_year=FiscalYear(2568), document="memo", memo="m1")
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.fixture
def journal(file: OfficeFile) -> Journal:
    return Journal(file, lambda: None)


def printed(file: OfficeFile, data: bytes = b"%PDF one", key: PaperKey = KEY) -> int:
    return copies.add_version(file, key, "บันทึกข้อความ", NOW, "f", "ABC", 1, data)


def scan(data: bytes, name: str = "สแกน.pdf") -> scans.Scan:
    return scans.scan_of(data, Path(name))


def test_a_version_comes_back_as_it_was_printed(file: OfficeFile) -> None:
    with file.transaction():
        first, second = printed(file), printed(file, b"%PDF two")
        other = printed(file, key=PaperKey(plan_year=FiscalYear(2568), document="memo", memo="m2"))
    found = copies.read_versions(file)
    assert [(one.id, one.number) for one in found] == [(first, 1), (second, 2), (other, 1)]
    assert found[0].key == KEY
    assert found[0].printed_at == NOW
    assert [copies.read_content(file, one.sha256) for one in found] == [b"%PDF one", b"%PDF two", b"%PDF one"]
    assert len(file.rows("SELECT id FROM content")) == 2


def test_a_copy_goes_and_comes_back_with_undo_and_its_bytes_are_not_in_the_history(
    file: OfficeFile, journal: Journal
) -> None:
    came = scan(pdf(2))
    with journal.step("copy"):
        version = printed(file)
        copies.add_copy(file, CopyKind.SIGNED, version, FiscalYear(2568), came, NOW)
    (kept,) = copies.read_copies(file)
    assert (kept.pages, kept.media_type, kept.size) == (2, MediaType.PDF, len(came.data))
    journal.undo()
    assert copies.read_copies(file) == copies.read_versions(file) == ()
    assert sum(len(statement) for statement in journal._redo[-1].statements) < 2000
    journal.redo()
    assert copies.read_copies(file) == (kept,)
    with journal.step("version-remove"):
        assert copies.remove_version(file, version)
    assert copies.read_copies(file) == ()
    journal.undo()
    assert copies.read_copies(file) == (kept,)
    assert copies.read_content(file, kept.sha256) == came.data
    assert sum(len(s) for step in (*journal._undo, *journal._redo) for s in step.statements) < 2000


def test_bytes_that_nothing_names_go_when_the_file_is_opened_the_next_time(file: OfficeFile) -> None:
    with file.transaction():
        version = printed(file)
        printed(file, b"%PDF two")
    with file.transaction():
        copies.remove_version(file, version)
    assert copies.drop_unnamed(file) == 1
    assert copies.drop_unnamed(file) == 0
    assert copies.size_of_all(file) == len(b"%PDF two")


@pytest.mark.parametrize("size", [100_000, copies.WORTH_SHRINKING + 1])
def test_nothing_of_a_removed_scan_stays_in_the_file(path: Path, size: int) -> None:
    file = OfficeFile.open(path)
    with file.transaction():
        version = printed(file, b"SECRET " * (size // 7 + 1))
    large = path.stat().st_size
    with file.transaction():
        copies.remove_version(file, version)
    copies.drop_unnamed(file)
    file.close()
    assert b"SECRET" not in path.read_bytes()
    assert (path.stat().st_size < large) == (size > copies.WORTH_SHRINKING)
    OfficeFile.open(path).close()


def test_bytes_that_a_row_names_cannot_be_lost(file: OfficeFile) -> None:
    with file.transaction():
        printed(file)
    with pytest.raises(sqlite3.IntegrityError), file.transaction():
        file.delete("content")


def test_a_flipped_bit_is_noticed_when_the_paper_is_opened(path: Path) -> None:
    file = OfficeFile.open(path)
    with file.transaction():
        printed(file, b"%PDF one " + bytes(9000))
    file.close()
    data = path.read_bytes().replace(b"%PDF one", b"%PDF onf")
    path.write_bytes(data)
    file = OfficeFile.open(path)
    (version,) = copies.read_versions(file)
    with pytest.raises(StoreError) as caught:
        copies.read_content(file, version.sha256)
    assert caught.value.trouble == StoreErrorCode.DAMAGED
    file.close()


def test_all_together_stay_small_enough_to_be_backed_up(file: OfficeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "MOST_TOGETHER", 20)
    with file.transaction():
        printed(file)
        with pytest.raises(StoreError) as caught:
            printed(file, b"%PDF a much longer one")
        printed(file)  # the same bytes again take no room
    assert caught.value.trouble == StoreErrorCode.COPIES_FULL


def test_photos_lose_place_and_camera_and_are_made_no_larger_than_needed(tmp_path: Path) -> None:
    path = tmp_path / "มือถือ.jpg"
    path.write_bytes(jpeg((4800, 3000)))
    came = scans.read_scan(path)
    assert (came.media_type, came.name, came.shrunk, came.pages) == (MediaType.JPEG, "มือถือ.jpg", True, 1)
    assert b"SOMCHAI" not in came.data
    assert not scan(png(), "itas.png").shrunk
    screen = png((1366, 9000))
    assert scan(screen, "itas.png").shrunk
    assert not scans.scan_of(screen, path, scans.LONGEST_SCREEN).shrunk


def test_a_pdf_stays_as_it_came(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(3))
    assert (scans.read_scan(path).data, scans.read_scan(path).pages) == (pdf(3), 3)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"<html><body>ITAS</body></html>", StoreErrorCode.NOT_SCAN),
        (b"", StoreErrorCode.NOT_SCAN),
        (jpeg((900, 900))[:2000], StoreErrorCode.NOT_SCAN),
        (pdf(3)[:-600], StoreErrorCode.NOT_SCAN),
        (pdf(3)[:-8], StoreErrorCode.NOT_SCAN),
        (b"%PDF-1.4\n<html>\n%%EOF\n", StoreErrorCode.NOT_SCAN),
        (png((3000, 20)), StoreErrorCode.NOT_SCAN),
        (pdf(size=(15_000, 300)), StoreErrorCode.NOT_SCAN),
        (pdf(size=(300, 16_000)), StoreErrorCode.NOT_SCAN),
        (pdf(1001), StoreErrorCode.NOT_SCAN),
        (pdf(password="1234"), StoreErrorCode.LOCKED_PDF),
        (bytes(60_000_000), StoreErrorCode.SCAN_TOO_BIG),
    ],
    ids=[
        "html",
        "empty",
        "cut-jpeg",
        "cut-pdf",
        "cut-end",
        "no-pdf-inside",
        "slim",
        "slim-pdf",
        "long-pdf",
        "1001-pages",
        "password",
        "60-mb",
    ],
)
def test_what_could_not_be_shown_later_is_refused(tmp_path: Path, data: bytes, trouble: StoreErrorCode) -> None:
    path = tmp_path / "ลงนาม.pdf"
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        scans.read_scan(path)
    assert caught.value.trouble == trouble


HALF = """
import os, sys
from pathlib import Path
from datetime import datetime
from ita_desktop.domain.values.copies import CopyKind, PaperKey
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.store.records import copies
from ita_desktop.store.file.database import OfficeFile
file = OfficeFile.open(Path(sys.argv[1]))
file.run("PRAGMA cache_size=1")
with file.transaction():
    key = PaperKey(plan_year=FiscalYear(2568), document="memo")
    copies.add_version(file, key, "t", datetime.now(), "f", "C", 1, os.urandom(3_000_000))
    os._exit(9)
"""


def test_a_paper_that_a_crash_cut_in_the_middle_is_not_there_and_the_file_is_whole(path: Path) -> None:
    before = path.stat().st_size
    assert subprocess.run([sys.executable, "-c", HALF, os.fspath(path)], check=False).returncode == 9
    assert path.stat().st_size > before
    file = OfficeFile.open(path)
    assert copies.read_versions(file) == ()
    assert file.rows("SELECT id FROM content") == []
    file.close()

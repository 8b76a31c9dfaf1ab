"""A workbook goes in and out where JSON does: same message, same care for what is there."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.import_export import ImportRefusedError, export_office, import_office
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.exchange.json_writing import office_json
from tests.store.offices import FRAMEWORKS, OFFICE, Clock, without_ids


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The office's workbook, made as a user makes it."""
    data, file, out = tmp_path / "data.json", tmp_path / "first.ita", tmp_path / "out.XLSX"
    data.write_text(office_json(OFFICE), "utf-8")
    import_office(data, file, replace=False, frameworks=FRAMEWORKS, clock=Clock())
    export_office(file, out, FRAMEWORKS)
    return out


def test_an_exported_workbook_is_imported_without_loss(workbook: Path, tmp_path: Path) -> None:
    file = tmp_path / "second.ita"
    import_office(workbook, file, replace=False, frameworks=FRAMEWORKS, clock=Clock())
    with Workspace.open(file, FRAMEWORKS) as second, Workspace.open(tmp_path / "first.ita", FRAMEWORKS) as first:
        assert without_ids(second.office) == without_ids(first.office)


def test_a_bad_cell_is_named_in_thai_and_nothing_is_made(workbook: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book["คะแนน"]["D3"] = "เก้าสิบ"
    book.save(workbook)
    with pytest.raises(ImportRefusedError) as caught:
        import_office(workbook, tmp_path / "new.ita", replace=False, frameworks=FRAMEWORKS, clock=Clock())
    assert caught.value.code == Refusal.BAD_IMPORT
    assert 'คะแนน!D3: "เก้าสิบ" — ' in str(caught.value)
    assert not (tmp_path / "new.ita").exists()


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04"])
def test_what_is_no_workbook_is_told_in_a_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(WorkspaceError, match=r"x\.xlsx"):
        import_office(path, tmp_path / "new.ita", replace=False, frameworks=FRAMEWORKS, clock=Clock())

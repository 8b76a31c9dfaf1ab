import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.app import log
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.import_export import read_office
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.outputs import write_output
from ita_desktop.store.exchange.json_writing import office_tree
from ita_desktop.store.file.migrations import version
from tests.store.offices import FRAMEWORKS, OFFICE, Clock


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    yield
    log.stop()


def failed(secret: str) -> Exception:
    try:
        try:
            {}[secret]
        except KeyError as error:
            raise ValueError(f"คะแนนของ {secret}") from error
    except ValueError as error:
        return error


def test_what_a_user_typed_never_gets_into_the_log(tmp_path: Path) -> None:
    file = log.start(tmp_path / "logs")
    log.note("backup", reason="exit", number=3, name="นายสมชาย ใจดี", file="/home/somchai/a b.ita")
    log.fault(failed("สมชาย"))
    text = file.read_text("utf-8")
    assert "backup reason=exit number=3\n" in text
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_log.py:" in text
    assert "สมชาย" not in text
    assert "somchai" not in text
    assert str(tmp_path) not in text


def test_the_report_tells_versions_and_the_way_of_the_error(tmp_path: Path) -> None:
    file = log.start(tmp_path)
    log.note("before")
    report = log.report(failed("สมชาย"), {"Qt": "6.12.0"}, file)
    assert "Qt: 6.12.0" in report
    assert "failed" in report
    assert "before" in report
    assert "สมชาย" not in report


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    log.start(tmp_path)
    for n in range(30_000):
        log.note("x" * 50, n=n)
    log.stop()
    files = list(tmp_path.iterdir())
    assert 2 <= len(files) <= 4
    assert sum(one.stat().st_size for one in files) < 2_200_000


def test_where_no_log_can_be_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    file = log.start(tmp_path / "file" / "logs")
    log.note("x")
    assert not file.exists()
    assert log.report(ValueError(), {}, file)


def lines_of(file: Path) -> list[str]:
    """The log's lines without day, time and level."""
    return [line.split(" ", 3)[3] for line in file.read_text("utf-8").splitlines()]


def test_what_happens_to_a_file_is_one_line_each(tmp_path: Path, path: Path, ws: Workspace) -> None:
    file = log.start(tmp_path / "logs")
    with Workspace.open(path, FRAMEWORKS, clock=Clock()) as second:  # ws holds the lock
        assert second.read_only
    with pytest.raises(WorkspaceError):
        ws.set_score(2567, "1", Decimal(101))
    backup = ws.backups.make()
    ws.set_score(2567, "1", Decimal(50))
    ws.backups.restore(backup)
    ws.replace_office(OFFICE)
    write_output(tmp_path / "งบ.pdf", b"12345")
    write_output(tmp_path / "a.somchai", b"1")
    lines = lines_of(file)
    assert "read_only code=locked" in lines
    assert "refused code=bad_score" in lines
    assert f"restore number={backup.number}" in lines
    assert f"import years={len(OFFICE.years)} plans={len(OFFICE.plans)} memos={len(OFFICE.memos)}" in lines
    assert "written kind=pdf bytes=5" in lines
    assert "written kind=other bytes=1" in lines


def test_a_damaged_file_is_a_line_that_names_the_table(tmp_path: Path, path: Path) -> None:
    file = log.start(tmp_path / "logs")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE score SET hundredths = hundredths - 1 WHERE hundredths > 0")
    db.close()
    with pytest.raises(WorkspaceError):
        Workspace.open(path, FRAMEWORKS, clock=Clock())
    assert "refused code=damaged where=score" in lines_of(file)


def test_an_upgrade_is_a_line_with_both_versions(tmp_path: Path) -> None:
    file = log.start(tmp_path / "logs")
    kept = shutil.copy(Path(__file__).parents[1] / "data" / "old_files" / "v1.ita", tmp_path / "a.ita")
    Workspace.open(Path(kept), FRAMEWORKS, clock=Clock()).close()
    assert f"upgrade before=1 after={version()}" in lines_of(file)


def test_a_full_disk_is_a_line_with_the_name_sqlite_has_for_it(tmp_path: Path, ws: Workspace) -> None:
    file = log.start(tmp_path / "logs")
    pages = ws.file.rows("PRAGMA page_count")[0]["page_count"]
    ws.file.run(f"PRAGMA max_page_count={pages}")
    with pytest.raises(WorkspaceError):
        ws.set_narrative(2567, "1", "ยาว" * 40_000)
    assert "refused code=full sqlite_errorname=SQLITE_FULL" in lines_of(file)


def words_of(value: object) -> Iterator[str]:
    """Every text in an office, and each word of it that is long enough to be no accident."""
    if isinstance(value, str):
        yield value
        yield from (word for word in value.split() if len(word) > 3)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from words_of(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from words_of(one)


NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzกขคงจฉช", min_size=8, max_size=20)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(agency=NAMES, text=NAMES, ending=NAMES, folder=NAMES)
def test_no_text_of_the_office_gets_into_the_log(
    tmp_path_factory: pytest.TempPathFactory, agency: str, text: str, ending: str, folder: str
) -> None:
    root = tmp_path_factory.mktemp("property")
    place = root / f"z{folder}"
    place.mkdir()
    file = log.start(root / "logs")
    office = replace(
        OFFICE,
        agency=replace(OFFICE.agency, name=agency, phone=text),
        signers=tuple(replace(one, name=text) for one in OFFICE.signers),
    )
    with Workspace.create(place / f"{agency}.ita", office.agency, FRAMEWORKS, clock=Clock()) as ws:
        ws.replace_office(office)
        ws.set_narrative(2567, "1", text)
        ws.set_setting(text, {agency: text})
        ws.drafts.keep("agency/name", text)
        backup = ws.backups.make()
        ws.set_narrative(2567, "1", agency)
        ws.backups.restore(backup)
        write_output(place / f"{agency}.{ending}", text.encode())
        for fails in (
            lambda: ws.set_score(2567, text, Decimal(101)),
            lambda: Workspace.open(place / f"gone {text}.ita", FRAMEWORKS, clock=Clock()),
            lambda: write_output(place / "no" / f"{text}.pdf", b""),
            lambda: write_output(ws.path, b""),
            lambda: ws.save_copy(ws.path),
            lambda: read_office(place / f"{agency}.{ending}", FRAMEWORKS),
        ):
            with pytest.raises(WorkspaceError) as caught:
                fails()
            log.fault(caught.value)
        with pytest.raises(KeyError) as wrong:
            ws.copies.remove_copy(99)
        log.fault(wrong.value)
    log.stop()
    written = file.read_text("utf-8")
    assert written.count("refused") >= 6
    told = re.sub(r"^\S+ \S+ ", "", written, flags=re.MULTILINE)
    ours = {"agency", "office", "score"}
    for word in (agency, text, ending, folder, str(root), *words_of(office_tree(office))):
        assert word.isdigit() or len(word) < 4 or word in ours or word not in told

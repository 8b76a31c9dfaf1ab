from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.app import log


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

"""Unfinished texts (ข้อความที่พิมพ์ค้างไว้) in and out of the file: no facts, so undo knows nothing of them."""

from __future__ import annotations

from datetime import UTC, datetime

from ita_desktop.store.file.database import OfficeFile


def write_draft(file: OfficeFile, origin: str, text: str, typed_at: datetime) -> None:
    """Keep the text being typed at an origin, in place of the one kept before."""
    row = {"value": text, "typed_at": typed_at.isoformat(timespec="seconds")}
    found = file.rows("SELECT id FROM draft WHERE origin = ?", origin)
    if found:
        file.update("draft", found[0]["id"], **row)
    else:
        file.insert("draft", origin=origin, **row)


def read_drafts(file: OfficeFile) -> tuple[tuple[str, str, datetime], ...]:
    """Read origin, text and time of each draft, in the order in which they were begun.

    A time that makes no sense is the first there is: the text is what counts.
    """
    rows = file.rows("SELECT origin, value, typed_at FROM draft ORDER BY id")
    return tuple((row["origin"], row["value"], _time(row["typed_at"])) for row in rows)


def remove_draft(file: OfficeFile, origin: str) -> None:
    """Remove the draft of an origin, if there is one."""
    file.delete("draft", "origin = ?", origin)


def _time(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)

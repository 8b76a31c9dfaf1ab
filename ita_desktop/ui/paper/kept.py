"""Printed versions and kept copies as the window shows them: in words, as pages, and saved as a file again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ita_desktop.app.outputs import write_output
from ita_desktop.domain.rules.page_code import shown_code
from ita_desktop.domain.values.copies import CopyKind, KeptCopy, PrintedVersion
from ita_desktop.i18n import tr
from ita_desktop.ui.desk import saving
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.look.wording import clock, digits, short_day
from ita_desktop.ui.widgets import file_dialogs

One = PrintedVersion | KeptCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is looked at instead of the paper as it would print now."""

    one: One
    title: str
    """Which version or copy."""
    about: str
    """Of which paper or year."""
    pdf: bytes
    page: int = 1


def shown(desk: Desk, one: One, page: int = 1) -> Shown:
    """Return a version or copy with its pages; WorkspaceError if its bytes were damaged."""
    title, about = _titles(desk, one)
    return Shown(one=one, title=title, about=about, pdf=desk.workspace.copies.pages_of(one), page=page)


def _titles(desk: Desk, one: One) -> tuple[str, str]:
    if isinstance(one, PrintedVersion):
        return tr("Version {number} as printed").format(number=digits(one.number)), one.title
    if one.kind is CopyKind.ITAS:
        return one.name, tr("ITAS page of {year}").format(year=digits(int(one.fiscal_year)))
    version = next(v for v in desk.workspace.copies.versions if v.id == one.version)
    text = tr("Version {number} as signed: {name}")
    return text.format(number=digits(version.number), name=one.name), version.title


def version_words(version: PrintedVersion, *, coded: bool) -> str:
    """Describe when a version was printed, and its number of pages."""
    at = version.printed_at
    words = tr("printed {day} {time}, pages: {pages}").format(
        day=short_day(at.date()), time=clock(at), pages=digits(version.pages)
    )
    return f"{words} · {tr('code')} {shown_code(version.code)}" if coded else words


def copy_words(copy: KeptCopy) -> str:
    """Describe the size of a copy, and since when it is kept."""
    text = tr("pages: {pages} · {size} · added {day}")
    return text.format(pages=digits(copy.pages), size=size_words(copy.size), day=short_day(copy.added_at.date()))


def size_words(size: int) -> str:
    """Format a size in kilobytes or megabytes."""
    return digits(f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(size // 1000, 1)} KB")


def save(desk: Desk, one: One, folder: Path, parent: QWidget) -> None:
    """Ask for a file, and write exactly the kept bytes."""
    suffix = ".pdf" if isinstance(one, PrintedVersion) else one.media_type.suffix
    kind = suffix.removeprefix(".").upper()

    def ask() -> Path | None:
        return file_dialogs.ask_save_file(tr("Save a copy of it"), folder / file_name(one), kind, suffix, parent)

    def write(file: Path) -> str:
        write_output(file, desk.workspace.copies.content(one))
        return tr("Saved as {file}").format(file=file.name)

    saving.save(desk, ask, write, parent)


def file_name(one: One) -> str:
    """Return ``2568-memo-v2.pdf`` for a version, the original name for a copy."""
    if isinstance(one, PrintedVersion):
        key = one.key
        memo = re.sub(r"[^\w\u0e00-\u0e7f-]+", "_", key.memo).strip("_")
        return "-".join(part for part in (str(int(key.plan_year)), memo or key.document, f"v{one.number}") if part) + (
            ".pdf"
        )
    return Path(one.name).stem + one.media_type.suffix

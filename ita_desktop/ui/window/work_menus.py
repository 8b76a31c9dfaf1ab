"""What the menus offer for the year's papers and for the safety of the office: each with a key of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ita_desktop.i18n import tr
from ita_desktop.ui.desk.export import Export
from ita_desktop.ui.frame.menus import Entry, Group, OnView

if TYPE_CHECKING:
    from ita_desktop.ui.frame.view import OfficeView


def paper_groups(on_view: OnView) -> tuple[Group, ...]:
    """เอกสาร: Word, text, the whole pack, the website, Excel; then from finding to finding."""

    def entry(name: str, text: str, keys: tuple[str, ...], run: Callable[[OfficeView], object], icon: str) -> Entry:
        return Entry(name=name, text=text, keys=keys, run=on_view(run), icon=icon)

    def export(kind: Export) -> Callable[[OfficeView], object]:
        return lambda view: view.desk.export_wanted.emit(kind, None)

    return (
        (
            entry("word", tr("Save for Word…"), ("Alt+F12",), export(Export.WORD), "file-down"),
            entry("text", tr("Copy as text"), ("Alt+F11",), export(Export.TEXT), "copy"),
        ),
        (entry("signed", tr("Add the signed copy…"), ("Ctrl+Shift+F9",), lambda v: v.add_signed(), "file-plus"),),
        (
            entry("pack", tr("Whole pack to a folder…"), ("Alt+F10",), export(Export.PACK), "folder-down"),
            entry("publish", tr("Folder for the website…"), ("Alt+F9",), export(Export.WEBSITE), "globe"),
            entry("excel", tr("Save as Excel…"), ("Alt+F8",), export(Export.EXCEL), "table-2"),
        ),
        (
            entry("next-finding", tr("Next finding"), ("Ctrl+.", "Ctrl+F3"), lambda v: v.next_finding(), "arrow-right"),
            entry(
                "fix-finding", tr("Put right as proposed"), ("Shift+F3",), lambda v: v.fix_finding(), "wand-sparkles"
            ),
        ),
    )


def safe_group(on_view: OnView) -> Group:
    """Return the entries for safety (ข้อมูลสำรอง): a backup, a copy, sending and receiving."""

    def entry(name: str, text: str, keys: tuple[str, ...], run: Callable[[OfficeView], object], icon: str) -> Entry:
        return Entry(name=name, text=text, keys=keys, run=on_view(run), icon=icon)

    return (
        entry("back-up", tr("Back up now"), ("Shift+F10",), lambda v: v.back_up(), "archive-restore"),
        entry(
            "copy",
            tr("Save a copy…"),
            ("Ctrl+Shift+S", "Ctrl+Shift+F12"),
            lambda v: v.desk.copy_wanted.emit(),
            "save-all",
        ),
        entry("send", tr("Send to another computer…"), ("Alt+F6",), lambda v: v.send(), "send"),
        entry("receive", tr("Receive…"), ("Alt+F5",), lambda v: v.receive(), "inbox"),
    )

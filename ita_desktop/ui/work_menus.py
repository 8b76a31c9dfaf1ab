"""The menus for what is done with the year's papers: ways out of the program, and the checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ita_desktop.i18n import tr
from ita_desktop.ui.menus import Entry, Menus

if TYPE_CHECKING:
    from ita_desktop.ui.office_view import OfficeView

OnView = Callable[[Callable[["OfficeView"], object]], Callable[[], None]]
"""Makes an action of the window from one of the open office."""


def add_paper_menu(menus: Menus, on_view: OnView) -> None:
    """เอกสาร: Word, text, the whole pack, the website, Excel."""

    def entry(name: str, text: str, key: str, run: Callable[[OfficeView], object], icon: str) -> Entry:
        return Entry(name=name, text=text, keys=(key,), run=on_view(run), icon=icon)

    menus.add(
        tr("Papers"),
        (
            (
                entry("word", tr("Save for Word…"), "Alt+F12", lambda v: v.export(v.exports.save_word), "file-text"),
                entry("text", tr("Copy as text"), "Alt+F11", lambda v: v.export(v.exports.copy_text), "copy"),
            ),
            (
                entry(
                    "pack",
                    tr("Whole pack to a folder…"),
                    "Alt+F10",
                    lambda v: v.export(v.exports.save_pack),
                    "folder-down",
                ),
                entry(
                    "publish", tr("Folder for the website…"), "Alt+F9", lambda v: v.export(v.exports.publish), "globe"
                ),
                entry("excel", tr("Save as Excel…"), "Alt+F8", lambda v: v.export(v.exports.save_workbook), "table-2"),
            ),
        ),
    )


def add_check_menu(menus: Menus, on_view: OnView) -> None:
    """ตรวจ: from finding to finding."""

    def entry(name: str, text: str, keys: tuple[str, ...], run: Callable[[OfficeView], object], icon: str) -> Entry:
        return Entry(name=name, text=text, keys=keys, run=on_view(run), icon=icon)

    menus.add(
        tr("Checks"),
        (
            (
                entry(
                    "next-finding",
                    tr("Next finding"),
                    ("Ctrl+.", "Ctrl+F3"),
                    lambda v: v.next_finding(),
                    "arrow-right",
                ),
                entry(
                    "fix-finding",
                    tr("Put right as proposed"),
                    ("Shift+F3",),
                    lambda v: v.fix_finding(),
                    "wand-sparkles",
                ),
            ),
        ),
    )

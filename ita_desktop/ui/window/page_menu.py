"""What pages offer with buttons, as menu entries with keys: each opens its page and does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ita_desktop.i18n import tr
from ita_desktop.ui.frame.menus import Entry, OnView

if TYPE_CHECKING:
    from ita_desktop.ui.frame.view import OfficeView


def page_entries(on_view: OnView) -> tuple[Entry, ...]:
    """วางคะแนน เพิ่มมาตรการ สร้างบันทึก เริ่มปีใหม่ เลือกปี."""

    def on_page(page: str, method: str) -> Callable[[OfficeView], None]:
        def act(view: OfficeView) -> None:
            view.open_page(page)
            getattr(view.page, method)()

        return act

    def entry(name: str, text: str, keys: tuple[str, str], run: Callable[[OfficeView], object], icon: str) -> Entry:
        return Entry(name=name, text=text, keys=keys, run=on_view(run), icon=icon)

    return (
        entry("years", tr("Choose the years…"), ("Ctrl+L", "F10"), lambda v: v.top.years.click(), "calendar-days"),
        entry(
            "paste",
            tr("Paste scores…"),
            ("Ctrl+Shift+V", "Ctrl+Shift+F7"),
            on_page("scores", "open_paste"),
            "clipboard-paste",
        ),
        entry(
            "paste-itas",
            tr("Paste the picture of the ITAS page"),
            ("Ctrl+Shift+P", "Ctrl+Shift+F10"),
            on_page("scores", "paste_picture"),
            "clipboard-paste",
        ),
        entry(
            "choose-itas",
            tr("Choose a picture of the ITAS page…"),
            ("Ctrl+Shift+O", "Ctrl+Shift+F11"),
            on_page("scores", "choose_picture"),
            "folder-open",
        ),
        entry("add-measure", tr("Add a measure"), ("Ctrl+Shift+M", "Alt+F7"), on_page("measures", "add"), "plus"),
        entry("new-memo", tr("New memo"), ("Ctrl+M", "Ctrl+Shift+F8"), on_page("documents", "add_memo"), "file-plus"),
        entry(
            "new-year",
            tr("Begin a new year…"),
            ("Ctrl+Shift+N", "Ctrl+Shift+F5"),
            on_page("home", "new_year"),
            "calendar-plus",
        ),
    )

"""What pages offer with buttons, as menu entries with keys: each opens its page and does it there.

The classes of the pages are imported when an entry is used: the menus are made before any page is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ita_desktop.i18n import tr
from ita_desktop.ui.frame.menus import Entry, OnView

if TYPE_CHECKING:
    from ita_desktop.ui.frame.view import OfficeView
    from ita_desktop.ui.pages.scores.page import ScoresPage


def page_entries(on_view: OnView) -> tuple[Entry, ...]:
    """วางคะแนน เพิ่มมาตรการ สร้างบันทึก เริ่มปีใหม่ เลือกปี."""

    def entry(name: str, text: str, keys: tuple[str, str], run: Callable[[OfficeView], object], icon: str) -> Entry:
        return Entry(name=name, text=text, keys=keys, run=on_view(run), icon=icon)

    return (
        entry("years", tr("Choose the years…"), ("Ctrl+L", "F10"), lambda v: v.top.years.click(), "calendar-days"),
        entry(
            "paste",
            tr("Paste scores…"),
            ("Ctrl+Shift+V", "Ctrl+Shift+F7"),
            _open_paste,
            "clipboard-paste",
        ),
        entry(
            "paste-itas",
            tr("Paste the picture of the ITAS page"),
            ("Ctrl+Shift+P", "Ctrl+Shift+F10"),
            _paste_picture,
            "clipboard-paste",
        ),
        entry(
            "choose-itas",
            tr("Choose a picture of the ITAS page…"),
            ("Ctrl+Shift+O", "Ctrl+Shift+F11"),
            _choose_picture,
            "folder-open",
        ),
        entry("add-measure", tr("Add a measure"), ("Ctrl+Shift+M", "Alt+F7"), _add_measure, "plus"),
        entry("new-memo", tr("New memo"), ("Ctrl+M", "Ctrl+Shift+F8"), _add_memo, "file-plus"),
        entry(
            "new-year",
            tr("Begin a new year…"),
            ("Ctrl+Shift+N", "Ctrl+Shift+F5"),
            _new_year,
            "calendar-plus",
        ),
    )


def _open_paste(view: OfficeView) -> None:
    _scores(view).open_paste()


def _paste_picture(view: OfficeView) -> None:
    _scores(view).paste_picture()


def _choose_picture(view: OfficeView) -> None:
    _scores(view).choose_picture()


def _scores(view: OfficeView) -> ScoresPage:
    from ita_desktop.ui.pages.scores.page import ScoresPage

    return view.open(ScoresPage)


def _add_measure(view: OfficeView) -> None:
    from ita_desktop.ui.pages.measures.page import MeasuresPage

    view.open(MeasuresPage).add()


def _add_memo(view: OfficeView) -> None:
    from ita_desktop.ui.pages.documents.page import DocumentsPage

    view.open(DocumentsPage).add_memo()


def _new_year(view: OfficeView) -> None:
    from ita_desktop.ui.pages.home.page import HomePage

    view.open(HomePage).new_year()

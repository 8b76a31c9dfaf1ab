"""The menus of the window: which actions there are, in which menu, with which keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenuBar

from ita_desktop.i18n import tr
from ita_desktop.ui.desk.page_names import PageName, page_label
from ita_desktop.ui.frame.menus import Entry, Group, Menus
from ita_desktop.ui.frame.shell import on_view
from ita_desktop.ui.window.page_menu import page_entries
from ita_desktop.ui.window.work_menus import paper_groups, safe_group

if TYPE_CHECKING:
    from ita_desktop.ui.frame.shell import Shell
    from ita_desktop.ui.frame.view import OfficeView


def window_menus(window: Shell, bar: QMenuBar, help_groups: tuple[Group, ...]) -> Menus:
    """Add all menus to the bar; actions that need an office are off while none is open."""
    menus = Menus(window.widget, bar, window.theme)
    menus.add(tr("File"), _file(window))
    menus.add(tr("Edit"), _edit(window))
    menus.add(tr("Steps"), _steps(window))
    menus.add(tr("Papers"), paper_groups(partial(on_view, window)))
    menus.add(tr("View"), _look(window))
    menus.add(tr("Help"), help_groups)
    menus.set_office_open(window.view is not None)
    return menus


def _entry(name: str, text: str, keys: tuple[str, ...], run: Callable[[], object], icon: str = "") -> Entry:
    """An action that needs no office."""
    return Entry(name=name, text=text, keys=keys, run=run, icon=icon, needs_office=False)


def _office(
    window: Shell, name: str, text: str, keys: tuple[str, ...], run: Callable[[OfficeView], object], icon: str
) -> Entry:
    return Entry(name=name, text=text, keys=keys, run=on_view(window, run), icon=icon)


def _file(window: Shell) -> tuple[Group, ...]:
    office = partial(_office, window)
    return (
        (
            _entry("new", tr("New office…"), ("Ctrl+N", "Ctrl+F5"), window.new_office, "file-plus"),
            _entry("open", tr("Open…"), ("Ctrl+O", "Ctrl+F6"), window.ask_open, "folder-open"),
            _entry("sample", tr("Look at the sample"), ("Ctrl+F7",), window.look_around, "eye"),
        ),
        (
            office("print", tr("Print…"), ("Ctrl+P", "F12"), lambda v: v.desk.print_wanted.emit(), "printer"),
            office("pdf", tr("Save as PDF…"), ("Shift+F12",), lambda v: v.desk.save_wanted.emit(), "file-down"),
        ),
        safe_group(partial(on_view, window)),
        (
            office("close", tr("Close this office"), ("Ctrl+W", "Ctrl+F8"), lambda _: window.close_office(), "x"),
            _entry("quit", tr("Quit"), ("Ctrl+Q", "Alt+F4"), window.widget.close),
        ),
    )


def _edit(window: Shell) -> tuple[Group, ...]:
    office = partial(_office, window)
    return (
        (
            office("undo", tr("Undo"), ("Ctrl+Z", "F2"), lambda _: window.undo(), "undo-2"),
            office("redo", tr("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z", "Shift+F2"), lambda _: window.redo(), "redo-2"),
        ),
        page_entries(partial(on_view, window)),
    )


def _steps(window: Shell) -> tuple[Group, ...]:
    office = partial(_office, window)
    labels = [(name, page_label(name)) for name in PageName]
    pages = tuple(office(name, one.title, one.keys, partial(_open_page, name), one.icon) for name, one in labels)
    steps = (
        office("next", tr("Next step"), ("Ctrl+PgDown", "Shift+F6"), lambda v: _open_step(v, 1), ""),
        office("back", tr("Step before"), ("Ctrl+PgUp", "Shift+F5"), lambda v: _open_step(v, -1), ""),
    )
    return (pages, steps)


def _open_page(name: PageName, view: OfficeView) -> None:
    view.open_page(name)


def _open_step(view: OfficeView, direction: int) -> None:
    names = [page.NAME for page in view.pages]
    row = names.index(view.page.NAME) + direction
    if 0 <= row < len(names):
        view.open_page(names[row])


def _look(window: Shell) -> tuple[Group, ...]:
    theme = window.theme

    def bigger(direction: int) -> Callable[[], None]:
        return lambda: window.choose_look(scale=theme.scaled(direction))

    def other_palette() -> None:
        window.choose_look(dark=not theme.is_dark)

    preview, find = tr("Preview"), tr("Find on the paper…")
    return (
        (
            _office(window, "preview", preview, ("Ctrl+E", "F4"), lambda v: v.toggle_preview(), "panel-right"),
            _office(window, "find", find, ("Ctrl+F", "Alt+F3"), lambda v: v.find_on_paper(), "scan-search"),
        ),
        (
            _entry("larger", tr("Larger text (A+)"), ("Ctrl++", "Ctrl+F12"), bigger(1), "a-large-small"),
            _entry("smaller", tr("Smaller text (A−)"), ("Ctrl+-", "Ctrl+F11"), bigger(-1), "a-large-small"),
            _entry("dark", tr("Dark or light"), ("Ctrl+D", "F11"), other_palette, "moon"),
        ),
    )

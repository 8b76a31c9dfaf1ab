"""The menus: every action of the window by menu, key and F-key (Ctrl keys fail where only a Thai layout is active)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from ita_desktop.ui.frame.shell import OfficeAction
from ita_desktop.ui.look.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One action: a verb, its keys, and what it does."""

    name: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    icon: str = ""
    needs_office: bool = True


Group = tuple[Entry, ...]
"""Entries between two lines of a menu."""
OnView = Callable[[OfficeAction], Callable[[], None]]
"""Makes an action of the window from one of the open office."""


class Menus(QObject):
    """Makes the menus and keeps their actions by name."""

    def __init__(self, window: QMainWindow, bar: QMenuBar, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._bar, self._theme = window, bar, theme
        self.actions: dict[str, QAction] = {}
        self.menus: list[QMenu] = []
        self._entries: dict[str, Entry] = {}
        self._painted: set[str] = set()
        theme.changed.connect(self._painted.clear)

    def add(self, title: str, groups: tuple[tuple[Entry, ...], ...]) -> QMenu:
        """Add a menu with its groups of entries, separated by lines."""
        menu = self._bar.addMenu(title)
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for entry in group:
                menu.addAction(self._action(entry))
        names = tuple(entry.name for group in groups for entry in group if entry.icon)
        menu.aboutToShow.connect(lambda: self._paint(names))  # drawing them all would hold up the first picture
        self.menus.append(menu)
        return menu

    def set_office_open(self, is_open: bool) -> None:
        """Enable or disable the actions that need an open office."""
        for name, entry in self._entries.items():
            if entry.needs_office:
                self.actions[name].setEnabled(is_open)

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.triggered.connect(lambda: entry.run())
        self._window.addAction(action)
        if entry.name in self.actions:
            raise ValueError(f"two actions are called {entry.name}")
        self.actions[entry.name] = action
        self._entries[entry.name] = entry
        return action

    def _paint(self, names: tuple[str, ...]) -> None:
        for name in set(names) - self._painted:
            self.actions[name].setIcon(self._theme.icon(self._entries[name].icon, self._theme.palette.muted))
        self._painted.update(names)

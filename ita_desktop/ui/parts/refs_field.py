"""Ids of indicators, questions or items, typed with commas or taken from a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ita_desktop.domain.thai.writing import arabic_digits
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.ref import Ref, RefKind
from ita_desktop.i18n import tr
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.look.wording import digits
from ita_desktop.ui.widgets.field import LineField
from ita_desktop.ui.widgets.menu_button import MenuButton
from ita_desktop.ui.widgets.text import Text


def shown_ref(ref: str) -> str:
    """An id as it is shown: Thai digits for indicators, e6 and o13 as they are."""
    return ref if Ref(ref).is_lettered else digits(ref)


def ref_name(ref: str, framework: Framework | None) -> str:
    """What the year calls an indicator, sub-indicator, question or item; empty where it does not say."""
    return framework.name_of(ref) if framework else ""


class RefsField(QWidget):
    """Several ids; their names stand below."""

    edited = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, name: str, *, items: bool = False) -> None:
        super().__init__()
        self._items = items
        self._framework: Framework | None = None
        self.setAccessibleName(name)
        self.line = LineField(name, "o10, o11" if items else digits("1") + ", " + digits("9.3") + ", e4")
        self.line.edited.connect(self.edited)
        self.line.finished.connect(self._finish)
        self._menu = MenuButton(theme, tr("Choose {name}").format(name=name))
        self._menu.setText(tr("Choose"))
        self._names = Text("", "help", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.step // 2)
        column.addLayout(row)
        column.addWidget(self._names)
        self.setFocusProxy(self.line)

    def offer(self, framework: Framework | None) -> None:
        """Set this year's ids."""
        if framework is self._framework:
            return
        self._framework = framework
        menu = self._menu.entries
        menu.clear()
        self._menu.setEnabled(framework is not None)
        if framework is None:
            return
        if self._items:
            for item in framework.items:
                menu.addAction(f"{item.id}  {item.text}", partial(self.add, item.id))
            return
        for indicator in framework.indicators:
            inner = QMenu(f"{digits(indicator.id)}  {indicator.name}", menu)
            inner.addAction(tr("The whole indicator"), partial(self.add, indicator.id))
            for part in (*indicator.sub_indicators,):
                inner.addAction(f"{digits(part.id)}  {part.name}", partial(self.add, part.id))
            for question in indicator.questions:
                inner.addAction(f"{question.id}  {question.text}", partial(self.add, question.id))
            menu.addMenu(inner)

    def add(self, ref: str) -> None:
        """Add an id."""
        if ref not in self._ids():
            self.line.setText(", ".join(shown_ref(r) for r in (*self._ids(), ref)))
            self._finish()

    def value(self) -> str:
        return self.line.text()

    def show_value(self, value: tuple[str, ...]) -> None:
        self.line.show_value(", ".join(shown_ref(ref) for ref in value))
        self._show_names()

    def show_fault(self, text: str) -> None:
        self.line.show_fault(text)
        self._names.setText(text)
        self._names.set_tone("wrong" if text else "")
        if not text:
            self._show_names()

    def read(self, text: str) -> tuple[str, ...]:
        """Read the ids typed; ValueError names one that the year does not have."""
        ids = _split(text)
        unknown = [one for one in ids if self._framework is not None and not self._known(one)]
        if unknown:
            kind = tr("“{id}” is not an item of this year") if self._items else tr("This year has no “{id}”")
            raise ValueError(kind.format(id=unknown[0]))
        return ids

    def _known(self, id: str) -> bool:
        framework = self._framework
        if framework is None:
            return True
        return framework.knows(id) and (not self._items or Ref(id).kind is RefKind.ITEM)

    def _ids(self) -> tuple[str, ...]:
        return _split(self.line.text())

    def _finish(self) -> None:
        self.finished.emit()

    def _show_names(self) -> None:
        names = [name for one in self._ids() if (name := ref_name(one, self._framework))]
        self._names.setText(" · ".join(names))
        self._names.setVisible(bool(names))


def _split(text: str) -> tuple[str, ...]:
    plain = arabic_digits(text).replace(";", ",").replace(" ", ",")
    return tuple(dict.fromkeys(part.strip() for part in plain.split(",") if part.strip()))

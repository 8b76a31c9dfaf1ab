"""A field for one rule of a year, judged while it is typed: for itself, and for how it agrees with the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ita_desktop.domain.values.origin import NOWHERE
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.pages.frameworks.edited_year import EditedYear
from ita_desktop.ui.widgets.field_box import FieldBox


class CheckedField:
    """Ties the field of a box to the rule at a path of the year shown now; ``read`` makes a value of its text."""

    def __init__(
        self, rules: EditedYear, path: str, box: FieldBox, read: Callable[[str], str], typing: Callable[[], object]
    ) -> None:
        self._rules, self._path, self._box, self._read, self._typing = rules, path, box, read, typing
        self._field: Any = box.field

    def bind_to(self, form: Form) -> None:
        """Bind the field to a rule; what was typed goes to the year it was typed in."""
        rules, path = self._rules, self._path
        put = partial(rules.put, path, year=rules.year)
        form.bind(self._field, NOWHERE, partial(rules.value, path), put, read=self._read, fault=self._box.show_fault)
        self._field.edited.connect(self._typed)
        self._field.finished.connect(rules.typed.clear)

    def judge(self, words: str) -> None:
        """Show what is wrong; a text that cannot be read comes first."""
        try:
            self._read(self._field.value() or "")
        except ValueError as reason:
            words = str(reason)
        self._box.show_fault(words)
        self._field.show_fault(words)

    def _typed(self) -> None:
        try:
            self._rules.typed[self._path] = self._read(self._field.value())
        except ValueError:
            self._rules.typed.pop(self._path, None)
        self._typing()

"""Forms: each widget is tied to one field of the facts, explicitly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.typed_texts import as_text
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.widgets.field import Field


@dataclass(slots=True, kw_only=True, eq=False)
class Binding:
    """One widget tied to one field."""

    field: Field
    origin: Callable[[], Origin]
    show: Callable[[], Any]
    """The stored value."""
    send: Callable[[Any], None]
    """Stores a changed value; the screen follows the workspace's signal."""
    read: Callable[[Any], Any]
    """Reads what was typed; ValueError with the sentence to show if it cannot be read."""
    fault: Callable[[str], None]
    stored: Any = None
    dirty: bool = False
    refused: bool = False
    """The value could not be written, e.g. because the disk is full."""
    faulty: bool = False


class Form(QObject):
    """Sends a value when its edit is finished and only if it changed; lays drafts over the facts while it is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bindings: list[Binding] = []
        self._sending = False
        desk.write_again.connect(self.send_refused)
        desk.add_form(self)

    def bind(
        self,
        field: Field,
        origin: Origin | Callable[[], Origin],
        show: Callable[[], Any],
        send: Callable[[Any], None],
        *,
        read: Callable[[Any], Any] | None = None,
        fault: Callable[[str], None] | None = None,
    ) -> Binding:
        """Tie a widget to a field, which is no part of the facts where ``origin`` is empty.

        ``fault`` is called with the reason if a text cannot be read, with "" if it can.
        """
        where = (lambda: origin) if isinstance(origin, str) else origin
        binding = Binding(
            field=field, origin=where, show=show, send=send, read=read or (lambda v: v), fault=fault or (lambda _: None)
        )
        self._bindings.append(binding)
        field.edited.connect(lambda: self._edited(binding))
        field.finished.connect(lambda: self._finished(binding))
        return binding

    def on_fault(self, field: object, told: Callable[[str], None]) -> None:
        """Call ``told`` with the reason whenever this field's text cannot be read."""
        for binding in self._bindings:
            if binding.field is field:
                binding.fault = told

    def forget(self) -> None:
        """Flush and unbind all widgets, before they are rebuilt."""
        self.flush()
        self._bindings.clear()

    def refresh(self) -> None:
        """Show the stored values; a text being typed, or refused, stays as it is."""
        for binding in self._bindings:
            stored = binding.show()
            untouched = not binding.dirty and not binding.faulty
            if untouched or stored != binding.stored:
                self._show(binding, stored)

    def reset(self) -> None:
        """Show the stored values, whatever was typed: for another year or another item."""
        for binding in self._bindings:
            self._desk.drop_draft(binding.origin(), tell=False)
            if not binding.faulty:  # what could not be read or written is offered again at the next start
                self._desk.settle(binding.origin())
            self._show(binding, binding.show())

    def flush(self) -> None:
        """Commit unfinished edits."""
        for binding in tuple(self._bindings):
            if binding.dirty:
                self._finished(binding)

    def send_refused(self) -> None:
        """Try again to write what could not be written; it stays in its field and as a draft until then."""
        for binding in tuple(self._bindings):
            if binding.refused:
                self._finished(binding)

    def unread(self) -> tuple[str, ...]:
        """Return the texts that cannot be stored, of fields without an origin, which no draft keeps."""
        lost = (b for b in self._bindings if b.faulty and isValid(b.field) and not b.origin())
        return tuple(as_text(binding.field.value()) or "" for binding in lost)

    def _show(self, binding: Binding, stored: Any) -> None:
        binding.stored = stored
        binding.dirty = False
        self._judge(binding, "")
        binding.field.show_value(stored)

    def _judge(self, binding: Binding, reason: str) -> None:
        if reason or binding.faulty:
            binding.faulty = bool(reason)
            binding.field.show_fault(reason)
            binding.fault(reason)

    def _edited(self, binding: Binding) -> None:
        if self._desk.closed or binding not in self._bindings:
            return
        binding.dirty, binding.refused = True, False
        self._lay_over(binding)

    def _lay_over(self, binding: Binding) -> None:
        """Keep the field's text as a draft, and show it in the preview if it can be read."""
        typed, origin = binding.field.value(), binding.origin()
        if (text := as_text(typed)) is not None:
            self._desk.keep_typed(origin, text)
        try:
            value = binding.read(typed)
        except ValueError:
            self._desk.drop_draft(origin)
            return
        if not binding.refused:
            self._judge(binding, "")
        self._desk.draft(origin, value)

    def _finished(self, binding: Binding) -> None:
        if self._sending or self._desk.closed or binding not in self._bindings:
            return
        typed = binding.field.value()
        try:
            value = binding.read(typed)
        except ValueError as reason:
            binding.dirty = False
            self._desk.drop_draft(binding.origin())
            self._judge(binding, str(reason))  # the text stays, and is kept until it can be read
            return
        self._judge(binding, "")
        changed = value != binding.stored
        self._desk.drop_draft(binding.origin(), tell=not changed)
        if changed:
            self._send(binding, value)
        else:
            self._desk.settle(binding.origin())
            self._show(binding, binding.stored)

    def _send(self, binding: Binding, value: Any) -> None:
        binding.dirty = binding.refused = False
        self._sending = True
        origin = binding.origin()
        try:
            binding.send(value)
        except WorkspaceError as refused:
            # not saved: the text stays in its field and as a draft, with the reason, and is tried again
            binding.dirty = binding.refused = True
            self._judge(binding, str(refused))
            self._lay_over(binding)
        else:
            self._desk.settle(origin)
        finally:
            self._sending = False

"""Text that is still being typed, kept so that a power cut takes no word (ข้อความที่พิมพ์ค้างไว้)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office.open_office import OpenOffice
from ita_desktop.app.office.typed_texts import as_value
from ita_desktop.domain.values.origin import Origin
from ita_desktop.store.records import drafts


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Text that was being typed and is not yet part of the office."""

    origin: Origin
    text: str
    typed_at: datetime


class Drafts:
    """The drafts of one open office."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def all(self) -> tuple[Draft, ...]:
        """List what was being typed when the program stopped and is not in the office yet."""
        with told_to_user():
            kept = drafts.read_drafts(self._office.file)
        return tuple(
            Draft(origin=Origin(path), text=text, typed_at=typed_at)
            for path, text, typed_at in kept
            if self._is_news(Origin(path), text)
        )

    def keep(self, origin: Origin, text: str) -> None:
        """Keep text that is still being typed, at most every two seconds; no edit: no undo, no listener."""
        office = self._office
        office.must_be_writable()
        with told_to_user(), office.file.transaction():
            drafts.write_draft(office.file, origin, text, office.clock())

    def drop(self, origin: Origin) -> None:
        """Forget a draft: its text was stored or is not wanted."""
        office = self._office
        office.must_be_writable()
        with told_to_user(), office.file.transaction():
            drafts.remove_draft(office.file, origin)

    def _is_news(self, origin: Origin, text: str) -> bool:
        office = self._office.office
        try:
            return origin.replaced(office, as_value(origin, text)) != office
        except (ValueError, IndexError):
            return True  # unfinished, or a field of another version: offered as text that can be copied


class DraftKeeper:
    """Keeps what is being typed, no draft older than ``every`` seconds and none written more often than that."""

    def __init__(self, drafts: Drafts, monotonic: Callable[[], float], every: float = 2.0) -> None:
        self._drafts, self._monotonic, self._every = drafts, monotonic, every
        self._waiting: dict[Origin, str] = {}
        self._written: set[Origin] = {draft.origin for draft in drafts.all()}
        self._last = monotonic() - every

    @property
    def waiting(self) -> tuple[str, ...]:
        """The texts that are not on the disk yet."""
        return tuple(self._waiting.values())

    def typed(self, origin: Origin, text: str) -> None:
        """Take a text that is being typed; it is written at the next ``tick`` that is due."""
        self._waiting[origin] = text

    def tick(self) -> None:
        """Write what waits, if it is time; a timer calls this every second while something is typed."""
        if self._waiting and self._monotonic() - self._last >= self._every:
            self._last = self._monotonic()
            self.write()

    def write(self) -> None:
        """Write what waits now, before the office is closed; what cannot be written goes on waiting."""
        while self._waiting:
            origin, text = next(iter(self._waiting.items()))
            self._drafts.keep(origin, text)
            self._written.add(origin)
            del self._waiting[origin]

    def stored(self, origin: Origin) -> None:
        """Remove the draft of a text that was stored or given up."""
        self._waiting.pop(origin, None)
        if origin in self._written:
            self._written.discard(origin)
            with contextlib.suppress(WorkspaceError):  # an old draft is offered once more, which harms nobody
                self._drafts.drop(origin)

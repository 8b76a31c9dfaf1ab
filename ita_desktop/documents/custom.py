"""What an office changed in a document (ธรรมเนียมของหน่วยงาน): parts left out, its own words, its own columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ita_desktop.documents.layouts import ColumnLayout
from ita_desktop.documents.options import DocumentOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPart:
    """ส่วนของเอกสาร: can be switched off; ``worded`` where its standard text can be replaced."""

    name: str
    title: str
    worded: bool = False
    columns: ColumnLayout | None = None
    """The standard columns of its table, where the office can choose its own."""
    asked_for: bool = False
    """True where it is printed only by an office that switched it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """One document's changes; by default there are none."""

    omitted: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    wording: Mapping[str, str] = field(default_factory=dict)
    layouts: Mapping[str, ColumnLayout] = field(default_factory=dict)
    result_pictures: Callable[[int], tuple[bytes, ...]] = DocumentOptions().result_pictures

    @classmethod
    def of(cls, options: DocumentOptions, document: str) -> Custom:
        """The changes that concern the document of this name."""
        prefix = f"{document}/"
        return cls(
            omitted=frozenset(key.removeprefix(prefix) for key in options.omitted if key.startswith(prefix)),
            added=frozenset(key.removeprefix(prefix) for key in options.added if key.startswith(prefix)),
            wording={key.removeprefix(prefix): w for key, w in options.wording.items() if key.startswith(prefix)},
            result_pictures=options.result_pictures,
            layouts={key.removeprefix(prefix): w for key, w in options.layouts.items() if key.startswith(prefix)},
        )

    def keeps(self, part: str) -> bool:
        """False where the part is switched off."""
        return part not in self.omitted

    def adds(self, part: str) -> bool:
        """True where a part that is printed only when asked for is switched on."""
        return part in self.added

    def paragraphs(self, part: str, standard: tuple[str, ...]) -> tuple[str, ...]:
        """The part's paragraphs: the office's own, one on each line, else the standard ones."""
        own = tuple(line.strip() for line in self.wording.get(part, "").split("\n") if line.strip())
        return own or standard

    def layout(self, part: DocumentPart) -> ColumnLayout:
        """The office's columns of the part's table, else the standard ones; ValueError for a part without a table."""
        if part.columns is None:
            raise ValueError(f"{part.name} has no table")
        return self.layouts.get(part.name, part.columns)


NO_CHANGES = Custom()

"""The structure of a document for screen readers: a tree of elements, each with the marked content that shows it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Element:
    """One node: `role` is a PDF structure type (H1, P, Table, TR, TH, TD, Figure, Lbl ...)."""

    role: str
    alt: str = ""
    attributes: str = ""
    """Entries of its attribute dictionary, as PDF."""
    children: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Page index and number of the marked content on it."""

    def child(self, role: str, alt: str = "") -> Element:
        """Return a new element under this one."""
        element = Element(role, alt)
        self.children.append(element)
        return element

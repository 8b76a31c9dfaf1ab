"""Styles of a Word file (สไตล์): their names, and what they hand on to a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from ita_desktop.store.untrusted.xml_pieces import Element, child, value_of

_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what its base styles hand on."""

    name: str = ""
    list: str = ""
    """Number of its list; empty for none."""
    level: int | None = None
    centred: bool = False
    bold: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of one file by id."""

    elements: dict[str, Element] = field(default_factory=dict)
    default: str = ""
    _read: dict[str, Style] = field(default_factory=dict)

    def of(self, key: str) -> Style:
        """Return a style, the default paragraph style for an empty id."""
        key = key or self.default
        if key not in self._read:
            self._read[key] = self._resolved(key)
        return self._read[key]

    def lists(self) -> dict[str, str]:
        """Return the number of list by style id."""
        found = {}
        for key, element in self.elements.items():
            if number := value_of(child(element, "pPr", "numPr", "numId")):
                found[key] = number
        return found

    def _resolved(self, key: str) -> Style:
        chain: list[Element] = []
        at = key
        while at in self.elements and len(chain) < _LONGEST_CHAIN:
            chain.append(self.elements[at])
            at = value_of(child(self.elements[at], "basedOn"))
        if not chain:
            return Style()
        number = next((v for e in chain if (v := value_of(child(e, "pPr", "numPr", "numId")))), "")
        level = next((v for e in chain if (v := value_of(child(e, "pPr", "numPr", "ilvl")))), "")
        centred = next((v for e in chain if (v := value_of(child(e, "pPr", "jc")))), "")
        bold = next((on for e in chain if (on := is_bold(child(e, "rPr"))) is not None), False)
        return Style(
            name=value_of(child(chain[0], "name")),
            list="" if number == "0" else number,
            level=int(level) if level.isdecimal() else None,
            centred=centred == "center",
            bold=bold,
        )


def styles_of(root: Element | None) -> Styles:
    """Read ``styles.xml``; without one no style has a name."""
    styles = Styles()
    for element in root if root is not None else ():
        if element.tag == "style":
            key = value_of(element, "styleId")
            styles.elements[key] = element
            if value_of(element, "type") == "paragraph" and value_of(element, "default") in ("1", "true", "on"):
                styles.default = key
    return styles


def is_bold(properties: Element | None) -> bool | None:
    """Say whether run properties set bold for Latin or Thai letters; None where they say nothing."""
    if properties is None:
        return None
    said = [is_on(e) for e in (child(properties, "b"), child(properties, "bCs")) if e is not None]
    return any(said) if said else None


def is_on(element: Element) -> bool:
    """Read a switch: it is on unless it says otherwise."""
    return value_of(element) not in ("0", "false", "off")

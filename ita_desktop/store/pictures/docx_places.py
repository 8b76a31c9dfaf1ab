"""Where a Word file shows pictures, read from its XML piece by piece: no tree in memory, no entity resolved."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.pictures.pictures import UNCUT

Start = Callable[[str, dict[str, str]], None]
"""Takes a tag and its attributes."""
_EMU_IN_CM = 360_000
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})(pt|in|cm|mm|px)")
_CM = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96}


class PicturePlace(StrEnum):
    """Where in a paper a picture stands."""

    HEADER = "header"
    BODY = "body"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One place at which a picture is shown."""

    target: str
    """The id of the relation that leads to the picture."""
    place: PicturePlace
    page: int
    """About the page it is on, as Word last laid it out; 1 for headers and footers."""
    width: float
    height: float
    """Centimetres; 0 where nothing is said."""
    cut: tuple[float, float, float, float] = UNCUT


def shown_in(data: bytes, path: Path, place: PicturePlace) -> tuple[Shown, ...]:
    """List every picture of a document, header or footer; StoreError if the XML is not sound."""
    reader = _Places(place=place)
    _parse(data, path, reader.start, reader.end)
    return tuple(reader.found)


def targets_in(data: bytes, path: Path) -> dict[str, str]:
    """Map relation ids of a part to their targets: entries of the Word file, or places outside (never followed)."""
    targets: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _parse(data, path, start, lambda name: None)
    return targets


@dataclass(slots=True)
class _Places:
    """Reads on from tag to tag: the size stands before the picture in the file."""

    place: PicturePlace
    found: list[Shown] = field(default_factory=list)
    page: int = 1
    _size: tuple[float, float] = (0.0, 0.0)
    _target: str = ""
    _cut: tuple[float, float, float, float] = UNCUT
    _marked: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "extent":
            self._size = (_emu(attributes, "cx"), _emu(attributes, "cy"))
        elif name == "blip":
            self._target, self._cut = attributes.get("embed", ""), UNCUT
        elif name == "srcRect" and self._target:
            self._cut = _cut(attributes)
        elif name in ("shape", "rect"):
            self._size = _styled(attributes.get("style", ""))
        elif name == "imagedata":
            self._keep(attributes.get("id", ""), UNCUT)
        elif self.place is PicturePlace.BODY and (
            name == "lastRenderedPageBreak" or (name == "br" and attributes.get("type") == "page")
        ):
            self._turn_page(recorded_by_word=name != "br")

    def end(self, name: str) -> None:
        if name == "blipFill" and self._target:
            self._keep(self._target, self._cut)
            self._target = ""

    def _keep(self, target: str, cut: tuple[float, float, float, float]) -> None:
        wide, high = self._size
        if target:
            shown = Shown(target=target, place=self.place, page=self.page, width=wide, height=high, cut=cut)
            self.found.append(shown)

    def _turn_page(self, *, recorded_by_word: bool) -> None:
        """Count a page break, unless Word only records one again that was typed."""
        if recorded_by_word and self._marked:
            self._marked = False
            return
        self.page += 1
        self._marked = not recorded_by_word


def _parse(data: bytes, path: Path, start: Start, end: Callable[[str], None]) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")

    def doctype(*_: object) -> None:
        raise StoreError(
            StoreErrorCode.BAD_ZIP, path, "DOCTYPE"
        )  # Word writes none; entities could swell beyond all limits

    def started(name: str, attributes: dict[str, str]) -> None:
        start(_local(name), {_local(key): value for key, value in attributes.items()})

    def ended(name: str) -> None:
        end(_local(name))

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter for letters that it declares
        raise StoreError(StoreErrorCode.BAD_ZIP, path, str(error)) from error


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _emu(attributes: dict[str, str], name: str) -> float:
    text = attributes.get(name, "")
    return int(text[:12]) / _EMU_IN_CM if text.isdecimal() else 0.0


def _styled(style: str) -> tuple[float, float]:
    """Width and height in the style of a shape of older Word files."""
    sizes = {name: float(number) * _CM[unit] for name, number, unit in _LENGTH.findall(style)}
    return sizes.get("width", 0.0), sizes.get("height", 0.0)


def _cut(attributes: dict[str, str]) -> tuple[float, float, float, float]:
    """What is cut off, as parts of the whole; a cut that leaves nothing, or adds, is none."""

    def part(name: str) -> float:
        text = attributes.get(name, "0")
        return min(int(text[:7]) / 100_000, 1.0) if text.isdecimal() else 0.0

    left, top, right, bottom = part("l"), part("t"), part("r"), part("b")
    return (left, top, right, bottom) if left + right < 0.95 and top + bottom < 0.95 else UNCUT

"""How an office wants its papers (ตัวเลือกการพิมพ์): switches and measures that the regulation leaves open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, partial
from math import inf
from operator import eq
from typing import TYPE_CHECKING, Any, get_type_hints

from ita_desktop.documents.layouts import ColumnLayout

if TYPE_CHECKING:
    from cattrs import Converter


class Digits(StrEnum):
    """ตัวเลขที่พิมพ์: one kind in one document, never mixed."""

    THAI = "thai"
    ARABIC = "arabic"


class EmblemChoice(StrEnum):
    """ตราครุฑ: the built-in line art, the office's own picture, or none on paper that has it already."""

    BUILT_IN = "built_in"
    OWN = "own"
    NONE = "none"


class AddresseeWeight(StrEnum):
    """น้ำหนักตัวอักษรของคำว่า เรียน: the guide has it regular, many offices bold."""

    REGULAR = "regular"
    BOLD = "bold"
    LABEL = "label"
    """As large and bold as the other labels."""


def _no_pictures(_fiscal_year: int) -> tuple[bytes, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """ตัวเลือกของเอกสาร; the defaults are the regulation and the typing guide (``styles`` names the clauses)."""

    digits: Digits = Digits.THAI
    digits_by_document: Mapping[str, str] = field(default_factory=dict)
    """Documents, by name, that are printed with digits of their own choice (a ``Digits``)."""
    emblem: EmblemChoice = EmblemChoice.BUILT_IN
    own_emblem: bytes = b""
    """PNG or JPEG of the office; used where ``emblem`` is OWN."""
    cover_picture: bytes = b""
    """PNG or JPEG of the office's seal for covers; the emblem stands there where there is none."""
    catch_word: bool = True
    """คำต่อหน้า at the foot of a memo's page."""
    fit_memo: bool = False
    """ให้พอดีหน้า: a memo gives up room (``fit.STEPS``) where it then takes a page less."""
    dotted_rules: bool = True
    """เส้นจุดไข่ปลา drawn under the head of a memo; off: typed dots where something is left blank."""
    spaced_page_number: bool = False
    """- ๒ - instead of -๒-."""
    addressee: AddresseeWeight = AddresseeWeight.REGULAR
    line_spacing: float = 21.0
    """Points at 16 pt: 21.0 as TH Sarabun New and Microsoft 365, 18.1 as the older TH SarabunPSK and IT๙."""
    signature_axis: float = 13.25
    """แกนลายมือชื่อ, cm from the left paper edge."""
    date_at: float = 13.0
    """Where the date begins, cm from the left paper edge."""
    offset_x: float = 0.0
    """Millimetres by which everything moves right, for paper that is printed already."""
    offset_y: float = 0.0
    """Millimetres by which everything moves down."""
    report_size: float = 16.0
    """Points of a report's text."""
    table_size: float = 14.0
    """Points of a table's text."""
    justify: bool = True
    """กระจายแบบไทย; off: ragged right."""
    result_pictures: Callable[[int], tuple[bytes, ...]] = field(default=_no_pictures, compare=False)
    """Gives the kept pictures (PNG, JPEG) of a fiscal year's result on the ITAS page; read only where they print."""
    omitted: frozenset[str] = field(default_factory=frozenset)
    """Parts of documents that are switched off, as ``analysis-report/rationale``."""
    added: frozenset[str] = field(default_factory=frozenset)
    """Parts that are printed only when asked for and are switched on."""
    wording: Mapping[str, str] = field(default_factory=dict)
    """The office's own text for a part, by the same names; one paragraph on each line."""
    layouts: Mapping[str, ColumnLayout] = field(default_factory=dict)
    """The office's own columns of a table, by the name of its part, as ``analysis-report/recommendation``."""
    pack: tuple[str, ...] = ()
    """Documents of the year's pack, by name and in order; all that lack nothing where empty."""
    coded: frozenset[str] = field(default_factory=frozenset)
    """Documents, by name, whose pages bear the small code by which they are found again (รหัสหน้า)."""
    enclosures_from_pack: bool = False
    """สิ่งที่ส่งมาด้วย counted from the pack in a memo whose writer named none."""

    def for_document(self, name: str) -> DocumentOptions:
        """The options as they hold for one document: with its digits."""
        own = self.digits_by_document.get(name)
        digits = Digits(own) if own in tuple(Digits) else self.digits
        return replace(self, digits=digits, digits_by_document={})

    def to_setting(self) -> dict[str, Any]:
        """Return JSON values, only what differs from the default; pictures are kept elsewhere."""
        setting: dict[str, Any] = _converter().unstructure(self)
        return {name: value for name, value in setting.items() if name not in _PICTURES}

    @classmethod
    def from_setting(cls, setting: dict[str, Any] | None) -> DocumentOptions:
        """Read JSON values; unknown names and values that no longer exist are left at the default."""
        read = {name: _read(setting[name], kind) for name, kind in _kinds().items() if setting and name in setting}
        return cls(**{name: value for name, value in read.items() if value is not None and _can_print(name, value)})


_SIZES = frozenset({"line_spacing", "report_size", "table_size"})
"""Options in points that text is set with."""


def _can_print(name: str, value: object) -> bool:
    """Return False for a size that no text can be set with: 0, a negative one, no number."""
    return name not in _SIZES or (isinstance(value, float | int) and 0 < value < inf)


_PICTURES = frozenset({"own_emblem", "cover_picture", "result_pictures"})


@cache
def _kinds() -> Mapping[str, Any]:
    """Return the type of each option that a setting can hold."""
    return {name: kind for name, kind in get_type_hints(DocumentOptions).items() if name not in _PICTURES}


def _hook(read: Callable[[Any], Any], stored: Any, _kind: Any) -> Any:
    return read(stored)


def _read(stored: object, kind: Any) -> Any:
    """Return the stored value as the option's type; None where it cannot be read."""
    try:
        return _converter().structure(stored, kind)
    except (TypeError, ValueError):
        return None


@cache
def _converter() -> Converter:
    """Make the converter between options and JSON: no value is bent into another type (1 is no switch, "x" no list)."""
    from cattrs import Converter  # imported here: the first window needs no options

    made = Converter(omit_if_default=True)
    made.register_unstructure_hook_func(lambda kind: kind == frozenset[str], sorted)
    made.register_unstructure_hook(ColumnLayout, ColumnLayout.to_setting)
    for kind, read in _READERS:
        made.register_structure_hook_func(partial(eq, kind), partial(_hook, read))
    return made


def _of_type(stored: Any, *kinds: type) -> Any:
    """Return the value if it is of one of these types; TypeError otherwise (a bool is no number)."""
    if not isinstance(stored, kinds) or (isinstance(stored, bool) and bool not in kinds):
        raise TypeError(f"{stored!r} is not {kinds}")
    return stored


def _texts(stored: dict[str, Any]) -> dict[str, str]:
    return {name: words for name, words in stored.items() if isinstance(words, str)}


def _layouts(stored: dict[str, Any]) -> dict[str, ColumnLayout]:
    read = {name: ColumnLayout.from_setting(one) for name, one in stored.items() if isinstance(one, dict)}
    return {name: layout for name, layout in read.items() if layout is not None}


_READERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (bool, lambda stored: _of_type(stored, bool)),
    (str, lambda stored: _of_type(stored, str)),
    (float, lambda stored: float(_of_type(stored, int, float))),
    (frozenset[str], lambda stored: frozenset(map(str, _of_type(stored, list)))),
    (tuple[str, ...], lambda stored: tuple(map(str, _of_type(stored, list)))),
    (Mapping[str, str], lambda stored: _texts(_of_type(stored, dict))),
    (Mapping[str, ColumnLayout], lambda stored: _layouts(_of_type(stored, dict))),
)

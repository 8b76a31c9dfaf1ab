"""How an office wants its papers (ตัวเลือกการพิมพ์): switches and measures that the regulation leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from ita_desktop.documents.layouts import ColumnLayout


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
        """As JSON values, only what differs from the default; pictures are kept elsewhere."""
        default = DocumentOptions()
        setting: dict[str, Any] = {}
        for f in fields(self):
            value = getattr(self, f.name)
            if not isinstance(value, bytes) and value != getattr(default, f.name):
                setting[f.name] = _json(value)
        for name in ("wording", "digits_by_document"):
            if values := getattr(self, name):
                setting[name] = dict(values)
        if self.layouts:
            setting["layouts"] = {name: layout.to_setting() for name, layout in self.layouts.items()}
        return setting

    @classmethod
    def from_setting(cls, setting: dict[str, Any] | None) -> DocumentOptions:
        """From JSON values; unknown names and values that no longer exist are left at the default."""
        default = cls()
        known = {
            f.name: _value(getattr(default, f.name), setting[f.name])
            for f in fields(cls)
            if setting is not None and f.name in setting and not isinstance(getattr(default, f.name), bytes)
        }
        return cls(**known)


def _json(value: Any) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
        case _:
            return value


def _value(default: Any, stored: Any) -> Any:
    """The stored value where it is of the default's kind, else the default."""
    match default:
        case StrEnum():
            return type(default)(stored) if stored in tuple(type(default)) else default
        case bool():
            return stored if isinstance(stored, bool) else default
        case float():
            return float(stored) if isinstance(stored, int | float) and not isinstance(stored, bool) else default
        case frozenset():
            return frozenset(str(one) for one in stored) if isinstance(stored, list) else default
        case tuple():
            return tuple(str(one) for one in stored) if isinstance(stored, list) else default
        case _ if not isinstance(stored, dict):
            return default
        case _:
            values = {name: ColumnLayout.from_setting(v) if isinstance(v, dict) else v for name, v in stored.items()}
            return {name: v for name, v in values.items() if isinstance(v, str | ColumnLayout)}

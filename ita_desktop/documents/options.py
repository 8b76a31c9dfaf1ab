"""How an office wants its papers (ตัวเลือกการพิมพ์): switches and measures that the regulation leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any


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
    """Parts of documents that are switched off, as ``analysis-report/background``."""

    def to_setting(self) -> dict[str, Any]:
        """As JSON values, only what differs from the default; pictures are kept elsewhere."""
        default = DocumentOptions()
        setting: dict[str, Any] = {}
        for f in fields(self):
            value = getattr(self, f.name)
            if isinstance(value, bytes) or value == getattr(default, f.name):
                continue
            setting[f.name] = sorted(value) if isinstance(value, frozenset) else value
        return setting

    @classmethod
    def from_setting(cls, setting: dict[str, Any] | None) -> DocumentOptions:
        """From JSON values; unknown names and values that no longer exist are left at the default."""
        known: dict[str, Any] = {}
        default = cls()
        for f in fields(cls):
            if setting is None or f.name not in setting:
                continue
            before, value = getattr(default, f.name), setting[f.name]
            if isinstance(before, StrEnum):
                if value in tuple(type(before)):
                    known[f.name] = type(before)(value)
            elif isinstance(before, frozenset):
                known[f.name] = frozenset(str(v) for v in value) if isinstance(value, list) else before
            elif isinstance(before, bool):
                known[f.name] = value if isinstance(value, bool) else before
            elif isinstance(before, float) and isinstance(value, int | float) and not isinstance(value, bool):
                known[f.name] = float(value)
        return cls(**known)

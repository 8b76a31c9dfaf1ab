"""What is proposed to an office: weaknesses, measures and owners by indicator, units and signers by kind of office."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.framework import Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """ข้อเสนอสำหรับตัวชี้วัดหนึ่ง; found by the indicator's name, so that a year's numbering does not matter."""

    indicator: str
    weaknesses: tuple[str, ...]
    """จุดอ่อนที่พบบ่อย, worded as issues of a measure."""
    measures: tuple[str, ...]
    """มาตรการ"""
    owners: tuple[str, ...]
    """ผู้รับผิดชอบที่พบบ่อย"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """คลังมาตรการ."""

    entries: tuple[CatalogueEntry, ...]

    def entry(self, indicator: Indicator) -> CatalogueEntry | None:
        """Return the entry of the indicator under whichever of its names; None for an indicator that is new."""
        names = (indicator.name, *indicator.aliases)
        return next((entry for entry in self.entries if entry.indicator in names), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePattern:
    """รูปแบบของหน่วยงานประเภทหนึ่ง: the units and the signer chain that are usual there."""

    type: AgencyType
    units: tuple[str, ...] = ()
    signer_posts: tuple[str, ...] = ()
    """Lowest first; ``{clerk}`` and ``{executive}`` stand for the titles with the office's proper name."""

    def posts(self, agency: Agency) -> tuple[str, ...]:
        """Return the chain with the office's own name, ผู้จัดทำ first."""
        titles = {"clerk": agency.permanent_secretary, "executive": agency.executive}
        return tuple(post.format(**titles) for post in self.signer_posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePatterns:
    """รูปแบบของหน่วยงานทุกประเภท."""

    unit_groups: tuple[str, ...]
    """ผู้รับผิดชอบที่เป็นกลุ่ม, e.g. ทุกสำนัก/กอง."""
    patterns: tuple[OfficePattern, ...]

    def pattern(self, type: AgencyType) -> OfficePattern:
        """Return the pattern of the kind; an empty one where none is usual."""
        return next((p for p in self.patterns if p.type is type), OfficePattern(type=type))

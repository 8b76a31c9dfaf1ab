"""Corruption risks (ความเสี่ยงการทุจริต)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """ปัจจัยเสี่ยง with its controls and the months of work."""

    risk: str
    process: str = ""
    likelihood: int | None = None
    """โอกาส 1-5"""
    impact: int | None = None
    """ผลกระทบ 1-5"""
    controls: tuple[str, ...] = ()
    """แนวทาง/มาตรการ"""
    activities: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    """Marked months as ``YYYY-MM``, Gregorian."""
    responsible: tuple[str, ...] = ()
    status: str = ""
    remark: str = ""
    id: int | None = None
    """Where the store keeps it; None before it is stored. Not part of the exchange format."""
    identity: str = field(default="", compare=False)
    """Given when it is first stored and kept in every copy and backup; empty before."""

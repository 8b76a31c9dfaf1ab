"""Following the measures through the year (การกำกับติดตาม)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ROUNDS = (3, 6, 9, 12)
"""รอบการติดตาม, in months into the fiscal year."""


class Status(StrEnum):
    """สถานะการดำเนินการ."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def thai(self) -> str:
        return {
            Status.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
            Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
            Status.DONE: "ดำเนินการแล้ว",
            Status.CANCELLED: "ยกเลิก",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """หลักฐาน: with its own date and where it can be found."""

    title: str
    date: date | None = None
    file: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """ผลการดำเนินการตามมาตรการในรอบหนึ่ง."""

    round: int
    details: tuple[str, ...] = ()
    period: str = ""
    output: str = ""
    """ผลผลิต"""
    outcome: str = ""
    """ผลลัพธ์"""
    status: Status | None = None
    date: date | None = None
    obstacles: str = ""
    suggestions: str = ""
    evidence: tuple[Evidence, ...] = ()
    remark: str = ""
    id: int | None = None
    """Where the store keeps it; None before it is stored. Not part of the exchange format."""

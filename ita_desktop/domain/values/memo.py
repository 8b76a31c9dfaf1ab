"""The memo and the people who sign (บันทึกข้อความ, ผู้ลงนาม)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ita_desktop.domain.thai.fiscal_year import FiscalYear

ACTING = "รักษาราชการแทน"
"""Default phrase before the post a signer acts for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """ผู้ลงนาม: name with title, own position, and the post held in an acting capacity, if any."""

    id: str
    name: str
    position: tuple[str, ...] = ()
    acting_for: str = ""
    acting_phrase: str = ""

    @property
    def position_lines(self) -> tuple[str, ...]:
        """The lines under the name; an acting signer has the phrase and the post on a line of their own."""
        if not self.acting_for:
            return self.position
        return (*self.position, f"{self.acting_phrase or ACTING} {self.acting_for}")


class Urgency(StrEnum):
    """ชั้นความเร็ว (ระเบียบสารบรรณ ข้อ 28)."""

    MOST_URGENT = "most_urgent"
    VERY_URGENT = "very_urgent"
    URGENT = "urgent"

    @property
    def thai(self) -> str:
        return {Urgency.MOST_URGENT: "ด่วนที่สุด", Urgency.VERY_URGENT: "ด่วนมาก", Urgency.URGENT: "ด่วน"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoSection:
    """A part of the memo's body (เรื่องเดิม, ข้อเท็จจริง, ข้อพิจารณา; or without heading)."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """Printed as ๑) ๒) ..."""
    score_list: bool = False
    """Print the year's indicators here, highest first, with dotted leaders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoSigner:
    """One step of the chain (ลำดับการเสนอ): who signs, under which heading, with how much room for an opinion."""

    signer: str
    label: str = ""
    comment_lines: int = 0
    show_signed: bool = False
    date_line: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """บันทึกข้อความ."""

    id: str
    fiscal_year: FiscalYear
    """The plan year it belongs to."""
    department_line: str = ""
    phone: str = ""
    number: str = ""
    """ที่; a trailing ``/`` leaves the running number to be written by hand."""
    date: date | None = None
    subject: str = ""
    to: str = ""
    enclosures: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    urgency: Urgency | None = None
    sections: tuple[MemoSection, ...] = ()
    closing: str = ""
    signers: tuple[MemoSigner, ...] = ()

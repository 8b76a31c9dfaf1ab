"""What became of a paper: the versions that were printed (ฉบับพิมพ์) and the copies kept of them (สำเนา)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ita_desktop.domain.thai.fiscal_year import FiscalYear


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKey:
    """Which paper of the office it is, whatever stands on it."""

    plan_year: FiscalYear
    document: str
    memo: str = ""
    """Which memo, where the document is one."""
    round: int = 0
    """รอบการติดตาม of a report on results, in months; 0 for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedVersion:
    """ฉบับพิมพ์: a paper as it left the program, frozen; its pages are read from the store only when asked for."""

    id: int
    key: PaperKey
    number: int
    """ฉบับที่, from 1 for each paper."""
    title: str
    printed_at: datetime
    fingerprint: str
    """Of the words and the look; the same as long as the paper would print the same."""
    code: str
    """รหัสหน้า, without the page's number; printed only where the office wants it."""
    pages: int
    sha256: str
    """Of the PDF's bytes."""


class CopyKind(StrEnum):
    """What a kept copy shows."""

    SIGNED = "signed"
    """สำเนาที่ลงนามแล้ว: belongs to a printed version."""
    ITAS = "itas"
    """ภาพหน้าจอ ITAS: belongs to the result of a year."""


class MediaType(StrEnum):
    """ชนิดแฟ้ม: what is kept."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def suffix(self) -> str:
        return {MediaType.PDF: ".pdf", MediaType.JPEG: ".jpg", MediaType.PNG: ".png"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """สำเนาที่เก็บไว้: a scan or a picture; its bytes are read from the store only when asked for."""

    id: int
    kind: CopyKind
    version: int | None
    """The printed version that was signed; None for a picture of ITAS."""
    fiscal_year: FiscalYear
    """The plan year of the paper, or the year whose result the picture shows."""
    name: str
    """File name it came with."""
    media_type: MediaType
    size: int
    """Bytes."""
    pages: int
    added_at: datetime
    sha256: str
    source_sha256: str
    """Of the file as it came: the same scan is noticed again even where the picture was made smaller."""

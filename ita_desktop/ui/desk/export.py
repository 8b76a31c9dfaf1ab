"""What can be made of a paper besides printing it; known before any page is loaded."""

from __future__ import annotations

from enum import StrEnum


class Export(StrEnum):
    """A kind of export (ส่งออก)."""

    WORD = "word"
    TEXT = "text"
    PACK = "pack"
    WEBSITE = "website"
    EXCEL = "excel"

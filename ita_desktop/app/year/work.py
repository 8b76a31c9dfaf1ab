"""Kinds of work in a fiscal year (งาน); the window maps each to a page."""

from __future__ import annotations

from enum import StrEnum


class Work(StrEnum):
    """A kind of work of the year; the window knows the page where each is done."""

    OFFICE = "office"
    SCORES = "scores"
    ANALYSIS = "analysis"
    MEASURES = "measures"
    PAPERS = "papers"
    FOLLOW_UP = "follow_up"
    RULES = "rules"

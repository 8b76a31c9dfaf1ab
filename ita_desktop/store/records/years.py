"""Rows of a year's result: official figures, scores, narratives."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.store.file.database import OfficeFile, Row
from ita_desktop.store.records.columns import (
    a_year,
    certain_score,
    day,
    hundredths,
    iso,
    listed,
    named_hundredths,
    score,
    scores_by_name,
    texts,
)
from ita_desktop.store.records.understood import each


def read_years(file: OfficeFile) -> tuple[Assessment, ...]:
    """Read the results (ผลการประเมิน) of all years, in the order in which they were entered."""
    scores: dict[int, dict[str, Decimal]] = {}
    for row in file.rows("SELECT fiscal_year, ref, hundredths FROM score ORDER BY id"):
        scores.setdefault(row["fiscal_year"], {})[row["ref"]] = certain_score(row["hundredths"])
    narratives: dict[int, dict[str, str]] = {}
    for row in file.rows("SELECT fiscal_year, indicator, text FROM narrative ORDER BY id"):
        narratives.setdefault(row["fiscal_year"], {})[row["indicator"]] = row["text"]

    def year(row: Row) -> Assessment:
        return Assessment(
            fiscal_year=a_year(row["fiscal_year"]),
            official=_official(row),
            scores=scores.get(row["fiscal_year"], {}),
            narratives=narratives.get(row["fiscal_year"], {}),
            weak_indicators=texts(row["weak_indicators"]),
        )

    return tuple(each(file, "year", file.rows("SELECT * FROM year ORDER BY id"), year))


def _official(row: Row) -> OfficialResult:
    return OfficialResult(
        overall=score(row["overall"]),
        level=row["level"],
        instruments=scores_by_name(row["instruments"]),
        rank_in_type=row["rank_in_type"],
        announced=day(row["announced"]),
    )


def add_year(file: OfficeFile, year: FiscalYear) -> None:
    """Add a year without any figure, if the file does not have it."""
    if not file.rows("SELECT 1 FROM year WHERE fiscal_year = ?", int(year)):
        file.insert("year", fiscal_year=int(year))


def remove_year(file: OfficeFile, year: FiscalYear) -> bool:
    """Remove a year with its scores and narratives."""
    return file.delete("year", "fiscal_year = ?", int(year)) > 0


def write_official(file: OfficeFile, year: FiscalYear, official: OfficialResult) -> None:
    """Write the official figures of a year of the file; KeyError if it has no such year."""
    file.update(
        "year",
        _year_id(file, year),
        overall=hundredths(official.overall),
        level=official.level,
        instruments=named_hundredths(official.instruments),
        rank_in_type=official.rank_in_type,
        announced=iso(official.announced),
    )


def write_weak_indicators(file: OfficeFile, year: FiscalYear, indicators: tuple[str, ...]) -> None:
    file.update("year", _year_id(file, year), weak_indicators=listed(indicators))


def write_scores(file: OfficeFile, year: FiscalYear, scores: Mapping[str, Decimal | None]) -> None:
    """Set these scores; None takes one away."""
    kept = {row["ref"]: row["id"] for row in file.rows("SELECT id, ref FROM score WHERE fiscal_year = ?", int(year))}
    for ref, value in scores.items():
        if value is None:
            file.delete("score", "fiscal_year = ? AND ref = ?", int(year), ref)
        elif ref in kept:
            file.update("score", kept[ref], hundredths=hundredths(value))
        else:
            file.insert("score", fiscal_year=int(year), ref=ref, hundredths=hundredths(value))


def write_narrative(file: OfficeFile, year: FiscalYear, indicator: str, text: str) -> None:
    """Write the analysis paragraph of an indicator; an empty one is removed."""
    where = ("fiscal_year = ? AND indicator = ?", int(year), indicator)
    found = file.rows(f"SELECT id FROM narrative WHERE {where[0]}", *where[1:])
    if not text:
        file.delete("narrative", *where)
    elif found:
        file.update("narrative", found[0]["id"], text=text)
    else:
        file.insert("narrative", fiscal_year=int(year), indicator=indicator, text=text)


def write_year(file: OfficeFile, assessment: Assessment) -> None:
    """Write a whole year, as an import does."""
    year = assessment.fiscal_year
    add_year(file, year)
    write_official(file, year, assessment.official)
    write_weak_indicators(file, year, assessment.weak_indicators)
    write_scores(file, year, assessment.scores)
    for indicator, text in assessment.narratives.items():
        write_narrative(file, year, indicator, text)


def _year_id(file: OfficeFile, year: FiscalYear) -> int:
    found = file.rows("SELECT id FROM year WHERE fiscal_year = ?", int(year))
    if not found:
        raise KeyError(year)
    return int(found[0]["id"])

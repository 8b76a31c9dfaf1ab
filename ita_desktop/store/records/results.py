"""Rows of the follow-up results of a measure and of their evidence."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.values.follow_up import ROUNDS, Evidence, FollowUp, Status
from ita_desktop.store.file.database import OfficeFile, Row
from ita_desktop.store.records.columns import day, iso, listed, texts
from ita_desktop.store.records.understood import each, one_of

_TEXTS = ("period", "output", "outcome", "obstacles", "suggestions", "remark")


def read_results(file: OfficeFile, measures: str | None = None) -> dict[int, list[FollowUp]]:
    """Read results (ผลการดำเนินการ) by measure id, in order; of ``measures`` (ids with commas) or of all."""
    of_results = "" if measures is None else f"WHERE measure IN ({measures})"
    of_evidence = "" if measures is None else f"WHERE result IN (SELECT id FROM result {of_results})"
    evidence: dict[int, list[Evidence]] = {}
    rows = file.rows(f"SELECT * FROM evidence {of_evidence} ORDER BY position, id")
    for row, one in zip(rows, each(file, "evidence", rows, _evidence), strict=True):
        evidence.setdefault(row["result"], []).append(one)
    results: dict[int, list[FollowUp]] = {}
    rows = file.rows(f"SELECT * FROM result {of_results} ORDER BY position, id")
    found = each(file, "result", rows, lambda row: _result(row, tuple(evidence.get(row["id"], ()))))
    for row, result in zip(rows, found, strict=True):
        results.setdefault(row["measure"], []).append(result)
    return results


def _evidence(row: Row) -> Evidence:
    return Evidence(title=row["title"], date=day(row["date"]), file=row["file"], url=row["url"])


def write_results(file: OfficeFile, measure: int, results: tuple[FollowUp, ...]) -> None:
    """Make these the results of the measure: rows whose id is given are changed, others added, the rest removed."""
    kept = {row["id"] for row in file.rows("SELECT id FROM result WHERE measure = ?", measure)}
    for gone in kept - {result.id for result in results}:
        file.delete("result", "id = ?", gone)
    for position, result in enumerate(results):
        if result.id is not None and result.id in kept:
            file.update("result", result.id, position=position, **_result_row(result))
            _write_evidence(file, result.id, result.evidence)
        else:
            added = file.insert("result", measure=measure, position=position, **_result_row(result))
            _write_evidence(file, added, result.evidence)


def _write_evidence(file: OfficeFile, result: int, evidence: tuple[Evidence, ...]) -> None:
    kept = [row["id"] for row in file.rows("SELECT id FROM evidence WHERE result = ? ORDER BY position, id", result)]
    for position, one in enumerate(evidence):
        row = {"position": position, "title": one.title, "date": iso(one.date), "file": one.file, "url": one.url}
        if position < len(kept):
            file.update("evidence", kept[position], **row)
        else:
            file.insert("evidence", result=result, **row)
    for gone in kept[len(evidence) :]:
        file.delete("evidence", "id = ?", gone)


def _result(row: Row, evidence: tuple[Evidence, ...]) -> FollowUp:
    return FollowUp(
        id=row["id"],
        round=one_of(row["round"], ROUNDS),
        details=texts(row["details"]),
        status=None if row["status"] is None else Status(row["status"]),
        date=day(row["date"]),
        evidence=evidence,
        **{name: row[name] for name in _TEXTS},
    )


def _result_row(result: FollowUp) -> dict[str, Any]:
    return {
        "round": result.round,
        "details": listed(result.details),
        "status": None if result.status is None else result.status.value,
        "date": iso(result.date),
        **{name: getattr(result, name) for name in _TEXTS},
    }

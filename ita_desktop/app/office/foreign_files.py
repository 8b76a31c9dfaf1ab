"""Bring in what the office already has: a file of somebody else, read, understood, shown, and only then stored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from ita_desktop.app.errors import told_to_user
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.recognition.plans import RecognisedKind, RecognisedTable
from ita_desktop.domain.recognition.understanding import ScorePart, Understood, understand
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import OfficialResult
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure
from ita_desktop.domain.values.ref import OVERALL
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.foreign.reading import read_file


class BringTrouble(StrEnum):
    """Why a file of somebody else was not stored whole."""

    DOUBTFUL = "doubtful"


_RECORDS = {RecognisedKind.MEASURES: "measures", RecognisedKind.RISKS: "risks", RecognisedKind.RESULTS: "results"}


def understand_file(
    path: Path, frameworks: Mapping[int, Framework], *, year: int | None = None, office: str = ""
) -> Understood:
    """Read a Word, Excel, CSV or web file and understand it; WorkspaceError says why it cannot be read."""
    names = [name for framework in frameworks.values() for i in framework.indicators for name in (i.name, *i.aliases)]
    with told_to_user():
        content = read_file(path, names=tuple(dict.fromkeys(names)))
    return understand(content, frameworks, year=year, office=office)


def as_tree(understood: Understood, frameworks: Mapping[int, Framework]) -> dict[str, Any]:
    """Build what the command ``read`` prints.

    ``kind`` lists the parts with their years; ``scores``, ``official``, ``measures``, ``risks`` and ``results`` hold
    what all parts say together (the first year of scores wins), ``parts`` the same one by one; ``doubts`` are named by
    path, ``unread`` is what nothing was made of.
    """
    parts: list[dict[str, Any]] = [_score_tree(one, frameworks) for one in understood.scores]
    parts += [_part_tree(part) for part in understood.parts]
    parts += [
        {"kind": "scores", "ask": [column.head or str(column.index + 1) for column in table.columns]}
        for table in understood.asked
    ]
    tree: dict[str, Any] = {"kind": [{key: part[key] for key in ("kind", "year") if key in part} for part in parts]}
    for part in parts:
        for key, value in part.items():
            if isinstance(value, list):
                tree[key] = [*tree.get(key, []), *value]
            elif isinstance(value, dict):
                tree[key] = {**value, **tree.get(key, {})}
    unread = [*understood.unread, *(text for part in understood.parts for text in part.unread)]
    return tree | {"parts": parts, "unread": unread}


def as_json(understood: Understood, frameworks: Mapping[int, Framework]) -> str:
    """Write :func:`as_tree` as JSON text."""
    return json.dumps(as_tree(understood, frameworks), ensure_ascii=False, indent=1)


def _score_tree(part: ScorePart, frameworks: Mapping[int, Framework]) -> dict[str, Any]:
    framework = frameworks.get(part.year or 0) or frameworks[max(frameworks)]
    codes = {code for i in framework.instruments for code in (i.code, *(p.code for p in i.parts))}
    official: dict[str, Any] = {}
    scores: dict[str, str] = {}
    doubts = []
    for found in part.column.scores:
        if found.doubts or not found.ref or found.fault:
            why = min((doubt.value for doubt in found.doubts), default="fault" if found.fault else "no_owner")
            doubts.append({"path": f"scores/{found.ref}", "seen": f"{found.label} {found.seen}".strip(), "why": why})
        if found.ref and found.score is not None:
            (official if found.ref == OVERALL or found.ref in codes else scores).setdefault(found.ref, str(found.score))
    if part.column.level:
        official["level"] = part.column.level
    if part.column.rank is not None:
        official["rank_in_type"] = part.column.rank
    tree: dict[str, Any] = {
        "kind": "scores",
        "year": part.year,
        "scores": scores,
        "official": official,
        "doubts": doubts,
    }
    return {key: value for key, value in tree.items() if value not in (None, {}, [])}


def _part_tree(part: RecognisedTable) -> dict[str, Any]:
    doubts = [{"path": d.path, "seen": d.seen, "why": d.why.value} for d in part.doubts]
    tree = {"kind": part.kind.value, "year": part.year, _RECORDS[part.kind]: list(part.records), "doubts": doubts}
    return {key: value for key, value in tree.items() if value not in (None, [])}


def bring_into(workspace: Workspace, understood: Understood, year: int | None, *, doubtful: bool) -> int:
    """Store scores, measures and risks as one undo step; returns how many things were left out for their doubts.

    Results are not stored, because the measure that each belongs to must be chosen by a person; they count as left out.
    """
    left = len(understood.asked)
    with workspace.step("import"):
        for part in understood.scores:
            left += _bring_scores(workspace, part, part.year or year, doubtful)
        for table in understood.parts:
            left += _bring_records(workspace, table, table.year or year, doubtful)
    return left


def _bring_scores(workspace: Workspace, part: ScorePart, year: int | None, doubtful: bool) -> int:
    if year is None or year not in workspace.frameworks:
        return len(part.column.scores)
    framework = workspace.frameworks[FiscalYear(year)]
    codes = {code for i in framework.instruments for code in (i.code, *(p.code for p in i.parts))}
    good = {
        f.ref: f.score
        for f in reversed(part.column.scores)
        if f.ref and f.score is not None and (doubtful or not f.doubts)
    }
    own = {ref: score for ref, score in good.items() if ref not in codes and ref != OVERALL}
    if own:
        workspace.set_scores(year, own)
    stored = next((one for one in workspace.office.years if one.fiscal_year == year), None)
    official = stored.official if stored else OfficialResult()
    instruments = {**official.instruments, **{ref: score for ref, score in good.items() if ref in codes}}
    after = OfficialResult(
        overall=good.get(OVERALL, official.overall),
        level=part.column.level or official.level,
        instruments=instruments,
        rank_in_type=part.column.rank if part.column.rank is not None else official.rank_in_type,
        announced=official.announced,
    )
    if after != official:
        workspace.set_official(year, after)
    return len(part.column.scores) - len(good)


def _bring_records(workspace: Workspace, part: RecognisedTable, year: int | None, doubtful: bool) -> int:
    unsure = {int(d.path.split("/")[1]) for d in part.doubts}
    sure = [record for n, record in enumerate(part.records) if doubtful or n not in unsure]
    if year is None or part.kind is RecognisedKind.RESULTS:
        return len(part.records)
    for record in sure:
        if part.kind is RecognisedKind.MEASURES:
            workspace.add_measure(year, measure_of(record))
        else:
            workspace.add_risk(year, risk_of(record))
    return len(part.records) - len(sure)


def measure_of(record: Mapping[str, Any]) -> Measure:
    """Build a measure from a record in the keys of ``ita-office/1``."""
    return Measure(
        refs=tuple(record.get("refs", ())),
        issue=record.get("issue", ""),
        measures=tuple(record.get("measures", ())),
        guidelines=tuple(record.get("guidelines", ())),
        steps=tuple(record.get("steps", ())),
        operation=tuple(record.get("operation", ())),
        responsible=tuple(record.get("responsible", ())),
        period=record.get("period", ""),
        period_from=record.get("from", ""),
        period_to=record.get("to", ""),
        follow_up=tuple(record.get("follow_up", ())),
    )


def risk_of(record: Mapping[str, Any]) -> Risk:
    """Build a risk from a record in the keys of ``ita-office/1``."""
    return Risk(
        risk=record["risk"],
        process=record.get("process", ""),
        likelihood=record.get("likelihood"),
        impact=record.get("impact"),
        controls=tuple(record.get("controls", ())),
        activities=tuple(record.get("activities", ())),
        months=tuple(record.get("months", ())),
        responsible=tuple(record.get("responsible", ())),
        status=record.get("status", ""),
        remark=record.get("remark", ""),
    )

"""``ita-office/1`` written: an Office as JSON, keys in the order of the format's description, empty ones left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner
from ita_desktop.domain.values.office import Office
from ita_desktop.store.exchange.json_reading import FORMAT

_KEYS = {"period_from": "from", "period_to": "to"}
"""Fields that the format calls otherwise."""


def office_json(office: Office) -> str:
    """Write the office as the text of a JSON file."""
    return json.dumps(office_tree(office), ensure_ascii=False, indent=1) + "\n"


def office_tree(office: Office) -> dict[str, Any]:
    """Write the office as a tree of plain values; the five lists and the agency are always there."""
    return {
        "format": FORMAT,
        **_filled({"source": office.source}),
        "agency": {"type": office.agency.type.value, "name": office.agency.name, **_plain(office.agency)},
        "signers": [{"id": signer.id, "name": signer.name, **_plain(signer)} for signer in office.signers],
        "years": [_year(year) for year in office.years],
        "plans": [_plan(plan) for plan in office.plans],
        "memos": [_memo(memo) for memo in office.memos],
    }


def _year(year: Assessment) -> dict[str, Any]:
    return _filled({"fiscal_year": int(year.fiscal_year), **_plain(year)})


def _plan(plan: MeasurePlan) -> dict[str, Any]:
    head = {key: value for key, value in _plain(plan).items() if key not in ("measures", "risks")}
    return {
        **head,
        "measures": [_measure(measure) for measure in plan.measures],
        "risks": [{"risk": risk.risk, **_without_id(_plain(risk))} for risk in plan.risks],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    fields = {"refs": list(measure.refs), **_without_id(_plain(measure))}
    if measure.results:
        fields["results"] = [{"round": result.round, **_without_id(_plain(result))} for result in measure.results]
    return fields


def _memo(memo: Memo) -> dict[str, Any]:
    # Where one section lists the scores, each says whether it does: so the format's own examples have it.
    lists_scores = any(section.score_list for section in memo.sections)
    fields = _plain(memo)
    if memo.sections:
        fields["sections"] = [_section(section, lists_scores) for section in memo.sections]
    if memo.signers:
        fields["signers"] = [_memo_signer(signer) for signer in memo.signers]
    return {"id": memo.id, **fields}


def _section(section: MemoSection, lists_scores: bool) -> dict[str, Any]:
    return {**_plain(section), **({"score_list": section.score_list} if lists_scores else {})}


def _memo_signer(signer: MemoSigner) -> dict[str, Any]:
    return {
        **_plain(signer),
        "comment_lines": signer.comment_lines,
        "show_signed": signer.show_signed,
        **({"date_line": True} if signer.date_line else {}),
    }


def _plain(value: Any) -> dict[str, Any]:
    """A domain value's fields as JSON has them, the empty and the false ones left out."""
    return _filled({_KEYS.get(name, name): one for name, one in asdict(value).items()})


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = ((key, _json(value)) for key, value in fields.items())
    return {key: value for key, value in values if value not in (None, "", [], {}) and value is not False}


def _json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return _filled(value)
    if isinstance(value, tuple | list):
        return [_json(one) for one in value]
    return value


def _without_id(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != "id"}

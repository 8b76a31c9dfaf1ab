"""Where a field is, as the screen calls it (ตำแหน่งของช่อง)."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.origin import Origin, Root
from ita_desktop.i18n import tr

SEPARATOR = " › "


def place(origin: Origin, facts: YearFacts) -> str:
    """Say ``Measures 2568 › measure 10 › issue`` for ``plan/2568/measure/12/issue``: counted, not the store's ids."""
    match origin.root:
        case Root.YEAR:
            return _joined(tr("Results of {year}").format(year=origin.key), *_of_year(origin.path))
        case Root.PLAN:
            return _joined(tr("Measures of {year}").format(year=origin.key), *_of_plan(origin, facts))
        case Root.MEMO:
            return _joined(_memo(origin.key, facts), *_of_memo(origin.path))
        case Root.SIGNER:
            names = {signer.id: signer.name for signer in facts.signers}
            return _joined(tr("Signer"), names.get(origin.key, origin.key))
    return _joined(tr("Office"), *_named(origin.path))


def _joined(*parts: str) -> str:
    return SEPARATOR.join(part for part in parts if part)


def _of_year(path: tuple[str, ...]) -> list[str]:
    if path[:1] in (("scores",), ("narratives",)):
        kind = tr("score") if path[0] == "scores" else tr("analysis")
        return [kind, tr("Indicator {number}").format(number=path[1])]
    if path[:2] == ("official", "instruments"):
        return [path[2]]
    return _named(path[1:])


def _of_plan(origin: Origin, facts: YearFacts) -> list[str]:
    if origin.measure_id is not None:
        number = _position(origin.measure_id, [measure.id for measure in facts.plan.measures])
        return [tr("measure {number}").format(number=number), *_of_measure(origin.path)]
    if origin.risk_id is not None:
        number = _position(origin.risk_id, [risk.id for risk in facts.plan.risks])
        return [tr("risk {number}").format(number=number), *_named(origin.path)]
    return _named(origin.path)


def _of_measure(path: tuple[str, ...]) -> list[str]:
    if path[:1] == ("results",) and len(path) > 1:
        return [tr("round {months} months").format(months=path[1]), *_named(path[2:])]
    return _named(path)


def _position(id: int, ids: list[int | None]) -> str:
    return str(ids.index(id) + 1 if id in ids else id)


def _memo(id: str, facts: YearFacts) -> str:
    ids = [memo.id for memo in facts.memos]
    if len(ids) > 1 and id in ids:
        return tr("Memo {number}").format(number=ids.index(id) + 1)
    return tr("Memo")


def _of_memo(path: tuple[str, ...]) -> list[str]:
    if path[:1] == ("sections",) and len(path) > 3:
        paragraph = tr("paragraph {number}") if path[2] == "paragraphs" else tr("item {number}")
        return [
            tr("part {number}").format(number=int(path[1]) + 1),
            paragraph.format(number=int(path[3]) + 1),
        ]
    return _named(path)


def _named(path: tuple[str, ...]) -> list[str]:
    """The field, and which entry of a list it is."""
    if not path:
        return []
    name = _fields().get(path[0], "")
    if len(path) > 1 and path[1].isdigit():
        name = tr("{field} {number}").format(field=name, number=int(path[1]) + 1)
    return [name]


def _fields() -> Mapping[str, str]:
    return {
        "name": tr("name"),
        "short_name": tr("short name"),
        "address": tr("address"),
        "subdistrict": tr("subdistrict"),
        "district": tr("district"),
        "province": tr("province"),
        "phone": tr("telephone"),
        "document_prefix": tr("number of papers"),
        "departments": tr("unit"),
        "overall": tr("Official total"),
        "level": tr("level"),
        "meeting": tr("meeting"),
        "report_date": tr("date of the report"),
        "issue": tr("issue"),
        "sub_issues": tr("sub-issue"),
        "measures": tr("measure"),
        "guidelines": tr("guideline"),
        "steps": tr("step"),
        "operation": tr("operation"),
        "responsible": tr("responsible unit"),
        "period": tr("period"),
        "period_from": tr("period"),
        "follow_up": tr("follow-up"),
        "refs": tr("indicator or question"),
        "oit_refs": tr("OIT items"),
        "details": tr("detail"),
        "output": tr("output"),
        "outcome": tr("outcome"),
        "evidence": tr("evidence"),
        "obstacles": tr("obstacles"),
        "suggestions": tr("suggestions"),
        "remark": tr("remark"),
        "controls": tr("control"),
        "activities": tr("activity"),
        "months": tr("months"),
        "risk": tr("risk"),
        "process": tr("process"),
        "status": tr("status"),
        "number": tr("number"),
        "date": tr("date"),
        "subject": tr("subject"),
        "to": tr("addressee"),
        "department_line": tr("government agency"),
        "enclosures": tr("enclosure"),
        "references": tr("reference"),
        "closing": tr("closing"),
        "signers": tr("signer"),
        "sections": tr("text"),
    }

"""Where a field is, as the screen calls it (ตำแหน่งของช่อง)."""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.values.facts import Origin, YearFacts
from ita_desktop.i18n import tr

SEPARATOR = " › "


def place(origin: Origin, facts: YearFacts) -> str:
    """``Measures 2568 › measure 10 › issue`` for ``plan/2568/measure/12/issue``: counted, not the store's ids."""
    path = origin.split("/")
    head, rest = path[0], path[1:]
    if head == "year":
        return _joined(tr("Results of {year}").format(year=rest[0]), *_of_year(rest[1:]))
    if head == "plan":
        return _joined(tr("Measures of {year}").format(year=rest[0]), *_of_plan(rest[1:], facts))
    if head == "memo":
        return _joined(_memo(rest[0], facts), *_of_memo(rest[1:]))
    if head == "signer":
        names = {signer.id: signer.name for signer in facts.signers}
        return _joined(tr("Signer"), names.get(rest[0], rest[0]))
    return _joined(tr("Office"), *_named(rest))


def _joined(*parts: str) -> str:
    return SEPARATOR.join(part for part in parts if part)


def _of_year(path: list[str]) -> list[str]:
    if path[:1] in (["scores"], ["narratives"]):
        kind = tr("score") if path[0] == "scores" else tr("analysis")
        return [kind, tr("Indicator {number}").format(number=path[1])]
    if path[:2] == ["official", "instruments"]:
        return [path[2]]
    return _named(path[1:])


def _of_plan(path: list[str], facts: YearFacts) -> list[str]:
    if path[:1] == ["measure"]:
        number = _position(path[1], [measure.id for measure in facts.plan.measures])
        return [tr("measure {number}").format(number=number), *_of_measure(path[2:])]
    if path[:1] == ["risk"]:
        number = _position(path[1], [risk.id for risk in facts.plan.risks])
        return [tr("risk {number}").format(number=number), *_named(path[2:])]
    return _named(path)


def _of_measure(path: list[str]) -> list[str]:
    if path[:1] == ["results"] and len(path) > 1:
        return [tr("round {months} months").format(months=path[1]), *_named(path[2:])]
    return _named(path)


def _position(key: str, ids: list[int | None]) -> str:
    return next((str(at + 1) for at, one in enumerate(ids) if one is not None and str(one) == key), key)


def _memo(id: str, facts: YearFacts) -> str:
    ids = [memo.id for memo in facts.memos]
    if len(ids) > 1 and id in ids:
        return tr("Memo {number}").format(number=ids.index(id) + 1)
    return tr("Memo")


def _of_memo(path: list[str]) -> list[str]:
    if path[:1] == ["sections"] and len(path) > 3:
        paragraph = tr("paragraph {number}") if path[2] == "paragraphs" else tr("item {number}")
        return [
            tr("part {number}").format(number=int(path[1]) + 1),
            paragraph.format(number=int(path[3]) + 1),
        ]
    return _named(path)


def _named(path: list[str]) -> list[str]:
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

"""Rows of the memos; sections and the chain of signers are kept as JSON in the memo's row."""

from __future__ import annotations

import json
from typing import Any

from ita_desktop.domain.values.memo import Memo, MemoSection, MemoSigner, Urgency
from ita_desktop.store.file.database import OfficeFile, Row
from ita_desktop.store.records.columns import a_year, day, iso, listed, texts
from ita_desktop.store.records.understood import a, each, list_of

_SAME = ("department_line", "phone", "number", "subject", "closing")


def read_memos(file: OfficeFile) -> tuple[Memo, ...]:
    """Read the memos (บันทึกข้อความ) of all years, in order."""
    return tuple(each(file, "memo", file.rows("SELECT * FROM memo ORDER BY position, id"), _memo))


def write_memo(file: OfficeFile, memo: Memo) -> None:
    """Change the memo with this id, or add one at the end."""
    found = file.rows("SELECT id FROM memo WHERE key = ?", memo.id)
    if found:
        file.update("memo", found[0]["id"], **_row(memo))
    else:
        end = file.rows("SELECT coalesce(max(position) + 1, 0) AS next FROM memo")[0]["next"]
        file.insert("memo", position=end, key=memo.id, **_row(memo))


def remove_memo(file: OfficeFile, id: str) -> bool:
    return file.delete("memo", "key = ?", id) > 0


def _memo(row: Row) -> Memo:
    return Memo(
        id=row["key"],
        fiscal_year=a_year(row["fiscal_year"]),
        date=day(row["date"]),
        to=row["addressee"],
        enclosures=texts(row["enclosures"]),
        references=texts(row["reference_list"]),
        urgency=None if row["urgency"] is None else Urgency(row["urgency"]),
        sections=tuple(_section(one) for one in json.loads(row["sections"])),
        signers=tuple(_memo_signer(one) for one in json.loads(row["signers"])),
        **{name: row[name] for name in _SAME},
    )


def _section(kept: dict[str, Any]) -> MemoSection:
    return MemoSection(
        heading=a(str, kept["heading"]),
        paragraphs=list_of(str, kept["paragraphs"]),
        items=list_of(str, kept["items"]),
        score_list=a(bool, kept["score_list"]),
    )


def _memo_signer(kept: dict[str, Any]) -> MemoSigner:
    for name, value in kept.items():
        a({"comment_lines": int, "show_signed": bool, "date_line": bool}.get(name, str), value)
    return MemoSigner(**kept)


def _row(memo: Memo) -> dict[str, Any]:
    return {
        "fiscal_year": int(memo.fiscal_year),
        "date": iso(memo.date),
        "addressee": memo.to,
        "enclosures": listed(memo.enclosures),
        "reference_list": listed(memo.references),
        "urgency": None if memo.urgency is None else memo.urgency.value,
        "sections": listed(_section_kept(section) for section in memo.sections),
        "signers": listed(_signer_kept(signer) for signer in memo.signers),
        **{name: getattr(memo, name) for name in _SAME},
    }


def _section_kept(section: MemoSection) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "paragraphs": section.paragraphs,
        "items": section.items,
        "score_list": section.score_list,
    }


def _signer_kept(signer: MemoSigner) -> dict[str, Any]:
    return {
        "signer": signer.signer,
        "label": signer.label,
        "comment_lines": signer.comment_lines,
        "show_signed": signer.show_signed,
        "date_line": signer.date_line,
    }

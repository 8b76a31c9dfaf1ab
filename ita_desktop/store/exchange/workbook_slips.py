"""A unit's slip (ใบงานกอง) as an Excel workbook: to be filled in where this program is not installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ita_desktop.domain.rules.due import USUAL_ROUNDS
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.office import Office
from ita_desktop.store.exchange import workbook_forms as forms
from ita_desktop.store.exchange.json_writing import office_tree
from ita_desktop.store.exchange.workbook_forms import CellKind, Column, SheetForm
from ita_desktop.store.exchange.workbook_reading import office_in_workbook, records_in
from ita_desktop.store.exchange.workbook_writing import Record, records_of, workbook

SLIP = SheetForm(
    title="ใบงาน",
    upright=True,
    columns=(
        Column(key="format", head="แบบ"),
        Column(key="unit", head="ส่วนงาน"),
        Column(key="plan_year", head="แผนปี", kind=CellKind.WHOLE),
        Column(key="made_at", head="ทำเมื่อ"),
        Column(key="made_by", head="ทำโดย"),
    ),
)
FORMS = (forms.AGENCY, forms.PLANS, forms.MEASURES, forms.RESULTS, forms.EVIDENCE)
_ADVICE = (
    "ใบงานของส่วนงาน กรอกแล้วส่งแฟ้มนี้กลับ",
    "กรอกที่แผ่นงาน ผลการดำเนินการ: แถวหนึ่งคือหนึ่งมาตรการในหนึ่งรอบ ดูข้อความของมาตรการได้ที่แผ่นงาน มาตรการ",
    "รอบที่ยังไม่มีผล ให้เว้นว่างไว้ ไม่ต้องลบแถว",
    "สถานะ วันที่ และช่องอื่นพิมพ์ตามปกติ ช่องรายละเอียดมีหลายข้อได้ ให้พิมพ์บรรทัดละหนึ่งข้อ (ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter)",
    "หลักฐานกรอกที่แผ่นงาน หลักฐาน: แผนปี มาตรการที่ และผลที่ ให้ตรงกับแถวในแผ่นงาน ผลการดำเนินการ",
    "แถวสีเทาใต้หัวตารางเป็นรหัสที่โปรแกรมใช้อ่าน ห้ามแก้ไข ห้ามลบ และห้ามลบแผ่นงาน",
)


def slip_workbook(about: Record, office: Office, frameworks: Mapping[int, Framework]) -> bytes:
    """Write a slip as ``.xlsx``: its head, its measures, and a row for every round without a result."""
    hidden = (SLIP, forms.AGENCY, forms.PLANS)
    return workbook(_sheets(about, office, frameworks), _ADVICE, hidden)


def slip_in_workbook(path: Path, frameworks: Mapping[int, Framework]) -> tuple[dict[str, Any], Office]:
    """Read a slip's head and content; JsonFaults with every fault and its cell, or StoreError."""
    about = next((dict(record.values) for record in records_in(path, SLIP)), {})
    return about, office_in_workbook(path, frameworks, FORMS)


def _sheets(
    about: Record, office: Office, frameworks: Mapping[int, Framework]
) -> Iterator[tuple[SheetForm, list[Record]]]:
    found = {form.title: (form, records) for form, records in records_of(office_tree(office), frameworks)}
    results = found[forms.RESULTS.title][1]
    for measure in found[forms.MEASURES.title][1]:
        results += _blank(measure)
    results.sort(key=lambda one: (one["plan"], one["measure"], one["round"]))
    for form in (forms.RESULTS, forms.EVIDENCE, forms.MEASURES, forms.AGENCY, forms.PLANS):
        yield found[form.title]
    yield SLIP, [about]


def _blank(measure: Record) -> Iterator[Record]:
    """Rows to fill in, after those that have something."""
    reported = [result["round"] for result in measure.get("results", ())]
    rounds = measure.get("follow_up_rounds") or USUAL_ROUNDS
    for n, months in enumerate((one for one in rounds if one not in reported), start=len(reported) + 1):
        yield {
            "plan": measure["plan"],
            "measure": measure["measure"],
            "result": n,
            "round": months,
            "ประเด็นของมาตรการ": measure.get("issue", "")[:200],
        }

"""An office's workbook read: its sheets become the tree of the exchange format, each fault gets its cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.office import Office
from ita_desktop.store.exchange import workbook_forms as forms
from ita_desktop.store.exchange.json_reading import FORMAT, office_of
from ita_desktop.store.exchange.tables_in import Cell, Table, read_xlsx
from ita_desktop.store.exchange.workbook_cells import read, unescaped
from ita_desktop.store.exchange.workbook_forms import Column, SheetForm
from ita_desktop.store.untrusted.json_tree import Expected, Fault, JsonFaults, inside, shown

_NUMBER = re.compile(r"(?:ปี(?:งบประมาณ)?)?\s*(?:พ\.?\s?ศ\.?)?\s*[0-9๐-๙]{1,4}")
_NEWER = frozenset(("identity",))
"""Keys that workbooks of the first versions do not have."""
_LOOKED_FOR_KEYS = 10
"""Rows from the top in which the keys may stand, should someone put a title above."""
_ABOUT_ITS_NAME = (Expected.REF, Expected.INDICATOR)
"""Faults of an entry that lie in its name, not in its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a sheet: its values by key, and the cell of each."""

    values: Mapping[str, Any]
    cells: Mapping[str, str]


@dataclass(slots=True)
class _Findings:
    """What is wrong, and where each part of the tree came from."""

    faults: list[Fault] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Cell and value of an entry's name, by the entry's path."""

    def note(self, place: str, value: object, expected: Expected, *allowed: str) -> None:
        self.faults.append(Fault(path=place, value=shown(value), expected=expected, allowed=allowed))

    def placed(self, path: str, record: Record) -> None:
        """Remember the cells of a record that stands at ``path``."""
        self.places[path] = next(iter(record.cells.values()))
        for key, cell in record.cells.items():
            self.places[inside(path, key)] = cell

    def in_cells(self, fault: Fault) -> Fault:
        """Return the fault with the cell that it lies in."""
        if fault.path in self.names and fault.expected in _ABOUT_ITS_NAME:
            place, name = self.names[fault.path]
            return Fault(path=place, value=shown(name), expected=fault.expected, allowed=fault.allowed)
        path = fault.path
        while path not in self.places and "." in path:
            path = path[: max(path.rfind("["), path.rfind("."))]
        place = self.places.get(path, fault.path)
        return Fault(path=place, value=fault.value, expected=fault.expected, allowed=fault.allowed)


def office_in_workbook(
    path: Path, frameworks: Mapping[int, Framework], wanted: tuple[SheetForm, ...] = forms.FORMS
) -> Office:
    """Read the office in an ``.xlsx``; JsonFaults with every fault and its cell, StoreError if it is no workbook.

    Only the ``wanted`` sheets are looked at, and must be there.
    """
    found = _Findings()
    tables = {table.name.strip(): table for table in read_xlsx(path)}
    sheets: dict[str, list[Record]] = {form.title: [] for form in forms.FORMS}
    sheets |= {form.title: list(_records(tables.get(form.title), form, found)) for form in wanted}
    if not any(form.title in tables for form in wanted):
        raise JsonFaults(found.faults)
    tree = _tree(sheets, found)
    try:
        office = office_of(tree, frameworks)
    except JsonFaults as error:
        found.faults += (found.in_cells(fault) for fault in error.faults)
    if found.faults:
        raise JsonFaults(found.faults)
    return office


def records_in(path: Path, form: SheetForm) -> list[Record]:
    """Read the rows of one sheet; JsonFaults and StoreError as for an office."""
    found = _Findings()
    table = next((table for table in read_xlsx(path) if table.name.strip() == form.title), None)
    records = list(_records(table, form, found))
    if found.faults:
        raise JsonFaults(found.faults)
    return records


# sheets to records


def _records(table: Table | None, form: SheetForm, found: _Findings) -> Iterator[Record]:
    if table is None:
        found.note(form.title, None, Expected.SHEET)
        return
    rows, covered = (_turned(table.rows), set()) if form.upright else _filled(table)
    first = form.keyed[0].key
    head = next((n for n, row in enumerate(rows[:_LOOKED_FOR_KEYS]) if first in map(_key, row)), None)
    if head is None:
        found.note(form.title, None, Expected.KEY_ROW, *(column.key for column in form.keyed))
        return
    columns = _columns(rows[head], form, head, found)
    missing = {(at, n) if form.upright else (n, at) for n, at in table.marks.uncomputed}
    for n, row in enumerate(rows[head + 1 :], start=head + 1):
        given = [at for places in columns.values() for at in places if at < len(row) and row[at] not in (None, "")]
        uncomputed = [at for places in columns.values() for at in places if (n, at) in missing]
        if uncomputed or any((n, at) not in covered for at in given):
            for at in uncomputed:
                found.note(_cell(form, n, at), "", Expected.COMPUTED)
            yield _record(row, n, form, columns, found)


def _key(cell: Cell) -> str:
    """A key without the blanks that a person typed around it."""
    return str(cell).strip() if cell is not None else ""


def _filled(table: Table) -> tuple[tuple[tuple[Cell, ...], ...], set[tuple[int, int]]]:
    """Give the rows under a merged number (a year over ten rows) that number; and say which cells that filled."""
    rows = [list(row) for row in table.rows]
    filled: set[tuple[int, int]] = set()
    for top, left, bottom, right in table.marks.merged:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        if not _NUMBER.fullmatch(str(value).strip()):
            continue  # a merged text is one text
        for n in range(top + 1, min(bottom + 1, len(rows))):
            if rows[n] and (len(rows[n]) <= left or rows[n][left] is None):
                rows[n] += [None] * (left + 1 - len(rows[n]))
                rows[n][left] = value
                filled.add((n, left))
    return tuple(tuple(row) for row in rows), filled


def _turned(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    wide = max((len(row) for row in rows), default=0)
    return tuple(tuple(row[at] if at < len(row) else None for row in rows) for at in range(wide))


def _columns(keys: tuple[Cell, ...], form: SheetForm, head: int, found: _Findings) -> dict[str, list[int]]:
    """Where the parts of each field stand; a column whose key is not known, and a missing one, are faults."""
    columns: dict[str, list[int]] = {column.key: [] for column in form.keyed}
    for at, key in enumerate(keys):
        if key in (None, ""):
            continue
        name, _, part = str(key).strip().partition("+")
        place = _cell(form, head, at)
        if name not in columns:
            found.note(place, str(key), Expected.KNOWN_KEY, *columns)
        elif str(len(columns[name]) + 1) != (part or "1"):
            found.note(place, str(key), Expected.ONLY_ONCE)
        else:
            columns[name].append(at)
    for name, places in columns.items():
        if not places and name not in _NEWER:
            found.note(form.title, name, Expected.COLUMN)
    return columns


def _record(
    row: tuple[Cell, ...], n: int, form: SheetForm, columns: Mapping[str, list[int]], found: _Findings
) -> Record:
    values: dict[str, Any] = {}
    cells: dict[str, str] = {}
    for column in form.keyed:
        if not columns[column.key]:
            continue
        place = cells[column.key] = _cell(form, n, columns[column.key][0])
        value = _value(_whole_cell(row, columns[column.key]), column, place, found)
        if value is not None:
            values[column.key] = value
    return Record(values=values, cells=cells)


def _whole_cell(row: tuple[Cell, ...], places: list[int]) -> Cell:
    """The value of a field; a text goes on in the columns that continue it."""
    parts = [row[at] for at in places if at < len(row) and row[at] is not None]
    if len(parts) > 1 or (parts and isinstance(parts[0], str)):
        return unescaped("".join(str(part) for part in parts))
    return parts[0] if parts else None


def _value(value: Cell, column: Column, place: str, found: _Findings) -> object:
    def noted(wrong: object, expected: Expected, allowed: tuple[str, ...]) -> None:
        found.note(place, wrong, expected, *allowed)

    return read(value, column, noted)


def _cell(form: SheetForm, row: int, column: int) -> str:
    """``คะแนน!D5`` for positions from 0."""
    if form.upright:
        row, column = column, row
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{form.title}!{letters}{row + 1}"


# records to the tree


def _tree(sheets: Mapping[str, list[Record]], found: _Findings) -> dict[str, Any]:
    tree: dict[str, Any] = {"format": FORMAT, "agency": {}}
    for record in sheets[forms.AGENCY.title][:1]:
        found.placed("$.agency", record)
        tree["agency"] = {key: value for key, value in record.values.items() if key != "source"}
        tree["source"] = record.values.get("source")
        found.places["$.source"] = record.cells.get("source", forms.AGENCY.title)
    tree["signers"] = _plain(sheets[forms.SIGNERS.title], "$.signers", found)
    tree["years"] = _years(sheets, found)
    tree["plans"] = _plans(sheets, found)
    tree["memos"] = _memos(sheets, found)
    return tree


def _plain(records: Iterable[Record], path: str, found: _Findings) -> list[dict[str, Any]]:
    made = []
    for n, record in enumerate(records):
        found.placed(f"{path}[{n}]", record)
        made.append(dict(record.values))
    return made


_OFFICIAL = ("overall", "level", "rank_in_type", "announced")


def _years(sheets: Mapping[str, list[Record]], found: _Findings) -> list[dict[str, Any]]:
    years: list[dict[str, Any]] = []
    for n, record in enumerate(sheets[forms.YEARS.title]):
        path, values = f"$.years[{n}]", record.values
        found.placed(path, record)
        for key, cell in record.cells.items():
            found.places[f"{path}.official.{key}"] = found.places[f"{path}.official.instruments.{key}"] = cell
        official = {key: values[key] for key in _OFFICIAL if key in values}
        official["instruments"] = {code: values[code] for code in forms.INSTRUMENTS if code in values}
        kept = {key: values[key] for key in ("fiscal_year", "weak_indicators") if key in values}
        years.append({**kept, "official": official, "scores": {}, "narratives": {}})
    _entries(sheets[forms.SCORES.title], years, ("ref", "score", "scores"), found)
    _entries(sheets[forms.NARRATIVES.title], years, ("indicator", "text", "narratives"), found)
    return years


def _entries(
    records: Iterable[Record], years: list[dict[str, Any]], keys: tuple[str, str, str], found: _Findings
) -> None:
    """Put entries into their years; a year that has none yet begins with them."""
    name_key, value_key, holder = keys
    for record in records:
        year, name = record.values.get("fiscal_year"), record.values.get(name_key, "")
        at = next((n for n, one in enumerate(years) if one.get("fiscal_year") == year), None)
        if at is None:
            at = len(years)
            found.placed(f"$.years[{at}]", record)
            years.append({"fiscal_year": year, "scores": {}, "narratives": {}})
        path = inside(f"$.years[{at}].{holder}", name)
        if name in years[at][holder]:
            found.note(record.cells[name_key], name, Expected.ONLY_ONCE)
        years[at][holder][name] = record.values.get(value_key)
        found.places[path] = record.cells.get(value_key, "")
        found.names[path] = (record.cells.get(name_key, ""), name)


Found = dict[tuple[Any, ...], tuple[str, dict[str, Any]]]
"""Parents by their numbers: path and object."""


def _plans(sheets: Mapping[str, list[Record]], found: _Findings) -> list[dict[str, Any]]:
    plans: list[dict[str, Any]] = []
    by_year: Found = {}
    for n, record in enumerate(sheets[forms.PLANS.title]):
        found.placed(f"$.plans[{n}]", record)
        plans.append({**record.values, "measures": [], "risks": []})
        by_year.setdefault((record.values.get("fiscal_year"),), (f"$.plans[{n}]", plans[-1]))
    measures = _children(sheets[forms.MEASURES.title], by_year, ("plan",), "measures", found, "measure")
    results = _children(sheets[forms.RESULTS.title], measures, ("plan", "measure"), "results", found, "result")
    _children(sheets[forms.EVIDENCE.title], results, ("plan", "measure", "result"), "evidence", found)
    _children(sheets[forms.RISKS.title], by_year, ("plan",), "risks", found)
    return plans


def _memos(sheets: Mapping[str, list[Record]], found: _Findings) -> list[dict[str, Any]]:
    memos = _plain(sheets[forms.MEMOS.title], "$.memos", found)
    by_id: Found = {}
    for n, memo in enumerate(memos):
        by_id.setdefault((memo.get("id"),), (f"$.memos[{n}]", memo))
    _children(sheets[forms.SECTIONS.title], by_id, ("memo",), "sections", found)
    _children(sheets[forms.MEMO_SIGNERS.title], by_id, ("memo",), "signers", found)
    return memos


def _children(
    records: Iterable[Record], parents: Found, numbers: tuple[str, ...], holder: str, found: _Findings, own: str = ""
) -> Found:
    """Put records into the parents that their numbers name; ``own`` is the number by which others name them."""
    made: Found = {}
    for record in records:
        parent = tuple(record.values.get(key) for key in numbers)
        if parent not in parents:
            known = dict.fromkeys(str(one[-1]) for one in parents if one[:-1] == parent[:-1])
            found.note(record.cells.get(numbers[-1], ""), parent[-1], Expected.PARENT, *known)
            continue
        above, into = parents[parent]
        path = f"{above}.{holder}[{len(into.setdefault(holder, []))}]"
        child = {key: value for key, value in record.values.items() if key not in (*numbers, own)}
        into[holder].append(child)
        found.placed(path, record)
        number = record.values.get(own)
        if number is None:
            continue  # nothing names it
        if (*parent, number) in made:
            found.note(record.cells[own], number, Expected.ONLY_ONCE)
        made.setdefault((*parent, number), (path, child))
    return made

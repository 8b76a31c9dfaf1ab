"""Rows of the office itself, its units and its signers."""

from __future__ import annotations

from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.memo import Signer
from ita_desktop.store.file.database import OfficeFile, Row
from ita_desktop.store.records.columns import listed, texts
from ita_desktop.store.records.order import move
from ita_desktop.store.records.understood import each, understood

_TEXTS = (
    "name",
    "subdistrict",
    "district",
    "province",
    "short_name",
    "phone",
    "email",
    "website",
    "document_prefix",
    "address",
)


def read_agency(file: OfficeFile) -> Agency:
    """Read the office (หน่วยงาน) of this file, with its units in order."""
    with understood(file, "agency"):
        row = file.rows("SELECT * FROM agency")[0]
        type_ = AgencyType(row["type"])
    units = tuple(unit["name"] for unit in file.rows("SELECT name FROM department ORDER BY position, id"))
    return Agency(type=type_, departments=units, **{name: row[name] for name in _TEXTS})


def read_source(file: OfficeFile) -> str:
    """Read where imported data came from."""
    return str(file.rows("SELECT source FROM agency")[0]["source"])


def write_agency(file: OfficeFile, agency: Agency) -> None:
    row = {name: getattr(agency, name) for name in _TEXTS}
    if not file.update("agency", 1, type=agency.type.value, **row):
        file.insert("agency", id=1, type=agency.type.value, **row)
    kept = [unit["name"] for unit in file.rows("SELECT name FROM department ORDER BY position, id")]
    if tuple(kept) != agency.departments:
        file.delete("department")
        for position, name in enumerate(agency.departments):
            file.insert("department", position=position, name=name)


def write_source(file: OfficeFile, source: str) -> None:
    file.update("agency", 1, source=source)


def read_signers(file: OfficeFile) -> tuple[Signer, ...]:
    """Read the signers (ผู้ลงนาม) in order."""
    return tuple(each(file, "signer", file.rows("SELECT * FROM signer ORDER BY position, id"), _signer))


def _signer(row: Row) -> Signer:
    return Signer(
        id=row["key"],
        name=row["name"],
        position=texts(row["position_lines"]),
        acting_for=row["acting_for"],
        acting_phrase=row["acting_phrase"],
    )


def write_signer(file: OfficeFile, signer: Signer) -> None:
    """Change the signer with this id, or add one at the end."""
    row = {
        "name": signer.name,
        "position_lines": listed(signer.position),
        "acting_for": signer.acting_for,
        "acting_phrase": signer.acting_phrase,
    }
    found = signer_row(file, signer.id)
    if found is not None:
        file.update("signer", found, **row)
    else:
        end = file.rows("SELECT coalesce(max(position) + 1, 0) AS next FROM signer")[0]["next"]
        file.insert("signer", position=end, key=signer.id, **row)


def remove_signer(file: OfficeFile, id: str) -> bool:
    return file.delete("signer", "key = ?", id) > 0


def move_signer(file: OfficeFile, id: str, to: int) -> bool:
    row = signer_row(file, id)
    if row is None:
        return False
    move(file, "signer", "1", (), row, to)
    return True


def signer_row(file: OfficeFile, id: str) -> int | None:
    """Return the row of a signer; None if there is none."""
    found = file.rows("SELECT id FROM signer WHERE key = ?", id)
    return int(found[0]["id"]) if found else None

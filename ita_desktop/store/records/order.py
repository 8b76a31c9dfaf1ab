"""The order of rows that the user can move."""

from __future__ import annotations

from typing import Any

from ita_desktop.store.file.database import OfficeFile


def move(file: OfficeFile, table: str, where: str, values: tuple[Any, ...], id: int, to: int) -> None:
    """Put row ``id`` at index ``to`` among the rows for which ``where`` holds, and renumber them."""
    rows = file.rows(f'SELECT id FROM "{table}" WHERE {where} ORDER BY position, id', *values)
    order = [row["id"] for row in rows if row["id"] != id]
    order.insert(max(0, min(to, len(order))), id)
    for position, other in enumerate(order):
        file.update(table, other, position=position)

"""SQL and the open file stay below: import-linter sees imports only, not a statement in a string."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.store.file.database import OfficeFile

PACKAGE = Path(__file__).resolve().parents[2] / "ita_desktop"
OUTSIDE = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] != "store")
ABOVE = [p for p in OUTSIDE if p.relative_to(PACKAGE).parts[:2] != ("app", "office")]
STATEMENT = re.compile(
    r"\b(SELECT\s+[\w*\"]|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|TRIGGER)|PRAGMA\s+\w)"
)
WRITES = {"insert", "update", "delete", "rows", "run"}


def sql_in(tree: ast.AST) -> Iterator[str]:
    """Statements in strings, f-strings too, and calls that write or read rows of a file by a table's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.search(node.value):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            of = node.func.value
            if (of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")) in ("file", "_file"):
                yield ast.unparse(node)


def test_no_sql_outside_the_store():
    found = {
        str(path.relative_to(PACKAGE)): sql
        for path in OUTSIDE
        if (sql := tuple(sql_in(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert not found


def test_only_the_workspace_and_its_parts_touch_the_open_file():
    found = []
    for path in ABOVE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "file":
                of = node.value
                name = of.attr if isinstance(of, ast.Attribute) else getattr(of, "id", "")
                if name in ("workspace", "_workspace"):
                    found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert not found


@pytest.mark.parametrize(
    "line",
    [
        'file.rows("SELECT file_id FROM file")',
        'sql = f"UPDATE {table} SET x = 1"; other = "DELETE FROM draft"',
        'office.file.delete("draft", "origin = ?", origin)',
        'self._file.insert("draft", origin=origin)',
    ],
)
def test_the_test_knows_sql_when_it_sees_it(line):
    assert tuple(sql_in(ast.parse(line)))


def test_the_names_it_looks_for_are_those_of_the_open_file():
    assert {name for name in WRITES if callable(getattr(OfficeFile, name, None))} == WRITES

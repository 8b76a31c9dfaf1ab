"""No module holds a state that changes: what a part needs is handed to it, and two offices never share it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ita_desktop"
MAY = {"__main__.py", "i18n.py"}
"""The start of the program; and the language, which gettext itself keeps for the whole process (ARCHITECTURE)."""
FILES = sorted(p for p in PACKAGE.rglob("*.py") if str(p.relative_to(PACKAGE)) not in MAY)
CHANGES = {
    *("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "add", "discard", "update"),
    *("setdefault", "popitem", "difference_update", "intersection_update", "symmetric_difference_update"),
}
CONTAINERS = {"list", "set", "dict", "defaultdict", "deque", "Counter", "OrderedDict", "WeakSet", "WeakKeyDictionary"}


def state_of(source: str) -> Iterator[str]:
    """Name every place where the module changes a name of its own, and every container that begins empty."""
    tree = ast.parse(source)
    names = dict(module_names(tree))
    for name, value in names.items():
        called = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
        if called in CONTAINERS and not (isinstance(value, ast.Call) and (value.args or value.keywords)):
            yield f"{name} begins empty, to be filled later"
        if isinstance(value, ast.List | ast.Set | ast.Dict) and not ast.unparse(value).strip("{}[]"):
            yield f"{name} begins empty, to be filled later"
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"line {node.lineno}: global {', '.join(node.names)}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            if isinstance(node.func.value, ast.Name) and node.func.value.id in names:
                yield f"line {node.lineno}: {ast.unparse(node.func)}"
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.Delete):
            targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
            for target in targets:
                if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") in names:
                    yield f"line {node.lineno}: {ast.unparse(target)}"


def module_names(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((one.id, node.value) for one in node.targets if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            yield node.target.id, node.value


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_module_holds_a_state_that_changes(file: Path) -> None:
    assert not list(state_of(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        "_kept = None\ndef keep(x):\n    global _kept\n    _kept = x\n",
        "_kept = {}\n",
        "_kept: dict[str, int] = dict()\n",
        "KEPT = [1]\ndef keep(x):\n    KEPT.append(x)\n",
        "KEPT = {1: 2}\ndef keep(x):\n    KEPT[x] = x\n",
    ],
)
def test_each_way_to_hold_a_state_is_seen(source: str) -> None:
    assert list(state_of(source))

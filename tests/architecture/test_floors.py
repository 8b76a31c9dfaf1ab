"""The house stands on its floors: imports go down only, and the lower floors load no window."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ita_desktop"
WITHOUT_QT = ("i18n", "paths", "domain", "typeset", "store", "documents", "app", "cli")
FLOORS = sorted(p.parent for p in PACKAGE.glob("*/__init__.py"))


def modules_of(floor: str) -> list[str]:
    if (PACKAGE / f"{floor}.py").exists():
        return [f"ita_desktop.{floor}"]
    files = sorted((PACKAGE / floor).rglob("*.py"))
    return [".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for f in files]


def lint(folder: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    tool = str(Path(sys.executable).with_name("lint-imports"))
    return subprocess.run([tool, "--cache-dir", str(cache)], cwd=folder, capture_output=True, text=True)


def test_import_contracts_hold(tmp_path):
    done = lint(ROOT, tmp_path / "cache")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("floor", WITHOUT_QT)
def test_floor_loads_no_qt(floor):
    """Proof at run time: what an import inside a function or a library's own import would hide from the contracts."""
    code = "\n".join(
        [
            "import sys",
            *(f"import {module}" for module in modules_of(floor)),
            "found = sorted(m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6'))",
            "sys.exit(f'loaded: {found[:5]}' if found else 0)",
        ]
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("floor", FLOORS, ids=lambda p: p.name)
def test_floor_states_its_rule(floor):
    text = ast.get_docstring(ast.parse((floor / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert "Rule of this floor:" in text
    assert len(text.partition("Rule of this floor:")[2].strip().splitlines()) <= 3


SOFTENERS = ("ignore_imports", "skip_descendants", "depth", "exclude_type_checking_imports")
"""Options that would let an import through: what only a type checker reads counts as well."""


def test_no_contract_is_softened():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert not [word for word in SOFTENERS if word in text]


def test_a_circle_anywhere_breaks_a_contract(tmp_path):
    """The contract against circles sees a circle of two files in one room, hidden in a function and for types only."""
    room = tmp_path / "house" / "floor" / "room"
    room.mkdir(parents=True)
    for folder in (room, room.parent, room.parent.parent):
        (folder / "__init__.py").touch()
    (room / "one.py").write_text("def late():\n    from house.floor.room import two\n")
    (room / "two.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house.floor.room import one\n"
    )
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    contract = next(one for one in ours if one["type"] == "acyclic_siblings")
    assert contract["ancestors"] == ["ita_desktop"]
    (tmp_path / ".importlinter").write_text(
        "[importlinter]\nroot_package = house\n[importlinter:contract:1]\nname = no circles\n"
        "type = acyclic_siblings\nancestors = house\n"
    )
    done = lint(tmp_path, tmp_path / "cache")
    assert done.returncode == 1
    assert "house.floor.room" in done.stdout

"""The house stands on its floors: imports go down only, and the lower floors load no window."""

from __future__ import annotations

import ast
import subprocess
import sys
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


def test_import_contracts_hold(tmp_path):
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--cache-dir", str(tmp_path / "cache")],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
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


def test_no_contract_is_softened():
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")

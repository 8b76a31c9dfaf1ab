"""Docstrings for developers are plain: a verb first, and no word that must be read twice."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "ita_desktop"
ROOMS = ("domain",)
"""Rooms whose docstrings follow the rule."""
VERBS = set(
    re.findall(
        r"\w+",
        "Add Answer Append Build Change Check Compare Compute Count Do Draft Find Insert Join Leave Load Make Mark "
        "Move Pair Put Raise Read Remove Replace Return Round Split Take Undo Write Yield",
    )
)
RIDDLES = re.compile(r"\b(?:anew|told|shall|let be|so many|parted|hangs? together|comes? to be)\b", re.IGNORECASE)
PROPERTIES = {"property", "cached_property"}


def documented(room: str) -> Iterator[tuple[str, ast.AST, str]]:
    """Yield each docstring of a room, of attributes too, with its place and what it describes."""
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 1)}"
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (text := ast.get_docstring(node)):
                yield place, node, text
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                yield place, node, node.value.value


def functions(room: str) -> Iterator[tuple[str, ast.FunctionDef, str]]:
    for place, node, text in documented(room):
        if isinstance(node, ast.FunctionDef):
            kinds = {name.id for name in node.decorator_list if isinstance(name, ast.Name)}
            if not kinds & PROPERTIES:
                yield place, node, text


@pytest.mark.parametrize("room", ROOMS)
def test_a_function_says_with_a_verb_what_it_does(room: str) -> None:
    assert not [f"{place}: {text}" for place, _, text in functions(room) if text.split()[0] not in VERBS]


@pytest.mark.parametrize("room", ROOMS)
def test_a_question_says_when_the_answer_is_yes(room: str) -> None:
    asked = ((p, text) for p, node, text in functions(room) if node.returns and ast.unparse(node.returns) == "bool")
    assert not [f"{place}: {text}" for place, text in asked if not re.match("Return (?:True|False)", text)]


@pytest.mark.parametrize("room", ROOMS)
def test_no_word_has_to_be_read_twice(room: str) -> None:
    assert not [f"{place}: {text}" for place, _, text in documented(room) if RIDDLES.search(text)]

"""A value that has a file of its own is built and taken apart nowhere else: origins, refs, months."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((ROOT / "ita_desktop").rglob("*.py"))
HOMES = {"origin.py", "ref.py", "month.py"}
SETTINGS = {"ui/preferences.py"}
"""Keys of the program's own settings look like paths and are none."""
WORD = re.compile(r"(?:plan|year|memo|signer|agency)/")
MONTH = re.compile(r"%Y-%m\Z")


def built_by_hand(tree: ast.AST) -> Iterator[int]:
    """Lines with a text or f-string that begins as the path of a field."""
    for node in ast.walk(tree):
        first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else node
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and WORD.match(first.value):
            yield first.lineno
        if isinstance(node, ast.JoinedStr) and re.match(r"f['\"]\{[\w.]*origin\}/", ast.unparse(node)):
            yield node.lineno


def taken_apart(tree: ast.AST) -> Iterator[int]:
    """Lines that split an origin at its slashes or a ref at its part, or ask how either begins or ends."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        argument = node.args[0]
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            continue
        on, how = ast.unparse(node.func.value), node.func.attr
        splits = how in ("split", "rsplit", "partition", "rpartition")
        if splits and argument.value == "@":
            yield node.lineno
        if re.search(r"\borigin$", on) and (splits or how in ("startswith", "endswith", "count")):
            yield node.lineno
        if how in ("startswith", "removeprefix") and argument.value in ("i", "e", "o"):
            yield node.lineno


def letters(tree: ast.AST) -> Iterator[int]:
    """Lines that name the letters of questions and items again, in a pattern or in a list."""
    for node in ast.walk(tree):
        named: set[object] = set()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = re.search(r"\[([ieoIEO]{2,6})\]|\A([ieo]{2,3})\Z", node.value)
            named = set((found[1] or found[2]).lower()) if found else set()
        elif isinstance(node, ast.Tuple | ast.Set | ast.List):
            named = {one.value for one in node.elts if isinstance(one, ast.Constant)}
        if {"i", "e"} <= named:
            yield node.lineno


def months(tree: ast.AST) -> Iterator[int]:
    """Lines that write a month with a format of their own, or cut one at its hyphen."""
    for node in ast.walk(tree):
        spec = node.format_spec if isinstance(node, ast.FormattedValue) else None
        if spec is not None and MONTH.search(ast.unparse(spec)[:-1]):
            yield spec.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            cut = node.func.attr in ("split", "partition") and "month" in ast.unparse(node.func.value)
            if cut and [a.value for a in node.args if isinstance(a, ast.Constant)] == ["-"]:
                yield node.lineno


RULES = {"built": built_by_hand, "taken apart": taken_apart, "letters": letters, "months": months}
SAMPLES = {
    "built": [
        'f"plan/{year}/measure/{id}"',
        '"agency/name"',
        'f"memo/{id}/to"',
        'f"year/{y}"',
        'x.startswith("year/")',
        'f"{head.origin}/to"',
    ],
    "taken apart": [
        'ref.split("@")[0]',
        'id.partition("@")',
        'origin.split("/")',
        'finding.origin.endswith("/issue")',
        'text.origin.startswith("year/")',
        'id.startswith("o")',
    ],
    "letters": ['re.compile("[ieoIEO][0-9]+")', 'ref[:1] in "ieo"', 'ref[0] in ("i", "e", "o")'],
    "months": ['f"{today:%Y-%m}"', 'month.split("-")', 'self.month.partition("-")'],
}


@pytest.mark.parametrize("rule", RULES)
def test_values_are_built_and_read_in_their_own_file(rule: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in CODE
        if path.name not in HOMES and str(path.relative_to(ROOT / "ita_desktop")) not in SETTINGS
        for line in RULES[rule](ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "use Origin, Ref or Month (domain/values/origin.py, domain/values/ref.py, domain/thai/month.py)"


@pytest.mark.parametrize(("rule", "code"), [(rule, code) for rule, codes in SAMPLES.items() for code in codes])
def test_what_is_built_by_hand_is_found(rule: str, code: str) -> None:
    look: Callable[[ast.AST], Iterator[int]] = RULES[rule]
    assert list(look(ast.parse(code)))


@pytest.mark.parametrize("code", ['f"{today:%Y-%m-%d}"', '"planning"', '"a@b".upper()', 'path.split("/")', '"[aeiou]"'])
def test_what_only_looks_alike_is_let_pass(code: str) -> None:
    assert not [line for look in RULES.values() for line in look(ast.parse(code))]

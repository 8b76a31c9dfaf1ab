"""A misspelt ``{name}`` in a sentence about a finding would print a dash: each must be a value that findings have."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

from ita_desktop import i18n, paths
from ita_desktop.app.checks.explanations import WORDINGS, values
from ita_desktop.domain import findings
from ita_desktop.domain.findings import Code

FOLDER = Path(findings.__file__).parent


def keys_of(tree: ast.AST) -> set[str]:
    """Texts that are keys of a mapping, and names of keyword arguments."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            found |= {key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
        elif isinstance(node, ast.Call):
            found |= {keyword.arg for keyword in node.keywords if keyword.arg}
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            key = node.targets[0].slice
            found |= {key.value} if isinstance(key, ast.Constant) and isinstance(key.value, str) else set()
    return found


def values_of_findings() -> set[str]:
    files = [*FOLDER.rglob("*.py"), Path(values.__file__)]
    return {key for file in files for key in keys_of(ast.parse(file.read_text(encoding="utf-8")))}


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", list(Code))
def test_every_name_in_a_sentence_is_a_value_of_findings(code: Code) -> None:
    known = values_of_findings()
    for language in ("en", "th"):
        i18n.use_language(language, paths.translations())
        wording = WORDINGS[code]()
        for text in (wording.what, wording.rule, wording.way):
            assert names_in(text) <= known, (language, text)


def test_both_languages_use_the_same_names() -> None:
    for code in Code:
        said = []
        for language in ("en", "th"):
            i18n.use_language(language, paths.translations())
            wording = WORDINGS[code]()
            said.append(names_in(wording.what + wording.rule + wording.way))
        assert said[1] <= said[0], code


def test_a_misspelt_name_is_noticed() -> None:
    assert not names_in("{yaer}") <= values_of_findings()

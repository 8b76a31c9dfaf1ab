"""Plain English: a public function's docstring begins with a verb in the imperative; archaic words are gone."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "ita_desktop"
NOT_YET: dict[str, int] = {"documents": 119, "ui": 73}
"""Rooms that still have docstrings of another kind, and how many at most: the numbers only fall."""
ARCHAIC_LEFT: dict[str, int] = {"documents": 7, "domain": 1, "typeset": 43, "ui": 5}
"""The same for archaic words."""
ARCHAIC = re.compile(r"\b(parted|anew|be it|shall|so many|let be|told|afresh|whosoever|thereby)\b", re.IGNORECASE)
NO_VERBS = {
    *("a", "all", "also", "an", "and", "any", "as", "at", "both", "by", "each", "every", "everything", "few", "for"),
    *("from", "here", "how", "i", "if", "in", "it", "its", "many", "more", "most", "never", "no", "none", "not", "of"),
    *(
        "nothing",
        "off",
        "on",
        "one",
        "only",
        "or",
        "other",
        "our",
        "several",
        "so",
        "some",
        "such",
        "that",
        "the",
        "to",
    ),
    *("their", "there", "these", "they", "this", "those", "true", "false", "two", "up", "us", "we", "what", "whatever"),
    *("the", "when", "where", "whether", "which", "who", "whom", "whose", "why", "with", "without", "you", "your"),
}
VERBS_IN_S = {
    "address",
    "bless",
    "compress",
    "cross",
    "discuss",
    "dismiss",
    "express",
    "guess",
    "pass",
    "press",
    "process",
}
VERBS_IN_ING_OR_ED = {"bring", "embed", "feed", "need", "proceed", "speed", "swing"}


def is_imperative(docstring: str) -> bool:
    """Return whether the first word can be a verb in the imperative: no article, no -s, no -ing, no -ed, no Thai."""
    word = re.match(r"[A-Za-z]+", docstring.strip())
    if word is None:
        return False
    first = word[0].lower()
    if first in NO_VERBS or (first.endswith("s") and first not in VERBS_IN_S):
        return False
    return not first.endswith(("ing", "ed")) or first in VERBS_IN_ING_OR_ED


def public_functions(source: str) -> Iterator[ast.FunctionDef]:
    """Yield the functions and methods with a public name and a docstring, but not properties: those name a thing."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and ast.get_docstring(node):
            named = {ast.unparse(one).rsplit(".", 1)[-1] for one in node.decorator_list}
            if not named & {"property", "cached_property", "setter"}:
                yield node


def not_imperative(source: str) -> list[str]:
    """List the public functions whose docstring does not begin with a verb."""
    found = ((node, ast.get_docstring(node) or "") for node in public_functions(source))
    return [f"{node.lineno} {node.name}: {text.splitlines()[0]}" for node, text in found if not is_imperative(text)]


def archaic(source: str) -> list[str]:
    """List the comments and docstrings with an archaic word."""
    tree = ast.parse(source)
    texts = [
        (node.lineno, node.value.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    texts += [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]
    return [f"{line}: {found[0]}" for line, text in texts if (found := ARCHAIC.search(text))]


def files_of(room: str) -> list[Path]:
    place = PACKAGE / room
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


ROOMS = sorted(one.name for one in PACKAGE.iterdir() if one.suffix == ".py" or (one / "__init__.py").is_file())


@pytest.mark.parametrize("room", ROOMS)
def test_the_docstring_of_a_public_function_begins_with_a_verb(room: str) -> None:
    found = [f"{p}:{one}" for p in files_of(room) for one in not_imperative(p.read_text(encoding="utf-8"))]
    assert len(found) <= NOT_YET.get(room, 0), "\n".join(found)


@pytest.mark.parametrize("room", ROOMS)
def test_no_comment_or_docstring_is_archaic(room: str) -> None:
    found = [f"{p}:{one}" for p in files_of(room) for one in archaic(p.read_text(encoding="utf-8"))]
    assert len(found) <= ARCHAIC_LEFT.get(room, 0), "\n".join(found)


@pytest.mark.parametrize(
    "text",
    ["The sum.", "What is left.", "``x`` as a number.", "ผลการประเมิน", "Returns the sum.", "Reading a file.", ""],
)
def test_other_beginnings_are_seen(text: str) -> None:
    assert not is_imperative(text)


def test_archaic_words_are_seen_in_comments_and_docstrings() -> None:
    assert archaic('"""It shall be."""\nx = "shall"  # done anew\n') == ["1: shall", "2: anew"]
    assert not_imperative('def f():\n    """The sum."""\ndef _g():\n    """The sum."""\n') == ["1 f: The sum."]

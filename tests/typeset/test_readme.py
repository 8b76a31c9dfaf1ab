"""The page that tells the typesetter is true: its example runs, its modules are there, its names are what is loaded."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ita_desktop import typeset as ts
from tests.typeset.conftest import FONTS, ROOT
from tests.typeset.reading import fold, pdfium

PACKAGE = ROOT / "ita_desktop" / "typeset"
README = (PACKAGE / "README.md").read_text(encoding="utf-8")


def test_the_example_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("THSarabunNew.ttf", "THSarabunNew-Bold.ttf"):
        (tmp_path / name).write_bytes((FONTS / name).read_bytes())
    (tmp_path / "words_th.txt").write_bytes((ROOT / "resources" / "words" / "words_th.txt").read_bytes())
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    found: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), found)
    read = fold(pdfium((tmp_path / "report.pdf").read_bytes()))
    for text in ("-1-", "๑.ผลการประเมิน", "ดังนี้", "ผู้รับผิดชอบ", "ทุกไตรมาส", "สำนักปลัด"):
        assert text in read
    result = found["result"]
    assert isinstance(result, ts.Result)
    assert [place.origin for place in result.places] == ["measure/1/responsible"]
    assert [mark.text for mark in result.bookmarks] == ["๑.  ผลการประเมิน"]


def test_every_module_is_named_in_the_pipeline() -> None:
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "steps"}
    assert modules <= set(re.findall(r"`(\w+)`", README))
    assert set(re.findall(r"`(\w+)`", README.partition("## The pipeline")[2].partition("##")[0])) <= {
        path.stem for path in PACKAGE.glob("*.py")
    }


def test_the_names_that_type_checkers_see_are_those_that_load() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {name.name for node in block.body if isinstance(node, ast.ImportFrom) for name in node.names}
    assert seen == set(dir(ts))
    assert all(getattr(ts, name) is not None for name in seen)


def test_no_public_name_hides_one_of_the_standard_library() -> None:
    assert not {"Path", "Enum", "Any", "Iterable", "Sequence", "Callable"} & set(dir(ts))
    assert (PACKAGE / "py.typed").is_file()

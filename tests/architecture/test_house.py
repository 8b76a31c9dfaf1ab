"""Habits that no tool checks: short files, a true README, licences beside what they cover, no trace of a machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(p for folder in ("ita_desktop", "tests") for p in (ROOT / folder).rglob("*.py"))
OF_OURS = {".py", ".toml", ".md", ".po", ".pot", ".yml", ".cfg", ".in", ".json", ""}
PATHS = (r"(?<![\w.])/(?:home|opt|root)/", r"C:\\Users")
"""Of someone's machine; a test may invent some."""
WORDS = (r"index-url", r"\bclaude\b", r"\banthropic\b", r"\bchatgpt\b", r"\bcopilot\b", r"\bTODO\b", r"\bFIXME\b")
BANNED_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "service", "info", "misc", "common"}

NEED_OTHER_PROGRAMS = {"peers_table.py", "frozen_start.py"}
"""Benchmarks that need other typesetters, which are not ours to install, or a frozen program."""


def our_files() -> list[Path]:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_is_over_500_lines():
    long = {str(p.relative_to(ROOT)): n for p in CODE if (n := len(p.read_text(encoding="utf-8").splitlines())) > 500}
    assert not long


def test_no_module_is_a_drawer():
    assert not [p for p in CODE if p.stem in BANNED_NAMES]


def test_a_short_name_means_one_thing():
    short = re.compile(r"^class (Break|Cell|Change|Kind|Line|Paper|Part|Place|Sheet)\b", re.MULTILINE)
    named = Counter(name for p in (ROOT / "ita_desktop").rglob("*.py") for name in short.findall(p.read_text("utf-8")))
    assert not [name for name, count in named.items() if count > 1]


def test_readme_tree_names_the_folders():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    tree = re.search(r"```text\n(.*?)```", readme, re.DOTALL)
    assert tree, "the README has no folder tree"
    named = set(re.findall(r"^\s*(\S+)/", tree[1], re.MULTILINE))
    there = {p.parent.name for p in (ROOT / "ita_desktop").glob("*/__init__.py")}
    there |= {p.name for p in (ROOT / "resources").iterdir() if p.is_dir()}
    there |= {"ita_desktop", "resources", "translations", "tests"}
    assert named == there


@pytest.mark.parametrize(("name", "lines"), [("README.md", 150), ("ARCHITECTURE.md", 130), ("CONTRIBUTING.md", 100)])
def test_texts_stay_short(name, lines):
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= lines


def test_nothing_of_a_machine_or_a_person_is_in_the_project():
    found = []
    for path in our_files():
        if path == Path(__file__) or path.suffix not in OF_OURS or path.name in ("COPYING", "OFL.txt", "LICENSE"):
            continue
        text = path.read_text(encoding="utf-8")
        patterns = WORDS if path.is_relative_to(ROOT / "tests") else (*PATHS, *WORDS)
        found += [f"{path.relative_to(ROOT)}: {m[0]}" for p in patterns for m in re.finditer(p, text, re.IGNORECASE)]
    assert not found


def test_every_resource_folder_is_in_third_party():
    notices = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    for folder in ("fonts", "ui-fonts", "emblem", "words", "places", "icons"):
        assert f"resources/{folder}/" in notices
    assert (
        (ROOT / "resources" / "fonts" / "COPYING")
        .read_text(encoding="utf-8")
        .lstrip()
        .startswith("GNU GENERAL PUBLIC LICENSE")
    )
    assert "special exception" in (ROOT / "resources" / "fonts" / "README.md").read_text(encoding="utf-8")
    assert (ROOT / "resources" / "ui-fonts" / "OFL.txt").is_file()
    assert "พ.ศ. 2534" in notices


def test_every_dependency_is_in_third_party():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    notices = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").lower()
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    missing = [name for entry in wanted if (name := re.match(r"[\w.-]+", entry)[0].lower()) not in notices]
    assert not missing


def test_ci_runs_every_benchmark():
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    benches = [p for p in (ROOT / "tests" / "bench").glob("*.py") if "__main__" in p.read_text(encoding="utf-8")]
    wanted = {p.name for p in benches} - NEED_OTHER_PROGRAMS
    assert wanted
    assert not [name for name in wanted if f"tests/bench/{name}" not in run]


def test_system_packages_are_named_once():
    """In packaging/linux/run, which people and machines call alike."""
    for text in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        said = (ROOT / text).read_text(encoding="utf-8")
        assert "bash packaging/linux/run " in said
        assert "apt-get" not in said


def test_temporary_files_are_made_in_one_place():
    """``tempfile`` tries two thousand million names on Windows where it may not write; ``store.file.disk`` does not."""
    makers = ("mkstemp", "mkdtemp", "TemporaryDirectory", "TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile")
    found = [
        f"{file.relative_to(ROOT)}: {name}"
        for file in (ROOT / "ita_desktop").rglob("*.py")
        for name in makers
        if re.search(rf"\b{name}\b", file.read_text(encoding="utf-8"))
    ]
    assert not found, "use store.file.disk.temporary_folder or write_whole"

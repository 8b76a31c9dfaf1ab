"""Whatever stands in window.ini, the program starts."""

from pathlib import Path

import pytest

from ita_desktop.ui.preferences import Preferences


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "x", "", "1e999"])
def test_a_scale_that_is_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "window.ini"
    file.write_text(f"[General]\nscale={text}\n", encoding="utf-8")
    assert Preferences(file).scale == 1.0


@pytest.mark.parametrize(("text", "year"), [("2568", 2568), ("2568²", None), ("²", None), ("x", None)])
def test_a_year_that_is_none(tmp_path: Path, text: str, year: int | None) -> None:
    file = tmp_path / "window.ini"
    file.write_text(f"[year]\na.ita={text}\n", encoding="utf-8")
    assert Preferences(file).plan_year(tmp_path / "a.ita") == year


def test_two_files_of_one_name_are_two(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "window.ini")
    kept.keep_plan_year(tmp_path / "a" / "x.ita", 2567)
    kept.keep_plan_year(tmp_path / "b" / "x.ita", 2568)
    assert kept.plan_year(tmp_path / "a" / "x.ita") == 2567
    assert kept.plan_year(tmp_path / "b" / "x.ita") == 2568


def test_recent_files_are_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.ita").touch()
    monkeypatch.chdir(tmp_path)
    kept = Preferences(tmp_path / "window.ini")
    kept.remember(Path("x.ita"))
    monkeypatch.chdir("/")
    assert kept.recent == (tmp_path / "x.ita",)

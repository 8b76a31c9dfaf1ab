"""``ita-desktop check``: one line a finding, 1 where something is wrong."""

from __future__ import annotations

import json

import pytest

from ita_desktop.__main__ import run


@pytest.fixture
def file(cases, tmp_path):
    def brought(case: str):
        path = tmp_path / f"{case}.ita"
        assert run(["import", str(cases / f"case-{case}.json"), str(path)]) == 0
        return path

    return brought


def test_wrong_office(file, capsys):
    path = file("001")
    capsys.readouterr()
    assert run(["check", str(path)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert all(len(line.split("\t")) == 4 for line in out)
    assert out[0].split("\t")[:2] == ["ผิด", "every"]


def test_office_without_anything_wrong(file, capsys):
    path = file("002")
    capsys.readouterr()
    assert run(["check", str(path), "--language", "en"]) == 0
    assert {line.split("\t")[0] for line in capsys.readouterr().out.splitlines()} == {"Look", "Advice"}


def test_sample_office_has_nothing_wrong(sample_file, capsys):
    assert run(["check", str(sample_file), "--format", "json"]) == 0
    years = json.loads(capsys.readouterr().out)
    assert [year["plan_year"] for year in years] == [2567, 2568]
    assert not [f for year in years for f in year["findings"] if f["severity"] != "advice"]


def test_one_year(file, capsys):
    path = file("004")
    capsys.readouterr()
    assert run(["check", str(path), "--year", "2568", "--format", "json"]) == 1
    (year,) = json.loads(capsys.readouterr().out)
    assert year["findings"][0]["code"] == "level-in-text"
    assert year["findings"][0]["fixes"]


def test_year_that_is_not_there(file, capsys):
    assert run(["check", str(file("004")), "--year", "2560"]) == 1
    assert "2560" in capsys.readouterr().err

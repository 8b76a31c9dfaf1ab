"""Rules of a year from a signed pack: apart from the program, reversible, the office's own draft beside them."""

from __future__ import annotations

import shutil

import pytest

from ita_desktop import paths
from ita_desktop.__main__ import run
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.folders import Folders
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.publisher import packs
from ita_desktop.app.rules.setting import SETTING
from ita_desktop.app.start.library import Library
from ita_desktop.store.publisher.signed import SignedKind, Slip, write_signed
from ita_desktop.store.resources import frameworks as store
from tests.app.signing import KEY, OTHER, altered, program_file, resources_with_key

LATER = "99.0.0"


@pytest.fixture
def resources(tmp_path):
    return resources_with_key(tmp_path / "resources")


@pytest.fixture
def rules(tmp_path):
    return packs.Packs(tmp_path / "บ้าน" / "rules")


def year_text(year: int, *, draft: bool = True, title: str = "") -> str:
    text = (paths.resources() / "frameworks" / "2569.toml").read_text(encoding="utf-8")
    text = text.replace("fiscal_year = 2569", f"fiscal_year = {year}")
    if title:
        text = text.replace('title = "การประเมิน', f'title = "{title}การประเมิน')
    return text if draft else text.replace("draft = true", "draft = false")


def pack(folder, year=2570, edition="1", *, key=KEY, text=None, made_for=LATER, **files):
    content = folder / f"pack-{edition}"
    content.mkdir()
    (content / f"{year}.toml").write_text(text or year_text(year, draft=False, title="ชุด "), encoding="utf-8")
    for name, words in files.items():
        (content / name.replace("_", ".")).write_text(words, encoding="utf-8")
    slip = Slip(kind=SignedKind.RULES, version=edition, year=year, made_for=made_for, note="ประกาศแล้ว")
    file = folder / f"{year}-{edition}.itapack"
    write_signed(file, slip, content, key)
    shutil.rmtree(content)
    return file


def known(resources, rules):
    return store.load_frameworks(resources / "frameworks", rules.files_of_rules())


def test_a_pack_brings_its_year_and_the_drafts_follow_it(tmp_path, resources, rules):
    before = known(resources, rules)
    assert before[2570].draft
    rules.install(pack(tmp_path), resources)
    after = known(resources, rules)
    assert not after[2570].draft
    assert after[2570].title.startswith("ชุด ")
    assert after[2573].draft
    assert {year: before[year] for year in range(2562, 2570)} == {year: after[year] for year in range(2562, 2570)}


def test_a_pack_is_taken_out_again(tmp_path, resources, rules):
    before = known(resources, rules)
    rules.install(pack(tmp_path), resources)
    rules.install(pack(tmp_path, edition="2"), resources)
    assert rules.go_back(2570) == "1"
    assert rules.go_back(2570) == ""
    assert known(resources, rules) == before
    with pytest.raises(WorkspaceError):
        rules.go_back(2570)


def test_an_older_edition_is_refused(tmp_path, resources, rules):
    rules.install(pack(tmp_path, edition="2"), resources)
    with pytest.raises(WorkspaceError) as told:
        rules.install(pack(tmp_path, edition="1"), resources)
    assert told.value.code is packs.PackTrouble.NOT_NEWER


def test_a_program_that_is_newer_than_the_pack_uses_its_own(tmp_path, resources, rules):
    rules.install(pack(tmp_path, made_for="0.0.1"), resources)
    assert known(resources, rules)[2570].draft


def test_unsigned_altered_and_foreign_packs_are_refused(tmp_path, resources, rules):
    good = pack(tmp_path)
    (tmp_path / "other").mkdir()
    bad = {
        "unsigned": altered(good, "signature", lambda _: None),
        "altered": altered(good, "files/2570.toml", lambda data: data.replace(b"pass_mark = 85", b"pass_mark = 86")),
        "wrong_signature": pack(tmp_path / "other", key=OTHER),
        "other_kind": program_file(tmp_path, "97.0.0"),
    }
    for code, file in bad.items():
        with pytest.raises(WorkspaceError) as told:
            rules.install(file, resources)
        assert told.value.code == code
        assert str(file) in str(told.value)
    assert not rules.all_rules()


def test_faulty_rules_are_refused_with_their_place(tmp_path, resources, rules):
    text = year_text(2570).replace("pass_mark = 85", 'pass_mark = "85"')
    with pytest.raises(WorkspaceError) as told:
        rules.install(pack(tmp_path, text=text), resources)
    assert "pass_mark" in str(told.value)
    with pytest.raises(WorkspaceError) as told:
        rules.install(pack(tmp_path, edition="2", catalogue_toml="entries = 1"), resources)
    assert "catalogue.toml" in str(told.value)
    assert not rules.all_rules()


def test_a_catalogue_in_a_pack_is_proposed(tmp_path, resources, rules):
    text = (paths.resources() / "measures" / "catalogue.toml").read_text(encoding="utf-8")
    first = Library(resources, Folders(rules=rules.root)).catalogue.entries[0].measures[0]
    rules.install(pack(tmp_path, catalogue_toml=text.replace(first, "มาตรการจากชุดเกณฑ์", 1)), resources)
    assert Library(resources, Folders(rules=rules.root)).catalogue.entries[0].measures[0] == "มาตรการจากชุดเกณฑ์"


def test_an_offices_own_edits_are_kept_and_shown_beside_the_packs(tmp_path, resources, rules, sample_file):
    edits = {"2570": {"title": "ชื่อของเรา", "levels/pass_mark": "80"}}
    with Workspace.open(sample_file, known(resources, rules)) as office:
        office.set_setting(SETTING, edits)
    rules.install(pack(tmp_path), resources)
    with Workspace.open(sample_file, known(resources, rules)) as office:
        assert office.setting(SETTING) == edits
        assert office.frameworks[2570].title == "ชื่อของเรา"
        shown = packs.beside(office.setting(SETTING), known(resources, rules), 2570)
        assert office.shipped_frameworks[2570].title.startswith("ชุด ")
    assert "levels/pass_mark: 80 | 85" in shown
    assert any(line.startswith("title: ชื่อของเรา | ชุด การประเมิน") for line in shown)
    assert len(shown) == 2


def test_the_command_brings_a_pack_and_shows_the_edits(tmp_path, resources, sample_file, monkeypatch, capsys):
    monkeypatch.setattr(paths, "resources", lambda: resources)
    with Workspace.open(sample_file, known(resources, packs.Packs(None))) as office:
        office.set_setting(SETTING, {"2570": {"title": "ชื่อของเรา"}})
    assert run(["rules", str(pack(tmp_path)), "--office", str(sample_file)]) == 0
    assert "title: ชื่อของเรา | ชุด " in capsys.readouterr().err
    assert run(["rules"]) == 0
    assert "2570" in capsys.readouterr().err
    assert run(["rules", "--back", "2570"]) == 0
    assert run(["rules", "--back", "2570"]) == 1

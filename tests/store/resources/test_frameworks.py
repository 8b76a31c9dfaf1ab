import hashlib
import re
from pathlib import Path

import pytest

from ita_desktop import paths
from ita_desktop.domain.rules.soundness import PROVENANCE_BLOCKS, unsound_places
from ita_desktop.domain.values.framework import Confidence, draft_after
from ita_desktop.store.resources.frameworks import FrameworkError, load_frameworks

FOLDER = paths.resources() / "frameworks"
FRAMEWORKS = load_frameworks(FOLDER)


def test_all_years_are_there_oldest_first():
    assert list(FRAMEWORKS) == list(range(2562, 2573))
    assert [y for y, f in FRAMEWORKS.items() if f.draft] == [2569, 2570, 2571, 2572]
    assert [y for y, f in FRAMEWORKS.items() if not f.announced] == [2569, 2570, 2571, 2572]


def test_published_years_are_frozen():
    sums = dict(reversed(line.split("  ")) for line in (FOLDER / "SHA256SUMS").read_text().splitlines())
    published = {f"{y}.toml" for y, f in FRAMEWORKS.items() if not f.draft}
    assert set(sums) == published
    for name, expected in sums.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == expected, f"{name} was changed"


# Items per sub-indicator: public item lists of the years, see [provenance] of each file.
@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2562, [9, 8, 7, 4, 5, 8, 7]),
        (2563, [9, 8, 7, 4, 5, 8, 2]),
        (2564, [9, 8, 7, 4, 5, 8, 2]),
        (2565, [9, 8, 7, 4, 5, 8, 2]),
        (2566, [10, 8, 4, 4, 4, 8, 5]),
        (2567, [6, 7, 4, 4, 4, 6, 4]),
        (2568, [4, 7, 2, 3, 4, 4, 4]),
    ],
)
def test_items_per_sub_indicator(year, counts):
    framework = FRAMEWORKS[year]
    subs = [s.id for i in framework.indicators for s in i.sub_indicators]
    assert subs == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert [sum(i.sub_indicator == s for i in framework.items) for s in subs] == counts
    assert [i.id for i in framework.items] == [f"o{n + 1}" for n in range(sum(counts))]


def test_the_ten_indicators_of_every_year():
    for framework in FRAMEWORKS.values():
        assert [i.id for i in framework.indicators] == [str(n) for n in range(1, 11)]
        assert [i.instrument for i in framework.indicators] == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2
        eight = framework.indicator("8")
        assert {eight.name, *eight.aliases} == {"การปรับปรุงการทำงาน", "การปรับปรุงระบบการทำงาน"}


def test_duty_items():
    items = {y: (f.duty.measure_item, f.duty.result_item, f.duty.result_reports_on) for y, f in FRAMEWORKS.items()}
    assert items == {
        2562: ("o42-o48", "", None),
        **{y: ("o42", "o43", y) for y in (2563, 2564, 2565, 2566)},
        2567: ("o34", "o35", 2566),
        2568: ("o27", "o28", 2567),
        2569: ("o25", "o26", 2568),
        **{y: ("", "", y - 1) for y in (2570, 2571, 2572)},
    }
    assert FRAMEWORKS[2569].duty.measure_item_name == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"


def test_unsure_facts_say_so():
    assert FRAMEWORKS[2569].provenance["levels"].confidence is Confidence.UNVERIFIED
    assert FRAMEWORKS[2567].provenance["levels"].confidence is Confidence.PARTLY
    for framework in FRAMEWORKS.values():
        assert set(framework.provenance) == set(PROVENANCE_BLOCKS)
        for provenance in framework.provenance.values():
            assert provenance.confidence is Confidence.CONFIRMED or provenance.note or provenance.sources


def test_a_year_after_the_last_file_is_a_draft():
    last = FRAMEWORKS[2569]
    draft = draft_after(last)
    assert (draft.fiscal_year, draft.draft, draft.announced) == (2570, True, False)
    assert unsound_places(draft) == ()
    assert (draft.duty.measure_item, draft.duty.result_item) == ("", "")
    assert draft.duty.measure_item_name == "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"
    assert (draft.duty.analyses_results_of, draft.duty.measures_for) == (2569, 2570)
    assert draft.indicators == last.indicators
    assert {p.confidence for p in draft.provenance.values()} == {Confidence.UNVERIFIED}
    assert [i.year_label for i in draft.items if i.id in ("o1", "o6", "o7")] == [None, 2570, 2569]
    assert draft_after(draft).fiscal_year == 2571


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(FrameworkError) as caught:
        load_frameworks(folder)
    assert str(caught.value).splitlines() == [str(f) for f in caught.value.faults]
    return [str(f) for f in caught.value.faults]


def edited(tmp_path: Path, *changes: tuple[str, str], name: str = "2567.toml") -> Path:
    text = (FOLDER / "2567.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('instrument = "EIT"', 'instrument = "EXT"', r"\$\.indicators\[5\]\.instrument: 'EXT' is no instrument"),
        ("weight = 30", "weight = 31", r"\$\.instruments: the weights must make 100 together, not 101"),
        ("weight = 30", 'weight = "30"', r"\$\.instruments\[0\]\.weight: must be a number, not '30'"),
        ("weight = 30", "weight = nan", r"\$\.instruments\[0\]\.weight: must be a number"),
        ("draft = false", "draft = 0", r"\$\.draft: must be true or false, not 0"),
        ("draft = false", "drafted = false", r"\$\.drafted: no such key"),
        ("pass_mark = 85\n", "", r"\$\.levels\.pass_mark: is missing"),
        ("overall_min = 70", "overall_min = 99", r"\$\.levels\.bands\[3\]\.overall_min: 99 is higher"),
        ("overall_min = 0 ", "overall_min = 1 ", r"\$\.levels\.bands\[4\]: the last band"),
        ("overall_min = 95", "overall_min = 101", r"\$\.levels\.bands\[0\]\.overall_min: 101 is out of range"),
        ('"EIT2", "OIT"]', '"EIT3", "OIT"]', r"\$\.levels\.instruments_checked\[2\]: 'EIT3' is no instrument"),
        ('id = "o2"', 'id = "o1"', r"\$\.items\[1\]\.id: 'o1' is there twice"),
        (
            'id = "o2", sub_indicator = "9.1"',
            'id = "o2", sub_indicator = "9.9"',
            r"\$\.items\[1\]\.sub_indicator: '9.9'",
        ),
        ('measure_item = "o34"', 'measure_item = "o36"', r"\$\.duty\.measure_item: 'o36' is no item"),
        ("question_count = 15", "question_count = 16", r"\$\.instruments\[0\]\.question_count: 16 stated, 15 listed"),
        ("question_count = 35", "question_count = 34", r"\$\.instruments\[2\]\.question_count: 34 stated, 35 listed"),
        (
            'confidence = "partly" }',
            'confidence = "sure" }',
            r"\.questions\[0\]\.confidence: 'sure' is none of confirmed",
        ),
        ("[provenance.calendar]", "[provenance.kalender]", r"\$\.provenance\.calendar: is missing"),
        ('aliases = ["การแก้ปัญหาการทุจริต"]', 'aliases = "ก"', r"\$\.indicators\[4\]\.aliases: must be a list, not 'ก'"),
        ("fiscal_year = 2567", "fiscal_year = 2024", r"\$\.fiscal_year: must be a Buddhist year"),
        ("fiscal_year = 2567", "fiscal_year = 2568", r"\$\.fiscal_year: does not agree with the file's name"),
        ("fiscal_year = 2567", "fiscal_year = ", r"line 4, column 15: Invalid value"),
    ],
)
def test_a_fault_is_named_by_its_place(tmp_path, old, new, fault):
    faults = faults_of(edited(tmp_path, (old, new)))
    assert any(re.match(r"2567\.toml: .*" + fault, line) for line in faults), faults


def test_all_faults_of_all_files_are_listed(tmp_path):
    edited(tmp_path, ("weight = 30", "weight = 31"), ('id = "o2"', 'id = "o1"'))
    (tmp_path / "2570.toml").write_bytes(b"title = '\xff'")
    (tmp_path / "2571.toml").write_text("[levels]\nbands = 3")
    faults = faults_of(tmp_path)
    assert [f.split(": ")[:2] for f in faults[:3]] == [
        ["2567.toml", "$.instruments"],
        ["2567.toml", "$.items[1].id"],
        ["2570.toml", "byte 9"],
    ]
    assert "2571.toml: $.levels.bands: must be a list, not 3" in faults
    assert "2571.toml: $.levels.pass_mark: is missing" in faults
    assert "2571.toml: $.fiscal_year: is missing" in faults


def test_a_folder_without_frameworks_is_refused(tmp_path):
    assert faults_of(tmp_path) == [f"{tmp_path.name}: $: no framework there"]


def test_years_between_two_files_are_drafts_of_the_year_before_them(tmp_path):
    """A file for 2571 that comes before the one for 2570 makes no year unknown."""
    folder = tmp_path / "frameworks"
    folder.mkdir()
    for year in (2568, 2571):
        text = (paths.resources() / "frameworks" / "2568.toml").read_text("utf-8")
        (folder / f"{year}.toml").write_text(text.replace("fiscal_year = 2568", f"fiscal_year = {year}", 1), "utf-8")
    found = load_frameworks(folder)
    assert list(found) == [2568, 2569, 2570, 2571, 2572, 2573, 2574]
    assert [year for year, framework in found.items() if not framework.announced] == [2569, 2570, 2572, 2573, 2574]
    assert found[2570] == draft_after(found[2569])

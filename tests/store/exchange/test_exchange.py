import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from ita_desktop.store.exchange.json_reading import office_of
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.untrusted.json_tree import MAX_DEPTH, Expected, JsonFaults, parse, parse_bytes
from tests.store.offices import AGENCY, FRAMEWORKS, MEMOS, OFFICE, PLANS

CASES = sorted((Path(__file__).parents[2] / "data" / "cases").glob("*.json"))


def filled(value: Any) -> Any:
    """The same data without its empty keys."""
    if isinstance(value, dict):
        kept = {key: filled(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one is not None and one not in ("", [], {})}
    return [filled(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_an_export_after_an_import_is_the_same_data(case: Path) -> None:
    text = office_json(office_of(parse(case), FRAMEWORKS))
    assert filled(json.loads(text)) == filled(json.loads(case.read_text("utf-8")))


def test_every_field_goes_out_and_comes_in() -> None:
    text = office_json(OFFICE)
    assert office_of(parse_bytes(text.encode()), FRAMEWORKS) == OFFICE
    assert '"overall": 93.71' in text


def test_what_the_program_lets_stand_empty_comes_back() -> None:
    year = PLANS[0].fiscal_year
    bare = Office(
        agency=Agency(type=AgencyType.OTHER, name=""),
        signers=(Signer(id="s1", name=""),),
        plans=(
            MeasurePlan(fiscal_year=year, assessed_year=year, measures=(Measure(refs=()),), risks=(Risk(risk=""),)),
        ),
        memos=(Memo(id="m", fiscal_year=year),),
    )
    assert office_of(parse_bytes(office_json(bare).encode()), FRAMEWORKS) == bare


def test_null_an_empty_key_and_a_missing_one_are_the_same() -> None:
    small = {"format": "ita-office/1", "agency": {"type": "sao", "name": "ดอน"}}
    nulls = {
        **small,
        "source": None,
        "signers": None,
        "years": [{"fiscal_year": 2567, "official": None, "scores": {"1": None}, "narratives": {"1": ""}}],
        "plans": [],
        "memos": [],
    }
    empty = {**small, "years": [{"fiscal_year": 2567, "official": {"overall": None, "level": ""}}]}
    assert read(nulls) == read(empty)


def read(tree: Any) -> Office:
    return office_of(parse_bytes(json.dumps(tree).encode()), FRAMEWORKS)


def test_decimals_are_exact_and_zeros_at_the_end_do_not_count() -> None:
    text = '{"format": "ita-office/1", "agency": {"type": "sao", "name": ""}, "years": [{"fiscal_year": 2567, "scores":'
    office = office_of(parse_bytes((text + '{"1": 70.620, "2": 100, "3": 0.1, "4": 1e1}}]}').encode()), FRAMEWORKS)
    assert office.years[0].scores == {"1": Decimal("70.62"), "2": 100, "3": Decimal("0.1"), "4": 10}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_bytes(b"\xef\xbb\xbf{}") == {}


def put(tree: Any, path: str, value: Any) -> Any:
    """A copy of the tree with one value changed; the path's words are parted by dots."""
    tree = deepcopy(tree)
    holder = tree
    *way, last = path.split(".")
    for word in way:
        holder = holder[int(word)] if isinstance(holder, list) else holder[word]
    if isinstance(holder, list):
        holder[int(last)] = value
    else:
        holder[last] = value
    return tree


FULL = json.loads(office_json(replace(OFFICE, signers=(*OFFICE.signers, Signer(id="s3", name="ค")))))
GONE = object()

FAULTS: list[tuple[str, Any, str, str, Expected]] = [
    ("years.0.scores.3", 100.01, '$.years[0].scores["3"]', "100.01", Expected.SCORE),
    ("years.0.scores.3", "ร้อย", '$.years[0].scores["3"]', '"ร้อย"', Expected.SCORE),
    ("years.0.scores.3", "83", '$.years[0].scores["3"]', '"83"', Expected.SCORE),
    ("years.0.scores.3", -1, '$.years[0].scores["3"]', "-1", Expected.SCORE),
    ("years.0.scores.3", True, '$.years[0].scores["3"]', "true", Expected.SCORE),
    ("years.0.scores.3", 70.625, '$.years[0].scores["3"]', "70.625", Expected.SCORE),
    ("years.0.scores.3", float("nan"), '$.years[0].scores["3"]', "NaN", Expected.SCORE),
    ("years.0.scores.3", float("inf"), '$.years[0].scores["3"]', "Infinity", Expected.SCORE),
    ("years.0.scores.3", [1], '$.years[0].scores["3"]', "[…]", Expected.SCORE),
    ("years.0.scores.11", 5, '$.years[0].scores["11"]', "5", Expected.REF),
    ("years.0.scores.x", 5, "$.years[0].scores.x", "5", Expected.REF),
    ("years.0.scores.i๔", 5, '$.years[0].scores["i๔"]', "5", Expected.REF),
    ("years.0.scores", 5, "$.years[0].scores", "5", Expected.OBJECT),
    ("years.0.official.overall", 100.01, "$.years[0].official.overall", "100.01", Expected.SCORE),
    ("years.0.official.instruments.XIT", 5, "$.years[0].official.instruments.XIT", "5", Expected.KNOWN_KEY),
    ("years.0.official.instruments.OIT", "5", "$.years[0].official.instruments.OIT", '"5"', Expected.SCORE),
    ("years.0.official.rank_in_type", 0, "$.years[0].official.rank_in_type", "0", Expected.WHOLE_NUMBER),
    ("years.0.official.rank_in_type", 1.5, "$.years[0].official.rank_in_type", "1.5", Expected.WHOLE_NUMBER),
    ("years.0.official.announced", "2567-07-30", "$.years[0].official.announced", '"2567-07-30"', Expected.DATE),
    ("years.0.official.announced", "2024-02-30", "$.years[0].official.announced", '"2024-02-30"', Expected.DATE),
    ("years.0.official.announced", "20240730", "$.years[0].official.announced", '"20240730"', Expected.DATE),
    ("years.0.official.announced", 2024, "$.years[0].official.announced", "2024", Expected.DATE),
    ("years.0.official.level", 1, "$.years[0].official.level", "1", Expected.TEXT),
    ("years.0.narratives.11", "ก", '$.years[0].narratives["11"]', '"ก"', Expected.INDICATOR),
    ("years.0.narratives.1", ["ก"], '$.years[0].narratives["1"]', "[…]", Expected.TEXT),
    ("years.0.fiscal_year", 2540, "$.years[0].fiscal_year", "2540", Expected.YEAR_WITH_RULES),
    ("years.0.fiscal_year", 2024, "$.years[0].fiscal_year", "2024", Expected.WHOLE_NUMBER),
    ("years.0.fiscal_year", "2567", "$.years[0].fiscal_year", '"2567"', Expected.WHOLE_NUMBER),
    ("years.0.fiscal_year", None, "$.years[0].fiscal_year", "null", Expected.PRESENT),
    ("years.1.fiscal_year", 2567, "$.years[1].fiscal_year", "2567", Expected.ONLY_ONCE),
    ("years.0.weak_indicators", ["8", None], "$.years[0].weak_indicators[1]", "null", Expected.TEXT),
    ("years.0.more", 1, "$.years[0].more", "1", Expected.KNOWN_KEY),
    ("years.0", "x", "$.years[0]", '"x"', Expected.OBJECT),
    ("years", {}, "$.years", "{…}", Expected.LIST),
    ("agency", None, "$.agency", "null", Expected.PRESENT),
    ("agency.type", "xyz", "$.agency.type", '"xyz"', Expected.ONE_OF),
    ("agency.name", None, "$.agency.name", "null", Expected.PRESENT),
    ("agency.name", "ก\ud83d", "$.agency.name", '"ก\\ud83d"', Expected.WHOLE_CHARACTERS),
    ("agency.name", "ก\0", "$.agency.name", '"ก\\u0000"', Expected.WHOLE_CHARACTERS),
    ("agency.departments", "ก", "$.agency.departments", '"ก"', Expected.LIST),
    ("agency.ชื่อ", "ก", '$.agency["ชื่อ"]', '"ก"', Expected.KNOWN_KEY),
    ("signers.2.id", "s1", "$.signers[2].id", '"s1"', Expected.ONLY_ONCE),
    ("signers.2.id", "", "$.signers[2].id", '""', Expected.PRESENT),
    ("signers.2.id", "a/b", "$.signers[2].id", '"a/b"', Expected.ID),
    ("signers.2.name", None, "$.signers[2].name", "null", Expected.PRESENT),
    ("plans.0.prepared_by", "s9", "$.plans[0].prepared_by", '"s9"', Expected.SIGNER),
    ("plans.0.assessed_year", None, "$.plans[0].assessed_year", "null", Expected.PRESENT),
    ("plans.1.fiscal_year", 2568, "$.plans[1].fiscal_year", "2568", Expected.ONLY_ONCE),
    ("plans.0.measures.0.refs", None, "$.plans[0].measures[0].refs", "null", Expected.PRESENT),
    ("plans.0.measures.0.refs", [1], "$.plans[0].measures[0].refs[0]", "1", Expected.TEXT),
    ("plans.0.measures.0.id", 1, "$.plans[0].measures[0].id", "1", Expected.KNOWN_KEY),
    ("plans.0.measures.0.from", "2024-13", "$.plans[0].measures[0]['from']", '"2024-13"', Expected.MONTH),
    ("plans.0.measures.0.to", "2567-01", "$.plans[0].measures[0].to", '"2567-01"', Expected.MONTH),
    ("plans.0.measures.0.follow_up_rounds", [6, 7], "$.plans[0].measures[0].follow_up_rounds[1]", "7", Expected.ONE_OF),
    ("plans.0.measures.0.instrument_part", "EIT3", "$.plans[0].measures[0].instrument_part", '"EIT3"', Expected.ONE_OF),
    ("plans.0.measures.0.results.0.round", 5, "$.plans[0].measures[0].results[0].round", "5", Expected.ONE_OF),
    ("plans.0.measures.0.results.0.round", None, "$.plans[0].measures[0].results[0].round", "null", Expected.PRESENT),
    ("plans.0.measures.0.results.0.status", "ok", "$.plans[0].measures[0].results[0].status", '"ok"', Expected.ONE_OF),
    (
        "plans.0.measures.0.results.0.evidence.0.date",
        "x",
        "$.plans[0].measures[0].results[0].evidence[0].date",
        '"x"',
        Expected.DATE,
    ),
    ("plans.0.risks.0.likelihood", 6, "$.plans[0].risks[0].likelihood", "6", Expected.WHOLE_NUMBER),
    ("plans.0.risks.0.months", ["2024-1"], "$.plans[0].risks[0].months[0]", '"2024-1"', Expected.MONTH),
    ("memos.1.id", "memo-1", "$.memos[1].id", '"memo-1"', Expected.ONLY_ONCE),
    ("memos.0.urgency", "slow", "$.memos[0].urgency", '"slow"', Expected.ONE_OF),
    ("memos.0.sections.1.score_list", 1, "$.memos[0].sections[1].score_list", "1", Expected.YES_NO),
    ("memos.0.signers.0.signer", "s9", "$.memos[0].signers[0].signer", '"s9"', Expected.SIGNER),
    ("memos.0.signers.0.signer", None, "$.memos[0].signers[0].signer", "null", Expected.SIGNER),
    ("memos.0.signers.0.comment_lines", 5, "$.memos[0].signers[0].comment_lines", "5", Expected.WHOLE_NUMBER),
    ("memos.0.signers.0.comment_lines", True, "$.memos[0].signers[0].comment_lines", "true", Expected.WHOLE_NUMBER),
    ("memos.0.date", "19 ธ.ค. 2567", "$.memos[0].date", '"19 ธ.ค. 2567"', Expected.DATE),
    ("format", "ita-office/2", "$.format", '"ita-office/2"', Expected.FORMAT),
    ("extra", {"a": 1}, "$.extra", "{…}", Expected.KNOWN_KEY),
]


@pytest.mark.parametrize(("place", "value", "path", "shown", "expected"), FAULTS)
def test_a_fault_is_named_with_path_value_and_what_is_allowed(
    place: str, value: Any, path: str, shown: str, expected: Expected
) -> None:
    with pytest.raises(JsonFaults) as caught:
        read(put(FULL, place, value))
    (fault,) = caught.value.faults
    assert (fault.path, fault.value, fault.expected) == (path.replace("['from']", ".from"), shown, expected)


def test_a_signer_who_is_gone_is_missed_in_memos_and_plans() -> None:
    with pytest.raises(JsonFaults) as caught:
        read(put(FULL, "signers", []))
    assert [fault.path for fault in caught.value.faults] == [
        "$.plans[0].prepared_by",
        "$.memos[0].signers[0].signer",
        "$.memos[0].signers[1].signer",
    ]


def test_all_faults_are_told_at_once() -> None:
    tree = FULL
    for place, value, *_ in [*FAULTS[:3:2], ("years.0.scores.4", "x"), ("agency.type", "x"), ("memos.0.date", 5)]:
        tree = put(tree, place, value)
    with pytest.raises(JsonFaults) as caught:
        read(tree)
    assert len(caught.value.faults) == 4


WHOLE: dict[str, tuple[bytes, Expected]] = {
    "not UTF-8": ('{"a": "ดอน"}'.encode("cp874"), Expected.UTF8),
    "UTF-16": ('{"a": "ดอน"}'.encode("utf-16"), Expected.UTF8),
    "empty": (b"", Expected.JSON),
    "cut": (b'{"format": "ita-office/1",', Expected.JSON),
    "a table": (b"a,b\n1,2\n", Expected.JSON),
    "single quotes": (b"{'a': 1}", Expected.JSON),
    "bad escape": (b'{"a": "\\x"}', Expected.JSON),
    "many brackets": (b"[" * 300_000, Expected.SHALLOWER),
    "many nested objects": (b'{"a":' * 300_000, Expected.SHALLOWER),
    "one level too deep": (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), Expected.SHALLOWER),
    "a list": (b"[]", Expected.OBJECT),
    "a number": (b"5", Expected.OBJECT),
    "no format": (b"{}", Expected.FORMAT),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_no_office_is_refused_as_a_whole(name: str) -> None:
    data, expected = WHOLE[name]
    with pytest.raises(JsonFaults) as caught:
        office_of(parse_bytes(data), FRAMEWORKS)
    assert caught.value.faults[0].expected == expected


def test_where_it_stops_being_json_is_told() -> None:
    with pytest.raises(JsonFaults) as caught:
        parse_bytes(b'{\n "a": 1,\n "b" 2}')
    assert caught.value.faults[0].allowed == ("3", "6")
    assert caught.value.faults[0].value == '"b" 2}'


def test_a_depth_that_is_allowed_is_read() -> None:
    assert parse_bytes(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)


def test_a_key_given_twice_is_a_fault() -> None:
    text = office_json(replace(OFFICE, memos=())).replace('"1": 99.5', '"1": 1, "1": 99.5')
    with pytest.raises(JsonFaults) as caught:
        office_of(parse_bytes(text.encode()), FRAMEWORKS)
    (fault,) = caught.value.faults
    assert (fault.path, fault.expected) == ('$.years[0].scores["1"]', Expected.ONLY_ONCE)


@pytest.mark.parametrize("number", ["9" * 5000, "1e999999999", "1e-999999999", "0." + "0" * 5000 + "1", "-1e400"])
def test_monstrous_numbers_are_faults_not_hangs(number: str) -> None:
    text = office_json(OFFICE).replace('"rank_in_type": 12', f'"rank_in_type": {number}').replace("99.5", number)
    with pytest.raises(JsonFaults) as caught:
        office_of(parse_bytes(text.encode()), FRAMEWORKS)
    assert {fault.expected for fault in caught.value.faults} == {Expected.SCORE, Expected.WHOLE_NUMBER}
    assert all(len(fault.value) <= 60 for fault in caught.value.faults)


def test_a_file_too_big_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as stream:
        stream.truncate(50_000_001)
    with pytest.raises(JsonFaults) as caught:
        parse(path)
    assert caught.value.faults[0].expected == Expected.SMALLER


def test_only_a_memo_that_lists_scores_says_where() -> None:
    without = replace(MEMOS[0], sections=tuple(replace(one, score_list=False) for one in MEMOS[0].sections))
    both = json.loads(office_json(Office(agency=AGENCY, memos=(MEMOS[0], without))))["memos"]
    assert [[one.get("score_list") for one in memo["sections"]] for memo in both] == [[False, True], [None, None]]


def test_an_empty_id_in_a_list_names_nothing_and_is_left_out() -> None:
    tree = parse_bytes(office_json(OFFICE).encode())
    tree["plans"][0]["measures"][0] |= {"refs": ["", "1", " "], "oit_refs": [""]}
    tree["years"][0]["weak_indicators"] = ["", "3"]
    office = office_of(tree, FRAMEWORKS)
    assert office.plans[0].measures[0].refs == ("1",)
    assert office.plans[0].measures[0].oit_refs == ()
    assert office.years[0].weak_indicators == ("3",)


def test_a_day_that_an_old_version_stored_543_years_early_is_read_as_the_one_meant() -> None:
    kept = Path(__file__).parents[2] / "data" / "foreign" / "21-exported-with-date-typed-18-10-2024.json"
    assert "1481-10-18" in kept.read_text("utf-8")
    office = office_of(parse_bytes(kept.read_bytes()), FRAMEWORKS)
    days = [memo.date for memo in office.memos] + [plan.report_date for plan in office.plans]
    assert date(2024, 10, 18) in days

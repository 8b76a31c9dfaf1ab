from dataclasses import replace
from datetime import UTC, datetime

from ita_desktop.domain.values.office import Office
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import agencies, memos, offices, plans, years
from tests.store.offices import AGENCY, MEASURE, MEMOS, OFFICE, PLANS, RISK, SIGNERS, YEARS, without_ids


def test_a_whole_office_comes_back_as_it_went_in(file: OfficeFile) -> None:
    assert without_ids(offices.read_office(file)) == OFFICE


def test_every_row_of_measures_results_and_risks_has_its_id(file: OfficeFile) -> None:
    plan = offices.read_office(file).plans[0]
    assert [m.id for m in plan.measures] == [1, 2]
    assert [r.id for r in plan.measures[0].results] == [1, 2]
    assert [r.id for r in plan.risks] == [1, 2]


def test_replacing_leaves_nothing_of_the_old_office(file: OfficeFile) -> None:
    small = Office(agency=replace(AGENCY, name="อื่น", departments=()))
    with file.transaction():
        offices.write_setting(file, "words", ["ดอน"])
        offices.replace_office(file, small)
    assert offices.read_office(file) == small
    assert offices.read_setting(file, "words") == ["ดอน"]
    for table in ("score", "narrative", "measure", "result", "evidence", "risk"):
        assert file.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] == 0


def test_scores_keep_their_order_and_zero(file: OfficeFile) -> None:
    assert list(years.read_years(file)[0].scores) == list(YEARS[0].scores)


def test_an_empty_narrative_goes(file: OfficeFile) -> None:
    with file.transaction():
        years.write_narrative(file, YEARS[0].fiscal_year, "8", "")
    assert list(years.read_years(file)[0].narratives) == ["1"]


def test_results_keep_their_rows_when_written_again(file: OfficeFile) -> None:
    first, second = plans.read_plans(file)[0].measures[0].results
    with file.transaction():
        plans.write_measure(file, replace(MEASURE, id=1, results=(second, replace(first, evidence=first.evidence[1:]))))
    results = plans.read_plans(file)[0].measures[0].results
    assert [(r.id, r.round, len(r.evidence)) for r in results] == [(2, 12, 0), (1, 6, 1)]


def test_signers_memos_and_plans_are_changed_by_their_key(file: OfficeFile) -> None:
    with file.transaction():
        agencies.write_signer(file, replace(SIGNERS[0], name="ใหม่"))
        memos.write_memo(file, replace(MEMOS[1], subject="ใหม่"))
        plans.write_plan_head(file, replace(PLANS[0], meeting="ใหม่"))
        plans.write_risk(file, replace(RISK, id=2, risk="ใหม่"))
    office = offices.read_office(file)
    assert [s.name for s in office.signers] == ["ใหม่", "นางค ง"]
    assert [m.subject for m in office.memos] == ["รายงานผล", "ใหม่"]
    assert office.plans[0].meeting == "ใหม่"
    assert len(office.plans[0].measures) == 2
    assert office.plans[0].risks[1].risk == "ใหม่"


def test_moving_numbers_all_rows_anew(file: OfficeFile) -> None:
    with file.transaction():
        assert agencies.move_signer(file, "s2", 0)
        assert not agencies.move_signer(file, "nobody", 0)
    assert [s.id for s in agencies.read_signers(file)] == ["s2", "s1"]


def test_each_save_is_counted_and_dated(file: OfficeFile) -> None:
    assert offices.saved_at(file) is None
    now = datetime(2024, 12, 1, 14, 32, tzinfo=UTC)
    for _ in range(2):
        with file.transaction():
            offices.mark_saved(file, now)
    assert offices.saved_at(file) == now
    assert file.rows("SELECT revision FROM file")[0]["revision"] == 2

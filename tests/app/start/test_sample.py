"""The invented office is what a first look is at: complete, consistent, and no one's."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest

from ita_desktop import paths
from ita_desktop.app.office.import_export import read_office_json
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.thai.writing import arabic_digits, long_date

PLAN_YEARS = (2567, 2568)
WEAK_BELOW = Decimal(85)


@pytest.fixture(scope="module")
def office(frameworks):
    return read_office_json(paths.resources() / "sample" / "office.json", frameworks)


@pytest.fixture(scope="module")
def years(office):
    return {int(year.fiscal_year): year for year in office.years}


@pytest.fixture(scope="module")
def plans(office):
    return {int(plan.fiscal_year): plan for plan in office.plans}


def texts_of(value) -> list[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, (tuple, list)):
        return [text for one in value for text in texts_of(one)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for name in value.__dataclass_fields__ for text in texts_of(getattr(value, name))]
    return []


def test_place_is_in_no_register(office):
    with (paths.resources() / "places" / "places.csv").open(encoding="utf-8", newline="") as file:
        names = {name for row in csv.reader(file) for name in row}
    agency = office.agency
    assert not names & {agency.proper_name, agency.subdistrict, agency.district, agency.province}


def test_there_are_two_complete_plan_years(plans, years):
    assert tuple(plans) == PLAN_YEARS
    for year, plan in plans.items():
        assert plan.assessed_year == year - 1
        assert {year - 2, year - 1} <= set(years)
        assert set(years[year - 1].narratives) == {str(n) for n in range(1, 11)}
        assert plan.measures
        assert plan.risks
        assert plan.meeting
        assert plan.report_date
        assert plan.prepared_by


def test_totals_are_the_official_ones(years, frameworks):
    for year, assessment in years.items():
        framework = frameworks[year]
        check = scoring.compare_with_official(assessment, framework)
        assert check is not None
        assert check.difference == 0
        for code, score in scoring.instrument_scores(assessment, framework).items():
            assert scoring.rounded(score) == assessment.official.instruments[code], (year, code)
        assert all(framework.knows(ref) for ref in assessment.scores)


def test_level_follows_from_the_rule(years, frameworks):
    for year, assessment in years.items():
        level = scoring.level(assessment, frameworks[year])
        assert level.code == assessment.official.level
        assert not level.provisional


def test_indicator_is_the_mean_of_its_questions(years, frameworks):
    assessment = years[2567]
    for indicator in frameworks[2567].indicators:
        ids = {question.id for question in indicator.questions} or {sub.id for sub in indicator.sub_indicators}
        parts = [score for ref, score in assessment.scores.items() if ref.split("@")[0] in ids]
        assert scoring.rounded(sum(parts) / len(parts)) == assessment.scores[indicator.id], indicator.id


def test_every_weak_indicator_has_a_measure(plans, years, frameworks):
    for plan in plans.values():
        framework = frameworks[int(plan.assessed_year)]
        answered = {framework.indicator_of(ref).id for measure in plan.measures for ref in measure.refs}
        scores = years[int(plan.assessed_year)].scores
        weak = {i.id for i in framework.indicators if scores[i.id] < WEAK_BELOW}
        assert weak <= answered


def test_measures_are_whole_and_their_ids_known(plans, years, frameworks, office):
    for year, plan in plans.items():
        framework = frameworks[int(plan.assessed_year)]
        for measure in plan.measures:
            assert measure.issue
            assert measure.measures
            assert measure.guidelines
            assert measure.steps
            assert set(measure.responsible) <= {*office.agency.departments, "ทุกกอง/ทุกส่วนงาน"}
            assert all(framework.knows(ref) for ref in (*measure.refs, *measure.oit_refs))
            cited = set(re.findall(r"\bo\d+\b", " ".join(texts_of(measure.measures))))
            assert cited == set(measure.oit_refs)
            assert plan.fiscal_year.months[0] <= measure.period_from < measure.period_to <= plan.fiscal_year.months[-1]
            assert measure.follow_up_rounds == (6, 12)
            assert year == plan.fiscal_year
    assert any(ref.startswith(("i", "e")) for measure in plans[2568].measures for ref in measure.refs)


def test_results_have_output_outcome_and_dated_evidence(plans):
    for plan in plans.values():
        for measure in plan.measures:
            assert [result.round for result in measure.results] == [6, 12]
            begin = plan.fiscal_year.start
            for result in measure.results:
                end = plan.fiscal_year.round_end(result.round)
                assert result.details
                assert result.output
                assert result.outcome
                assert begin <= result.date <= end
                assert result.evidence
                assert all(begin <= evidence.date <= result.date for evidence in result.evidence)
                begin = end


def test_risks_lie_in_their_year(plans):
    for plan in plans.values():
        for risk in plan.risks:
            assert risk.likelihood
            assert risk.impact
            assert risk.controls
            assert risk.activities
            assert risk.months
            assert set(risk.months) <= set(plan.fiscal_year.months)


def test_memos_name_their_year_and_come_after_the_announcement(office, years):
    for year in PLAN_YEARS:
        memos = [memo for memo in office.memos if memo.fiscal_year == year]
        assert len(memos) == 2
        announced = years[year - 1].official.announced
        for memo in memos:
            assert announced < memo.date
            assert memo.date in memo.fiscal_year
            assert len(memo.signers) == 3
            named = {int(n) for n in re.findall(r"พ\.ศ\. (\d{4})", arabic_digits(" ".join(texts_of(memo))))}
            assert named <= {year - 1, year}
        assert arabic_digits(long_date(announced)) in arabic_digits(" ".join(texts_of(memos[0])))


def test_someone_signs_in_an_acting_capacity(office):
    acting = {signer.id for signer in office.signers if signer.acting_for}
    assert all(acting & {step.signer for step in memo.signers} for memo in office.memos)


def test_numbers_in_the_narratives_are_the_scores(years):
    for year in (2566, 2567):
        scores = {scoring.rounded(score) for y in (year - 1, year) for score in years[y].scores.values()}
        for indicator, text in years[year].narratives.items():
            said = {Decimal(n) for n in re.findall(r"\d+\.\d\d", arabic_digits(text))}
            now, before = years[year].scores[indicator], years[year - 1].scores[indicator]
            assert {now, before} <= said
            assert said <= scores | {abs(now - before)}
            assert ("เพิ่มขึ้น" in text) == (now > before)
            assert ("ลดลง" in text) == (now < before)

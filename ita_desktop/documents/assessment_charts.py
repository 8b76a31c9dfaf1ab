"""แผนภูมิผลการประเมิน: overall, by instrument and by indicator, over at most ten years."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.documents import origins, results
from ita_desktop.documents.model import Chart, ChartKind, Series, plain, text
from ita_desktop.domain.rules import scoring
from ita_desktop.domain.rules.identity import scores_by_id_of
from ita_desktop.domain.values.assessment import Assessment
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework

MOST_YEARS = 10
MOST_YEARS_SIDE_BY_SIDE = 5
"""Bars of one instrument or indicator: more would leave no room for their figures."""


def charts(facts: YearFacts) -> tuple[Chart, ...]:
    """The charts that the scores allow, in the report's order; none without scores."""
    assessment, framework = facts.assessed, facts.framework
    if assessment is None or framework is None or not assessment.scores:
        return ()
    years = tuple(year for year in _years(facts) if year.scores)[-MOST_YEARS_SIDE_BY_SIDE:]
    made = (
        _gauge(facts, framework),
        _overall(facts),
        _by_instrument("ผลการประเมินรายเครื่องมือ", (assessment,), facts, framework),
        _by_instrument("ผลการประเมินรายเครื่องมือย้อนหลัง", years, facts, framework) if len(years) > 1 else None,
        _by_indicator(years, facts, framework),
        _radar(years[-2:], facts, framework),
    )
    return tuple(chart for chart in made if chart is not None)


def _years(facts: YearFacts) -> tuple[Assessment, ...]:
    """The year that is reported on and those before it, oldest first."""
    known = sorted(year for year in facts.assessments if year <= facts.plan.assessed_year)
    return tuple(facts.assessments[year] for year in known[-MOST_YEARS:])


def _gauge(facts: YearFacts, framework: Framework) -> Chart | None:
    """ผลการประเมินในภาพรวม on a gauge with its level; None where it is neither entered nor can be computed."""
    found = results.overall(facts.assessed, framework)
    if found is None:
        return None
    return Chart(
        kind=ChartKind.GAUGE,
        title=text("ผลการประเมินในภาพรวม" + (" (คำนวณจากคะแนนรายตัวชี้วัด)" if found.computed else "")),
        categories=(f"ระดับ {plain(results.level_words(found, ''))}" if found.level else "คะแนนภาพรวม",),
        series=(Series(name=f"ปี {int(facts.plan.assessed_year)}", values=(found.score,)),),
        target=framework.levels.pass_mark,
        origin=found.origin,
    )


def _overall(facts: YearFacts) -> Chart | None:
    """ภาพรวมย้อนหลัง; nothing where only one year is known."""
    found = [(year, results.overall(year, facts.frameworks.get(year.fiscal_year))) for year in _years(facts)]
    known = [(str(int(year.fiscal_year)), result.score) for year, result in found if result is not None]
    if len(known) < 2:
        return None
    return Chart(
        kind=ChartKind.COLUMNS,
        title=text("ผลการประเมินในภาพรวมย้อนหลัง"),
        categories=tuple(f"ปี {year}" for year, _ in known),
        series=(Series(name="ภาพรวม", values=tuple(score for _, score in known)),),
        origin=origins.year(facts.plan.assessed_year, "official", "overall"),
    )


def _by_instrument(title: str, years: tuple[Assessment, ...], facts: YearFacts, framework: Framework) -> Chart | None:
    codes = tuple(instrument.code for instrument in framework.instruments)
    series = tuple(
        Series(name=f"ปี {int(year.fiscal_year)}", values=tuple(_instrument(year, code, facts) for code in codes))
        for year in years
    )
    if not any(value is not None for one in series for value in one.values):
        return None
    return Chart(
        kind=ChartKind.COLUMNS,
        title=text(title),
        categories=codes,
        series=series,
        target=framework.levels.pass_mark,
        origin=origins.year(facts.plan.assessed_year, "scores"),
    )


def _instrument(year: Assessment, code: str, facts: YearFacts) -> Decimal | None:
    """The official figure, else the computed one."""
    if code in year.official.instruments:
        return year.official.instruments[code]
    framework = facts.frameworks.get(year.fiscal_year)
    score = scoring.instrument_scores(year, framework).get(code) if framework else None
    return None if score is None else scoring.rounded(score)


def _by_indicator(years: tuple[Assessment, ...], facts: YearFacts, framework: Framework) -> Chart:
    return Chart(
        kind=ChartKind.BARS,
        title=text("ผลการประเมินรายตัวชี้วัดย้อนหลัง" if len(years) > 1 else "ผลการประเมินรายตัวชี้วัด"),
        categories=_names(framework),
        series=tuple(_indicators(year, facts, framework) for year in years),
        target=framework.levels.pass_mark,
        origin=origins.year(years[-1].fiscal_year, "scores"),
    )


def _radar(years: tuple[Assessment, ...], facts: YearFacts, framework: Framework) -> Chart:
    return Chart(
        kind=ChartKind.RADAR,
        title=text("ภาพรวมรายตัวชี้วัด"),
        categories=_names(framework),
        series=tuple(_indicators(year, facts, framework) for year in reversed(years)),
        origin=origins.year(years[-1].fiscal_year, "scores"),
    )


def _names(framework: Framework) -> tuple[str, ...]:
    return tuple(f"{indicator.id}. {indicator.name}" for indicator in framework.indicators)


def _indicators(year: Assessment, facts: YearFacts, framework: Framework) -> Series:
    """The year's scores in the order and under the names of the year that is reported on."""
    scores = scores_by_id_of(framework, year, facts.frameworks.get(year.fiscal_year))
    values = tuple(scores.get(indicator.id) for indicator in framework.indicators)
    return Series(name=f"ปี {int(year.fiscal_year)}", values=values)

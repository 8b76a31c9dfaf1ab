"""How many typing slips the checks find, and how long they take: ``python tests/bench/findings.py``."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from ita_desktop import paths
from ita_desktop.app.checks.findings import check
from ita_desktop.documents import DocumentOptions
from ita_desktop.domain.findings import Checker
from ita_desktop.domain.findings.arithmetic import differences
from ita_desktop.domain.findings.suspects import ScoreSheet, suspects
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.store.resources.places import load_gazetteer

SHEETS = 2000
MEASURES = 500
YEARS = 20
CENT = Decimal("0.01")


def half_up(score: Decimal) -> Decimal:
    return score.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Caught:
    """Of how many slips: noticed, the right cell among the suspects, and the only suspect."""

    found: int
    listed: int
    alone: int
    of: int


def random_result(rng: random.Random, framework: Framework) -> Assessment:
    """A result as ITAS prints it: computed from unrounded scores, everything rounded afterwards."""
    exact = {i.id: Decimal(rng.randrange(3_000_000, 10_000_001)) / 100_000 for i in framework.indicators}
    means: dict[str, Decimal] = {}
    for instrument in framework.instruments:
        ids = [i.id for i in framework.indicators_of(instrument.code)]
        means[instrument.code] = sum((exact[i] for i in ids), Decimal(0)) / len(ids)
    total = sum((i.weight / 100 * means[i.code] for i in framework.instruments), Decimal(0))
    return Assessment(
        fiscal_year=framework.fiscal_year,
        official=OfficialResult(
            overall=half_up(total), instruments={code: half_up(mean) for code, mean in means.items()}
        ),
        scores={ref: half_up(score) for ref, score in exact.items()},
    )


def slip(rng: random.Random, score: Decimal) -> Decimal:
    """One wrong key: another digit, two digits swapped, one left out; never the same number, never above 100."""
    while True:
        typed = list(f"{score:.2f}")
        places = [at for at, c in enumerate(typed) if c != "."]
        kind = rng.random()
        at = rng.randrange(len(places) - 1)
        if kind < 0.75:
            typed[rng.choice(places)] = rng.choice("0123456789")
        elif kind < 0.9:
            a, b = places[at], places[at + 1]
            typed[a], typed[b] = typed[b], typed[a]
        else:
            del typed[rng.choice(places)]
        text = "".join(typed)
        if text.startswith(".") or text.endswith("."):
            continue
        wrong = Decimal(text)
        if wrong != score and wrong <= 100:
            return wrong


def measure_slips(framework: Framework, *, instruments: bool, sheets: int = SHEETS, seed: int = 1) -> Caught:
    """Random sheets with one mistyped indicator each."""
    rng = random.Random(seed)
    found = listed = alone = 0
    for _ in range(sheets):
        right = random_result(rng, framework)
        cell = rng.choice(list(right.scores))
        scores = {**right.scores, cell: slip(rng, right.scores[cell])}
        official = right.official if instruments else replace(right.official, instruments={})
        typed = replace(right, scores=scores, official=official)
        sheet = ScoreSheet.of(typed, framework)
        if not differences(sheet):
            continue
        found += 1
        cells = suspects(sheet, {})
        hit = any(s.cell == cell and s.candidate == right.scores[cell] for s in cells)
        listed += hit
        alone += hit and len({s.cell for s in cells}) == 1
    return Caught(found=found, listed=listed, alone=alone, of=sheets)


def big_year(plan_year: int, frameworks: Mapping[int, Framework], measures: int = MEASURES) -> YearFacts:
    """A plan with many measures, every text of them different."""
    framework = frameworks[plan_year - 1]
    result = random_result(random.Random(plan_year), framework)
    return YearFacts(
        agency=Agency(
            type=AgencyType.SUBDISTRICT,
            name="องค์การบริหารส่วนตำบลดอน",
            subdistrict="ดอน",
            district="ปะนาเระ",
            province="ปัตตานี",
            departments=("สำนักปลัด", "กองคลัง"),
        ),
        plan=MeasurePlan(
            fiscal_year=FiscalYear(plan_year),
            assessed_year=FiscalYear(plan_year - 1),
            measures=tuple(_measure(n, plan_year, framework) for n in range(measures)),
        ),
        assessments={framework.fiscal_year: result},
        frameworks={framework.fiscal_year: framework},
    )


def _measure(n: int, year: int, framework: Framework) -> Measure:
    own = f"ของกลุ่มที่ {n} ปีงบประมาณ พ.ศ. {year}"
    return Measure(
        id=n + 1,
        refs=(framework.indicators[n % 10].id,),
        issue=f"บุคลากรบางส่วนยังไม่ทราบแผนการใช้จ่ายงบประมาณประจำปี {own}",
        measures=(f"องค์การบริหารส่วนตำบลดอน เผยแพร่แผนการใช้จ่ายงบประมาณและผลการจัดซื้อจัดจ้าง {own}",),
        steps=(
            f"ประชุมชี้แจงแผนการใช้จ่ายงบประมาณต้นปีแก่บุคลากรทุกคน {own}",
            f"เผยแพร่แผนจัดซื้อจัดจ้างและความก้าวหน้าบนเว็บไซต์และบอร์ดประชาสัมพันธ์ {own}",
            f"เปิดช่องทางสอบถามและทักท้วงภายในพร้อมผู้ตอบ ภายในเดือนมีนาคม {year} {own}",
        ),
        responsible=("กองคลัง", "สำนักปลัด"),
        period=f"ปีงบประมาณ พ.ศ. {year}",
        follow_up=(f"รายงานผลการใช้จ่ายต่อผู้บริหาร รอบ ๖ เดือน และรอบ ๑๒ เดือน {own}",),
        follow_up_rounds=(6, 12),
    )


def edited(facts: YearFacts, n: int) -> YearFacts:
    """The same year, read from the file anew after one measure was changed."""
    measures = list(facts.plan.measures)
    at = n % len(measures)
    measures[at] = replace(measures[at], issue=f"ประเด็นที่แก้ไขครั้งที่ {n}")
    copies = tuple(replace(measure) for measure in measures)
    return replace(facts, plan=replace(facts.plan, measures=copies))


def time_edits(checker: Checker, facts: YearFacts, edits: int = 60) -> list[float]:
    """Milliseconds for the findings of a year after each edit."""
    check(facts, checker, DocumentOptions())
    durations = []
    for n in range(edits):
        facts = edited(facts, n)
        start = time.perf_counter()
        check(facts, checker, DocumentOptions())
        durations.append((time.perf_counter() - start) * 1000)
    return sorted(durations)


def time_full(checker: Checker, years: list[YearFacts]) -> float:
    """Seconds for the findings of all years, nothing read before."""
    start = time.perf_counter()
    for facts in years:
        check(facts, checker, DocumentOptions())
    return time.perf_counter() - start


def main() -> None:
    frameworks = load_frameworks(paths.resources() / "frameworks")
    for instruments, name in ((False, "total only"), (True, "with instruments")):
        caught = measure_slips(frameworks[2567], instruments=instruments)
        print(
            f"slips, {name:17}: {caught.found / caught.of:6.1%} noticed of {caught.of}, right cell listed in "
            f"{caught.listed / caught.found:6.1%} of those, the only suspect in {caught.alone / caught.found:6.1%}"
        )
    gazetteer = load_gazetteer(paths.resources())
    known = [year for year in frameworks if year < 2569]
    years = [big_year(known[n % len(known)] + 1, frameworks) for n in range(YEARS)]
    apart = [_told_apart(facts, n) for n, facts in enumerate(years)]
    spent = time.process_time()
    seconds = time_full(Checker(gazetteer), apart)
    spent = time.process_time() - spent
    print(f"full check of {YEARS} years with {MEASURES} measures: {seconds:.2f} s ({spent:.2f} s of processor time)")
    edits = time_edits(Checker(gazetteer), years[0])
    print(f"after one edit: median {edits[len(edits) // 2]:.1f} ms, p95 {edits[int(len(edits) * 0.95)]:.1f} ms")


def _told_apart(facts: YearFacts, n: int) -> YearFacts:
    """No text of one year is a text of another, so that nothing is read only once."""
    measures = tuple(
        replace(
            m,
            issue=f"{m.issue} ชุด {n}",
            measures=tuple(f"{text} ชุด {n}" for text in m.measures),
            steps=tuple(f"{text} ชุด {n}" for text in m.steps),
            follow_up=tuple(f"{text} ชุด {n}" for text in m.follow_up),
        )
        for m in facts.plan.measures
    )
    return replace(facts, plan=replace(facts.plan, measures=measures))


if __name__ == "__main__":
    main()

"""The real cases' results and the shipped frameworks, for the tests of the rules."""

import json
from decimal import Decimal
from pathlib import Path

from ita_desktop import paths
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.assessment import Assessment, OfficialResult
from ita_desktop.store.resources.frameworks import load_frameworks

FRAMEWORKS = load_frameworks(paths.resources() / "frameworks")
CASES = Path(__file__).parents[1] / "data" / "cases"


def case(name: str, year: int) -> Assessment:
    data = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)
    entry = next(y for y in data["years"] if y["fiscal_year"] == year)
    official = entry["official"]
    return assessment(
        year,
        {ref: Decimal(score) for ref, score in entry["scores"].items()},
        overall=official.get("overall"),
        level=official.get("level") or "",
    )


def assessment(year, scores, **official):
    overall = official.pop("overall", None)
    return Assessment(
        fiscal_year=FiscalYear(year),
        official=OfficialResult(overall=None if overall is None else Decimal(overall), **official),
        scores={ref: Decimal(score) for ref, score in scores.items()},
    )

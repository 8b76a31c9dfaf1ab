"""Everything a user can do with an open office, one method for each edit; no window, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ita_desktop.app.errors import Refusal, WorkspaceError
from ita_desktop.app.office.copy_keeping import CopyKeeping
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.assessment import OfficialResult
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, Signer
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.store.records import agencies, memos, offices, plans, years
from ita_desktop.store.records.results import write_results
from ita_desktop.store.safety.backup import Reason


class Workspace(CopyKeeping):
    """The open office: each edit is one transaction (saved) and one undo step.

    What the user can do something about is a WorkspaceError; KeyError means that the caller named what is not there.
    """

    # the office and its people

    def set_agency(self, agency: Agency) -> None:
        with self.step("agency"):
            agencies.write_agency(self._file, agency)

    def put_signer(self, signer: Signer) -> None:
        """Change the signer with this id, or add one at the end."""
        with self.step("signer"):
            agencies.write_signer(self._file, signer)

    def remove_signer(self, id: str) -> None:
        """Remove a signer whom no memo and no plan names; WorkspaceError otherwise."""
        used = [memo.subject or memo.id for memo in self.office.memos if any(s.signer == id for s in memo.signers)]
        used += [str(plan.fiscal_year) for plan in self.office.plans if plan.prepared_by == id]
        if used:
            text = tr("This signer is still named in: {places}. Take the name out there first.")
            raise WorkspaceError(Refusal.SIGNER_IN_USE, text.format(places=", ".join(used)))
        with self.step("signer-remove"):
            _found(agencies.remove_signer(self._file, id), id)

    def move_signer(self, id: str, to: int) -> None:
        with self.step("signer-move"):
            _found(agencies.move_signer(self._file, id, to), id)

    # results

    def add_year(self, fiscal_year: int) -> None:
        """An empty year; nothing if the office has it, WorkspaceError if its rules are not known."""
        if fiscal_year not in self.frameworks:
            known = ", ".join(str(year) for year in sorted(self.frameworks))
            text = tr("The assessment rules of fiscal year {year} are not known. Known are: {known}.")
            raise WorkspaceError(Refusal.NO_FRAMEWORK, text.format(year=fiscal_year, known=known))
        with self.step("year"):
            years.add_year(self._file, FiscalYear(fiscal_year))

    def remove_year(self, fiscal_year: int) -> None:
        """Remove a year with its scores and narratives, after a backup."""
        self._back_up_before(Reason.DELETE)
        with self.step("year-remove"):
            _found(years.remove_year(self._file, FiscalYear(fiscal_year)), fiscal_year)

    def set_score(self, fiscal_year: int, ref: str, value: Decimal | None) -> None:
        self.set_scores(fiscal_year, {ref: value})

    def set_scores(self, fiscal_year: int, values: Mapping[str, Decimal | None]) -> None:
        """Set scores of one year in one step; None takes one away, WorkspaceError for what is no score."""
        for ref, value in values.items():
            _check_score(ref, value)
        with self.step("score"):
            self.add_year(fiscal_year)
            years.write_scores(self._file, FiscalYear(fiscal_year), values)

    def set_official(self, fiscal_year: int, official: OfficialResult) -> None:
        _check_score("overall", official.overall)
        for code, value in official.instruments.items():
            _check_score(code, value)
        with self.step("official"):
            self.add_year(fiscal_year)
            years.write_official(self._file, FiscalYear(fiscal_year), official)

    def set_narrative(self, fiscal_year: int, indicator: str, text: str) -> None:
        with self.step("narrative"):
            self.add_year(fiscal_year)
            years.write_narrative(self._file, FiscalYear(fiscal_year), indicator, text)

    def set_weak_indicators(self, fiscal_year: int, indicators: tuple[str, ...]) -> None:
        with self.step("weak-indicators"):
            self.add_year(fiscal_year)
            years.write_weak_indicators(self._file, FiscalYear(fiscal_year), indicators)

    # plans

    def put_plan(self, plan: MeasurePlan) -> None:
        """Write a plan's head, making the plan where there is none; its measures and risks stay as they are."""
        with self.step("plan"):
            plans.write_plan_head(self._file, plan)

    def remove_plan(self, plan_year: int) -> None:
        """Remove a plan with its measures, results and risks, after a backup."""
        self._back_up_before(Reason.DELETE)
        with self.step("plan-remove"):
            _found(plans.remove_plan(self._file, FiscalYear(plan_year)), plan_year)

    def add_measure(self, plan_year: int, measure: Measure, at: int | None = None) -> int:
        """Add a measure, at the end or at an index; its id. The plan comes to be with its first measure."""
        with self.step("measure-add"):
            plan = self._plan(plan_year)
            added = plans.add_measure(self._file, plan, measure)
            if at is not None:
                plans.move(self._file, plan, "measure", added, at)
            return added

    def set_measure(self, plan_year: int, measure: Measure) -> None:
        """Change a measure, its results included; it is found by its id."""
        with self.step("measure"):
            self._must_be_in("measure", plan_year, measure.id)
            plans.write_measure(self._file, measure)

    def remove_measure(self, plan_year: int, id: int) -> None:
        with self.step("measure-remove"):
            self._must_be_in("measure", plan_year, id)
            plans.remove(self._file, "measure", id)

    def move_measure(self, plan_year: int, id: int, to: int) -> None:
        with self.step("measure-move"):
            plans.move(self._file, self._must_be_in("measure", plan_year, id), "measure", id, to)

    def set_results(self, plan_year: int, measure_id: int, results: tuple[FollowUp, ...]) -> None:
        """Make these the follow-up results of a measure."""
        with self.step("result"):
            self._must_be_in("measure", plan_year, measure_id)
            write_results(self._file, measure_id, results)

    def add_risk(self, plan_year: int, risk: Risk, at: int | None = None) -> int:
        """Add a risk, at the end or at an index; its id."""
        with self.step("risk-add"):
            plan = self._plan(plan_year)
            added = plans.add_risk(self._file, plan, risk)
            if at is not None:
                plans.move(self._file, plan, "risk", added, at)
            return added

    def set_risk(self, plan_year: int, risk: Risk) -> None:
        """Change a risk; it is found by its id."""
        with self.step("risk"):
            self._must_be_in("risk", plan_year, risk.id)
            plans.write_risk(self._file, risk)

    def remove_risk(self, plan_year: int, id: int) -> None:
        with self.step("risk-remove"):
            self._must_be_in("risk", plan_year, id)
            plans.remove(self._file, "risk", id)

    def move_risk(self, plan_year: int, id: int, to: int) -> None:
        with self.step("risk-move"):
            plans.move(self._file, self._must_be_in("risk", plan_year, id), "risk", id, to)

    def _plan(self, plan_year: int) -> int:
        """The row of a plan, made where there is none."""
        year = FiscalYear(plan_year)
        found = plans.plan_id(self._file, year)
        if found is not None:
            return found
        return plans.write_plan_head(self._file, MeasurePlan(fiscal_year=year, assessed_year=year.previous))

    def _must_be_in(self, table: str, plan_year: int, id: int | None) -> int:
        """The plan's row; KeyError if this measure or risk is not in it."""
        plan = plans.plan_id(self._file, FiscalYear(plan_year))
        if plan is None or id is None or not plans.holds(self._file, plan, table, id):
            raise KeyError((table, plan_year, id))
        return plan

    # memos and settings

    def put_memo(self, memo: Memo) -> None:
        """Change the memo with this id, or add one at the end; KeyError for a signer the office does not have."""
        known = {signer.id for signer in self.office.signers}
        for one in memo.signers:
            if one.signer not in known:
                raise KeyError(one.signer)
        with self.step("memo"):
            memos.write_memo(self._file, memo)

    def remove_memo(self, id: str) -> None:
        with self.step("memo-remove"):
            _found(memos.remove_memo(self._file, id), id)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a JSON value under this name; None takes it away."""
        with self.step("setting"):
            offices.write_setting(self._file, name, value)


def _found(was_there: bool, name: object) -> None:
    if not was_there:
        raise KeyError(name)


def _check_score(ref: str, value: Decimal | None) -> None:
    """WorkspaceError unless it is 0 to 100 with at most two decimals."""
    if value is None or (value.is_finite() and 0 <= value <= 100 and value == round(value, 2)):
        return
    text = tr("{ref}: {value} is no score. Allowed are 0 to 100 with at most two decimals.")
    raise WorkspaceError(Refusal.BAD_SCORE, text.format(ref=ref, value=value))

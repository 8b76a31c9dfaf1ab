"""Everything a user can do with an open office, one method for each edit; no window, no Qt."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from ita_desktop.app import log
from ita_desktop.app.errors import Refusal, WorkspaceError, told_to_user
from ita_desktop.app.folders import backups_of
from ita_desktop.app.office import figures
from ita_desktop.app.office.backups import Backups
from ita_desktop.app.office.copies import Copies
from ita_desktop.app.office.kept_drafts import Drafts
from ita_desktop.app.office.open_office import OpenOffice
from ita_desktop.app.office.opening import Clock, Opened, closed_on_error, create_file, open_file, wall_clock
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency
from ita_desktop.domain.values.assessment import OfficialResult
from ita_desktop.domain.values.follow_up import FollowUp
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.measure import Measure, MeasurePlan
from ita_desktop.domain.values.memo import Memo, Signer
from ita_desktop.domain.values.office import Office
from ita_desktop.domain.values.risk import Risk
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.creation import copy_whole, create_whole
from ita_desktop.store.records import agencies, memos, offices, plans, years
from ita_desktop.store.records.results import write_results
from ita_desktop.store.safety.backup import Reason

if TYPE_CHECKING:
    from ita_desktop.app.office.merge import Difference


class Workspace(OpenOffice):
    """The open office: each edit is one transaction (saved) and one undo step.

    What the user can do something about is a WorkspaceError; KeyError means that the caller named what is not there.
    """

    def __init__(
        self, opened: Opened, frameworks: Mapping[int, Framework], clock: Clock, backups_in: Path | None = None
    ) -> None:
        super().__init__(opened, frameworks, clock)
        self.backups = Backups(self, backups_of(self.path, backups_in))
        self.copies = Copies(self)
        self.drafts = Drafts(self)

    @classmethod
    def create(
        cls,
        path: Path,
        agency: Agency,
        frameworks: Mapping[int, Framework],
        *,
        clock: Clock = wall_clock,
        backups_in: Path | None = None,
    ) -> Self:
        """Create a file for this office; WorkspaceError if it exists. Backups go to ``backups_in``, else beside it."""
        with told_to_user(), closed_on_error(create_file(path, agency, clock)) as opened:
            return cls(opened, frameworks, clock, backups_in)

    @classmethod
    def open(
        cls,
        path: Path,
        frameworks: Mapping[int, Framework],
        *,
        clock: Clock = wall_clock,
        read_only: bool = False,
        backups_in: Path | None = None,
    ) -> Self:
        """Open an existing file, for reading only where no more is possible (see ``opening.open_file``).

        Backups go to ``backups_in``; None: into a folder beside the file.
        """
        with told_to_user():
            found = open_file(path, clock, backups_of(path, backups_in), read_only=read_only)
            with closed_on_error(found) as opened:
                workspace = cls(opened, frameworks, clock, backups_in)
                if opened.lock is not None:
                    workspace.backups.place.folder.clean()
                if not workspace.read_only:
                    workspace.copies.tidy()
                if not read_only:  # inconsistent data is found here, where a backup can still be opened instead
                    _ = workspace.office
                with contextlib.suppress(OSError):  # a disk that fails after all was read
                    log.note("open", bytes=path.stat().st_size, read_only=workspace.read_only)
                return workspace

    def close(self) -> None:
        """Back up what was changed and let go of the file; the workspace cannot be used any more."""
        if not self.read_only and not self.file.closed:
            try:
                self.backups.make_if_changed(Reason.EXIT)
            except WorkspaceError as error:
                log.note("no_backup_at_exit", trouble=error.code.value)
        super().close()

    # the office and its people

    def set_agency(self, agency: Agency) -> None:
        with self.step("agency"):
            agencies.write_agency(self.file, agency)

    def put_signer(self, signer: Signer) -> None:
        """Change the signer with this id, or add one at the end."""
        with self.step("signer"):
            agencies.write_signer(self.file, signer)

    def remove_signer(self, id: str) -> None:
        """Remove a signer whom no memo and no plan names; WorkspaceError otherwise."""
        used = [memo.subject or memo.id for memo in self.office.memos if any(s.signer == id for s in memo.signers)]
        used += [str(plan.fiscal_year) for plan in self.office.plans if plan.prepared_by == id]
        if used:
            text = tr("This signer is still named in: {places}. Take the name out there first.")
            raise WorkspaceError(Refusal.SIGNER_IN_USE, text.format(places=", ".join(used)))
        with self.step("signer-remove"):
            _found(agencies.remove_signer(self.file, id), id)

    def move_signer(self, id: str, to: int) -> None:
        with self.step("signer-move"):
            _found(agencies.move_signer(self.file, id, to), id)

    # results

    def add_year(self, fiscal_year: int) -> None:
        """Add an empty year if the office lacks it; WorkspaceError if the year's rules are not known."""
        if fiscal_year not in self.frameworks:
            known = ", ".join(str(year) for year in sorted(self.frameworks))
            text = tr("The assessment rules of fiscal year {year} are not known. Known are: {known}.")
            raise WorkspaceError(Refusal.NO_FRAMEWORK, text.format(year=fiscal_year, known=known))
        with self.step("year"):
            years.add_year(self.file, FiscalYear(fiscal_year))

    def remove_year(self, fiscal_year: int) -> None:
        """Remove a year with its scores and narratives, after a backup."""
        self.backups.make_before(Reason.DELETE)
        with self.step("year-remove"):
            _found(years.remove_year(self.file, FiscalYear(fiscal_year)), fiscal_year)

    def set_score(self, fiscal_year: int, ref: str, value: Decimal | None) -> None:
        self.set_scores(fiscal_year, {ref: value})

    def set_scores(self, fiscal_year: int, values: Mapping[str, Decimal | None]) -> None:
        """Set scores of one year in one step; None takes one away, WorkspaceError for what is no score."""
        for ref, value in values.items():
            _check_score(ref, value)
        with self.step("score"):
            self.add_year(fiscal_year)
            years.write_scores(self.file, FiscalYear(fiscal_year), values)

    def set_official(self, fiscal_year: int, official: OfficialResult) -> None:
        _check_score("overall", official.overall)
        for code, value in official.instruments.items():
            _check_score(code, value)
        with self.step("official"):
            self.add_year(fiscal_year)
            years.write_official(self.file, FiscalYear(fiscal_year), official)

    def set_narrative(self, fiscal_year: int, indicator: str, text: str) -> None:
        with self.step("narrative"):
            self.add_year(fiscal_year)
            years.write_narrative(self.file, FiscalYear(fiscal_year), indicator, text)

    # plans

    def put_plan(self, plan: MeasurePlan) -> None:
        """Write a plan's head, making the plan where there is none; its measures and risks stay as they are."""
        with self.step("plan"):
            plans.write_plan_head(self.file, plan)

    def remove_plan(self, plan_year: int) -> None:
        """Remove a plan with its measures, results and risks, after a backup."""
        self.backups.make_before(Reason.DELETE)
        with self.step("plan-remove"):
            _found(plans.remove_plan(self.file, FiscalYear(plan_year)), plan_year)

    def add_measure(self, plan_year: int, measure: Measure, at: int | None = None) -> int:
        """Add a measure, at the end or at an index; its id. The plan comes to be with its first measure."""
        with self.step("measure-add"):
            plan = self._plan(plan_year)
            added = plans.add_measure(self.file, plan, measure)
            if at is not None:
                plans.move(self.file, plan, "measure", added, at)
            return added

    def set_measure(self, plan_year: int, measure: Measure) -> None:
        """Change a measure, its results included; it is found by its id."""
        with self.step("measure"):
            self._must_be_in("measure", plan_year, measure.id)
            plans.write_measure(self.file, measure)

    def remove_measure(self, plan_year: int, id: int) -> None:
        with self.step("measure-remove"):
            self._must_be_in("measure", plan_year, id)
            plans.remove(self.file, "measure", id)

    def move_measure(self, plan_year: int, id: int, to: int) -> None:
        with self.step("measure-move"):
            plans.move(self.file, self._must_be_in("measure", plan_year, id), "measure", id, to)

    def set_results(self, plan_year: int, measure_id: int, results: tuple[FollowUp, ...]) -> None:
        """Make these the follow-up results of a measure."""
        with self.step("result"):
            self._must_be_in("measure", plan_year, measure_id)
            write_results(self.file, measure_id, results)

    def add_risk(self, plan_year: int, risk: Risk, at: int | None = None) -> int:
        """Add a risk, at the end or at an index; its id."""
        with self.step("risk-add"):
            plan = self._plan(plan_year)
            added = plans.add_risk(self.file, plan, risk)
            if at is not None:
                plans.move(self.file, plan, "risk", added, at)
            return added

    def set_risk(self, plan_year: int, risk: Risk) -> None:
        """Change a risk; it is found by its id."""
        with self.step("risk"):
            self._must_be_in("risk", plan_year, risk.id)
            plans.write_risk(self.file, risk)

    def remove_risk(self, plan_year: int, id: int) -> None:
        with self.step("risk-remove"):
            self._must_be_in("risk", plan_year, id)
            plans.remove(self.file, "risk", id)

    def move_risk(self, plan_year: int, id: int, to: int) -> None:
        with self.step("risk-move"):
            plans.move(self.file, self._must_be_in("risk", plan_year, id), "risk", id, to)

    def _plan(self, plan_year: int) -> int:
        """The row of a plan, made where there is none."""
        year = FiscalYear(plan_year)
        found = plans.plan_id(self.file, year)
        if found is not None:
            return found
        return plans.write_plan_head(self.file, MeasurePlan(fiscal_year=year, assessed_year=year.previous))

    def _must_be_in(self, table: str, plan_year: int, id: int | None) -> int:
        """The plan's row; KeyError if this measure or risk is not in it."""
        plan = plans.plan_id(self.file, FiscalYear(plan_year))
        if plan is None or id is None or not plans.holds(self.file, plan, table, id):
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
            memos.write_memo(self.file, memo)

    def remove_memo(self, id: str) -> None:
        with self.step("memo-remove"):
            _found(memos.remove_memo(self.file, id), id)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a JSON value under this name; None takes it away."""
        with self.step("setting"):
            offices.write_setting(self.file, name, value)

    # the whole office

    def replace_office(self, office: Office) -> None:
        """Make the file hold exactly this office, its settings stay; a backup is made first, undo is forgotten."""
        self.backups.make_before(Reason.IMPORT)
        with self.step("import"):
            offices.replace_office(self.file, office)
            offices.write_setting(self.file, figures.SETTING, figures.figures_in(office, self.frameworks) or None)
        self.forget_history()
        log.note("import", years=len(office.years), plans=len(office.plans), memos=len(office.memos))

    def merge(self, theirs: Office, taken: Collection[Difference]) -> None:
        """Take these differences over from another office as one step that can be undone; a backup is made first."""
        from ita_desktop.app.office.merge import merged

        self.backups.make_before(Reason.MERGE)
        before = self.office
        after = merged(before, theirs, taken)
        with self.step("merge"):
            offices.bring_to(self.file, before, after)
            kept = self.setting(figures.SETTING) or {}
            now = figures.figures_after_merge(kept, before, theirs, after, self.frameworks)
            if now != kept:
                offices.write_setting(self.file, figures.SETTING, now or None)
        log.note("merge", differences=len(taken))

    def save_copy(self, path: Path) -> None:
        """Write everything to a new file: the way out where this one cannot be written or is not there any more."""
        with told_to_user():
            try:
                copy_whole(self.file, path)
            except StoreError as error:
                if error.trouble in (StoreErrorCode.EXISTS, StoreErrorCode.NO_FOLDER, StoreErrorCode.LONG_NAME):
                    raise
                log.note("copy_from_memory", trouble=error.trouble.value)
                office = self.office
                create_whole(path, lambda file: offices.replace_office(file, office))

    def seal_into(self, package: Path, reason: str, person: str) -> None:
        """Seal everything into a package for another computer; nothing but the package is left, whatever happens."""
        from ita_desktop.store.safety.package import Packing, seal

        office = package.with_name(package.name + ".office")
        packing = Packing(reason=reason, made_at=self.clock(), file_name=self.path.name, person=person)
        with told_to_user():
            copy_whole(self.file, office)
            try:
                seal(office, package, packing)
            except OSError as error:
                raise error_for(package, error) from error
            finally:
                office.unlink(missing_ok=True)

    @property
    def clock_doubt(self) -> str:
        """A sentence where the computer's clock is behind what was saved last; empty where it is not."""
        saved, now = self.saved_at, self.clock()
        if saved is None or now >= saved.replace(tzinfo=saved.tzinfo or now.tzinfo):
            return ""
        text = tr("The clock of this computer says {now}, but this file was saved on {saved}. Check date and time.")
        return text.format(now=f"{now:%Y-%m-%d %H:%M}", saved=f"{saved:%Y-%m-%d %H:%M}")


def _found(was_there: bool, name: object) -> None:
    if not was_there:
        raise KeyError(name)


def _check_score(ref: str, value: Decimal | None) -> None:
    """WorkspaceError unless it is 0 to 100 with at most two decimals."""
    if value is None or (value.is_finite() and 0 <= value <= 100 and value == round(value, 2)):
        return
    text = tr("{ref}: {value} is no score. Allowed are 0 to 100 with at most two decimals.")
    raise WorkspaceError(Refusal.BAD_SCORE, text.format(ref=ref, value=value))

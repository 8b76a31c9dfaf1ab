"""One truth about what is left: no two places contradict, and nothing is green over red."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.app.checks.left import LeftState
from ita_desktop.app.office.import_export import import_office
from ita_desktop.app.papers.printing import sheets
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.values.framework import Framework
from ita_desktop.ui.desk.page_names import PageName
from ita_desktop.ui.frame.view import OfficeView
from ita_desktop.ui.look.left_marks import left_mark
from ita_desktop.ui.pages.documents.page import DocumentsPage
from ita_desktop.ui.pages.home.page import HomePage
from ita_desktop.ui.window.main_window import MainWindow
from tests.domain.findings.offices import CASES

Frameworks = Mapping[int, Framework]
FAULTS = 6
"""Faults put into each office one after the other; after each all places are compared."""


def page(view: OfficeView, name: PageName) -> object:
    found = next(one for one in view.pages if name == one.NAME)
    found.freshen()
    return found


def contradictions(view: OfficeView, qapp: QApplication) -> list[str]:
    """Compare what home, documents page, rail, line of truth and print dialog say of every paper."""
    view.desk.checking.check_now()
    qapp.processEvents()
    checking, found = view.desk.checking, []
    home, documents = page(view, PageName.HOME), page(view, PageName.DOCUMENTS)
    assert isinstance(home, HomePage)
    assert isinstance(documents, DocumentsPage)
    states = {one.NAME: state for one, state in zip(view.pages, view._model.states, strict=True)}
    papers = sheets(view.desk.facts)
    lefts = [checking.left_of(paper) for paper in papers]
    assert None not in lefts
    shown = {finding.key for left in lefts if left for finding in left.open}
    serious = {finding.key for finding in checking.open if finding.severity is not Severity.ADVICE}
    if shown != serious:
        found.append(f"findings of no paper: {serious ^ shown}")
    for paper, left, row in zip(papers, lefts, documents.rows, strict=True):
        icon, words, tone = left_mark(left)
        if row.chip.accessibleName() != words:
            found.append(f"documents: {row.chip.accessibleName()} not {words}")
        if home.papers.fields[paper.document, paper.memo].currentText() != words:
            found.append(f"home: {home.papers.fields[paper.document, paper.memo].currentText()} not {words}")
        if home.papers.marks[paper.document, paper.memo].accessibleName() != words:
            found.append(f"home's mark of {paper.title}")
        view.preview.choose(paper)
        view.preview.show_left(view.exports.left)
        documents.copies.show_sheet(paper)
        if documents.copies.chip.accessibleName() != words:
            found.append(f"copies: {documents.copies.chip.accessibleName()} not {words}")
        if not view.preview.truth.whole.startswith(words):
            found.append(f"line of truth: {view.preview.truth.whole} not {words}")
        if (view.exports.open_words == "") != (left.state is LeftState.READY):
            found.append(f"print dialog: {view.exports.open_words}, {left.state}")
        if left.state is not LeftState.READY and (icon, tone.value) == ("circle-check", "good"):
            found.append("green over red")
    wrong = any(left.state is LeftState.WRONG for left in lefts if left)
    if wrong != bool(checking.count(Severity.WRONG)):
        found.append("wrong in the checks and in no paper")
    for name in (PageName.DOCUMENTS, PageName.CHECK):
        if states[name].wrong != wrong or (states[name].done and wrong):
            found.append(f"rail: {name} {states[name]}")
    if states[PageName.DOCUMENTS].done and not all(left.state is LeftState.READY for left in lefts if left):
        found.append("rail: documents done")
    return found


def harm(view: OfficeView, rng: random.Random) -> None:
    """Put one fault into the office by chance."""
    workspace, facts = view.desk.workspace, view.desk.facts
    year, assessed = int(facts.fiscal_year), int(facts.fiscal_year) - 1
    kind = rng.randrange(5)
    if kind == 0 and facts.memos:
        memo = rng.choice(facts.memos)
        workspace.put_memo(replace(memo, subject=f"รายงานผลการประเมิน ปีงบประมาณ พ.ศ. {rng.randrange(2560, 2572)}"))
    elif kind == 1 and facts.plan.measures:
        workspace.set_measure(year, replace(rng.choice(facts.plan.measures), responsible=()))
    elif kind == 2 and facts.plan.measures:
        measure = rng.choice(facts.plan.measures)
        workspace.set_measure(year, replace(measure, period="", period_from="", period_to=""))
    elif kind == 3 and facts.assessed is not None and facts.assessed.scores:
        key = rng.choice(sorted(facts.assessed.scores))
        workspace.set_scores(assessed, {**facts.assessed.scores, key: Decimal(rng.randrange(0, 10001)) / 100})
    elif facts.memos:
        workspace.remove_memo(rng.choice(facts.memos).id)


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("case-*.json")))
def test_no_two_places_contradict(
    window: MainWindow, frameworks: Frameworks, tmp_path: Path, qapp: QApplication, name: str
) -> None:
    import_office(CASES / f"{name}.json", tmp_path / "office.ita", replace=False, frameworks=frameworks)
    window.open_file(tmp_path / "office.ita")
    assert window.view is not None
    rng = random.Random(name)
    assert contradictions(window.view, qapp) == []
    for _ in range(FAULTS):
        harm(window.view, rng)
        assert contradictions(window.view, qapp) == []


def test_an_empty_office_is_never_green(opened: Callable[[str], OfficeView], qapp: QApplication, qtbot: QtBot) -> None:
    view = opened("home")
    view.choose_year(view.desk.plan_year.next.next)
    assert contradictions(view, qapp) == []
    states = {one.NAME: state for one, state in zip(view.pages, view._model.states, strict=True)}
    assert not states[PageName.CHECK].done
    assert not states[PageName.DOCUMENTS].done
    assert not any(left.state is LeftState.READY for left in view.desk.checking.checked.papers)

"""What is left of each paper (เหลืออะไร): missing, wrong, to be looked at; the one list that all marks come from."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.papers.printing import YearPaper, build, need_words, sheets
from ita_desktop.documents import Choice, DocumentOptions, Need
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.values.facts import YearFacts
from ita_desktop.domain.values.origin import Origin
from ita_desktop.i18n import tr


class LeftState(StrEnum):
    """Where a paper stands, the worst first."""

    WRONG = "wrong"
    MISSING = "missing"
    LOOK = "look"
    READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What one paper still needs before somebody signs it."""

    paper: YearPaper
    wrong: tuple[Finding, ...] = ()
    look: tuple[Finding, ...] = ()

    @property
    def missing(self) -> tuple[Need, ...]:
        """What the year does not have yet."""
        return self.paper.needs

    @property
    def state(self) -> LeftState:
        """The worst of what is left."""
        if self.wrong:
            return LeftState.WRONG
        if self.missing:
            return LeftState.MISSING
        return LeftState.LOOK if self.look else LeftState.READY

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings of this paper that somebody should see before signing, the wrong ones first."""
        return (*self.wrong, *self.look)


def leaving(
    facts: YearFacts, options: DocumentOptions, found: Sequence[Finding]
) -> Generator[None, None, tuple[Left, ...]]:
    """Return what is left of each paper of the year, in steps of some milliseconds.

    A finding belongs to every paper that prints its field; to those that print what the field belongs to where no
    paper prints the field itself; and to all papers where none does, so that nothing open is ever lost.
    """
    serious = [finding for finding in found if finding.severity is not Severity.ADVICE]
    printed: dict[YearPaper, frozenset[Origin]] = {}
    for paper in sheets(facts):
        yield
        printed[paper] = _origins(paper, facts, options) if paper.possible and serious else frozenset()
    owners = {finding.key: _papers_with(finding.origin, printed) or tuple(printed) for finding in serious}
    return tuple(
        Left(
            paper=paper,
            wrong=tuple(f for f in serious if f.severity is Severity.WRONG and paper in owners[f.key]),
            look=tuple(f for f in serious if f.severity is Severity.LOOK and paper in owners[f.key]),
        )
        for paper in printed
    )


def left_words(left: Left) -> str:
    """Say it in a few words: ผิด 1 · ควรดู 2, not complete, or ready to print; digits as the screen writes them."""
    words = []
    if left.wrong:
        words.append(tr("Wrong {count}").format(count=len(left.wrong)))
    if left.missing:
        words.append(tr("not complete"))
    if left.look:
        words.append(tr("Look {count}").format(count=len(left.look)))
    return " · ".join(words) or tr("ready to print")


def missing_words(left: Left) -> str:
    """Say what the year does not have yet, in the clerk's words; empty where nothing is missing."""
    return ", ".join(need_words(need) for need in left.missing)


def _origins(paper: YearPaper, facts: YearFacts, options: DocumentOptions) -> frozenset[Origin]:
    try:
        return frozenset(_walk(build(paper.document, facts, options, Choice(memo=paper.memo))))
    except WorkspaceError:
        return frozenset()


def _walk(part: object) -> Iterator[Origin]:
    """Yield the origins of a document and of all its parts."""
    if isinstance(part, Origin):
        if part:
            yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _walk(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _walk(getattr(part, field.name))


def _papers_with(origin: Origin, printed: dict[YearPaper, frozenset[Origin]]) -> tuple[YearPaper, ...]:
    for place in (origin, *origin.above):
        papers = tuple(
            paper
            for paper, origins in printed.items()
            if any(one.is_within(place) or (place == origin and place.is_within(one)) for one in origins)
        )
        if papers:
            return papers
    return ()

"""All that is understood of one file: scores, plans, results, risks; what is doubtful, and what nobody understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ita_desktop.domain.recognition.content import Content, Paragraph, Table
from ita_desktop.domain.recognition.found import ScoreColumn, ScoreTable
from ita_desktop.domain.recognition.heads import years_in
from ita_desktop.domain.recognition.plans import RecognisedTable, read_plans
from ita_desktop.domain.recognition.scores import read_scores, read_scores_in_text
from ita_desktop.domain.values.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePart:
    """The scores of one year out of one table."""

    year: int | None
    column: ScoreColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a file says."""

    scores: tuple[ScorePart, ...] = ()
    asked: tuple[ScoreTable, ...] = ()
    """Tables of scores whose column must be asked for."""
    parts: tuple[RecognisedTable, ...] = ()
    unread: tuple[str, ...] = ()
    """Texts that belong to nothing that was understood."""

    @property
    def is_sure(self) -> bool:
        """True where nothing is doubtful, to be asked, or left unread in a table."""
        doubtful = any(
            found.doubts or not found.ref or found.fault for one in self.scores for found in one.column.scores
        )
        return not (doubtful or self.asked or any(part.doubts or part.unread for part in self.parts))


def understand(
    content: Content, frameworks: Mapping[int, Framework], *, year: int | None = None, office: str = ""
) -> Understood:
    """Return what a file says; ``year`` is for tables that name none, ``office`` finds our row in a list of many."""
    framework = frameworks.get(year or 0) or frameworks[max(frameworks)]
    parts = read_plans(content, framework)
    taken = {part.table for part in parts}
    scores: list[ScorePart] = []
    asked: list[ScoreTable] = []
    for number, table in enumerate(content.tables):
        if number in taken:
            continue
        found, open_question = _scores_of(table, frameworks, framework, year, office)
        scores += found
        asked += open_question
    if not (scores or asked or parts):
        text = "\n".join(paragraph.line.text for paragraph in content.paragraphs)
        read = read_scores_in_text(text, framework, office=office)
        if read is not None and read.column is not None:
            scores.append(ScorePart(year=read.column.year or year, column=read.column))
    return Understood(
        scores=tuple(scores),
        asked=tuple(asked),
        parts=parts,
        unread=tuple(_unread(content, bool(scores or parts or asked))),
    )


def _scores_of(
    table: Table, frameworks: Mapping[int, Framework], framework: Framework, year: int | None, office: str
) -> tuple[list[ScorePart], list[ScoreTable]]:
    """Return the columns of every year that a table names, else its only column, else the table as a question."""
    read = read_scores(table, framework, office=office)
    if read is None:
        return [], []
    years = [column.year for column in read.columns if column.year in frameworks]
    if not read.turned and years and len(set(years)) == len(years) and year is None:
        named = []
        for of_year in years:
            again = read_scores(table, frameworks[of_year or 0], office=office)
            if again is not None and again.column is not None:
                named.append(ScorePart(year=of_year, column=again.column))
        return named, []
    if read.column is not None:
        titled = years_in(read.name)
        return [ScorePart(year=read.column.year or year or (titled[0] if titled else None), column=read.column)], []
    return [], [read]


def _unread(content: Content, understood: bool) -> Iterator[str]:
    """Yield the paragraphs with words that nothing was made of."""
    if understood:
        yield from (
            b.text for b in content.blocks if isinstance(b, Paragraph) and b.text.strip() and "\t" not in b.text
        )
    else:
        yield from (text for text in content.texts() if text.strip())

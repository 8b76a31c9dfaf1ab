"""What each command does; each may raise WorkspaceError with the sentence why it could not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from ita_desktop.app.checks.findings import make_checker
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office import import_export
from ita_desktop.app.office.foreign_files import BringTrouble, as_json, bring_into, understand_file
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.outputs import make_folder, write_output
from ita_desktop.app.papers import printing, publish_page
from ita_desktop.app.papers.office_options import options_of
from ita_desktop.app.papers.publish import publish
from ita_desktop.app.start.sample import make_sample
from ita_desktop.cli import foreign_words
from ita_desktop.cli.check import check
from ita_desktop.cli.words import WORKBOOK_FORMAT
from ita_desktop.documents import Choice
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.office import Office
from ita_desktop.i18n import ntr, tr

DONE, CANNOT, WRONG_WORDS = 0, 1, 2
SAMPLE_FILE = "sample-office.ita"
WORKBOOK, WORKBOOK_TITLE = "workbook", "สมุดงาน Excel ของหน่วยงาน"
"""Everything that the office has, as sheets: it can be imported again."""


class Commands:
    """The commands with what they all need: the program's own files and the rules of the years."""

    def __init__(self, resources: Path, frameworks: Mapping[int, Framework], backups_in: Path | None = None) -> None:
        self._resources, self._frameworks, self._backups_in = resources, frameworks, backups_in

    def run(self, words: argparse.Namespace) -> int:
        """Do what the words ask; the exit status, the reason on stderr."""
        commands: dict[str, Callable[[argparse.Namespace], None]] = {
            "demo": self._demo,
            "import": self._import,
            "read": self._read,
            "export": self._export,
            "documents": self._documents,
            "print": self._print,
            "publish": self._publish,
        }
        try:
            if words.command == "check":
                return self._check(words)
            commands[words.command](words)
        except WorkspaceError as error:
            complain(str(error))
            unknown = error.code is printing.PrintTrouble.UNKNOWN_DOCUMENT
            return WRONG_WORDS if unknown else CANNOT
        return DONE

    def _read(self, words: argparse.Namespace) -> None:
        understood = understand_file(words.file, self._frameworks, year=words.year)
        if words.format == "json":
            print(as_json(understood, self._frameworks))
        else:
            print("\n".join(foreign_words.lines(understood)))

    def _import(self, words: argparse.Namespace) -> None:
        if words.year is not None:
            return self._bring(words)
        import_export.import_office(
            words.data,
            words.file,
            replace=words.replace,
            frameworks=self._frameworks,
            backups_in=self._backups_in,
        )
        return say(tr("{data} is now in {file}.").format(data=words.data, file=words.file))

    def _bring(self, words: argparse.Namespace) -> None:
        """Take what has no doubt out of a file of somebody else; WorkspaceError where something was left out."""
        with Workspace.open(words.file, frameworks=self._frameworks, backups_in=self._backups_in) as workspace:
            office = workspace.office.agency.name
            understood = understand_file(words.data, self._frameworks, year=words.year, office=office)
            left = bring_into(workspace, understood, words.year, doubtful=words.accept_doubts)
        if left:
            raise WorkspaceError(
                BringTrouble.DOUBTFUL,
                ntr(
                    "{count} thing was left out because it is doubtful. Look at it with `ita-desktop read`.",
                    "{count} things were left out because they are doubtful. Look at them with `ita-desktop read`.",
                    left,
                ).format(count=left),
            )
        say(tr("{data} is now in {file}.").format(data=words.data, file=words.file))

    def _export(self, words: argparse.Namespace) -> None:
        import_export.export_office(words.file, words.data, self._frameworks)
        say(tr("Written: {file}").format(file=words.data))

    def _documents(self, words: argparse.Namespace) -> None:
        with self._open(words.file) as workspace:
            years = plan_years(workspace.office)
            if not years:
                say(tr("This office has no plan and no memo yet. Open it in the window and begin with the scores."))
            for year in years:
                print(*document_lines(workspace, year), sep="\n")

    def _check(self, words: argparse.Namespace) -> int:
        with self._open(words.file) as workspace:
            if words.year is not None:
                self._must_have(workspace, words.year)
            years = plan_years(workspace.office) if words.year is None else (words.year,)
            wrong = check(workspace, years, make_checker(self._resources), words.format)
        return CANNOT if wrong else DONE

    def _print(self, words: argparse.Namespace) -> None:
        with self._open(words.file) as workspace:
            self._must_have(workspace, words.year)
            if words.format == WORKBOOK_FORMAT or words.document == WORKBOOK:
                data = self._workbook(workspace, words.document, words.format)
            else:
                choice = Choice(memo=words.memo, round=words.round)
                data = self._printed(workspace, words.year, words.document, choice, words.format)
        write_output(words.out, data)
        say(tr("Written: {file}").format(file=words.out))

    def _workbook(self, workspace: Workspace, document: str, format: str) -> bytes:
        if (document, format) != (WORKBOOK, WORKBOOK_FORMAT):
            text = tr("Excel takes one document: --document {name} --format {format}.")
            sentence = text.format(name=WORKBOOK, format=WORKBOOK_FORMAT)
            raise WorkspaceError(printing.PrintTrouble.UNKNOWN_DOCUMENT, sentence)
        return import_export.workbook(workspace.office, self._frameworks)

    def _publish(self, words: argparse.Namespace) -> None:
        with self._open(words.file) as workspace:
            self._must_have(workspace, words.year)
            options = options_of(workspace)
            done = publish(workspace.facts(words.year), options, self._resources, words.out)
        for note in done.notes:
            complain(note)
        for line in publish_page.checklist(done.groups):
            print(line)
        say(tr("Written: {file}").format(file=words.out))

    def _demo(self, words: argparse.Namespace) -> None:
        make_folder(words.folder)
        file = words.folder / SAMPLE_FILE
        make_sample(file, self._resources, self._frameworks, self._backups_in)
        written = 0
        with self._open(file) as workspace:
            for year in plan_years(workspace.office):
                for sheet in printing.sheets(workspace.facts(year)):
                    data = self._printed(workspace, year, sheet.document, Choice(memo=sheet.memo), "pdf")
                    write_output(words.folder / printing.file_name(sheet, year), data)
                    written += 1
        say(
            ntr(
                "{folder} holds the sample office ({file}) and {count} printed document.",
                "{folder} holds the sample office ({file}) and {count} printed documents.",
                written,
            ).format(folder=words.folder, file=SAMPLE_FILE, count=written)
        )

    def _open(self, file: Path) -> Workspace:
        return Workspace.open(file, self._frameworks, read_only=True)

    def _must_have(self, workspace: Workspace, year: int) -> None:
        """An office prints the plan years it has; a mistyped year is not an empty report."""
        years = plan_years(workspace.office)
        if year in years:
            return
        text = tr("{file} has no plan of fiscal year {year}. It has: {known}.")
        known = ", ".join(map(str, years)) or "–"
        raise WorkspaceError(printing.PrintTrouble.NOT_READY, text.format(file=workspace.path, year=year, known=known))

    def _printed(self, workspace: Workspace, year: int, document: str, choice: Choice, format: str) -> bytes:
        options = options_of(workspace)
        paper = printing.build(document, workspace.facts(year), options, choice)
        if format == "txt":
            return printing.plain_text(paper, options).encode("utf-8")
        if format == "docx":
            return printing.word(paper, self._resources, options)
        rendered = printing.pdf(paper, self._resources, options)
        for note in rendered.notes:
            complain(printing.note_words(note))
        return rendered.pdf


def plan_years(office: Office) -> tuple[int, ...]:
    """List the plan years that have a paper: with a plan, with a memo, or after an assessed year."""
    years = {int(plan.fiscal_year) for plan in office.plans} | {int(memo.fiscal_year) for memo in office.memos}
    return tuple(sorted(years or {int(year.fiscal_year) + 1 for year in office.years}))


def document_lines(workspace: Workspace, year: int) -> list[str]:
    """Write one line a paper of a year: what to type, its title, what is missing."""
    lines = []
    for sheet in printing.sheets(workspace.facts(year)):
        asked = f"--document {sheet.document} --year {year}" + (f" --memo {sheet.memo}" if sheet.memo else "")
        needs = "; ".join(printing.need_words(need) for need in sheet.needs)
        lines.append("\t".join(part for part in (asked, sheet.title, f"({needs})" if needs else "") if part))
    asked = f"--document {WORKBOOK} --year {year} --format {WORKBOOK_FORMAT}"
    return [*lines, f"{asked}\t{WORKBOOK_TITLE}"]


def say(sentence: str) -> None:
    """Tell a person what was done; stdout is for what a program reads."""
    print(sentence, file=sys.stderr)


def complain(sentence: str) -> None:
    """Tell a person what is wrong."""
    print(f"ita-desktop: {sentence}", file=sys.stderr)

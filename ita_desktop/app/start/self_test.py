"""The program tries everything it needs, in an empty folder (ตรวจตัวเอง): what is missing is known before the clerk is.

Here is what needs no window; the window has its own checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop import i18n
from ita_desktop.app.checks.findings import make_checker
from ita_desktop.app.office import import_export
from ita_desktop.app.office.backup_place import backups_for
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import printing
from ita_desktop.app.publisher.updates import KEYS
from ita_desktop.app.start.sample import make_sample
from ita_desktop.documents import Choice, DocumentOptions
from ita_desktop.documents.pdf.press import KO_KAI
from ita_desktop.i18n import tr
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.disk import temporary_folder
from ita_desktop.store.file.migrations import version
from ita_desktop.store.file.old_versions import make_old_file
from ita_desktop.store.publisher.signed import (
    Refusal,
    SignedFileError,
    SignedKind,
    Slip,
    new_key_pair,
    public_keys,
    read_slip,
    write_signed,
)
from ita_desktop.store.resources.catalogue import load_catalogue, load_office_patterns
from ita_desktop.store.resources.frameworks import load_frameworks
from ita_desktop.typeset import BreakKind, FontSet, Words
from ita_desktop.typeset.shape import Shaper

SENTENCE = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
WHOLE = ("คุณธรรม", "ความโปร่งใส", "หน่วยงาน")
"""Words of the sentence that no line may part."""


class FailedCheckError(Exception):
    """Something the program needs does not work; ``str`` says what was found instead."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to try; ``run`` gets an empty folder and answers with a few words about what it saw."""

    title: str
    run: Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check gave: a few words, or the fault."""

    title: str
    detail: str
    passed: bool


def try_all(checks: Sequence[Check]) -> Iterator[Outcome]:
    """Run each check in a folder of its own; a fault of one does not stop the next."""
    with temporary_folder("ita-desktop-ตรวจ ตัวเอง-") as kept:
        for number, check in enumerate(checks):
            folder = kept / str(number)
            folder.mkdir()
            try:
                detail = check.run(folder)
            except Exception as error:  # whatever it is, it is what this command is for
                yield Outcome(check.title, f"{type(error).__name__}: {error}", passed=False)
            else:
                yield Outcome(check.title, detail, passed=True)


def must(holds: object, found: str) -> None:
    """FailedCheckError with what was found, where something that must hold does not."""
    if not holds:
        raise FailedCheckError(found)


def checks_without_window(resources: Path, translations: Path) -> tuple[Check, ...]:
    """Language, rules, file, paper: everything below the window."""
    return (Check(tr("Messages in Thai and English"), lambda _: _messages(translations)), *checks_of_files(resources))


def checks_of_files(resources: Path) -> tuple[Check, ...]:
    """Return the checks of rules, file and paper, which change nothing in an open window."""
    return (
        Check(tr("Rules of the fiscal years"), lambda _: _rules(resources)),
        Check(tr("Catalogue of measures, kinds of offices, words"), lambda _: _catalogues(resources)),
        Check(tr("Office file: make, change, undo, back up, open again"), lambda folder: _office(folder, resources)),
        Check(tr("Files of older versions are brought up to date"), _old_files),
        Check(tr("Office as data and as a workbook, out and in"), lambda folder: _exchange(folder, resources)),
        Check(tr("Thai words are kept whole, letters take their shapes"), lambda _: _thai(resources)),
        Check(tr("Every document as PDF, Word and text"), lambda folder: _documents(folder, resources)),
        Check(tr("Signed files of the publisher, and altered ones"), lambda folder: _signatures(folder, resources)),
    )


def _messages(translations: Path) -> str:
    spoken = i18n.language()
    said = []
    try:
        for code in i18n.LANGUAGES:
            i18n.use_language(code, translations)
            said.append(tr("Print"))
    finally:
        i18n.use_language(spoken, translations)
    must(len(set(said)) == len(i18n.LANGUAGES), ", ".join(said))
    return ", ".join(said)


def _rules(resources: Path) -> str:
    frameworks = load_frameworks(resources / "frameworks")
    must(len(frameworks) >= 8, f"{len(frameworks)} years")
    return f"{min(frameworks)}-{max(frameworks)}"


def _catalogues(resources: Path) -> str:
    catalogue, patterns = load_catalogue(resources), load_office_patterns(resources)
    make_checker(resources)
    return f"{type(catalogue).__name__}, {type(patterns).__name__}"


def _sample(folder: Path, resources: Path) -> Path:
    file = folder / "หน่วยงาน ตัวอย่าง.ita"
    make_sample(file, resources, load_frameworks(resources / "frameworks"))
    return file


def _office(folder: Path, resources: Path) -> str:
    frameworks = load_frameworks(resources / "frameworks")
    file = _sample(folder, resources)
    with Workspace.open(file, frameworks) as office:
        before = office.office
        office.set_setting("self-test", "ก่อน")
        office.set_setting("self-test", "หลัง")
        office.undo()
        must(office.setting("self-test") == "ก่อน", f"undo: {office.setting('self-test')!r}")
        office.undo()
        must(office.office == before, "undo")
        backup = office.backups.make()
        must(office.backups.office_in(backup) == before, "backup")
    with Workspace.open(file, frameworks, read_only=True) as again:
        must(again.office == before, "open")
    must(backups_for(file), "backups")
    return before.agency.name


def _old_files(folder: Path) -> str:
    for number in range(1, version() + 1):
        file = folder / f"{number}.ita"
        make_old_file(file, number)
        OfficeFile.open(file).close()
        OfficeFile.open(file, read_only=True).close()
    return f"1-{version()}"


def _exchange(folder: Path, resources: Path) -> str:
    frameworks = load_frameworks(resources / "frameworks")
    file = _sample(folder, resources)
    with Workspace.open(file, frameworks, read_only=True) as office:
        expected = office.office
    sizes = []
    for name in ("office.json", "office.xlsx"):
        import_export.export_office(file, folder / name, frameworks)
        read = import_export.read_office(folder / name, frameworks)
        must(read.agency == expected.agency and len(read.plans) == len(expected.plans), name)
        sizes.append(f"{name} {(folder / name).stat().st_size}")
    return ", ".join(sizes)


def _thai(resources: Path) -> str:
    words = Words((resources / "words" / "words_th.txt",))
    breaks = {found.at for found in words.breaks(SENTENCE) if found.kind in (BreakKind.WORD, BreakKind.SEAM)}
    must(len(breaks) >= 5, f"{len(breaks)} breaks")
    for word in WHOLE:
        begin = SENTENCE.index(word)
        must({begin, begin + len(word)} & (breaks | {0, len(SENTENCE)}), word)
    fonts = resources / "fonts"
    faces = FontSet.load(fonts / "THSarabunNew.ttf", fonts / "THSarabunNew-Bold.ttf", expected_advances={"ก": KO_KAI})
    shaper = Shaper(faces.face(bold=False, italic=False))
    low, shifted, high = (shaper.word(word).glyphs[-1] for word in ("ก่", "ป่", "กี่"))
    must(len({low, shifted, high}) == 3, f"ก่ ป่ กี่: {low} {shifted} {high}")
    return tr("{count} words").format(count=len(breaks) + 1)


def _documents(folder: Path, resources: Path) -> str:
    frameworks = load_frameworks(resources / "frameworks")
    options = DocumentOptions()
    written = 0
    with Workspace.open(_sample(folder, resources), frameworks, read_only=True) as office:
        year = max(plan.fiscal_year for plan in office.office.plans)
        facts = office.facts(year)
        for sheet in printing.sheets(facts):
            paper = printing.build(sheet.document, facts, options, Choice(memo=sheet.memo))
            rendered = printing.pdf(paper, resources, options)
            must(not rendered.notes, f"{sheet.document}: {[note.char for note in rendered.notes]}")
            must(rendered.pdf.startswith(b"%PDF") and rendered.pages > 0, sheet.document)
            must(printing.word(paper, resources, options).startswith(b"PK"), f"{sheet.document}.docx")
            must(printing.plain_text(paper, options).strip(), f"{sheet.document}.txt")
            written += 1
    must(written >= 8, f"{written} documents")
    return f"{written}"


def _signatures(folder: Path, resources: Path) -> str:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("ก", encoding="utf-8")
    file = folder / "a.itapack"
    private, public = new_key_pair()
    write_signed(file, Slip(kind=SignedKind.RULES, version="1"), folder / "in", private)
    must(read_slip(file, SignedKind.RULES, (public,)).version == "1", "version")
    try:
        read_slip(file, SignedKind.RULES, (new_key_pair()[1],))
    except SignedFileError as error:
        must(error.refusal is Refusal.WRONG_SIGNATURE, f"{error}")
    else:
        must(False, "a file of another publisher was accepted")
    must((resources / KEYS).is_file(), f"{KEYS}")
    return ", ".join(bytes(key).hex()[:8] for key in public_keys(resources / KEYS))

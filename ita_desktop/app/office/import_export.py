"""An office's data in and out as ``ita-office/1`` JSON, or as an Excel workbook."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ita_desktop.app import log
from ita_desktop.app.errors import Refusal, WorkspaceError, sentence, told_to_user
from ita_desktop.app.folders import backups_of
from ita_desktop.app.office import figures
from ita_desktop.app.office.backup_place import BackupPlace
from ita_desktop.app.office.opening import Clock, must_be_local, open_for_writing, wall_clock
from ita_desktop.app.outputs import write_output
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.office import Office
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.exchange.json_reading import office_of
from ita_desktop.store.exchange.json_writing import office_json
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.file.lock import WriterLock
from ita_desktop.store.foreign.kinds import holds_workbook
from ita_desktop.store.records import offices
from ita_desktop.store.safety import restoring
from ita_desktop.store.safety.backup import Reason
from ita_desktop.store.untrusted.json_tree import Expected, Fault, JsonFaults, parse

WORKBOOK_SUFFIX = ".xlsx"
_SHOWN = 30
"""Faults that one message lists."""


class ImportRefusedError(WorkspaceError):
    """A file that is not taken; ``faults`` holds everything that is wrong with it."""

    def __init__(self, path: Path, faults: tuple[Fault, ...]) -> None:
        lines = [fault_sentence(fault) for fault in faults[:_SHOWN]]
        if len(faults) > _SHOWN:
            lines.append(tr("… and {n} more").format(n=len(faults) - _SHOWN))
        head = tr("{file} was not imported and nothing was changed. Correct these places and import again:")
        super().__init__(Refusal.BAD_IMPORT, "\n".join([head.format(file=path), *lines]))
        self.faults = faults


def read_office_json(path: Path, frameworks: Mapping[int, Framework]) -> Office:
    """Read the office in a JSON file; ImportRefusedError with all faults, WorkspaceError if it cannot be read."""
    try:
        return office_of(parse(path), frameworks)
    except JsonFaults as error:
        raise ImportRefusedError(path, error.faults) from error
    except OSError as error:
        trouble = StoreErrorCode.DISK if path.exists() else StoreErrorCode.MISSING
        raise WorkspaceError(trouble, sentence(StoreError(trouble, path, error.strerror or ""))) from error


def read_office(path: Path, frameworks: Mapping[int, Framework]) -> Office:
    """Read the office in a workbook (``.xlsx``) or a JSON file; its content decides which, not its name.

    ImportRefusedError with all faults; WorkspaceError that says what another kind of file is, and the way out.
    """
    with told_to_user():
        is_workbook = holds_workbook(path)
    if not is_workbook:
        return read_office_json(path, frameworks)
    try:
        with told_to_user():
            from ita_desktop.store.exchange.workbook_reading import office_in_workbook

            return office_in_workbook(path, frameworks)
    except JsonFaults as error:
        raise ImportRefusedError(path, error.faults) from error


def import_office(
    data_path: Path,
    path: Path,
    *,
    replace: bool,
    frameworks: Mapping[int, Framework],
    clock: Clock = wall_clock,
    backups_in: Path | None = None,
) -> Office:
    """Import the office in a JSON file or a workbook into ``path`` and return it.

    Without ``replace`` the file must not exist. With it a backup is made (in ``backups_in``, else beside the file), and
    then one transaction replaces all facts; settings stay, except the figures that sentences were written from. On any
    failure the file is unchanged, or is not created. ImportRefusedError with all faults of the data.
    """
    office = read_office(data_path, frameworks)
    with told_to_user():
        must_be_local(path)
        lock = WriterLock.take(path, clock())
        try:
            if replace and (path.exists() or restoring.is_interrupted(path)):
                _replace(path, office, frameworks, clock, backups_of(path, backups_in))
            else:
                create_whole(path, lambda file: _fill(file, office, frameworks, clock))
        finally:
            lock.release()
    log.note("import", years=len(office.years), plans=len(office.plans), memos=len(office.memos))
    return office


def export_office(path: Path, data_path: Path, frameworks: Mapping[int, Framework] | None = None) -> None:
    """Write the office in ``path`` as JSON, or as a workbook where the name ends so; whole or not at all.

    It may be open elsewhere meanwhile. ``frameworks`` name the indicators for the workbook's readers.
    """
    with told_to_user():
        file = OfficeFile.open(path, read_only=True)
        try:
            office = offices.read_office(file)
        finally:
            file.close()
    as_sheets = data_path.suffix.lower() == WORKBOOK_SUFFIX
    data = workbook(office, frameworks or {}) if as_sheets else office_json(office).encode("utf-8")
    write_output(data_path, data)


def workbook(office: Office, frameworks: Mapping[int, Framework]) -> bytes:
    """Write the office as a workbook that can be imported again; ``frameworks`` name the indicators in it."""
    from ita_desktop.store.exchange.workbook_writing import office_workbook  # Excel's libraries, only where asked for

    return office_workbook(office, frameworks)


def _replace(path: Path, office: Office, frameworks: Mapping[int, Framework], clock: Clock, backups: Path) -> None:
    file = open_for_writing(path, clock, backups)
    try:
        if file.read_only:
            raise StoreError(StoreErrorCode.READ_ONLY, path)
        BackupPlace(backups, file).make_if_changed(file, Reason.IMPORT, clock())
        with file.transaction():
            _fill(file, office, frameworks, clock)
    finally:
        file.close()


def _fill(file: OfficeFile, office: Office, frameworks: Mapping[int, Framework], clock: Clock) -> None:
    offices.replace_office(file, office)
    offices.write_setting(file, figures.SETTING, figures.figures_in(office, frameworks) or None)
    offices.mark_saved(file, clock())


def fault_sentence(fault: Fault) -> str:
    """Describe one fault: its path, the value and what is allowed, in the user's language."""
    allowed = _allowed()[fault.expected].format(*fault.allowed, all=", ".join(fault.allowed))
    return f"{fault.path}: {fault.value} — {allowed}" if fault.value else f"{fault.path} — {allowed}"


def _allowed() -> dict[Expected, str]:
    return {
        Expected.UTF8: tr("the byte at this place is not UTF-8; save the file as UTF-8"),
        Expected.SMALLER: tr("allowed are at most {0} bytes"),
        Expected.JSON: tr("line {0}, column {1}: this is not JSON"),
        Expected.SHALLOWER: tr("allowed are at most {0} levels inside each other"),
        Expected.FORMAT: tr("this program understands the format {all}"),
        Expected.OBJECT: tr("allowed is an object {{…}}"),
        Expected.LIST: tr("allowed is a list […]"),
        Expected.TEXT: tr("allowed is a text"),
        Expected.WHOLE_CHARACTERS: tr("allowed is a text of whole characters"),
        Expected.WHOLE_NUMBER: tr("a whole number from {0} to {1} is needed"),
        Expected.SCORE: tr("allowed 0 to 100 with at most two decimals"),
        Expected.YES_NO: tr("allowed are true and false"),
        Expected.DATE: tr("allowed is a date YYYY-MM-DD with a Gregorian (ค.ศ.) year"),
        Expected.MONTH: tr("allowed is a month YYYY-MM with a Gregorian (ค.ศ.) year"),
        Expected.ONE_OF: tr("allowed are {all}"),
        Expected.KNOWN_KEY: tr("this key is not known; allowed are {all}"),
        Expected.PRESENT: tr("this must be there"),
        Expected.ONLY_ONCE: tr("this is there already; allowed once only"),
        Expected.YEAR_WITH_RULES: tr("the rules of this year are not known; allowed are {all}"),
        Expected.SIGNER: tr("no signer has this id; allowed are {all}"),
        Expected.INDICATOR: tr("this year has no such indicator; allowed are {all}"),
        Expected.REF: tr("allowed are indicators ({all}), their parts such as 9.3, and i1, e6, e6@EIT2, o13"),
        Expected.ID: tr("an id must not hold a /"),
        Expected.SHEET: tr("this sheet must be there, even without rows: an import replaces everything"),
        Expected.KEY_ROW: tr("the row of keys under the heads must be there: {all}"),
        Expected.COLUMN: tr("the column with this key must be there, even without values"),
        Expected.COMPUTED: tr(
            "this cell has a formula, but the file does not hold its result; open the file in Excel, save it "
            "and import it again"
        ),
        Expected.PARENT: tr("no row of the sheet above it has this number; there are: {all}"),
    }

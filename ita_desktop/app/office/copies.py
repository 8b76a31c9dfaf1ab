"""The printed versions of an open office and the copies kept of them (ฉบับพิมพ์ สำเนาที่ลงนาม ภาพหน้าจอ ITAS)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.app import log
from ita_desktop.app.errors import Refusal, WorkspaceError, told_to_user
from ita_desktop.app.office.open_office import OpenOffice
from ita_desktop.domain.rules.page_code import code_for
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.copies import CopyKind, KeptCopy, PaperKey, PrintedVersion
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError
from ita_desktop.store.records import copies
from ita_desktop.store.safety.package import opened_office

if TYPE_CHECKING:
    from ita_desktop.store.pictures.scans import Scan


def read_scan(path: Path, *, screen: bool = False) -> Scan:
    """Read a scan, or a picture of a ``screen``, to be kept; WorkspaceError with the sentence why it cannot."""
    from ita_desktop.store.pictures import scans  # brings Pillow and PDFium, which no start of the program waits for

    with told_to_user():
        return scans.read_scan(path, scans.LONGEST_SCREEN if screen else scans.LONGEST)


def pasted_scan(png: bytes, name: str) -> Scan:
    """Read a picture of a screen from the clipboard, to be kept under this name; WorkspaceError as above."""
    from ita_desktop.store.pictures import scans

    with told_to_user():
        return scans.scan_of(png, Path(name), scans.LONGEST_SCREEN)


class Copies:
    """What became of an office's papers; their bytes are read one by one, never with the office."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._remembered: dict[PaperKey, tuple[object, str]] = {}

    def fingerprint(self, key: PaperKey, made_of: object, make: Callable[[], str]) -> str:
        """Return a paper's fingerprint; it is computed again only if the paper's content changed."""
        kept = self._remembered
        if key not in kept or kept[key][0] != made_of:
            kept[key] = made_of, make()
        return kept[key][1]

    def tidy(self) -> None:
        """Remove contents that nothing names any more; where the disk is full or failing they wait for another time."""
        try:
            copies.drop_unnamed(self._office.file)
        except StoreError as error:
            log.note("not_tidied", trouble=error.trouble.value)

    @property
    def versions(self) -> tuple[PrintedVersion, ...]:
        """All printed versions, in the order in which they were printed."""
        with told_to_user():
            return copies.read_versions(self._office.file)

    @property
    def kept(self) -> tuple[KeptCopy, ...]:
        """All that is kept, in the order in which it came."""
        with told_to_user():
            return copies.read_copies(self._office.file)

    @property
    def size(self) -> int:
        """Bytes of all versions and copies together."""
        with told_to_user():
            return copies.size_of_all(self._office.file)

    def content(self, one: PrintedVersion | KeptCopy) -> bytes:
        """Read the bytes that were printed or kept; WorkspaceError if the disk has changed them since."""
        with told_to_user():
            return copies.read_content(self._office.file, one.sha256)

    def pages_of(self, one: PrintedVersion | KeptCopy) -> bytes:
        """Read them as a PDF, to be viewed and printed; WorkspaceError as above."""
        data = self.content(one)
        if isinstance(one, PrintedVersion):
            return data
        from ita_desktop.store.pictures import scans

        return scans.as_pages(data, one.media_type)

    def freeze(self, key: PaperKey, title: str, fingerprint: str, pdf: bytes, pages: int) -> PrintedVersion:
        """Keep a paper as it leaves the program: the version it is already, else a new one."""
        there = next((one for one in reversed(self.versions) if (one.key, one.fingerprint) == (key, fingerprint)), None)
        if there is not None:
            return there
        with self._office.step("version"):
            code = code_for(key, fingerprint)
            added = copies.add_version(
                self._office.file, key, title, self._office.clock(), fingerprint, code, pages, pdf
            )
        return next(one for one in self.versions if one.id == added)

    def remove_version(self, id: int) -> None:
        """Remove a version and the copies kept of it; undo brings them back."""
        with self._office.step("version-remove"):
            if not copies.remove_version(self._office.file, id):
                raise KeyError(id)

    def keep_signed(self, version: PrintedVersion, scan: Scan) -> int:
        """Keep a signed copy of a version; its id. WorkspaceError where this very file is kept with it already."""
        return self._keep(CopyKind.SIGNED, version.id, version.key.plan_year, scan)

    def keep_itas(self, fiscal_year: int, scan: Scan) -> int:
        """Keep a picture of the ITAS page beside a year's numbers; its id."""
        return self._keep(CopyKind.ITAS, None, FiscalYear(fiscal_year), scan)

    def remove_copy(self, id: int) -> None:
        """Remove a copy; undo brings it back."""
        with self._office.step("copy-remove"):
            if not copies.remove_copy(self._office.file, id):
                raise KeyError(id)

    def same_as(self, scan: Scan) -> tuple[KeptCopy, ...]:
        """List copies made from the same file: perhaps one scan was filed under two papers by mistake."""
        return tuple(one for one in self.kept if scan.source_sha256 in (one.source_sha256, one.sha256))

    def new_in(self, package: Path) -> int:
        """Count the versions and copies in a sent file or a backup that are not kept here."""
        with told_to_user(), opened_office(package) as other:
            return copies.bring(self._office.file, other, write=False)

    def take(self, package: Path) -> int:
        """Take those over in one step that can be undone; how many they were."""
        with told_to_user(), opened_office(package) as other, self._office.step("copies-in"):
            return copies.bring(self._office.file, other, write=True)

    def _keep(self, kind: CopyKind, version: int | None, fiscal_year: FiscalYear, scan: Scan) -> int:
        for one in self.same_as(scan):
            if (one.kind, one.version, one.fiscal_year) == (kind, version, fiscal_year):
                text = tr("This file is kept here already, as “{name}”. Nothing was added.")
                raise WorkspaceError(Refusal.COPY_THERE, text.format(name=one.name))
        with self._office.step("copy"):
            return copies.add_copy(self._office.file, kind, version, fiscal_year, scan, self._office.clock())

"""What the program proposes to an office (คลังของโปรแกรม): files and the code that reads them, when first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.app.folders import NO_FOLDERS, Folders

if TYPE_CHECKING:
    from ita_desktop.domain.findings import Checker
    from ita_desktop.domain.findings.gazetteer import Gazetteer
    from ita_desktop.domain.values.catalogue import Catalogue, OfficePatterns


class Library:
    """Measures, usual units and signers, and the places of the country."""

    def __init__(self, resources: Path, folders: Folders = NO_FOLDERS) -> None:
        self.resources, self.folders = resources, folders

    @cached_property
    def catalogue(self) -> Catalogue:
        """คลังมาตรการ."""
        from ita_desktop.app.publisher.packs import CATALOGUE, Packs
        from ita_desktop.store.resources.catalogue import load_catalogue

        return load_catalogue(self.resources, Packs(self.folders.rules).newest(CATALOGUE))

    @cached_property
    def patterns(self) -> OfficePatterns:
        """รูปแบบของหน่วยงาน."""
        from ita_desktop.app.publisher.packs import PATTERNS, Packs
        from ita_desktop.store.resources.catalogue import load_office_patterns

        return load_office_patterns(self.resources, Packs(self.folders.rules).newest(PATTERNS))

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """ทำเนียบสถานที่."""
        from ita_desktop.store.resources.places import load_gazetteer

        return load_gazetteer(self.resources)

    @cached_property
    def checker(self) -> Checker:
        """The checks, which remember the texts they have read."""
        from ita_desktop.domain.findings import Checker

        return Checker(self.gazetteer)

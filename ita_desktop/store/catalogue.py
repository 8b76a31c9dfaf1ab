"""The catalogue of measures and the office patterns, read from ``resources``."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.catalogue import Catalogue, OfficePatterns
from ita_desktop.store.toml_data import read


def load_catalogue(resources: Path) -> Catalogue:
    """คลังมาตรการ; DataError listing all faults with their paths."""
    return read(resources / "measures" / "catalogue.toml", Catalogue)


def load_office_patterns(resources: Path) -> OfficePatterns:
    """รูปแบบของหน่วยงาน; DataError listing all faults with their paths."""
    return read(resources / "agencies" / "patterns.toml", OfficePatterns)

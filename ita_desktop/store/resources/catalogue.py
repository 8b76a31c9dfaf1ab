"""The catalogue of measures and the office patterns, read from ``resources``."""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.values.catalogue import Catalogue, OfficePatterns
from ita_desktop.store.resources.toml_data import read


def load_catalogue(resources: Path, instead: Path | None = None) -> Catalogue:
    """Read the catalogue of measures (คลังมาตรการ), from ``instead`` if given; DataError with all faults."""
    return read(instead or resources / "measures" / "catalogue.toml", Catalogue)


def load_office_patterns(resources: Path, instead: Path | None = None) -> OfficePatterns:
    """Read the patterns of offices (รูปแบบของหน่วยงาน), from ``instead`` if given; DataError with all faults."""
    return read(instead or resources / "agencies" / "patterns.toml", OfficePatterns)

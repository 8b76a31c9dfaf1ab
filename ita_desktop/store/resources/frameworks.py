"""The frameworks of all years, read from ``resources/frameworks`` (กรอบการประเมินรายปี)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ita_desktop.domain.rules.soundness import Unsound, UnsoundCode, unsound_places
from ita_desktop.domain.values.framework import Framework, draft_after
from ita_desktop.store.resources.toml_data import DataError, DataFault, read

DRAFT_YEARS = 3
"""Years after the last file that are known as drafts, so that an office can go on where the program was not renewed."""

_MESSAGES = {
    UnsoundCode.NOTHING_THERE: "is missing or empty",
    UnsoundCode.TWICE: "{0!r} is there twice",
    UnsoundCode.UNKNOWN_INSTRUMENT: "{0!r} is no instrument of this year",
    UnsoundCode.UNKNOWN_SUB_INDICATOR: "{0!r} is no sub-indicator of this year",
    UnsoundCode.UNKNOWN_ITEM: "{0!r} is no item of this year",
    UnsoundCode.UNKNOWN_BLOCK: "{0!r} is no block of a framework",
    UnsoundCode.NO_INDICATOR: "instrument {0!r} has no indicator",
    UnsoundCode.WEIGHTS: "the weights must make 100 together, not {0}",
    UnsoundCode.OUT_OF_RANGE: "{0} is out of range",
    UnsoundCode.BANDS_NOT_DESCENDING: "{0} is higher than the band before",
    UnsoundCode.LAST_BAND_NOT_ZERO: "the last band {0!r} must begin at 0 and ask nothing of the instruments",
    UnsoundCode.COUNT: "{0} stated, {1} listed",
}


class FrameworkError(DataError):
    """Frameworks that cannot be used, with all faults of all files."""


def load_frameworks(folder: Path, instead: tuple[Path, ...] = ()) -> Mapping[int, Framework]:
    """Read every year's framework, oldest first, with drafts of years between files and after the last.

    A file of ``instead`` (``2570.toml``) stands in for the folder's of that year, or brings a year that it lacks.
    FrameworkError lists all faults with their paths.
    """
    frameworks: dict[int, Framework] = {}
    faults: list[DataFault] = []
    files = {path.name: path for path in (*folder.glob("*.toml"), *instead)}
    for path in (files[name] for name in sorted(files)):
        try:
            framework = read(path, Framework)
        except DataError as error:
            faults += error.faults
            continue
        faults += [_fault(path.name, unsound) for unsound in unsound_places(framework)]
        if path.stem != str(int(framework.fiscal_year)):
            faults.append(
                DataFault(file=path.name, path="$.fiscal_year", message="does not agree with the file's name")
            )
        frameworks[framework.fiscal_year] = framework
    if not frameworks and not faults:
        faults.append(DataFault(file=folder.name, path="$", message="no framework there"))
    if faults:
        raise FrameworkError(tuple(faults))
    return _without_gaps(frameworks)


def _without_gaps(frameworks: Mapping[int, Framework]) -> Mapping[int, Framework]:
    """Fill the years between the files, and some after the last, with drafts of the year before each."""
    whole: dict[int, Framework] = {}
    for year in range(min(frameworks), max(frameworks) + DRAFT_YEARS + 1):
        whole[year] = frameworks[year] if year in frameworks else draft_after(whole[year - 1])
    return whole


def _fault(file: str, unsound: Unsound) -> DataFault:
    return DataFault(file=file, path=unsound.path, message=_MESSAGES[unsound.code].format(*unsound.values))

"""``update`` and ``rules``: a newer program, and the rules of a year, from a stick."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.publisher import packs, updates
from ita_desktop.app.publisher.packs import Packs, YearRules
from ita_desktop.app.rules.setting import SETTING
from ita_desktop.domain.values.framework import Framework
from ita_desktop.i18n import ntr, tr
from ita_desktop.store.publisher.versions import Versions


def update(
    words: argparse.Namespace,
    resources: Path,
    versions: Versions,
    recent: Sequence[Path],
    frameworks: Mapping[int, Framework],
    backups_in: Path | None,
) -> str:
    """Do what was asked with a newer program; the sentence that says what is so now."""
    if words.back:
        version = updates.go_back(versions)
        if not version:
            return tr("From the next start on the program is used as it was installed.")
        return tr("From the next start on version {version} is used.").format(version=version)
    if words.check:
        slip = updates.look_at(words.file, resources, versions)
        return tr("{file} is signed and complete: version {version}. {note}").format(
            file=words.file, version=slip.version, note=slip.note
        )
    offices = tuple(dict.fromkeys((*words.office, *recent)))
    slip = updates.install(words.file, resources, versions, offices, frameworks, backups_in)
    return tr("Version {version} is used from the next start on. Back to the one before: {command}").format(
        version=slip.version, command="ita-desktop update --back"
    )


def rules(
    words: argparse.Namespace, resources: Path, kept: Packs, frameworks: Callable[[], Mapping[int, Framework]]
) -> str:
    """Do what was asked with packs of rules; what is used now, and an office's own edits beside it."""
    if words.back is not None:
        edition = kept.go_back(words.back)
        if edition:
            return tr("Edition {edition} of the rules of {year} is used.").format(edition=edition, year=words.back)
        return tr("The program's own rules of {year} are used.").format(year=words.back)
    if words.file is None:
        lines = [_line(one) for one in kept.all_rules()]
        years = tuple(one.year for one in kept.all_rules())
        lines = lines or [tr("The program's own rules are used for every year.")]
    else:
        slip = kept.look_at(words.file, resources) if words.check else kept.install(words.file, resources)
        text = (
            tr("{file} is signed: rules of {year}, edition {edition}. {note}")
            if words.check
            else tr("The rules of {year}, edition {edition}, are used from the next start on. {note}")
        )
        lines = [text.format(file=words.file, year=slip.year, edition=slip.version, note=slip.note)]
        years = (slip.year,)
    return "\n".join([*lines, *_beside(words.office, frameworks(), years)])


def _line(rules: YearRules) -> str:
    return tr("{year}: pack, edition {edition}. {note}").format(year=rules.year, edition=rules.edition, note=rules.note)


def _beside(file: Path | None, frameworks: Mapping[int, Framework], years: Sequence[int]) -> list[str]:
    """The office's own edits of these years, which are kept, beside what lies under them."""
    if file is None:
        return []
    lines: list[str] = []
    with Workspace.open(file, frameworks, read_only=True) as office:
        for year in years:
            places = packs.beside(office.setting(SETTING), frameworks, year)
            text = ntr(
                "{year}: the office's own edits are kept; they differ in {count} place (own | pack):",
                "{year}: the office's own edits are kept; they differ in {count} places (own | pack):",
                len(places),
            )
            if places:
                lines += [text.format(year=year, count=len(places)), *(f"  {place}" for place in places)]
    return lines

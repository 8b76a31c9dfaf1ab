"""``update`` and ``rules``: a newer program, and the rules of a year, from a stick."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from ita_desktop.app import packs, updates
from ita_desktop.app.packs import Source, YearRules
from ita_desktop.domain.framework import Framework
from ita_desktop.i18n import ntr, tr
from ita_desktop.store.versions import Versions


def update(
    words: argparse.Namespace,
    resources: Path,
    versions: Versions,
    recent: Sequence[Path],
    frameworks: Mapping[int, Framework],
) -> str:
    """Do what was asked with a newer program; the sentence that says what is so now."""
    if words.back:
        version = updates.go_back(versions)
        if not version:
            return tr("From the next start on the program is used as it was installed.")
        return tr("From the next start on version {version} is used.").format(version=version)
    if words.check:
        slip = updates.look_at(words.file, resources, versions)
        return tr("{file} is signed and whole on its slip: version {version}. {note}").format(
            file=words.file, version=slip.version, note=slip.note
        )
    offices = tuple(dict.fromkeys((*words.office, *recent)))
    slip = updates.install(words.file, resources, versions, offices, frameworks)
    return tr("Version {version} is used from the next start on. Back to the one before: {command}").format(
        version=slip.version, command="ita-desktop update --back"
    )


def rules(words: argparse.Namespace, resources: Path) -> str:
    """Do what was asked with packs of rules; the sentence, or a list of what is there."""
    if words.back is not None:
        edition = packs.go_back(words.back)
        if edition:
            return tr("Edition {edition} of the rules of {year} is used.").format(edition=edition, year=words.back)
        return tr("The program's own rules of {year} are used.").format(year=words.back)
    if words.file is None:
        return "\n".join(line for one in packs.all_rules() for line in _lines(one)) or tr(
            "The program's own rules are used for every year."
        )
    slip = packs.look_at(words.file, resources) if words.check else packs.install(words.file, resources)
    text = (
        tr("{file} is signed: rules of {year}, edition {edition}. {note}")
        if words.check
        else tr("The rules of {year}, edition {edition}, are used from the next start on. {note}")
    )
    lines = [text.format(file=words.file, year=slip.year, edition=slip.version, note=slip.note)]
    if not words.check:
        lines += [line for one in packs.all_rules() if one.year == slip.year for line in _lines(one)]
    return "\n".join(lines)


def _lines(rules: YearRules) -> list[str]:
    used = {
        Source.PROGRAM: tr("the program's own"),
        Source.PACK: tr("pack, edition {edition}").format(edition=rules.edition),
        Source.OWN: tr("the office's own draft"),
    }[rules.used]
    lines = [f"{rules.year}: {used}"]
    if rules.fault:
        lines.append(tr("The office's own draft is not used: {fault}").format(fault=rules.fault))
    if rules.beside:
        count = len(rules.beside)
        text = ntr(
            "The office's own draft is kept; it differs in {count} place (own | pack):",
            "The office's own draft is kept; it differs in {count} places (own | pack):",
            count,
        )
        lines += [text.format(count=count), *(f"  {line}" for line in rules.beside)]
    return lines

"""A new office from the first questions (หน่วยงานใหม่): its file with identity, units and the people who sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ita_desktop.app.errors import WorkspaceError, told_to_user
from ita_desktop.app.office.opening import must_be_local
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.office_options import OfficePicture, keep_picture
from ita_desktop.app.papers.printing import OPTIONS
from ita_desktop.documents.options import DocumentOptions, EmblemChoice
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.memo import Signer
from ita_desktop.store.errors import StoreError, StoreErrorCode, error_for
from ita_desktop.store.file.disk import check_name

_NAMED_BY_KIND = (AgencyType.BMA, AgencyType.PATTAYA)
"""Kinds of which there is one, so that the kind is the whole name."""
_OF_A_SUBDISTRICT = (AgencyType.SUBDISTRICT, AgencyType.SUBDISTRICT_MUNICIPALITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOffice:
    """The answers to the first questions, and where the file should be saved."""

    agency: Agency
    file: Path
    signers: tuple[Signer, ...] = ()
    emblem: EmblemChoice = EmblemChoice.BUILT_IN
    pictures: Mapping[OfficePicture, bytes] = field(default_factory=dict)
    """The office's own emblem and seal, as far as they were chosen."""


def named_agency(kind: AgencyType, name: str, district: str = "", province: str = "") -> Agency:
    """Make the office from its kind and proper name; a kind typed before the name is not doubled."""
    name = name.strip()
    short = name.removeprefix(kind.thai).removeprefix(kind.short).strip()
    if kind in _NAMED_BY_KIND:
        full = kind.thai
    elif kind is AgencyType.OTHER:
        full = name
    else:
        full = kind.thai + short if short else ""
    return Agency(
        type=kind,
        name=full,
        subdistrict=short if kind in _OF_A_SUBDISTRICT else "",
        district=district.strip(),
        province=short if kind is AgencyType.PROVINCIAL and not province.strip() else province.strip(),
        short_name=kind.short + short if short and kind is not AgencyType.OTHER else "",
    )


def numbered_signers(people: tuple[Signer, ...]) -> tuple[Signer, ...]:
    """Give each person an id, in order."""
    return tuple(
        Signer(id=f"s{n}", name=one.name, position=one.position, acting_for=one.acting_for)
        for n, one in enumerate(people, start=1)
    )


def why_not_there(file: Path) -> str:
    """Say why an office's file cannot be made at a place; empty if it can."""
    try:
        with told_to_user():
            try:
                if not file.parent.is_dir():
                    raise StoreError(StoreErrorCode.NO_FOLDER, file)
                must_be_local(file)
                check_name(file)
                file.open("xb").close()
                file.unlink()
            except OSError as error:
                raise error_for(file, error) from error
    except WorkspaceError as told:
        return str(told)
    return ""


def create_office(new: NewOffice, frameworks: Mapping[int, Framework], backups_in: Path | None = None) -> Workspace:
    """Create the new office's file and open it; on WorkspaceError no unfinished file is left."""
    workspace = Workspace.create(new.file, new.agency, frameworks, backups_in=backups_in)
    try:
        _fill(workspace, new)
    except BaseException:
        workspace.close()
        new.file.unlink(missing_ok=True)
        raise
    return workspace


def _fill(workspace: Workspace, new: NewOffice) -> None:
    with workspace.step("office-start"):
        for signer in new.signers:
            workspace.put_signer(signer)
        if new.emblem is not EmblemChoice.BUILT_IN:
            workspace.set_setting(OPTIONS, DocumentOptions(emblem=new.emblem).to_setting())
        for kind, data in new.pictures.items():
            keep_picture(workspace, kind, data)

"""How an office wants its papers (ตัวเลือกการพิมพ์ของหน่วยงาน): its settings, and the pictures that belong to them."""

from __future__ import annotations

import base64
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from ita_desktop import typeset
from ita_desktop.app.errors import WorkspaceError, sentence
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers.printing import OPTIONS, PrintTrouble
from ita_desktop.documents import DocumentOptions
from ita_desktop.domain.values.copies import CopyKind, MediaType
from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, StoreErrorCode

LARGEST_FILE = 30 * 1024 * 1024
"""Bytes of a picture's file: a scan of a seal at its best is far below."""


class OfficePicture(StrEnum):
    """ภาพของหน่วยงาน: the emblem at the head of memos, and the seal on covers."""

    EMBLEM = "own_emblem"
    COVER = "cover_picture"


def options_of(workspace: Workspace) -> DocumentOptions:
    """Return the office's options with its pictures; a damaged stored picture is left out."""
    options = DocumentOptions.from_setting(workspace.setting(OPTIONS))
    pictures: dict[str, Any] = {
        kind.value: kept for kind in OfficePicture if (kept := _kept(workspace.setting(_name(kind))))
    }
    pictures["result_pictures"] = partial(_of_result, workspace)
    if workspace.read_only:  # what is printed from it is not kept, so a code would lead nowhere
        pictures["coded"] = frozenset()
    return replace(options, **pictures)


def _of_result(workspace: Workspace, fiscal_year: int) -> tuple[bytes, ...]:
    """Read the kept pictures of a year's ITAS page; a PDF, or one the disk has damaged, is left out."""
    found = []
    for one in workspace.copies.kept:
        if one.kind is CopyKind.ITAS and one.fiscal_year == fiscal_year and one.media_type is not MediaType.PDF:
            with suppress(WorkspaceError):
                found.append(workspace.copies.content(one))
    return tuple(found)


def read_picture(path: Path) -> tuple[bytes, tuple[int, int]]:
    """Read a PNG or JPEG and its size in pixels; WorkspaceError says why it cannot be used."""
    from ita_desktop.documents.pdf.pictures import fitted, pixels_of  # brings the typesetter

    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            text = tr("{file} is too large for a picture: {size} MB. Save it again smaller, with at most {most} MB.")
            most = LARGEST_FILE // (1024 * 1024)
            said = text.format(file=path, size=round(size / (1024 * 1024)), most=most)
            raise WorkspaceError(PrintTrouble.PICTURE, said)
        data = fitted(path.read_bytes())
    except (OSError, typeset.PictureError) as fault:
        system = getattr(fault, "strerror", None)  # only the system's own refusal has words for a reader
        if system:
            text = tr("{file} cannot be used as a picture: {detail}. Choose a PNG or JPEG picture.")
            raise WorkspaceError(PrintTrouble.PICTURE, text.format(file=path, detail=system)) from fault
        text = sentence(StoreError(StoreErrorCode.NOT_PICTURE, path))
        raise WorkspaceError(PrintTrouble.PICTURE, text) from fault
    return data, pixels_of(data)


def keep_picture(workspace: Workspace, kind: OfficePicture, data: bytes) -> None:
    """Keep a picture that was made ready before in the office's file."""
    workspace.set_setting(_name(kind), base64.b64encode(data).decode("ascii"))


def remove_picture(workspace: Workspace, kind: OfficePicture) -> None:
    """Print the built-in emblem again."""
    workspace.set_setting(_name(kind), None)


def _name(kind: OfficePicture) -> str:
    return f"picture-{kind.value}"


def _kept(stored: Any) -> bytes:
    if not isinstance(stored, str):
        return b""
    try:
        return base64.b64decode(stored, validate=True)
    except ValueError:
        return b""

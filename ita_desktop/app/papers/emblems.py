"""The office's own emblem or seal (ตราของหน่วยงาน): a picture, or what stands in a Word file that the office has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ita_desktop.app.errors import told_to_user
from ita_desktop.app.papers.office_options import read_picture
from ita_desktop.documents.pdf.pictures import MOST_PIXELS
from ita_desktop.store.pictures.docx_pictures import SUFFIX, DocxPicture, pictures_of
from ita_desktop.store.pictures.docx_places import PicturePlace, Shown
from ita_desktop.store.pictures.pictures import ink_size

WORD_SUFFIXES = (SUFFIX, ".docm", ".dotx", ".doc", ".rtf", ".odt", ".pdf")
"""What offices have their papers in; all but the first are answered with the way to a .docx."""
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg")
_SQUARE = 1.25
"""The longer side of an emblem is at most this many times the shorter one."""
_LIKELY_HEIGHT = (1.2, 4.5)
"""Centimetres; the emblem of a memo has 1.5, that of a letter 3."""
_UNLIKELY = 3
"""Points from which on a picture is no likely emblem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPicture:
    """A picture to choose from."""

    data: bytes
    pixels: tuple[int, int]
    place: PicturePlace | None = None
    """Where it stands in the Word file; None for a picture that is a file of its own."""
    page: int = 1
    size: tuple[float, float] = (0.0, 0.0)
    """Centimetres in the Word file, 0 where unknown."""
    likely: bool = False
    """Looks like an emblem or a seal."""


def pictures_in(path: Path) -> tuple[FoundPicture, ...]:
    """List the pictures in a file, the likeliest emblem first; WorkspaceError with the fault and a way out."""
    if path.suffix.lower() not in WORD_SUFFIXES:
        data, pixels = read_picture(path)
        return (FoundPicture(data=data, pixels=pixels, likely=True),)
    with told_to_user():
        found = pictures_of(path, _points_against, MOST_PIXELS)
    if len(found) == 1:  # many a memo holds nothing but the emblem
        return (replace(_found(found[0]), likely=found[0].shown.place is not PicturePlace.FOOTER),)
    return tuple(_found(one) for one in found)


def _found(one: DocxPicture) -> FoundPicture:
    """Judge a picture by what it shows: white margins around an emblem make it no wider."""
    photo = one.photo
    wide, high = ink_size(photo.data)
    square = max(wide, high) <= _SQUARE * min(wide, high)
    shown = replace(
        one.shown, width=one.shown.width * wide / photo.width, height=one.shown.height * high / photo.height
    )
    return FoundPicture(
        data=photo.data,
        pixels=(photo.width, photo.height),
        place=shown.place,
        page=shown.page,
        size=(one.shown.width, one.shown.height),
        likely=square and _points_against(shown) < _UNLIKELY,
    )


def _points_against(shown: Shown) -> int:
    """What speaks against a picture's being an emblem: its shape most, then its size, then its place."""
    wide, high = shown.width, shown.height
    points = 0 if max(wide, high) <= _SQUARE * min(wide, high) else 3
    if high and not _LIKELY_HEIGHT[0] <= high <= _LIKELY_HEIGHT[1]:
        points += 3
    if shown.place is PicturePlace.FOOTER or shown.page > 1:
        points += 1
    return points

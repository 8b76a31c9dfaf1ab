"""A picture of somebody else (an emblem, a photo as evidence) made into one of ours: nothing of it stays but pixels."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.store.errors import StoreError, StoreErrorCode

MAX_BYTES = 20_000_000
MOST_SCANS = 100
"""Scans of a progressive JPEG; a camera or a scanner makes some ten."""
_JPEG, _START_OF_SCAN = b"\xff\xd8", b"\xff\xda"
MAX_PIXELS = 40_000_000
_KINDS = ("PNG", "JPEG")
UNCUT = (0.0, 0.0, 0.0, 0.0)
"""Parts of the width and height cut off at the left, top, right and bottom: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """รูปภาพ: PNG or JPEG bytes without place, time, camera or name, turned as it is to be seen."""

    data: bytes
    kind: str
    """``PNG`` or ``JPEG``."""
    width: int
    height: int
    """Pixels."""
    shrunk: bool = False
    """True where it came with more of them."""


def photo_of(
    path: Path,
    data: bytes,
    longest: int = 4000,
    *,
    kinds: tuple[str, ...] = _KINDS,
    cut: tuple[float, float, float, float] = UNCUT,
) -> Photo:
    """Read the picture in ``data``, which came out of ``path``, without the parts ``cut`` off; StoreError as above."""
    from PIL import Image  # no start of the program waits for it

    scans = data.count(_START_OF_SCAN) if data.startswith(_JPEG) else 0
    if scans > MOST_SCANS:  # each of them goes through all of the picture once more
        raise StoreError(StoreErrorCode.TOO_BIG, path, f"{scans:,} > {MOST_SCANS} (JPEG)")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own limit is higher than ours
        try:
            return _made_anew(path, data, longest, kinds, cut)
        except StoreError:
            raise
        except MemoryError as error:
            raise StoreError(StoreErrorCode.TOO_BIG, path, "memory") from error
        except Image.DecompressionBombError as error:
            raise StoreError(StoreErrorCode.TOO_BIG, path, "pixels") from error
        except Exception as error:  # Pillow lets out whatever its decoders meet in a broken file
            raise StoreError(StoreErrorCode.NOT_PICTURE, path, type(error).__name__) from error


def _made_anew(
    path: Path, data: bytes, longest: int, kinds: tuple[str, ...], cut: tuple[float, float, float, float]
) -> Photo:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=kinds) as opened:
        kind = "JPEG" if opened.format in ("JPEG", "MPO") else "PNG"  # of many phones: a second one behind the first
        if opened.width * opened.height > MAX_PIXELS:
            raise StoreError(StoreErrorCode.TOO_BIG, path, f"{opened.width:,} × {opened.height:,}")
        came = opened.size
        opened.draft("RGB", (longest, longest))  # a big JPEG is not even unpacked bigger than needed
        turned = ImageOps.exif_transpose(opened)
        clear = kind == "PNG" and (turned.mode in ("RGBA", "LA") or "transparency" in turned.info)
        picture = turned.convert("RGBA" if clear else "RGB")
    if cut != UNCUT:
        wide, high = picture.size
        left, top, right, bottom = cut
        box = (round(left * wide), round(top * high), round((1 - right) * wide), round((1 - bottom) * high))
        picture = picture.crop(box)
    picture.thumbnail((longest, longest))
    picture.info.clear()
    target = io.BytesIO()
    picture.save(target, kind, **({"quality": 90} if kind == "JPEG" else {"optimize": False}))
    shrunk = max(picture.size) < max(came)
    return Photo(data=target.getvalue(), kind=kind, width=picture.width, height=picture.height, shrunk=shrunk)


_PAPER = 240
"""Grey from which on a pixel is paper, not ink."""


def ink_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of what a picture of ours (PNG, JPEG) shows without its white margins.

    A picture that is all white, or clear, keeps its whole size.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=_KINDS) as opened:
        clear = opened.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    paper.alpha_composite(clear)
    box = paper.convert("L").point(lambda grey: 255 if grey < _PAPER else 0).getbbox()
    return (box[2] - box[0], box[3] - box[1]) if box else clear.size

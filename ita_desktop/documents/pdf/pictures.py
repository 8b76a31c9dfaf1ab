"""An office's own pictures made ready once, when they are chosen: no paper carries more of them than it can show."""

from __future__ import annotations

import warnings
from io import BytesIO

from ita_desktop.documents import styles
from ita_desktop.typeset import PictureError

MOST_PIXELS = round(styles.COVER_PICTURE_HEIGHT / 72 * 600)
"""Of the longer side: 600 dots to the inch at the size of a cover's picture."""


def fitted(data: bytes) -> bytes:
    """The picture as PNG, not larger than it can be printed; PictureError where it is no readable PNG or JPEG."""
    # Pillow is imported here because most offices print the built-in emblem.
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                upright = ImageOps.exif_transpose(picture)
        if upright.mode not in ("L", "LA", "RGB", "RGBA"):
            upright = upright.convert("RGBA")
        upright.thumbnail((MOST_PIXELS, MOST_PIXELS))
        out = BytesIO()
        upright.save(out, "PNG", optimize=True)
    except (
        *(UnidentifiedImageError, OSError, SyntaxError, ValueError),
        *(Image.DecompressionBombError, Image.DecompressionBombWarning),
    ) as fault:
        raise PictureError(f"not a readable PNG or JPEG: {fault}") from fault
    return out.getvalue()


def pixels_of(data: bytes) -> tuple[int, int]:
    """Width and height of a picture that was made ready."""
    from PIL import Image

    with Image.open(BytesIO(data)) as picture:
        return picture.size

"""PNG and JPEG pictures made ready for a PDF."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO


class PictureError(Exception):
    """The data of a picture cannot be read as PNG or JPEG."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's pixels, compressed for a PDF; `mask` is its transparency."""

    width: int
    height: int
    space: str
    filter: str
    data: bytes
    mask: bytes = b""


def read_picture(data: bytes) -> Image:
    """Return the picture; a JPEG is taken over byte for byte."""
    # Pillow is imported here because most documents have no picture.
    from PIL import Image as Pillow
    from PIL import UnidentifiedImageError

    try:
        with Pillow.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            image.load()
            if image.format == "JPEG" and image.mode in ("L", "RGB"):
                space = "DeviceGray" if image.mode == "L" else "DeviceRGB"
                return Image(image.width, image.height, space, "DCTDecode", data)
            mask = b""
            if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
                mask = zlib.compress(image.convert("RGBA").getchannel("A").tobytes())
            grey = image.mode in ("1", "L", "LA")
            plain = image.convert("L" if grey else "RGB")
            space = "DeviceGray" if grey else "DeviceRGB"
            return Image(plain.width, plain.height, space, "FlateDecode", zlib.compress(plain.tobytes()), mask)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Pillow.DecompressionBombError) as fault:
        raise PictureError(f"not a readable PNG or JPEG: {fault}") from fault

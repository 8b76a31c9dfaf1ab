"""Files as a scanner or a phone gives them, made here, so that the tests carry no paper of anybody."""

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def pdf(
    pages: int = 1, words: str = "signed", password: str | None = None, size: tuple[float, float] = (595, 842)
) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, encrypt=password, invariant=1)
    for page in range(pages):
        canvas.drawString(100, 700, f"{words} {page + 1}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def jpeg(size: tuple[int, int] = (60, 40), colour: int = 200) -> bytes:
    picture = Image.new("RGB", size, (colour, colour, colour))
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-OF-SOMCHAI"
    exif.get_ifd(0x8825)[2] = (16.0, 26.0, 1.0)
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif)
    return target.getvalue()


def png(size: tuple[int, int] = (60, 40), colour: int = 90) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, (colour, 0, colour)).save(target, "PNG")
    return target.getvalue()

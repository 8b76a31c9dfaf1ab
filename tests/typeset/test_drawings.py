"""Drawings and pictures: shapes stand where they should, at their size, and nothing is painted outside."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pypdfium2
import pytest
from PIL import Image

from ita_desktop import typeset as ts
from tests.typeset.reading import pdfium

PAGE = ts.PageSetup(width=200, height=200, left=50, right=50, top=50, bottom=50)
FULL = ts.Paint(stroke=None, fill=(0, 0, 0))


def render(fonts: ts.FontSet, words: ts.Words, *flow: ts.Block) -> Image.Image:
    document = pypdfium2.PdfDocument(ts.typeset(flow, PAGE, fonts, words).pdf)
    try:
        return document[0].render(scale=2).to_pil().convert("RGB")
    finally:
        document.close()


def dark(image: Image.Image, left: float, top: float, right: float, bottom: float) -> float:
    """Return the part of a box (in points from the upper left corner) that is not white."""
    box = image.crop((round(left * 2), round(top * 2), round(right * 2), round(bottom * 2))).convert("L")
    counts = box.histogram()
    return sum(counts[:128]) / sum(counts)


@pytest.mark.parametrize(
    ("shape", "inside", "outside"),
    [
        (ts.Rect(10, 20, 30, 40, FULL), (12, 22, 38, 58), (42, 20, 60, 60)),
        (ts.Polygon(((0, 0), (40, 0), (0, 40)), FULL), (1, 1, 15, 15), (25, 25, 40, 40)),
        (ts.Circle(50, 50, 20, FULL), (40, 40, 60, 60), (0, 0, 28, 100)),
        (ts.Line(0, 50, 100, 50, ts.Paint(thickness=10)), (0, 46, 100, 54), (0, 0, 100, 44)),
        (ts.Curve((("M", 0, 0), ("L", 50, 0), ("C", 50, 20, 50, 40, 50, 50), ("L", 0, 50), ("Z",)), FULL),
         (2, 2, 48, 48), (54, 54, 99, 99)),
    ],
)  # fmt: skip
def test_a_shape_stands_at_its_place(fonts, words, shape, inside, outside) -> None:
    image = render(fonts, words, ts.Drawing(100, 100, (shape,)))
    assert dark(image, *(value + 50 for value in inside)) > 0.97
    assert dark(image, *(value + 50 for value in outside)) == 0


def test_a_hatch_stays_inside_its_area(fonts: ts.FontSet, words: ts.Words) -> None:
    paint = ts.Paint(stroke=None, hatch=ts.Hatch(gap=3, thickness=1))
    image = render(fonts, words, ts.Drawing(100, 100, (ts.Rect(20, 20, 60, 60, paint),)))
    assert 0.1 < dark(image, 71, 71, 129, 129) < 0.6
    assert dark(image, 50, 50, 69, 150) == 0


def test_text_in_a_drawing_can_be_turned_aligned_and_read(fonts: ts.FontSet, words: ts.Words) -> None:
    style = ts.TextStyle(size=16, align=ts.Align.LEFT)
    shapes = (
        ts.TextAt(50, 20, "คะแนน", style, ts.Align.CENTRE),
        ts.TextAt(10, 90, "แนวตั้ง", style, turn=-90),
        ts.TextAt(100, 60, "ขวา", style, ts.Align.RIGHT),
    )
    drawing = ts.Drawing(100, 100, shapes, alt="ภาพ")
    image = render(fonts, words, drawing)
    assert dark(image, 50, 80, 64, 142) > 0.05
    assert dark(image, 60 + 10, 120, 149, 149) == 0
    assert dark(image, 150.5, 50, 200, 150) == 0
    read = pdfium(ts.typeset([drawing], PAGE, fonts, words).pdf)
    assert all(text in read for text in ("คะแนน", "แนวตั้ง", "ขวา"))


def test_a_vector_is_in_the_file_once_however_often_it_is_used(fonts: ts.FontSet, words: ts.Words) -> None:
    vector = ts.Vector(10.0, 10.0, b"0 g 0 0 10 5 re f")
    drawing = ts.Drawing(100, 100, (ts.Stamp(vector, 0, 0, 50, 50), ts.Stamp(vector, 50, 50, 50, 50)))
    image = render(fonts, words, drawing)
    assert dark(image, 51, 76, 99, 99) > 0.97
    assert dark(image, 51, 51, 99, 74) == 0
    pdf = ts.typeset([drawing, ts.PageBreak(), drawing], PAGE, fonts, words).pdf
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/XObject"]) == 1


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> bytes:
    colour = {"RGB": (200, 0, 0), "RGBA": (0, 0, 0, 128), "L": 0}[mode]
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind)
    return out.getvalue()


def test_pictures_keep_their_proportion_and_a_jpeg_its_bytes(fonts: ts.FontSet, words: ts.Words) -> None:
    jpeg = picture("JPEG")
    result = ts.typeset([ts.Picture(jpeg, width=80.0, alt="ตรา", origin="seal")], PAGE, fonts, words)
    assert (result.places[0].width, result.places[0].height) == (80.0, 40.0)
    assert jpeg in result.pdf
    image = render(fonts, words, ts.Picture(picture("PNG"), height=20.0, align=ts.Align.RIGHT))
    assert image.getpixel((2 * 130, 2 * 60))[0] > 150
    assert image.getpixel((2 * 105, 2 * 60)) == (255, 255, 255)


def test_a_transparent_picture_lets_the_paper_through(fonts: ts.FontSet, words: ts.Words) -> None:
    image = render(fonts, words, ts.Picture(picture("PNG", "RGBA"), width=40.0))
    assert 100 < image.getpixel((2 * 60, 2 * 55))[0] < 155


def test_a_picture_larger_than_its_column_is_made_smaller(fonts: ts.FontSet, words: ts.Words) -> None:
    result = ts.typeset([ts.Picture(picture("PNG"), width=1000.0, origin="p")], PAGE, fonts, words)
    assert (result.places[0].width, result.places[0].height) == (100.0, 50.0)


def test_what_is_no_picture_is_an_error(fonts: ts.FontSet, words: ts.Words) -> None:
    for data in (b"", b"GIF89a", picture("PNG")[:60], b"\xff\xd8\xff\xe0rest"):
        with pytest.raises(ts.PictureError):
            ts.typeset([ts.Picture(data)], PAGE, fonts, words)

"""Vowels and tone marks stand where they belong, as glyphs and as pictures."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from ita_desktop import typeset as ts
from ita_desktop.typeset.shape import Shaper
from tests.typeset.reading import assert_looks_like

GOLDEN = Path(__file__).parent / "golden" / "shapes.png"
WORDS = "ที่ น้ำ ปั้น ป่า ปี่ ฝี้ ฟ้า ญุ ฐุ ฎุ ฏู ก่ำ กุ้ง เป็น สิทธิ์ ศูนย์ ผู้ใหญ่ ก่ ก้ก้ ต้อง ปู่ ฟ์ ป๊ะ ฬุ ญี่ปุ่น ฤๅษี"
# glyph names of the font: alt1 is moved left of a tail (or has no foot), alt2 lowered, alt3 moved left and high
GLYPHS = {
    "ที่": "uni0E17 uni0E35 uni0E48",
    "ก่": "uni0E01 uni0E48.alt2",
    "ก้ก้": "uni0E01 uni0E49.alt2 uni0E01 uni0E49.alt2",
    "ก่อน": "uni0E01 uni0E48.alt2 uni0E2D uni0E19",
    "ไม่": "uni0E44 uni0E21 uni0E48.alt2",
    "ป่า": "uni0E1B uni0E48.alt1 uni0E32",
    "ปั้น": "uni0E1B uni0E31.alt1 uni0E49.alt3 uni0E19",
    "ปี่": "uni0E1B uni0E35.alt1 uni0E48.alt3",
    "ฝี้": "uni0E1D uni0E35.alt1 uni0E49.alt3",
    "ฟ้า": "uni0E1F uni0E49.alt1 uni0E32",
    "น้ำ": "uni0E19 uni0E49 uni0E33",
    "ก่ำ": "uni0E01 uni0E48 uni0E33",
    "กุ้ง": "uni0E01 uni0E38 uni0E49.alt2 uni0E07",
    "ญุ": "uni0E0D.alt1 uni0E38",
    "ฐุ": "uni0E10.alt1 uni0E38",
    "ฎุ": "uni0E0E.alt1 uni0E38.alt1",
    "ฏู": "uni0E0F.alt1 uni0E39.alt1",
    "สิทธิ์": "uni0E2A uni0E34 uni0E17 uni0E18 uni0E34 uni0E4C",
    "ศูนย์": "uni0E28 uni0E39 uni0E19 uni0E22 uni0E4C.alt2",
    "ผู้ใหญ่": "uni0E1C uni0E39 uni0E49.alt2 uni0E43 uni0E2B uni0E0D uni0E48.alt2",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", GLYPHS)
def test_test_words_have_the_right_glyphs(fonts: ts.FontSet, text: str, bold: bool) -> None:
    face = fonts.face(bold=bold, italic=False)
    word = Shaper(face).word(text)
    assert " ".join(face.font.glyph_to_string(glyph) for glyph in word.glyphs) == GLYPHS[text]


def test_a_word_looks_the_same_alone_and_in_a_sentence(fonts: ts.FontSet) -> None:
    shaper = Shaper(fonts.face(bold=False, italic=False))
    words = WORDS.split()
    together = shaper.word("".join(words))
    assert together.glyphs == tuple(glyph for word in words for glyph in shaper.word(word).glyphs)


def test_no_slack_stands_inside_a_cluster_a_number_or_a_latin_word(fonts: ts.FontSet) -> None:
    shaper = Shaper(fonts.face(bold=False, italic=False))
    texts = ("น้ำ", "ปั้น", "๒๕๖๗", "e-Service", "ก่ก้")
    assert [shaper.word(text).gaps for text in texts] == [1, 2, 1, 1, 2]
    assert [shaper.word(text).template.count("@") for text in texts] == [2, 2, 3, 8, 2]


def test_words_as_pictures(fonts: ts.FontSet, words: ts.Words, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    left = ts.Align.LEFT
    flow = [
        ts.Paragraph(WORDS, ts.TextStyle(size=20, leading=28, align=left, bold=bold, space_after=6))
        for bold in (False, True)
    ]
    flow.append(ts.Paragraph("ผู้ใหญ่ปั้นน้ำให้เป็นตัวฝี้ที่ป่าฟ้า " * 4, ts.TextStyle(size=20, leading=28)))
    page = ts.PageSetup(width=430, height=240, left=10, right=10, top=8, bottom=8)
    document = pypdfium2.PdfDocument(ts.typeset(flow, page, fonts, words).pdf)
    image = document[0].render(scale=200 / 72).to_pil().convert("L")
    document.close()
    assert_looks_like(image, GOLDEN, tmp_path, update=request.config.getoption("--update-golden"))


def test_a_missing_or_wrong_font_is_an_error(tmp_path: Path, fonts: ts.FontSet) -> None:
    regular = fonts.face(bold=False, italic=False).source
    with pytest.raises(ts.FontError, match="no such font"):
        ts.FontSet.load(regular=tmp_path / "no.ttf", bold=regular)
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a font")
    with pytest.raises(ts.FontError, match="not a TrueType font"):
        ts.FontSet.load(regular=broken, bold=regular)
    with pytest.raises(ts.FontError, match="another font"):
        ts.FontSet.load(regular=regular, bold=regular, expected_advances={"ก": 0.58})

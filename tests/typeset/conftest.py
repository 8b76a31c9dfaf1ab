"""One family of fonts and one word list for all tests of the typesetter."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop import typeset as ts

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
NAMES = ("คึมใหญ่", "อำนาจเจริญ", "บ้านเขว้า", "ตลาดแร้ง")


@pytest.fixture(scope="session")
def fonts() -> ts.FontSet:
    return ts.FontSet.load(
        regular=FONTS / "THSarabunNew.ttf",
        bold=FONTS / "THSarabunNew-Bold.ttf",
        italic=FONTS / "THSarabunNew-Italic.ttf",
        bold_italic=FONTS / "THSarabunNew-BoldItalic.ttf",
        expected_advances={"ก": 0.386},
    )


@pytest.fixture(scope="session")
def words() -> ts.Words:
    return ts.Words(common=(ROOT / "resources" / "words" / "words_th.txt",)).with_names(NAMES)

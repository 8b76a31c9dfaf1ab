"""What stands on a printed page, read back from the PDF: places in centimetres from the upper left corner."""

from __future__ import annotations

import ctypes
import re
import subprocess
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

CM = 72 / 2.54
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True)
class Mark:
    """Where the first letter of a text stands: left edge, baseline, and the right edge of its last letter."""

    x: float
    y: float
    right: float


class Page:
    def __init__(self, pdf: bytes, number: int = 1) -> None:
        self.document = pdfium.PdfDocument(pdf)
        self.page = self.document[number - 1]
        self.text = self.page.get_textpage()
        self.width, self.height = (round(n / CM, 2) for n in self.page.get_size())

    def find(self, words: str, nth: int = 0) -> Mark:
        searcher = self.text.search(words)
        found = None
        for _ in range(nth + 1):
            found = searcher.get_next()
        assert found is not None, f"{words} is not on the page"
        index, count = found
        x, y = self._origin(index)
        right = max(self.text.get_charbox(i, loose=True)[2] for i in range(index, index + count))
        return Mark(x / CM, self.height - y / CM, right / CM)

    def size_of(self, words: str) -> float:
        """Point size of the first letter."""
        return float(raw.FPDFText_GetFontSize(self.text.raw, self._index(words)))

    def colour_of(self, words: str) -> tuple[int, int, int]:
        """Red, green, blue of the first letter, each to 255."""
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFText_GetFillColor(self.text.raw, self._index(words), *(ctypes.byref(part) for part in parts))
        return parts[0].value, parts[1].value, parts[2].value

    def _index(self, words: str) -> int:
        found = self.text.search(words).get_next()
        assert found is not None, f"{words} is not on the page"
        return int(found[0])

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text.raw, index, ctypes.byref(x), ctypes.byref(y))
        return x.value, y.value

    def rules(self) -> list[tuple[float, float, float]]:
        """Level lines as (y, left, right), from the top."""
        found = []
        for thing in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            if top - bottom < 2 and right - left > 5:
                found.append((round(self.height - (top + bottom) / 2 / CM, 2), left / CM, right / CM))
        return sorted(found)

    def forms(self) -> list[tuple[float, float, float, float]]:
        """Pictures kept as forms: left, top, right, bottom."""
        found = []
        for thing in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_FORM], max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            found.append((left / CM, self.height - top / CM, right / CM, self.height - bottom / CM))
        return found


def fold(text: str) -> str:
    """Digits alike, without white space: what a text is compared by."""
    return re.sub(r"\s+", "", text).translate(ARABIC).replace("ํา", "ำ")


def raw_text(pdf: bytes, pdftotext: str) -> str:
    done = subprocess.run([pdftotext, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return fold(done.stdout.decode("utf-8"))


def in_pieces(run: str, text: str, shortest: int = 2) -> bool:
    """True if the run stands in the text whole, or parted by page or row breaks into pieces that stand in it."""
    while run:
        size = len(run)
        while size and run[:size] not in text:
            size -= 1
        if size == 0 or (size < shortest and size < len(run)):
            return False
        run = run[size:]
    return True


def lost(words: str, printed: str) -> list[str]:
    """The stretches between white space that do not stand in the printed text."""
    return [run for run in words.split() if not in_pieces(fold(run), printed)]

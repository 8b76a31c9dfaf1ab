"""Set a thousand random papers with tables and look at every page: what a page must not do, counted.

usage: python tests/bench/table_pages.py [COUNT [SEED]]

The same papers and rules as tests/typeset/test_tables.py, only more of them.  Ends with 1 if a rule is broken.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ita_desktop import typeset as ts  # noqa: E402
from tests.typeset.reading import pdfium_pages  # noqa: E402
from tests.typeset.table_papers import PAGE, faults, papers  # noqa: E402

FONTS = ROOT / "resources" / "fonts"


def main(count: int, seed: int) -> int:
    fonts = ts.FontSet.load(FONTS / "THSarabunNew.ttf", FONTS / "THSarabunNew-Bold.ttf")
    words = ts.Words((ROOT / "resources" / "words" / "words_th.txt",))
    started = time.perf_counter()
    pages = broken = 0
    for number, paper in enumerate(papers(count, seed)):
        result = ts.typeset(paper.flow, PAGE, fonts, words)
        pages += result.pages
        found = faults(paper, result, pdfium_pages(result.pdf))
        broken += bool(found)
        for fault in found:
            print(f"paper {number}: {fault}")
    print(f"{count} papers, {pages} pages, {broken} papers with a fault, {time.perf_counter() - started:.0f} s")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 1))

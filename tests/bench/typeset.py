"""Set the benchmark's report and print how long it took, how many pages it has, and the memory it needed.

usage: python tests/bench/typeset.py SCALE OUT.pdf [WORKLOAD.py] [--fresh]

SCALE 1 is about 20 pages, 4 about 90.  WORKLOAD.py (or the variable WORKLOAD) is another module with `report(scale)`
and `HEAD`.  With --fresh every paragraph and cell is made different from all others, so that nothing that was set
before helps.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter()

import csv  # noqa: E402
import importlib.util  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from types import ModuleType  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ita_desktop import typeset as ts  # noqa: E402

RESOURCES = ROOT / "resources"
CM = 72 / 2.54
WIDTH = 16 * CM
PAGE = ts.PageSetup(
    left=3 * CM, right=2 * CM, top=2.5 * CM, bottom=2 * CM, number=lambda page: f"- {page} -", number_y=1.75 * CM
)


def workload(path: str | None) -> ModuleType:
    where = Path(path) if path else Path(__file__).parent / "workload.py"
    spec = importlib.util.spec_from_file_location("bench_workload", where)
    if spec is None or spec.loader is None:
        sys.exit(f"{where}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_workload"] = module
    spec.loader.exec_module(module)
    return module


def names() -> set[str]:
    with (RESOURCES / "places" / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {name for row in rows for name in row}


def flow(source: ModuleType, scale: int, *, fresh: bool) -> list[ts.Block]:
    body = ts.TextStyle(first_indent=2.5 * CM)
    found: list[ts.Block] = []
    count = 0

    def one(text: str) -> str:
        nonlocal count
        count += 1
        return f"{text} ({count})" if fresh else text

    for heading, paragraphs, rows in source.report(scale):
        found.append(ts.Heading(heading))
        found += [ts.Paragraph(one(text), body) for text in paragraphs]
        cells = tuple(tuple(ts.Cell(one(text)) for text in row) for row in rows)
        found.append(ts.Table((WIDTH / 5,) * 5, cells, (tuple(ts.Cell(text) for text in source.HEAD),)))
    return found


def with_columns(block: ts.Block, fonts: ts.FontSet, words: ts.Words) -> ts.Block:
    """A table with widths from its content, as every paper of the program has them; other blocks as they are."""
    if not isinstance(block, ts.Table):
        return block
    return ts.finish(ts.fit_columns((block,), WIDTH, fonts, words)).tables[0]


def peak_megabytes() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(scale: int, out: Path, path: str | None, *, fresh: bool) -> None:
    fonts = ts.FontSet.load(
        RESOURCES / "fonts" / "THSarabunNew.ttf",
        RESOURCES / "fonts" / "THSarabunNew-Bold.ttf",
        expected_advances={"ก": 0.386},
    )
    words = ts.Words(common=(RESOURCES / "words" / "words_th.txt",), names=names())
    ready = time.perf_counter()
    content = [with_columns(block, fonts, words) for block in flow(workload(path), scale, fresh=fresh)]
    result = ts.typeset(content, PAGE, fonts, words, ts.Meta(title="รายงาน"))
    out.write_bytes(result.pdf)
    done = time.perf_counter()
    print(
        f"pages {result.pages}, ready after {ready - STARTED:.3f} s, set in {done - ready:.3f} s, "
        f"together {done - STARTED:.3f} s, {peak_megabytes():.0f} MB, {len(result.pdf) / 1000:.0f} kB"
    )


if __name__ == "__main__":
    arguments = [argument for argument in sys.argv[1:] if argument != "--fresh"]
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    source_path = arguments[2] if len(arguments) == 3 else os.environ.get("WORKLOAD")
    main(int(arguments[0]), Path(arguments[1]), source_path, fresh="--fresh" in sys.argv)

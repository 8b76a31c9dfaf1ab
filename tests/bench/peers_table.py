"""Print a table: this typesetter and what a user would take instead, on the same report, in the same run.

usage: python tests/bench/peers_table.py PEERS.py [REPEAT]

PEERS.py ENGINE SCALE OUT.pdf sets the report of workload.py beside it with typst, weasyprint or libreoffice.  An engine
that is not installed is left out, with the reason.  Times are of the whole process, the best of REPEAT (3) runs after
one to warm up; memory is the peak of the largest process.  Wrong line ends are counted against the annotated
sentences in tests/data (needs pdftotext).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "data" / "thai_breaks_dev.txt"
SCALES = (1, 4)
ENGINES = ("ours", "typst", "weasyprint", "libreoffice")
SIDE = 8


def missing(engine: str) -> str:
    """Return why an engine cannot be measured, or an empty text."""
    if engine == "libreoffice":
        lacking = "soffice" if shutil.which("soffice") is None else ""
        return lacking or ("" if importlib.util.find_spec("docx") else "python-docx")
    return "" if engine == "ours" or importlib.util.find_spec(engine) else engine


def command(engine: str, peers: Path, scale: int, out: Path) -> list[str]:
    if engine == "ours":
        return [sys.executable, str(HERE / "typeset.py"), str(scale), str(out), str(peers.parent / "workload.py")]
    return [sys.executable, str(peers), engine, str(scale), str(out)]


def run(line: list[str]) -> tuple[float, float, int]:
    """Return seconds, peak megabytes and exit code of a process with all its children."""
    started = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - started, usage.ru_maxrss / 1024, process.returncode


def sentences() -> list[tuple[str, set[int]]]:
    found = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, allowed = "", set()
            for char in line.split(" @")[0]:
                if char in "|~":
                    allowed.add(len(text))
                else:
                    text += char
            found.append((text, allowed))
    return found


def line_ends(pdf: Path) -> tuple[int, int]:
    """Return how many line ends stand in an annotated sentence, and how many of them are at a place not allowed."""
    raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    lines = [line.strip() for line in raw.splitlines() if line.strip()]
    judged = wrong = 0
    for above, below in pairwise(lines):
        tail, head = above[-SIDE:], below[:SIDE]
        if min(len(tail), len(head)) < 4:
            continue
        for text, allowed in sentences():
            at = text.find(tail + head)
            if at >= 0:
                judged += 1
                wrong += at + len(tail) not in allowed
                break
    return judged, wrong


def pages(pdf: Path) -> int:
    import pypdf

    return len(pypdf.PdfReader(pdf).pages)


def main(peers: Path, repeat: int) -> int:
    out = Path(os.environ.get("TMPDIR", "/tmp"))
    reasons = {engine: missing(engine) for engine in ENGINES}
    for engine, reason in reasons.items():
        if reason:
            print(f"{engine} is left out: {reason} is not installed")
    for scale in SCALES:
        rows = []
        for engine in ENGINES:
            if reasons[engine]:
                continue
            pdf = out / f"bench-{engine}-{scale}.pdf"
            line = command(engine, peers.resolve(), scale, pdf)
            runs = [run(line) for _ in range(repeat + 1)][1:]
            if any(code for *_, code in runs):
                print(f"{engine} failed: {' '.join(line)}")
                continue
            rows.append((engine, min(seconds for seconds, *_ in runs), max(size for _, size, _ in runs), pdf))
        print_table(scale, rows)
    return 0


def print_table(scale: int, rows: list[tuple[str, float, float, Path]]) -> None:
    fastest = min((seconds for engine, seconds, *_ in rows if engine != "ours"), default=float("nan"))
    print(f"\nscale {scale}\n| engine | pages | s | of the fastest peer | MB | kB | wrong line ends |")
    print("|---" * 7 + "|")
    for engine, seconds, size, pdf in rows:
        judged, wrong = line_ends(pdf) if shutil.which("pdftotext") else (0, 0)
        print(
            f"| {engine} | {pages(pdf)} | {seconds:.3f} | {seconds / fastest:.2f} | {size:.0f} "
            f"| {pdf.stat().st_size / 1000:.0f} | {wrong} of {judged} |"
        )


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 3))

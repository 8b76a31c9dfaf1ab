"""How long a command takes from the typed words to its end: ``python tests/bench/commands.py [ROUNDS]``.

Each run is a process of its own, as a person or a script starts it: Python, libraries, rules, words and fonts included.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "data" / "cases"
PRINTED = (("case-003", 2564, "analysis-report"), ("case-004", 2568, "assessment-report"))


def seconds(*words: str) -> float:
    """Wall time of one command; CalledProcessError if it did not do what was asked."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "ita_desktop", *words], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - begin


def main(rounds: int) -> None:
    figures = {"--version_s": statistics.median(seconds("--version") for _ in range(rounds))}
    with tempfile.TemporaryDirectory() as folder:
        for case, year, document in PRINTED:
            file, out = str(Path(folder, f"{case}.ita")), str(Path(folder, f"{case}.pdf"))
            figures[f"import {case}_s"] = seconds("import", str(CASES / f"{case}.json"), file)
            words = ("print", file, "--document", document, "--year", str(year), "--out", out)
            figures[f"print {document}_s"] = statistics.median(seconds(*words) for _ in range(rounds))
        figures["demo_s"] = seconds("demo", str(Path(folder, "demo")), "--no-window")
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

"""The report that the typesetter and its peers are measured with: ten sections of three paragraphs and a table."""

from __future__ import annotations

import re
from pathlib import Path

SENTENCES = Path(__file__).resolve().parents[1] / "data" / "thai_breaks_dev.txt"
HEAD = ["ประเด็นที่ต้องพัฒนา", "มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "การติดตามผล"]
Part = tuple[str, list[str], list[list[str]]]


def report(scale: int = 1, path: Path = SENTENCES) -> list[Part]:
    """Return ten times `scale` sections: a heading, three paragraphs, a table of four rows and five columns."""
    lines = path.read_text(encoding="utf-8").splitlines()
    s = [re.sub(r"[|~]", "", line.split(" @")[0]) for line in lines if line and not line.startswith("#")]
    n = len(s)
    parts: list[Part] = []
    for i in range(10 * scale):
        paragraphs = [" ".join(s[(i + k * 5 + j) % n] for j in range(5)) for k in range(3)]
        rows = [
            [s[(i + r + c * 3) % n] + (" " + s[(i + r + c * 7 + 1) % n] if c in (1, 2) else "") for c in range(5)]
            for r in range(4)
        ]
        parts.append((f"๓.{i + 1} ผลการประเมินตัวชี้วัดที่ {i + 1}", paragraphs, rows))
    return parts

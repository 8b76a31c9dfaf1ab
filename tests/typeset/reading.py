"""Reads PDFs back with the two readers that users have, and makes text to set."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

DATA = Path(__file__).resolve().parents[1] / "data"


def poppler(pdf: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode(
        "utf-8"
    )


def pdfium(pdf: bytes) -> str:
    return "\n".join(pdfium_pages(pdf))


def pdfium_pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def fold(text: str) -> str:
    return re.sub(r"\s+", "", text)


def lost(expected: str, got: str) -> tuple[Counter[str], list[str]]:
    """Return the characters that are missing or too many, and the phrases that do not come back whole."""
    want, have = Counter(fold(expected)), Counter(fold(got))
    difference = want - have
    difference.update(have - want)
    whole = fold(got)
    return difference, [phrase for phrase in dict.fromkeys(expected.split()) if phrase not in whole]


def sentences() -> list[str]:
    lines = (DATA / "thai_breaks_dev.txt").read_text(encoding="utf-8").splitlines()
    return [re.sub(r"[|~]", "", line.split(" @")[0]) for line in lines if line and not line.startswith("#")]


_ODD = (
    "พ.ศ. ๒๕๖๗", "ร้อยละ ๙๕.๒๓", "(ฉบับที่ ๒)", "“โปร่งใส”", "e-Service", "https://www.example.go.th/ita/o13", "i1–i30",
    "ITA Online 2024", "[ก]", "{ข}", "น้ำ", "ปั้น", "ฝี้", "ญุ", "ฐุ", "ฎุ", "ฏู", "ก่ำ", "กุ้ง", "สิทธิ์", "ฤๅษี",
    "ผู้ใหญ่", "ต่าง ๆ", "ฯลฯ", "๑,๒๓๔,๕๖๗.๘๙ บาท", "A&B", "<b>x</b>", "&amp;", "50%", "๑๔.๐๐ น.", "fi", "office", "AVATAR",
    "์ก", "กิ์", "naïve café", "½", "©", "—", "…", "โทร. ๐ ๔๔๐๕ ๖๑๒๓", "นายกฯ", "กองสาธารณสุขฯ", "a@b.go.th", "C:\\ก",
    "วันที่ ๑๐ มีนาคม ๒๕๖๖", "ข้อ ๗ วรรคสอง", "มาตรา ๑๐๓", "ตัวชี้วัดที่ ๑๒", "พ.ศ. ๒๕๖๐ – ๒๕๖๔", "ลำดับที่ ๓", "๒๐ ราย",
)  # fmt: skip


def generated(count: int, seed: int = 7) -> list[str]:
    """Return paragraphs of official prose with digits, Latin, brackets and marks in them."""
    known, rnd = sentences(), random.Random(seed)
    found = []
    for _ in range(count):
        parts = [rnd.choice(known) if rnd.random() < 0.6 else rnd.choice(_ODD) for _ in range(rnd.randint(1, 8))]
        found.append("".join(part + (" " if rnd.random() < 0.8 else "  ") for part in parts).strip())
    return found


_NEVER_FIRST = tuple("ๆฯะาำิีึืฺุู็่้๊๋์ํๅ)]}”’»,.:;!?%–")
_NEVER_LAST = tuple("เแโใไ([{“‘«฿–")
_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
_TOGETHER = (
    (re.compile(r"(พ\.ศ\.|ข้อ|มาตรา|ตัวชี้วัดที่|ลำดับที่|ระยะที่|ร้อยละ|โทร\.|ฉบับที่)$"), re.compile("[0-9๐-๙]")),
    (re.compile("[0-9๐-๙]$"), re.compile(rf"({_MONTHS}|คะแนน|บาท|ราย(?!ง)|น\.|%)")),
)


def broken_rules(lines: list[str]) -> list[tuple[str, str]]:
    """Return the pairs of lines between which a rule of official typing is broken."""
    found = []
    for above, below in pairwise(line.strip() for line in lines):
        if (
            above
            and below
            and (
                below.startswith(_NEVER_FIRST)
                or above.endswith(_NEVER_LAST)
                or any(end.search(above) and start.match(below) for end, start in _TOGETHER)
            )
        ):
            found.append((above, below))
    return found


def assert_looks_like(image: Image.Image, golden: Path, out: Path, *, update: bool) -> None:
    """Compare a grey picture with the one that was looked at; `out` is where the new one is left."""
    if update:
        golden.parent.mkdir(exist_ok=True)
        image.quantize(16).save(golden, optimize=True)
    with Image.open(golden) as known:
        difference = ImageChops.difference(image, known.convert("L"))
    # Another version of the renderer may shade edges differently; a mark that moved blackens whole pixels.
    changed = sum(difference.histogram()[129:])
    image.save(out / golden.name)
    assert changed < 100, f"{changed} pixels differ from {golden}, see {out / golden.name}"

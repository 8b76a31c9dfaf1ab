"""The corpus of files that mean harm, made where they are needed."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl

from ita_desktop.store.exchange.json_writing import office_tree
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.records import offices
from tests.store.offices import OFFICE

Make = Callable[[Path], Path]
Case = tuple[str, str, Make]

SHEET = "xl/worksheets/sheet1.xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(20))
    + b"]>"
)


def cases(unsafe: bool = False) -> Iterator[Case]:
    """All cases; for the control those alone that a limit stops."""
    if unsafe:
        yield "sheet-bomb", "table", lambda folder: workbook(folder, sheet=_rows(6_000_000))
        return
    for source in (_texts, _tables, _workbooks, _pictures, _scans, _packages, _jsons, _offices):
        yield from source()


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def new_office(folder: Path) -> Path:
    path = folder / "office.ita"
    create_whole(path, lambda file: offices.replace_office(file, OFFICE))
    return path


def written(name: str, data: bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def _texts() -> Iterator[Case]:
    texts = {
        "markup": '<b>x</b> <font color="[[[getattr(pow,1)]]]"> </para><img src="file:///etc/passwd"/> &#3585; A&B',
        "controls": "".join(map(chr, range(1, 160))),
        "bidi": "abc\u202edef\u2066ghi\u2069\u200f",
        "emoji": "👩‍👩‍👧‍👦🦅\U000e0041" * 500,
        "unassigned": "\u0378\ufffe\uffff\U0010ffff",
        "marks": "ก" + "\u0e49\u0e34\u0e39" * 20_000,
        "long": "การดำเนินงาน" * 20_000,
        "lines": "\n" * 100_000,
        "sql": "'); DROP TABLE score; --",
        "nul": "a\0b",
        "surrogate": "a\ud800b",
        "formula": "=HYPERLINK(\"http://x\")\t+1\t@x\r-1",
    }  # fmt: skip
    for name, text in texts.items():
        yield f"text-{name}", "text", written("a.txt", text.encode("utf-8", "surrogatepass"))


def _tables() -> Iterator[Case]:
    thai = "ตัวชี้วัด,คะแนน\n"
    tables = {
        "empty": b"",
        "bom": b"\xef\xbb\xbf",
        "utf16": thai.encode("utf-16"),
        "utf16-odd": thai.encode("utf-16")[:-1],
        "cp874": thai.encode("cp874"),
        "cut": (thai * 5).encode()[:-3],
        "mojibake": (thai * 5).encode().decode("latin-1").encode(),
        "nul": bytes(10_000),
        "random": bytes(range(256)) * 500,
        "wide": b"," * 5_000_000,
        "deep": b"a\n" * 3_000_000,
        "quote": b'"' * 999_999,
        "field": b"x" * 19_000_000,
        "big": bytes(20_000_001),
        "newlines": b"\r\n" * 5_000_000,
    }
    for name, data in tables.items():
        yield f"csv-{name}", "table", written("a.csv", data)
    yield "csv-folder", "table", lambda folder: folder
    yield "csv-missing", "table", lambda folder: folder / "none.csv"


def workbook(folder: Path, sheet: bytes = b"", extra: dict[str, bytes] | None = None) -> Path:
    """A workbook with another sheet in it, or with more entries."""
    kept = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["ก", 1])
    book.save(kept)
    path = folder / "a.xlsx"
    with zipfile.ZipFile(kept) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in source.namelist():
            packed.writestr(name, sheet if sheet and name == SHEET else source.read(name))
        for name, data in (extra or {}).items():
            packed.writestr(name, data)
    return path


def _rows(count: int) -> bytes:
    return _HEAD + _MAIN + b"<row><c><v>1</v></c></row>" * count + _END


def _workbooks() -> Iterator[Case]:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheets = {
        "bomb": _HEAD + _MAIN + b" " * 300_000_000 + _END,
        "half-bomb": _rows(1_500_000),
        "rows": _rows(100_000),
        "cells": _HEAD + _MAIN + b"<row>" + b"<c><v>1</v></c>" * 2_000_000 + b"</row>" + _END,
        "rich": b"".join((_HEAD, _MAIN, b"<row><c t='inlineStr'><is>", b"<r><t>a</t></r>" * 1_000_000, _END)),
        "far": _HEAD + _MAIN + far + _END,
        "far-and-empty": _HEAD + _MAIN + b'<row><c r="XFD1"/></row>' * 50_000 + _END,
        "dimension": _HEAD + _MAIN.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>') + _END,
        "xxe": _HEAD + b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _MAIN + _END,
        "laughs": _HEAD + LAUGHS + _MAIN + b"<row><c t='str'><v>&t;</v></c></row>" + _END,
        "utf7": b'<?xml version="1.0" encoding="utf-7"?>' + _MAIN + _END,
        "unclosed": _HEAD + _MAIN,
        "deep": _HEAD + b"<a>" * 500_000,
        "nan": _HEAD + _MAIN + b"<row><c><v>nan</v></c><c><v>1e999</v></c><c t='d'><v>x</v></c></row>" + _END,
    }
    for name, sheet in sheets.items():
        yield f"xlsx-{name}", "table", lambda folder, sheet=sheet: workbook(folder, sheet)
    entries = {
        "many": {f"{n}.xml": b"" for n in range(100_000)},
        "up": {"../../../../tmp/evil": b"x"},
        "windows": {"..\\evil.txt": b"x"},
        "drive": {"C:/evil.txt": b"x"},
        "device": {"xl/nul.xml": b"x"},
    }
    for name, extra in entries.items():
        yield f"xlsx-{name}", "table", lambda folder, extra=extra: workbook(folder, extra=extra)
    yield "xlsx-cut", "table", lambda folder: _cut(workbook(folder))
    yield "xlsx-only-magic", "table", written("a.xlsx", b"PK\3\4" + bytes(100))
    yield "xlsx-liar", "table", lambda folder: _lying(workbook(folder))


def _cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-300])
    return path


def _lying(path: Path) -> Path:
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        at = packed.start_dir
    data[at + 24 : at + 28] = (3).to_bytes(4, "little")
    path.write_bytes(data)
    return path


def png(width: int, height: int, chunks: bytes = b"", data: bytes = bytes(100)) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    whole = chunk(b"IHDR", head) + chunks + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + whole


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pictures() -> Iterator[Case]:
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(200_000_000)))
    pictures = {
        "bomb": png(100_000, 100_000),
        "pixels": png(30_000, 30_000),
        "wide": png(2**31 - 1, 1),
        "cut": png(1000, 1000),
        "text-bomb": png(10, 10, text, bytes(310)),
        "idat-bomb": png(10, 10, data=bytes(300_000_000)),
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n(x) run\n",
        "gif": b"GIF89a\xff\xff\xff\xff" + bytes(100),
        "tiff": b"II*\0\x08\0\0\0" + b"\xff" * 200,
        "jpeg": b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(500),
        "jpeg-scans": b"\xff\xd8" + b"\xff\xda" * 1_000,
        "jpeg-sizes": b"\xff\xd8" + b"\xff\xfe\xff\xff" + bytes(65533),
        "empty": b"",
    }
    for name, data in pictures.items():
        yield f"picture-{name}", "picture", written("a.png", data)


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they stand."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(data))
    )


def _scans() -> Iterator[Case]:
    root, page = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    swollen = zlib.compress(bytes(500_000_000), 9)
    stream = b"<</Length %d/Filter/FlateDecode %s>>stream\n%s\nendstream"
    scans = {
        "count": pdf(root, pages.replace(b"Count 1", b"Count 2147483647"), page),
        "count-below-zero": pdf(root, pages.replace(b"Count 1", b"Count -7"), page),
        "tree-in-itself": pdf(root, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
        "many-kids": pdf(root, b"<</Type/Pages/Kids[%s]/Count 400000>>" % (b"3 0 R " * 400_000), page),
        "deep": pdf(root, pages, page.replace(b">>", b"/X " + b"[" * 300_000 + b"]" * 300_000 + b">>")),
        "huge-page": pdf(root, pages, page.replace(b"595 842", b"9999999 1")),
        "no-page-size": pdf(root, pages, page.replace(b"595 842", b"0 0")),
        "contents-bomb": pdf(
            root, pages, page.replace(b">>", b"/Contents 4 0 R>>"), stream % (len(swollen), b"", swollen)
        ),
        "objects-bomb": pdf(root, pages, page, stream % (len(swollen), b"/Type/ObjStm/N 9/First 9", swollen)),
        "starts-a-program": pdf(root.replace(b">>", b"/OpenAction<</S/Launch/F(calc.exe)>>>>"), pages, page),
        "script": pdf(root.replace(b">>", b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"), pages, page),
        "html": b"<html>%PDF-1.7<script>x</script></html>%%EOF",
        "only-ends": b"%PDF-1.7\n%%EOF\n",
    }
    for name, data in scans.items():
        yield f"scan-{name}", "scan", written("a.pdf", data)


def _package(folder: Path, manifest: bytes, office: bytes, extra: dict[str, bytes] | None = None) -> Path:
    path = folder / "a.ita-send"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("manifest.json", manifest)
        packed.writestr("office.ita", office)
        for name, data in (extra or {}).items():
            packed.writestr(name, data)
    return path


def _packages() -> Iterator[Case]:
    contents = {"agency": "x", "years": [], "scores": 0, "plans": [], "measures": 0, "memos": 0}
    good = {
        "format": "ita-package/1", "reason": "x", "made_at": "2024-01-01", "made_by": "x", "file_name": "../../x",
        "file_id": "0" * 32, "revision": 1, "state": "", "size": 4, "sha256": "0" * 64, "contents": contents,
    }  # fmt: skip
    slips: dict[str, object] = {
        "sha": good,
        "folder-id": good | {"file_id": "../../../../x"},
        "size": good | {"size": -1},
        "huge-size": good | {"size": 10**30},
        "types": good | {"contents": {"agency": []}},
        "list": [],
        "deep": 0,
    }
    for name, slip in slips.items():
        data = b"[" * 100_000 if name == "deep" else json.dumps(slip).encode()
        yield f"package-{name}", "package", lambda folder, data=data: _package(folder, data, b"1234")
    whole = json.dumps(good).encode()
    yield "package-third", "package", lambda folder: _package(folder, whole, b"1234", {"x": b""})
    yield "package-bomb", "package", lambda folder: _package(folder, whole, bytes(600_000_000))
    yield "package-big-slip", "package", lambda folder: _package(folder, b" " * 5_000_000, b"1234")


def _jsons() -> Iterator[Case]:
    tree = office_tree(OFFICE)
    files = {
        "empty": b"",
        "deep": b'{"a":' * 200_000,
        "deep-list": b"[" * 5_000_000,
        "number": b'{"format": ' + b"9" * 5_000_000 + b"}",
        "exponent": json.dumps(tree | {"years": [{"fiscal_year": 2567, "scores": {"1": 0}}]})
        .replace('"1": 0', '"1": 1e999999999')
        .encode(),
        "nan": json.dumps(tree | {"years": [{"fiscal_year": float("nan")}]}).encode(),
        "objects": b'{"years":[' + b"{}," * 16_000_000 + b"{}]}",
        "lists": b"[" + b"[]," * 16_000_000 + b"[]]",
        "values": b"[" + b"10000," * 8_000_000 + b"1]",
        "twice": b'{"format": "ita-office/1", "format": "ita-office/1"}',
        "surrogate": json.dumps(tree | {"source": "\ud800"}).encode(),
        "latin": json.dumps(tree, ensure_ascii=False).encode("utf-8")[:-10] + b"\xff\xfe",
        "big": b" " * 50_000_001,
        "keys": json.dumps({f"k{n}": n for n in range(300_000)}).encode(),
        "faults": json.dumps(tree | {"years": [{"x": 1}] * 100_000}).encode(),
        "strings": json.dumps(tree | {"source": "x" * 20_000_000}).encode(),
    }
    for name, data in files.items():
        yield f"json-{name}", "json", written("a.json", data)
    yield "slip-deep", "slip", written("a.json", b"[" * 100_000)
    yield "slip-office", "slip", written("a.json", json.dumps({"format": "ita-slip/1", "office": tree}).encode())


def _offices() -> Iterator[Case]:
    statements = {
        "trigger": "CREATE TRIGGER t AFTER INSERT ON setting BEGIN DELETE FROM score; END",
        "view": "CREATE VIEW v AS SELECT load_extension('x')",
        "table": "CREATE TABLE more (a)",
        "dropped": "DROP TABLE memo",
        "changed": "UPDATE score SET hundredths = 1",
        "newer": "PRAGMA user_version=999",
        "other": "PRAGMA application_id=1",
        "wal": "PRAGMA journal_mode=WAL",
        "hidden": "PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES ('trigger', 'sqlite_t', 'score', 0, "
        "'CREATE TRIGGER sqlite_t AFTER UPDATE ON score BEGIN DELETE FROM memo; END')",
        "json": "UPDATE signer SET position_lines = '{'",
    }
    for name, statement in statements.items():
        yield f"office-{name}", "office", lambda folder, statement=statement: _changed(new_office(folder), statement)
    yield "office-empty", "office", written("a.ita", b"")
    yield "office-text", "office", written("a.ita", b"SQLite format 3\0" + bytes(50))
    yield "office-header", "office", lambda folder: _header_only(new_office(folder))
    yield "office-folder", "office", lambda folder: folder
    yield "office-journal", "office", lambda folder: _with_journal(new_office(folder))


def _changed(path: Path, statement: str) -> Path:
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(statement)
    db.close()
    return path


def _header_only(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 50_000)
    return path


def _with_journal(path: Path) -> Path:
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 5000)
    return path

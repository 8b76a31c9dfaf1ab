"""The picture inside a Windows metafile (EMF, WMF), where it is only a wrapping: Word wraps what was pasted so.

What is truly drawn, line by line, stays out of reach: no program of ours could show it as Word does.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SUFFIXES = (".emf", ".wmf", ".emz", ".wmz")
_MOST = 30_000_000
"""Bytes of a packed metafile (EMZ, WMZ) that is unpacked."""
_GZIP = b"\x1f\x8b"
_EMF, _PLACEABLE = b" EMF", b"\xd7\xcd\xc6\x9a"
_EMF_BITMAPS = {76: 84, 77: 84, 80: 48, 81: 48}
"""By the number of a record ([MS-EMF] 2.3.1): where it tells the places of its bitmap."""
_EMF_COMMENT = 70
_WMF_BITMAPS = {0x0F43: 28, 0x0B41: 26, 0x0940: 22, 0x0D33: 24}
"""By the number of a record ([MS-WMF] 2.3.1): where its bitmap begins."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def picture_in(data: bytes) -> bytes:
    """Find the largest bitmap (DIB), PNG or JPEG in a metafile; empty if it only draws, or is damaged."""
    try:
        if data.startswith(_GZIP):
            data = zlib.decompressobj(31).decompress(data, _MOST)
        found = list(_of_emf(data) if data[40:44] == _EMF else _of_wmf(data))
    except (struct.error, zlib.error):
        return b""
    return max(found, key=len, default=b"")


def _of_emf(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(data):
        number, size = struct.unpack_from("<II", data, at)
        record = data[at : at + size]
        if number in _EMF_BITMAPS and size >= _EMF_BITMAPS[number] + 16:
            head, head_size, bits, bits_size = struct.unpack_from("<IIII", record, _EMF_BITMAPS[number])
            if head_size and bits_size:
                yield record[head : head + head_size] + record[bits : bits + bits_size]
        elif number == _EMF_COMMENT:
            yield from (record[record.find(mark) :] for mark in _PICTURES if mark in record)
        if size < 8:
            return
        at += size


def _of_wmf(data: bytes) -> Iterator[bytes]:
    at = 22 if data.startswith(_PLACEABLE) else 0
    at += 18
    while at + 6 <= len(data):
        words, number = struct.unpack_from("<IH", data, at)
        if number in _WMF_BITMAPS and words * 2 > _WMF_BITMAPS[number]:
            yield data[at + _WMF_BITMAPS[number] : at + words * 2]
        if words < 3:
            return
        at += words * 2

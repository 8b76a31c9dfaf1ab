import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.pictures.pictures import MOST_SCANS, Photo, photo_of


def read(path: Path, longest: int = 4000) -> Photo:
    return photo_of(path, path.read_bytes(), longest)


def photo(tmp_path: Path, kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB") -> Path:
    picture = Image.new(mode, size, 0)
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "CAMERA-OF-SOMCHAI"
    exif.get_ifd(0x8825)[2] = (16.0, 26.0, 1.0)
    path = tmp_path / f"a.{kind.lower()}"
    picture.save(path, kind, exif=exif, comment=b"SOMCHAI") if kind == "JPEG" else picture.save(path, kind, exif=exif)
    return path


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_only_pixels_stay(tmp_path: Path, kind: str) -> None:
    path = photo(tmp_path, kind)
    with Image.open(path) as before:
        assert before.getexif().get_ifd(0x8825)
    made = read(path)
    assert (made.kind, made.width, made.height) == (kind, 40, 60)
    with Image.open(io.BytesIO(made.data)) as again:
        assert not again.getexif()
        assert "exif" not in again.info
        assert "comment" not in again.info
    assert b"SOMCHAI" not in made.data


@pytest.mark.parametrize("mode", ["L", "P", "CMYK"])
def test_other_colours_become_ours(tmp_path: Path, mode: str) -> None:
    kind = "PNG" if mode == "P" else "JPEG"
    with Image.open(io.BytesIO(read(photo(tmp_path, kind, mode=mode)).data)) as made:
        assert made.mode in ("RGB", "RGBA")


def test_a_see_through_emblem_stays_see_through(tmp_path: Path) -> None:
    with Image.open(io.BytesIO(read(photo(tmp_path, "PNG", mode="RGBA")).data)) as made:
        assert made.mode == "RGBA"


def test_a_huge_side_is_made_smaller(tmp_path: Path) -> None:
    made = read(photo(tmp_path, "JPEG", (6000, 300)), longest=1000)
    assert (made.width, made.height) == (50, 1000)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", StoreErrorCode.NOT_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", StoreErrorCode.NOT_PICTURE),
        (b"GIF89a" + bytes(100), StoreErrorCode.NOT_PICTURE),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", StoreErrorCode.NOT_PICTURE),
        (png(60_000, 60_000), StoreErrorCode.TOO_BIG),
        (png(100, 100), StoreErrorCode.NOT_PICTURE),
    ],
    ids=["empty", "svg", "gif", "eps", "bomb", "cut"],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes, trouble: StoreErrorCode) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        read(path)
    assert caught.value.trouble == trouble


def test_a_jpeg_with_hundreds_of_scans_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.new("RGB", (64, 64), "red").save(path, "JPEG", progressive=True)
    data = path.read_bytes()
    assert read(path).width == 64
    scan = data[data.rindex(b"\xff\xda") : -2]
    path.write_bytes(data[:-2] + scan * MOST_SCANS + data[-2:])
    with pytest.raises(StoreError) as caught:
        read(path)
    assert caught.value.trouble == StoreErrorCode.TOO_BIG

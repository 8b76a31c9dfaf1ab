"""Signed files on a stick (แฟ้มที่ลงลายมือชื่อ): a zip with a slip, the slip's Ed25519 signature, and what the slip lists.

    manifest.json   ita-signed/1: what it is, its version, and size and SHA-256 of every file
    signature       64 bytes over a fixed prefix and the very bytes of manifest.json
    files/...       the files

Nothing of it is believed before the signature is; nothing is written before each byte of it has been checked.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ita_desktop.store.errors import StoreError, StoreErrorCode
from ita_desktop.store.untrusted.zips import CheckedZip, Limits, opened

if TYPE_CHECKING:
    from nacl.signing import SigningKey, VerifyKey  # loaded only where a signature is made or read

_FORMAT = "ita-signed/1"
_PREFIX = b"ita-desktop signed file 1\n"
_MANIFEST, _SIGNATURE, _FILES = "manifest.json", "signature", "files/"
_MOST_MANIFEST = 1_000_000
_LIMITS = Limits(entries=1000, total=600_000_000, ratio=200)
_HASH = re.compile(r"[0-9a-f]{64}")


class SignedKind(StrEnum):
    """What a signed file brings."""

    PROGRAM = "program"
    RULES = "rules"


class Refusal(StrEnum):
    """Why a signed file is not accepted."""

    NO_KEY = "no_key"
    NOT_SIGNED_FILE = "not_signed_file"
    UNSIGNED = "unsigned"
    WRONG_SIGNATURE = "wrong_signature"
    ALTERED = "altered"
    OTHER_KIND = "other_kind"


class SignedFileError(Exception):
    """A signed file that is not accepted; ``detail`` names the place in it."""

    def __init__(self, refusal: Refusal, path: Path, detail: str = "") -> None:
        super().__init__(f"{refusal}: {path} {detail}".rstrip())
        self.refusal, self.path, self.detail = refusal, path, detail


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPart:
    """One file that is brought; a link has a target instead of bytes."""

    name: str
    size: int = 0
    sha256: str = ""
    runs: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What the signature stands for."""

    kind: SignedKind
    version: str
    """Of the program; of the rules, the number of their edition."""
    system: str = ""
    """``linux-x86_64`` or ``win32-AMD64`` for a program."""
    year: int = 0
    """The fiscal year of rules."""
    made_for: str = ""
    """The program's version when rules were made: a later program knows at least as much."""
    note: str = ""
    parts: tuple[SignedPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """ผู้เผยแพร่: whoever holds the private half of a key that the program knows."""

    key: VerifyKey
    name: str = ""
    """As it stands behind the key; empty where nothing does."""

    @property
    def mark(self) -> str:
        """The first signs of the key, to be compared with what the publisher announced."""
        digits = bytes(self.key).hex()[:16]
        return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def publishers(file: Path) -> tuple[Publisher, ...]:
    """Read the publishers: a hexadecimal key a line, a name behind #; none if the file is missing."""
    from nacl.signing import VerifyKey

    if not file.is_file():
        return ()
    lines = (line.partition("#") for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(
        Publisher(key=VerifyKey(bytes.fromhex(key.strip())), name=name.strip()) for key, _, name in lines if key.strip()
    )


def public_keys(file: Path) -> tuple[VerifyKey, ...]:
    """Read the publishers' keys; none if the file is missing."""
    return tuple(one.key for one in publishers(file))


def new_key_pair() -> tuple[SigningKey, VerifyKey]:
    """Make a publisher's private key, and the public one that goes into programs."""
    from nacl.signing import SigningKey

    private = SigningKey.generate()
    return private, private.verify_key


def read_slip(path: Path, kind: SignedKind, keys: Iterable[VerifyKey]) -> Slip:
    """Read the slip of a file that the publisher signed; SignedFileError, or StoreError for a bad zip."""
    keys = tuple(keys)
    if not keys:
        raise SignedFileError(Refusal.NO_KEY, path)
    with opened(path, _LIMITS) as packed:
        if _MANIFEST not in packed.names:
            raise SignedFileError(Refusal.NOT_SIGNED_FILE, path)
        data = packed.read(_MANIFEST, _MOST_MANIFEST)
        if _SIGNATURE not in packed.names:
            raise SignedFileError(Refusal.UNSIGNED, path)
        signature = packed.read(_SIGNATURE, 64)
        if not any(_signed_by(key, data, signature) for key in keys):
            raise SignedFileError(Refusal.WRONG_SIGNATURE, path)
        slip = _slip_of(path, data)
        if slip.kind is not kind:
            raise SignedFileError(Refusal.OTHER_KIND, path, slip.kind)
        _must_list_all(packed, slip)
    return slip


def publisher_of(path: Path, known: Iterable[Publisher]) -> Publisher | None:
    """Return the known publisher who signed a file; None if nobody did."""
    with opened(path, _LIMITS) as packed:
        if not {_MANIFEST, _SIGNATURE} <= set(packed.names):
            return None
        data, signature = packed.read(_MANIFEST, _MOST_MANIFEST), packed.read(_SIGNATURE, 64)
    return next((one for one in known if _signed_by(one.key, data, signature)), None)


def unpack(path: Path, slip: Slip, folder: Path) -> None:
    """Write everything the slip lists under ``folder``, a new one; SignedFileError at the first byte that differs."""
    for _ in unpacking(path, slip, folder):
        pass


def unpacking(path: Path, slip: Slip, folder: Path) -> Iterator[int]:
    """Unpack in steps; yield the bytes written so far."""
    done = 0
    with opened(path, _LIMITS) as packed, _altered(path):
        for part in slip.parts:
            target = folder / part.name
            target.parent.mkdir(parents=True, exist_ok=True)
            if part.link:
                target.symlink_to(part.link)
                continue
            digest = hashlib.sha256()
            with target.open("xb") as stream:
                for piece in packed.chunks(_FILES + part.name, part.size):
                    digest.update(piece)
                    stream.write(piece)
                    done += len(piece)
                    yield done
                stream.flush()
                os.fsync(stream.fileno())
            if digest.hexdigest() != part.sha256:
                raise SignedFileError(Refusal.ALTERED, path, part.name)
            if part.runs:
                target.chmod(0o755)


@contextmanager
def _altered(path: Path) -> Iterator[None]:
    """A zip whose slip was signed and whose files cannot be read was altered since."""
    try:
        yield
    except StoreError as error:
        if error.trouble not in (StoreErrorCode.BAD_ZIP, StoreErrorCode.TOO_BIG):
            raise
        raise SignedFileError(Refusal.ALTERED, path, error.detail) from error


def write_signed(path: Path, slip: Slip, folder: Path, key: SigningKey) -> Slip:
    """Sign everything under ``folder`` into ``path``: the publisher's side, where the private key is."""
    slip = Slip(**{**_shallow(slip), "parts": tuple(_parts(folder))})
    data = json.dumps({"format": _FORMAT, **asdict(slip)}, ensure_ascii=False, indent=1).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.writestr(zipfile.ZipInfo(_MANIFEST), data, zipfile.ZIP_DEFLATED)
        packed.writestr(zipfile.ZipInfo(_SIGNATURE), key.sign(_PREFIX + data).signature)
        for part in slip.parts:
            if not part.link:
                packed.write(folder / part.name, _FILES + part.name)
    return slip


def _shallow(slip: Slip) -> dict[str, Any]:
    return {name: getattr(slip, name) for name in Slip.__dataclass_fields__}


def _parts(folder: Path) -> Iterable[SignedPart]:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_symlink():
            yield SignedPart(name=name, link=file.readlink().as_posix())
        elif file.is_file():
            data = file.read_bytes()
            runs = os.name != "nt" and bool(file.stat().st_mode & 0o100)
            yield SignedPart(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest(), runs=runs)


def _signed_by(key: VerifyKey, data: bytes, signature: bytes) -> bool:
    from nacl.exceptions import BadSignatureError

    try:
        key.verify(_PREFIX + data, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def _slip_of(path: Path, data: bytes) -> Slip:
    """The publisher wrote it, so a fault in it is one of the publisher's tools or of another version of the format."""
    try:
        tree = json.loads(data)
        if tree.pop("format") != _FORMAT:
            raise ValueError(_FORMAT)
        parts = tuple(SignedPart(**part) for part in tree.pop("parts"))
        slip = Slip(**{**tree, "kind": SignedKind(tree["kind"])}, parts=parts)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SignedFileError(Refusal.NOT_SIGNED_FILE, path, str(error)[:100]) from error
    for part in slip.parts:
        if not (_is_inside(part.name) and (part.link or _HASH.fullmatch(part.sha256))):
            raise SignedFileError(Refusal.NOT_SIGNED_FILE, path, part.name)
        if part.link and not _is_inside(os.path.normpath(PurePosixPath(part.name).parent / part.link)):
            raise SignedFileError(Refusal.NOT_SIGNED_FILE, path, part.name)
    return slip


def _is_inside(name: str) -> bool:
    pure = PurePosixPath(name)
    return bool(name) and not pure.is_absolute() and ".." not in pure.parts and "\\" not in name and ":" not in name


def _must_list_all(packed: CheckedZip, slip: Slip) -> None:
    """What lies in the file and what was signed are the same, name for name and size for size."""
    listed = {_FILES + part.name: part.size for part in slip.parts if not part.link}
    there = {name: packed.size(name) for name in packed.names if name not in (_MANIFEST, _SIGNATURE)}
    for name in sorted(set(listed) ^ set(there)) + [name for name in listed if listed[name] != there.get(name)]:
        raise SignedFileError(Refusal.ALTERED, packed.path, name.removeprefix(_FILES))

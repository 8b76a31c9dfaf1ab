"""The publisher's side: keys, update files and packs of rules. The private key never lies in the repository.

python packaging/sign_file.py new-key PRIVATE.key          a new pair; prints the line for publisher-keys.txt
python packaging/sign_file.py program PRIVATE.key dist/ita-desktop OUT_FOLDER [--note TEXT]
python packaging/sign_file.py rules PRIVATE.key FOLDER OUT_FOLDER --year 2570 --edition 1 [--note TEXT]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from nacl.signing import SigningKey

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from ita_desktop import __version__
from ita_desktop.app.publisher.packs import SUFFIX as PACK
from ita_desktop.app.publisher.updates import SUFFIX as UPDATE
from ita_desktop.store.publisher.signed import SignedKind, Slip, new_key_pair, write_signed


def new_key(file: Path) -> None:
    """Write a private key that only its owner can read, and print the public one."""
    key, public = new_key_pair()
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(key.encode().hex() + "\n")
    print(bytes(public).hex())


def private(file: Path) -> SigningKey:
    """The key in a file that ``new_key`` wrote."""
    return SigningKey(bytes.fromhex(file.read_text(encoding="ascii").strip()))


def built(folder: Path) -> tuple[str, str]:
    """Return version and system of a program's folder, as build.spec wrote them there; this checkout may be another.

    SystemExit with a sentence where the folder does not tell.
    """
    file = folder / "_internal" / "ita_desktop" / "built.json"
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return str(told["version"]), str(told["system"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SystemExit(f"{folder} is no folder that build.spec made: {file} cannot be read ({error})") from error


def main() -> None:
    """Do what was typed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("new-key", "program", "rules"))
    parser.add_argument("key", type=Path)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--year", type=int, default=0)
    parser.add_argument("--edition", default="")
    parser.add_argument("--note", default="")
    asked = parser.parse_args()
    if asked.what == "new-key":
        new_key(asked.key)
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.what == "program":
        version, system = built(asked.folder)
        slip = Slip(kind=SignedKind.PROGRAM, version=version, system=system, note=asked.note)
        file = asked.out / f"ita-desktop-{version}-{system}{UPDATE}"
    else:
        if not (asked.year and asked.edition):
            parser.error("rules need --year and --edition")
        slip = Slip(
            kind=SignedKind.RULES, version=asked.edition, year=asked.year, made_for=__version__, note=asked.note
        )
        file = asked.out / f"ita-rules-{asked.year}-{asked.edition}{PACK}"
    write_signed(file, slip, asked.folder, private(asked.key))
    print(file)


if __name__ == "__main__":
    main()

"""Texts of the program in the user's language: English msgids, gettext catalogues, Thai as default."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = ("th", "en")
DEFAULT = "th"
DOMAIN = "ita_desktop"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = DEFAULT


def use_language(code: str, folder: Path) -> None:
    """Speak ``code`` from now on; FileNotFoundError if its catalogue is not there (never silently English).

    The standard library's own texts (argparse) follow: they go through gettext's process-wide domain.
    """
    global _catalogue, _language
    _compile_if_newer(folder)
    with (folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as compiled:
        _catalogue = gettext.GNUTranslations(compiled)
    _language = code
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(DOMAIN, str(folder))
    gettext.textdomain(DOMAIN)


def language() -> str:
    """Return the code of the language in use."""
    return _language


def tr(message: str) -> str:
    """Translate a message into the user's language."""
    return _catalogue.gettext(message) if message else ""


def ntr(singular: str, plural: str, n: int) -> str:
    """Translate the message for ``n`` things into the user's language."""
    return _catalogue.ngettext(singular, plural, n)


def compile_catalogues(source: Path, target: Path) -> list[Path]:
    """Turn every .po under ``source`` into a .mo at the same place under ``target``; the written files.

    Needs Babel, which is not there at run time: builds call this, and a checkout whose .po was edited.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for po in sorted(source.glob("*/LC_MESSAGES/*.po")):
        mo = target / po.relative_to(source).with_suffix(".mo")
        mo.parent.mkdir(parents=True, exist_ok=True)
        with po.open("rb") as text:
            catalogue = read_po(text, domain=DOMAIN, abort_invalid=True)
        unfinished = mo.with_suffix(f".{os.getpid()}")
        with unfinished.open("wb") as compiled:
            write_mo(compiled, catalogue)
        unfinished.replace(mo)
        written.append(mo)
    return written


def _compile_if_newer(folder: Path) -> None:
    """In a checkout, compile what was edited since; an installed program has no .po and nothing to do."""
    stale = [po for po in folder.glob("*/LC_MESSAGES/*.po") if _is_newer(po, po.with_suffix(".mo"))]
    if not stale:
        return
    try:
        compile_catalogues(folder, folder)
    except ImportError:
        if any(not po.with_suffix(".mo").exists() for po in stale):
            raise FileNotFoundError(f"{folder}: the .po files are not compiled and Babel is not installed") from None


def _is_newer(po: Path, mo: Path) -> bool:
    return not mo.exists() or po.stat().st_mtime > mo.stat().st_mtime

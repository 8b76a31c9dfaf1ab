"""Texts of the program in the user's language: English msgids, gettext catalogues, Thai as default."""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("th", "en")
DEFAULT = "th"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(code: str, folder: Path) -> None:
    """Speak ``code`` from now on; FileNotFoundError if its catalogue is not there (never silently English)."""
    global _catalogue
    _catalogue = gettext.translation("ita_desktop", folder, languages=[code])


def tr(message: str) -> str:
    """The message in the user's language."""
    return _catalogue.gettext(message) if message else ""


def ntr(singular: str, plural: str, n: int) -> str:
    """The message for ``n`` things in the user's language."""
    return _catalogue.ngettext(singular, plural, n)

"""Bring the catalogues up to date with the texts of the program: ``python translations/refresh.py``.

It does what ``pybabel extract`` and ``pybabel update`` do, but keeps the head of each file (the licence line and the
fields of the first entry). Those commands write a date, a version and placeholders for names there.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
DOMAIN = "ita_desktop"
KEYWORDS = {"tr": None, "ntr": (1, 2)}
"""``tr(text)`` and ``ntr(one, many, n)``, the only two functions whose texts are translated."""
FIRST_ENTRY = 'msgid ""\nmsgstr ""\n'


def refresh(program: Path, translations: Path) -> None:
    """Write the template and every catalogue in ``translations`` anew from the Python files in ``program``.

    A translation whose text is still there stays; a new text is added without one; what is no longer used goes.
    Nothing is guessed from a similar text (no fuzzy matching). Raises ValueError where a file has no head.
    """
    template = Catalog()
    for _file, _line, text, _comments, context in extract_from_dir(program, [("**.py", "python")], keywords=KEYWORDS):
        template.add(text, context=context)
    write_below_head(translations / f"{DOMAIN}.pot", template)
    for path in sorted(translations.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parents[1].name, abort_invalid=True)
        catalogue.update(template, no_fuzzy_matching=True)
        write_below_head(path, catalogue)


def write_below_head(path: Path, catalogue: Catalog) -> None:
    """Replace the entries of the file, sorted, one line for each text; keep all above the first empty line."""
    head = path.read_text(encoding="utf-8").partition("\n\n")[0] + "\n"
    if not head.startswith("#") or FIRST_ENTRY not in head:
        raise ValueError(f"{path} has no head: a licence line, then {FIRST_ENTRY!r} and the fields")
    entries = BytesIO()
    write_po(entries, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    path.write_bytes(head.encode() + b"\n" + entries.getvalue())


if __name__ == "__main__":
    refresh(ROOT / "ita_desktop", ROOT / "translations")

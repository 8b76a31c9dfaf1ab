"""The file around the text: python-docx's package with our styles and settings, and the same bytes every time."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from ita_desktop.documents.docx.look import FONT, OTHER_FONT, StyleSheet
from ita_desktop.documents.docx.xml import Element, namespaces, w
from ita_desktop.documents.model import Document
from ita_desktop.domain.thai.characters import one_line

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP knows."""
_UNUSED = {
    RT.THUMBNAIL,
    RT.CUSTOM_XML,
    RT.NUMBERING,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}


def empty(document: Document, sheet: StyleSheet) -> Any:
    """A python-docx document without text, with our styles, settings and names."""
    made = docx.Document()
    part = made.part
    for relations in (part.rels, part.package.rels):
        for key in [key for key, one in relations.items() if one.reltype in _UNUSED]:
            del relations[key]
    styles = made.styles.element
    styles[:] = list(sheet.element())
    made.settings.element[:] = list(_settings())
    _font_table(part)
    _named(made, document)
    body = made.element.body
    body[:] = []
    return made


def _settings() -> Element:
    compatible = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": 15}
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        # Else a line that ends with a break is pulled to the margin, letter by letter.
        w("compat", w("doNotExpandShiftReturn"), w("compatSetting", **compatible)),
        w("themeFontLang", val="en-US", bidi="th-TH"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _font_table(part: Any) -> None:
    """Name the font that may stand in for ours where it is not installed."""
    table = (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:fonts {namespaces('w')}>"
        f'<w:font w:name="{FONT}"><w:altName w:val="{OTHER_FONT}"/><w:charset w:val="DE"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    part.part_related_by(RT.FONT_TABLE)._blob = table.encode()  # noqa: SLF001 - a part that python-docx only carries


def _named(made: Any, document: Document) -> None:
    properties = made.core_properties
    properties.title, properties.author = one_line(document.title)[:255], one_line(document.author)[:255]
    properties.last_modified_by, properties.comments, properties.keywords = "", "", ""
    properties.language, properties.revision = "th-TH", 1
    core = properties._element  # noqa: SLF001 - the times cannot be taken out otherwise
    for name in ("dcterms:created", "dcterms:modified"):
        for found in core.findall(qn(name)):
            core.remove(found)


def saved(made: Any) -> bytes:
    """The file: the same document gives the same bytes."""
    stream = BytesIO()
    made.save(stream)
    out = BytesIO()
    with zipfile.ZipFile(stream) as written, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in written.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.compress_type, fixed.create_system = zipfile.ZIP_DEFLATED, 0
            file.writestr(fixed, written.read(entry))
    return out.getvalue()

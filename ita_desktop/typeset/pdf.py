"""The PDF file: pages, embedded fonts, bookmarks, structure, written with ReportLab's document objects.

The same content gives the same bytes: nothing in the file depends on the time or on what was set before.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from ita_desktop.typeset.content import Bookmark, Meta
from ita_desktop.typeset.drawing import Vector
from ita_desktop.typeset.normal import normalise
from ita_desktop.typeset.pages import Pages
from ita_desktop.typeset.pictures import Image
from ita_desktop.typeset.shape import Shaper
from ita_desktop.typeset.sheet import Sheet
from ita_desktop.typeset.steps import Steps
from ita_desktop.typeset.tags import Element

_pdf: Any = pdfdoc
_VERSION = (1, 7)
_LEVEL = 3
"""Of compression: the usual 6 makes a file 7 % smaller and takes three times as long."""


class _Raw(pdfdoc.PDFObject):
    """An object whose text is ready."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"null") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """Return the text."""
        return self.content


class _Page(pdfdoc.PDFPage):
    """A page that may carry structure."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
    Override_default_compilation = 1


_page: Any = _Page


@lru_cache(maxsize=24)
def _packed(data: bytes) -> bytes:
    """Compressed, and remembered: an emblem and a font's glyphs come again with every key press of a preview."""
    return zlib.compress(data, _LEVEL)


def write(pages: Pages, meta: Meta) -> Steps[bytes]:
    """Return the PDF file of finished pages."""
    return _Writer(pages, meta).write()


class _Writer:
    def __init__(self, pages: Pages, meta: Meta) -> None:
        self.pages = pages
        self.meta = meta
        self.document: Any = _pdf.PDFDocument(
            dummyoutline=1, compression=0, invariant=1, pdfVersion=_VERSION, lang=meta.language or None
        )

    def write(self) -> Steps[bytes]:
        document, meta = self.document, self.meta
        info = document.info
        info.title, info.author, info.subject = map(normalise, (meta.title, meta.author, meta.subject))
        info.creator = "ita_desktop.typeset"
        info.invariant = 1
        info.digest(document.signature)
        resources = self._resources()
        references = []
        for sheet in self.pages.sheets:
            references.append(self._page(sheet, resources))
            yield
        self._outline(references)
        yield from self._structure(references)
        document.Catalog.ViewerPreferences = _Raw(b"<</DisplayDocTitle true>>")
        return (yield from self._file())

    def _file(self) -> Steps[bytes]:
        """The document's own ``format`` in steps: its objects, the list of where they stand, the trailer."""
        document = self.document
        catalog, info = document.Reference(document.Catalog), document.Reference(document.info)
        file = document.__accum__ = _pdf.PDFFile(_VERSION)
        names: list[Any] = []
        while len(names) < len(document.numberToId):  # putting one may add others
            name = document.numberToId[len(names) + 1]
            thing = _pdf.PDFIndirectObject(name, document.idToObject[name])
            document.idToOffset[name] = file.add(thing.format(document))
            names.append(name)
            yield
        table = _pdf.PDFCrossReferenceTable()
        table.addsection(0, names)
        start = file.add(table.format(document))
        yield
        trailer = _pdf.PDFTrailer(startxref=start, Size=len(names) + 1, Root=catalog, Info=info, ID=document.ID())
        file.add(trailer.format(document))
        document.Pages.pages.clear()  # pages know their list: without this the file's bytes would stay in memory
        yield
        return bytes(file.format(document))

    # -- objects

    def _add(self, content: bytes) -> str:
        raw = _Raw(content)
        return self._reference(raw)

    def _reference(self, thing: Any) -> str:
        name = self.document.Reference(thing).name
        return f"{self.document.idToObjectNumberAndVersion[name][0]} 0 R"

    def _stream(self, entries: str, data: bytes, *, ready: str = "") -> str:
        packed = data if ready else _packed(data)
        head = f"<<{entries}/Filter/{ready or 'FlateDecode'}/Length {len(packed)}>>\nstream\n"
        return self._add(head.encode("latin-1") + packed + b"\nendstream\n")

    # -- pages and what they use

    def _page(self, sheet: Sheet, resources: str) -> str:
        page: Any = _page()
        page.Parent = self.document.Pages
        page.MediaBox = f"[0 0 {sheet.setup.width:.2f} {sheet.setup.height:.2f}]"
        page.Resources = resources
        page.Contents = _Raw()
        packed = zlib.compress("\n".join(sheet.operators).encode("latin-1"), _LEVEL)
        page.Contents.content = (
            f"<</Filter/FlateDecode/Length {len(packed)}>>\nstream\n".encode("latin-1") + packed + b"\nendstream\n"
        )
        if sheet.marked:
            page.StructParents = str(sheet.index)
            page.Tabs = "/S"
        self.document.addPage(page)
        return self._reference(page)

    def _resources(self) -> str:
        stock = self.pages.stock
        fonts = "".join(
            f"/F{number} {self._font(stock.setter.shaper(number), glyphs)}"
            for number, glyphs in sorted(stock.glyphs.items())
        )
        things = [f"/{name} {self._vector(vector)}" for vector, name in stock.vectors.items()]
        things += [f"/{name} {self._image(image)}" for image, name in stock.images.items()]
        return self._add(f"<</Font<<{fonts}>>/XObject<<{''.join(things)}>>>>".encode("latin-1"))

    def _vector(self, vector: Vector) -> str:
        box = f"/BBox[0 0 {vector.width:.3f} {vector.height:.3f}]"
        return self._stream(f"/Type/XObject/Subtype/Form/FormType 1{box}/Resources<<>>", vector.operators)

    def _image(self, image: Image) -> str:
        size = f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}/BitsPerComponent 8"
        mask = ""
        if image.mask:
            reference = self._stream(f"{size}/ColorSpace/DeviceGray", image.mask, ready="FlateDecode")
            mask = f"/SMask {reference}"
        return self._stream(f"{size}/ColorSpace/{image.space}{mask}", image.data, ready=image.filter)

    # -- fonts

    def _font(self, shaper: Shaper, glyphs: Iterable[int]) -> str:
        face = shaper.face
        used = sorted({0, *glyphs})
        data = face.subset(used)
        tag = "".join(chr(65 + (zlib.crc32(data) // 26**place) % 26) for place in range(6))
        name = f"{tag}+{face.name}"
        file = self._stream(f"/Length1 {len(data)}", data)
        entries = "".join(f"/{key} {value}" for key, value in face.descriptor().items())
        descriptor = self._add(f"<</Type/FontDescriptor/FontName/{name}{entries}/FontFile2 {file}>>".encode("latin-1"))
        widths = " ".join(f"{glyph}[{face.advance(glyph):g}]" for glyph in used)
        descendant = self._add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {descriptor}/DW 0/W[{widths}]/CIDToGIDMap/Identity>>".encode("latin-1")
        )
        unicode = self._stream("", _to_unicode({glyph: shaper.names[glyph] for glyph in used if glyph in shaper.names}))
        return self._add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
            f"/ToUnicode {unicode}>>".encode("latin-1")
        )

    # -- bookmarks

    def _outline(self, pages: Sequence[str]) -> None:
        marks = self.pages.bookmarks
        self.document.Catalog.Outlines = None
        if not marks:
            return
        nodes = [_Raw() for _ in marks]
        root = _Raw()
        self.document.Outlines = self.document.outline = self.document.Catalog.Outlines = root
        root_reference = self._reference(root)
        references = [self._reference(node) for node in nodes]
        parents = _parents([mark.level for mark, _ in marks])
        for number, (mark, y) in enumerate(marks):
            self._outline_node(number, mark, y, nodes, references, parents, root_reference, pages)
        top = [number for number, parent in enumerate(parents) if parent is None]
        root.content = (
            f"<</Type/Outlines/First {references[top[0]]}/Last {references[top[-1]]}/Count {len(marks)}>>".encode(
                "latin-1"
            )
        )
        self.document.Catalog.PageMode = _pdf.PDFName("UseOutlines")

    def _outline_node(
        self,
        number: int,
        mark: Bookmark,
        y: float,
        nodes: Sequence[_Raw],
        references: Sequence[str],
        parents: Sequence[int | None],
        root: str,
        pages: Sequence[str],
    ) -> None:
        parent = parents[number]
        siblings = [at for at, other in enumerate(parents) if other == parent]
        place = siblings.index(number)
        children = [at for at, other in enumerate(parents) if other == number]
        height = self.pages.sheets[mark.page - 1].height
        text = f"<</Title {_text(mark.text)}/Parent {root if parent is None else references[parent]}"
        text += f"/Dest[{pages[mark.page - 1]}/XYZ 0 {height - y + 6:.2f} 0]"
        if place:
            text += f"/Prev {references[siblings[place - 1]]}"
        if place + 1 < len(siblings):
            text += f"/Next {references[siblings[place + 1]]}"
        if children:
            text += f"/First {references[children[0]]}/Last {references[children[-1]]}/Count {len(children)}"
        nodes[number].content = f"{text}>>".encode("latin-1")

    # -- structure

    def _structure(self, pages: Sequence[str]) -> Steps[None]:
        root, tree = _Raw(), _Raw()
        root_reference, tree_reference = self._reference(root), self._reference(tree)
        numbers: dict[int, str] = {}
        top = yield from self._element(self.pages.root, root_reference, pages, numbers)
        kids = []
        for sheet in self.pages.sheets:
            if sheet.marked:
                kids.append(f"{sheet.index}[{' '.join(numbers[id(element)] for element in sheet.marked)}]")
                yield
        tree.content = f"<</Nums[{' '.join(kids)}]>>".encode("latin-1")
        root.content = (
            f"<</Type/StructTreeRoot/K {top}/ParentTree {tree_reference}/ParentTreeNextKey {len(self.pages.sheets)}>>"
        ).encode("latin-1")
        self.document.Catalog.StructTreeRoot = root
        self.document.Catalog.MarkInfo = _Raw(b"<</Marked true>>")

    def _element(self, element: Element, parent: str, pages: Sequence[str], numbers: dict[int, str]) -> Steps[str]:
        yield
        raw = _Raw()
        reference = numbers[id(element)] = self._reference(raw)
        kids = []
        for child in element.children:
            if _shown(child):
                kids.append((yield from self._element(child, reference, pages, numbers)))
        marks = element.marks
        page = f"/Pg {pages[marks[0][0]]}" if marks else ""
        marked = [
            str(number) if index == marks[0][0] else f"<</Type/MCR/Pg {pages[index]}/MCID {number}>>"
            for index, number in marks
        ]
        alt = f"/Alt {_text(element.alt)}" if element.alt else ""
        if element.attributes:
            alt += f"/A<<{element.attributes}>>"
        raw.content = (
            f"<</Type/StructElem/S/{element.role}/P {parent}{page}{alt}/K[{' '.join(marked + kids)}]>>".encode(
                "latin-1"
            )
        )
        return reference


def _shown(element: Element) -> bool:
    return bool(element.marks or element.children)


def _parents(levels: Sequence[int]) -> list[int | None]:
    """Return for each bookmark the last one before it of a lower level."""
    found: list[int | None] = []
    open_: list[int] = []
    for number, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            open_.pop()
        found.append(open_[-1] if open_ else None)
        open_.append(number)
    return found


def _text(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def _to_unicode(names: dict[int, str]) -> bytes:
    lines = [f"<{glyph:04x}><{name.encode('utf-16-be').hex()}>" for glyph, name in sorted(names.items())]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        f"1 begincodespacerange<0000><ffff>endcodespacerange\n{body}\n"
        "endcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode("latin-1")

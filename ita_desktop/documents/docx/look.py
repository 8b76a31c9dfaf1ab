"""Named styles (ลักษณะ) of a Word file, and how a paragraph differs from its style."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop import typeset as ts
from ita_desktop.documents import styles
from ita_desktop.documents.docx.xml import Element, half_points, hexadecimal, twips, w
from ita_desktop.documents.options import DocumentOptions

FONT = "TH Sarabun New"
OTHER_FONT = "TH SarabunPSK"
"""Same letters and widths; older offices have this one."""

_JC = {
    ts.Align.LEFT: "left",
    ts.Align.CENTRE: "center",
    ts.Align.RIGHT: "right",
    ts.Align.THAI: "thaiDistribute",
}


class Named(StrEnum):
    """Ids of the styles, as Word's own where it has one."""

    NORMAL = "Normal"
    BODY = "BodyText"
    TABLE_TEXT = "TableText"
    TABLE_HEAD = "TableHead"
    HEADER = "Header"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"

    @classmethod
    def heading(cls, level: int) -> Named:
        """The heading style of a level; 1 is a document's or a part's title, deeper levels than 4 share one."""
        return (cls.HEADING_1, cls.HEADING_2, cls.HEADING_3, cls.HEADING_4)[min(level, 4) - 1]


_NAMES = {
    Named.NORMAL: "Normal",
    Named.BODY: "Body Text",
    Named.TABLE_TEXT: "Table Text",
    Named.TABLE_HEAD: "Table Head",
    Named.HEADER: "header",
    Named.HEADING_1: "heading 1",
    Named.HEADING_2: "heading 2",
    Named.HEADING_3: "heading 3",
    Named.HEADING_4: "heading 4",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSheet:
    """The styles of one document; a single line is Word's own unless the office chose another spacing."""

    text: Mapping[Named, ts.TextStyle]
    single: bool
    held: Callable[[str], str] = str
    """Puts no-break spaces where no line may end."""

    @classmethod
    def of(cls, options: DocumentOptions, size: float) -> StyleSheet:
        """Return the styles for these options and for running text of ``size`` points."""

        def style(points: float = size, *, bold: bool = False, align: ts.Align = ts.Align.LEFT) -> ts.TextStyle:
            leading = points * options.line_spacing / styles.SIZE
            return ts.TextStyle(size=points, leading=leading, bold=bold, align=align)

        centre = ts.Align.CENTRE
        heading = style(bold=True)
        return cls(
            single=options.line_spacing == DocumentOptions().line_spacing,
            text={
                Named.NORMAL: style(),
                Named.BODY: style(align=ts.Align.THAI if options.justify else ts.Align.LEFT),
                Named.TABLE_TEXT: style(options.table_size),
                Named.TABLE_HEAD: style(options.table_size, bold=True, align=centre),
                Named.HEADER: style(styles.SIZE, align=centre),
                Named.HEADING_1: style(styles.REPORT_TITLE_SIZE, bold=True, align=centre),
                Named.HEADING_2: heading,
                Named.HEADING_3: heading,
                Named.HEADING_4: heading,
            },
        )

    def line(self, style: ts.TextStyle) -> tuple[str, int]:
        """Rule and value of Word's line spacing."""
        if self.single and abs(style.leading / style.size - self._proportion) < 0.001:
            return "auto", 240
        return "exact", twips(style.leading)

    @property
    def _proportion(self) -> float:
        normal = self.text[Named.NORMAL]
        return normal.leading / normal.size

    def element(self) -> Element:
        """``w:styles``: defaults in the Thai font, and every named style."""
        made = w("styles", _defaults(self.text[Named.NORMAL]))
        for name, style in self.text.items():
            made.append(self._style(name, style))
        made.append(
            w(
                "style",
                w("name", val="Normal Table"),
                w("uiPriority", val=99),
                type="table",
                default=True,
                styleId="TableNormal",
            )
        )
        return made

    def _style(self, name: Named, style: ts.TextStyle) -> Element:
        normal = name is Named.NORMAL
        level = _NAMES[name].removeprefix("heading ")
        properties = w(
            "pPr",
            *((w("keepNext"), w("keepLines")) if level.isdigit() else ()),
            w("widowControl") if normal else None,
            self._spacing(style),
            _jc(style),
        )
        if level.isdigit():
            properties.append(w("outlineLvl", val=int(level) - 1))
        default = {"default": True} if normal else {}
        made = w("style", w("name", val=_NAMES[name]), type="paragraph", **default, styleId=name.value)
        if not normal:
            made.append(w("basedOn", val=Named.NORMAL.value))
            if level.isdigit():
                made.append(w("next", val=Named.NORMAL.value))
        made.extend((w("qFormat"), properties, run_properties(style, None)))
        return made

    def _spacing(self, style: ts.TextStyle) -> Element:
        rule, line = self.line(style)
        return w("spacing", before=twips(style.space_before), after=twips(style.space_after), line=line, lineRule=rule)

    def formatting(self, style: ts.TextStyle, name: Named) -> tuple[Element | None, Element | None, Element | None]:
        """Spacing, indents and alignment where they differ from the named style."""
        base = self.text[name]
        spacing = (style.space_before, style.space_after, self.line(style))
        same = spacing == (base.space_before, base.space_after, self.line(base))
        return (
            None if same else self._spacing(style),
            indents(style.left_indent, style.first_indent, style.right_indent),
            None if style.align is base.align else _jc(style),
        )


def indents(left: float, first: float, right: float) -> Element | None:
    """``w:ind``; None where nothing is indented."""
    if not (left or first or right):
        return None
    turn = {"firstLine": twips(first)} if first >= 0 else {"hanging": twips(-first)}
    return w("ind", left=twips(left), right=twips(right), **turn)


def _jc(style: ts.TextStyle) -> Element:
    return w("jc", val=_JC[style.align])


def run_properties(style: ts.TextStyle, base: ts.TextStyle | None, *, underline: bool = False) -> Element:
    """``w:rPr`` with what differs from ``base``, for Latin and for Thai letters alike."""
    made = w("rPr")
    if base is None:
        made.append(fonts())
    if style.bold != (base.bold if base else False):
        made.extend((w("b", val=style.bold), w("bCs", val=style.bold)))
    if style.italic != (base.italic if base else False):
        made.extend((w("i", val=style.italic), w("iCs", val=style.italic)))
    if style.colour != ts.TextStyle().colour:
        made.append(w("color", val=hexadecimal(style.colour)))
    if base is None or style.size != base.size:
        made.extend((w("sz", val=half_points(style.size)), w("szCs", val=half_points(style.size))))
    if underline:
        made.append(w("u", val="single"))
    return made


def fonts() -> Element:
    """The Thai font for every kind of letter: Word takes Thai from ``cs``."""
    return w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _defaults(style: ts.TextStyle) -> Element:
    run = run_properties(style, None)
    run.append(w("lang", val="en-US", eastAsia="th-TH", bidi="th-TH"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))

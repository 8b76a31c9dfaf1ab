"""The kinds of sheet (แบบของกระดาษ) as data: paper, margins, text size, headings, page number, and the head (ส่วนหัว).

All three renderers read these values and ask for no form by name: a new kind of letter is a new value here. Lengths are
points and come from ``styles``, which names the source of each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from ita_desktop.documents import styles
from ita_desktop.documents.options import DocumentOptions


class Field(Enum):
    """The fields of a letter that a row of its head can show."""

    DEPARTMENT = "department"
    """ส่วนราชการ of a memo, the office and its address on a letter."""
    NUMBER = "number"
    DATE = "date"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One label of a head with its value, e.g. ที่ and the number; x counts from the left paper edge."""

    field: Field
    label: str
    """Printed before the value; no label where empty."""
    label_at: float
    label_width: float
    """The dotted rule begins where the label ends."""
    value_at: float
    right: float
    """Where the value and its rule end."""
    dots: int = 40
    """Dots that stand for a value left blank, in plain text."""
    completed_by_hand: bool = False
    """True for a number or date that is often written in by hand: dots are typed where no rule is drawn."""
    moved: Callable[[DocumentOptions], float] | None = None
    """Where the office's options put the value instead of ``value_at``."""

    def value_left(self, options: DocumentOptions) -> float:
        """Return where the value begins in this office's papers."""
        return self.moved(options) if self.moved else self.value_at

    def is_open(self, words: str) -> bool:
        """Tell whether something is still to be written in by hand: a missing date, a number that ends in "/"."""
        return self.completed_by_hand and (not words.strip() or words.rstrip().endswith("/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadForm:
    """How the head of a letter is set: emblem, title, and rows of labels with values, top to bottom."""

    rows: tuple[tuple[Entry, ...], ...]
    title: str = ""
    """Large and centred, e.g. บันทึกข้อความ; a letter with the emblem in the middle has none."""
    emblem_left: float | None = styles.EMBLEM_LEFT
    """None: in the middle of the text."""
    emblem_top: float = styles.EMBLEM_TOP
    emblem_height: float = styles.EMBLEM_HEIGHT
    title_baseline: float = styles.TITLE_BASELINE
    first_baseline: float = styles.HEAD_BASELINE
    """Of the first row."""
    step: float = styles.HEAD_STEP
    """From one row to the next."""
    label_size: float = styles.LABEL_SIZE
    label_bold: bool = True
    ruled: bool = True
    """True where dotted rules lie under the values, unless the office switched them off."""

    def emblem_x(self, width: float) -> float:
        """Return where an emblem of this width begins."""
        return styles.CENTRE - width / 2 if self.emblem_left is None else self.emblem_left


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The kind of sheet a section is printed on."""

    name: str
    left: float = styles.LEFT
    right: float = styles.RIGHT
    top: float = styles.REPORT_TOP
    first_top: float | None = None
    """Top margin of the first page, where it differs and no head stands there."""
    bottom: float = styles.REPORT_BOTTOM
    landscape: bool = False
    numbered: bool = True
    """True where pages are counted and bear their number; a cover's are not."""
    number_baseline: float = styles.REPORT_NUMBER_BASELINE
    lines_below_number: int | None = None
    """Lines from the page number to the text of a following page; None: the text begins at ``top``."""
    catch_word: bool = False
    """True where the first words of the next page stand at a page's foot (คำต่อ), if the office wants them."""
    fits: bool = False
    """True where the office may ask for a page less, at the price of ``fit.STEPS``."""
    text_size: float | None = None
    """Points of running text; None: the office's choice for reports."""
    heading_indent: Mapping[int, float] = field(default_factory=lambda: styles.HEADING_INDENT)
    heading_gap: Mapping[int, float] = field(default_factory=lambda: styles.HEADING_GAP)
    turned: Form | None = None
    """Turned paper for a section whose tables would have words parted on this one; None: it is never turned."""
    seal: bool = False
    """True where the office's own seal is printed, as on a cover."""
    head: HeadForm | None = None
    """Rows above the text of the first page, taken from the section's head block."""

    @property
    def width(self) -> float:
        """Of the paper."""
        return styles.PAGE_HEIGHT if self.landscape else styles.PAGE_WIDTH

    @property
    def height(self) -> float:
        """Of the paper."""
        return styles.PAGE_WIDTH if self.landscape else styles.PAGE_HEIGHT

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    def size(self, report_size: float) -> float:
        """Points of running text for an office whose reports have ``report_size``."""
        return report_size if self.text_size is None else self.text_size


def _alike(value: float) -> Mapping[int, float]:
    """The same value for every level of heading."""
    return MappingProxyType(dict.fromkeys(styles.HEADING_GAP, value))


MEMO_HEAD = HeadForm(
    title="บันทึกข้อความ",
    rows=(
        (
            Entry(
                field=Field.DEPARTMENT,
                label="ส่วนราชการ",
                label_at=styles.LEFT,
                label_width=styles.DEPARTMENT_LABEL,
                value_at=styles.LEFT + styles.DEPARTMENT_LABEL + styles.LABEL_GAP,
                right=styles.RULE_RIGHT,
            ),
        ),
        (
            Entry(
                field=Field.NUMBER,
                label="ที่",
                label_at=styles.LEFT,
                label_width=styles.NUMBER_LABEL,
                value_at=styles.LEFT + styles.NUMBER_LABEL + styles.LABEL_GAP,
                right=styles.DATE_LABEL_LEFT - styles.LABEL_GAP / 2,
                dots=12,
                completed_by_hand=True,
            ),
            Entry(
                field=Field.DATE,
                label="วันที่",
                label_at=styles.DATE_LABEL_LEFT,
                label_width=styles.DATE_LABEL,
                value_at=styles.DATE_LEFT,
                right=styles.RULE_RIGHT,
                completed_by_hand=True,
                moved=lambda options: options.date_at * styles.CM,
            ),
        ),
        (
            Entry(
                field=Field.SUBJECT,
                label="เรื่อง",
                label_at=styles.LEFT,
                label_width=styles.SUBJECT_LABEL,
                value_at=styles.SUBJECT_LEFT,
                right=styles.RULE_RIGHT,
            ),
        ),
    ),
)

MEMO = Form(
    name="memo",
    bottom=styles.BOTTOM,
    number_baseline=styles.NUMBER_BASELINE,
    lines_below_number=styles.FOLLOWING_LINES,
    catch_word=True,
    fits=True,
    text_size=styles.SIZE,
    heading_indent=_alike(styles.FIRST_INDENT),
    heading_gap=_alike(styles.PART_GAP),
    head=MEMO_HEAD,
)
"""บันทึกข้อความ: emblem and head on the first page, คำต่อ, no number on the first page, the guide's text size."""

COVER = Form(name="cover", top=styles.COVER_TITLE_TOP, bottom=styles.BOTTOM, numbered=False, seal=True)
"""ปก: no page number, not counted."""

LANDSCAPE = Form(
    name="landscape",
    landscape=True,
    left=styles.LANDSCAPE_SIDE,
    right=styles.LANDSCAPE_SIDE,
    top=styles.LANDSCAPE_TOP,
    bottom=styles.LANDSCAPE_BOTTOM,
    number_baseline=styles.LANDSCAPE_NUMBER_BASELINE,
)
"""รายงาน, แนวนอน: the binding edge, 3 cm, is at the top."""

REPORT = Form(name="report", first_top=styles.REPORT_FIRST_TOP, turned=LANDSCAPE)
"""รายงาน, upright; turned where the words of its tables do not fit side by side."""

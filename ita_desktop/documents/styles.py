"""The style sheet (แบบการพิมพ์) as data: every size, leading, margin and indent, with the clause it obeys.

Nothing else in the program holds a measure of a printed page. Lengths are points unless a name ends in ``_CM``;
x counts from the left paper edge, y from the top. Sources: ระเบียบสำนักนายกรัฐมนตรี ว่าด้วยงานสารบรรณ พ.ศ. 2526
(ข้อ ...), คำอธิบายการพิมพ์ in circular ที่ นร 0106/ว 2019 (พ.ย. 2553) ("guide"), and measured templates of seven offices
("practice") where both are silent.
"""

from __future__ import annotations

CM = 72 / 2.54
"""Points in a centimetre."""
MM = CM / 10

# paper
PAGE_WIDTH = 210 * MM  # ข้อ 76: A4
PAGE_HEIGHT = 297 * MM
LEFT = 3.0 * CM  # guide: 3 cm
RIGHT = 2.0 * CM  # guide: 2 cm
TOP = 1.75 * CM  # practice: three unrelated offices
BOTTOM = 1.5 * CM  # practice: the same three
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT  # guide: ruler 0-16 cm
CENTRE = LEFT + TEXT_WIDTH / 2  # x = 11.0 cm

# text
SIZE = 16.0  # guide: TH Sarabun 16
FONT_ASCENT = 0.844
FONT_DESCENT = 0.457
"""Of TH Sarabun New, in em: a baseline stands where they leave it in its line."""
FIRST_INDENT = 2.5 * CM  # guide: first line 2.5 cm
SUB_INDENT = 3.0 * CM  # practice: text of a sub-item
PART_GAP = 6.0  # guide: 1 Enter + Before 6 pt

# head of the memo
EMBLEM_TOP = 1.55 * CM  # practice 1.5-1.65; guide: about 1.5 cm from the edge
EMBLEM_HEIGHT = 1.5 * CM  # ข้อ 71, 76
EMBLEM_LEFT = LEFT  # ข้อ 76: top left corner
TITLE_SIZE = 29.0  # guide: 29 bold
TITLE_LEADING = 35.0  # guide: exactly 35
TITLE_BASELINE = 2.8 * CM  # practice
LABEL_SIZE = 20.0  # guide: 20 bold
HEAD_BASELINE = 3.9 * CM  # practice
HEAD_STEP = 24.0  # practice
DATE_LABEL_LEFT = 11.0 * CM  # templates: margin + 8.0
RULE_RIGHT = 19.0 * CM  # templates: margin + 16.0
RULE_DROP = 2.2
"""How far a dotted rule lies under the baseline; guide: dots after the four labels, no solid rule."""
LABEL_GAP = 6.0
"""Between a label and its value."""
DEPARTMENT_LABEL = 2.36 * CM  # measured: widths of the labels at 20 bold
NUMBER_LABEL = 0.31 * CM
DATE_LABEL = 0.88 * CM
SUBJECT_LABEL = 0.88 * CM
DATE_LEFT = 13.0 * CM  # templates; an office can move it
SUBJECT_LEFT = 4.25 * CM  # practice: further lines hang here
ADDRESSEE_INDENT = 1.25 * CM  # practice: as the subject
ENCLOSURE_INDENT = 2.95 * CM  # width of สิ่งที่ส่งมาด้วย at 16 and two strokes
URGENCY_SIZE = 32.0  # ข้อ 28: not under 32 pt
URGENCY_RED = (0.8, 0.0, 0.0)  # ข้อ 28: red
URGENCY_LEFT = 4.7 * CM  # between the emblem (ends 4.5) and the title (starts 8.9)
BLACK = (0.0, 0.0, 0.0)

# signing
NAME_LINES = 4  # guide: 4 Enter, the name on the 4th line
OPINION_LINES = 3  # practice: two empty lines below an opinion, in half of fourteen layouts
SIGNATURE_WIDTH = 10.5 * CM  # practice: widest line about the axis
LEADER_REACH = 3.0
"""Dots stop a little short of their tab; with this they end at the right margin."""
SIGNING_LINE = 5.5 * CM
"""The dotted line after (ลงชื่อ), centred on the axis as the name below it."""
SIGNING_GAP = 2.0
"""Between (ลงชื่อ) and its dots."""
DATE_PARTS = (1.3 * CM, 2.5 * CM, 1.7 * CM)
"""Dots for day, month and year after วันที่."""

# following pages
NUMBER_BASELINE = 2.5 * CM  # rule about 3 cm, practice 1.5-2.5
FOLLOWING_LINES = 2  # practice: one blank line under the number

# score list
LEADER_NUMBER = 0.85 * CM
LEADER_FIGURE = 46.0  # measured: ๑๐๐.๐๐ at 16 is 38.5 wide, and two spaces
LEADER_AFTER = 39.0  # measured: คะแนน at 16 is 31.5 wide, and two spaces

# lists
POINT_GAP = 3.0
PLACE_GAP = 24.0
POINT_LABEL = 1.0 * CM
TYPED_LABEL = 0.4 * CM
TYPED_LABEL_SIGN = 0.23 * CM
"""Room for a typed mark of one sign, and for each sign more: a digit at 16 is 0.25 cm wide, a bracket 0.11."""
ITEM_STEP = 0.75 * CM  # practice: a sub-item stands further in

# reports: no national standard; ORST and university manuals, and the offices' own reports
REPORT_FIRST_TOP = 2.0 * CM
REPORT_TOP = 2.5 * CM
REPORT_BOTTOM = BOTTOM
REPORT_NUMBER_BASELINE = 1.75 * CM
REPORT_TITLE_SIZE = 18.0
TITLE_GAP = 10.0
HEADING_INDENT = {1: 0.0, 2: 0.0, 3: 1.25 * CM}
HEADING_GAP = {1: 12.0, 2: 8.0, 3: 6.0}
COVER_TITLE_SIZE = 26.0
COVER_YEAR_SIZE = 24.0
COVER_OFFICE_SIZE = 24.0
COVER_PICTURE_HEIGHT = 4.5 * CM
COVER_GAP = 12.0
COVER_TITLE_TOP = 3.5 * CM
COVER_PICTURE_GAP = 1.8 * CM
COVER_OFFICE_BASELINE = 25.5 * CM

# page code: in the bottom margin, below the last line and the catch-word, clear of what printers cannot reach
CODE_SIZE = 9.0
CODE_GREY = 0.45
CODE_FROM_FOOT = 0.8 * CM

# landscape: the binding edge keeps its 3 cm at the top
LANDSCAPE_TOP = 3.0 * CM
LANDSCAPE_BOTTOM = BOTTOM
LANDSCAPE_SIDE = 2.0 * CM
LANDSCAPE_NUMBER_BASELINE = 2.0 * CM

# pictures
PICTURE_HEIGHT = 13.0 * CM
"""Greatest height of a picture among text."""

# charts
CHART_SIZE = 12.0
CHART_SMALL = 11.0
CHART_LEGEND = 18.0
CHART_LEGEND_MARK = 32.0
CHART_COLUMNS_HEIGHT = 5.2 * CM
CHART_AXIS = 22.0
"""Room for the figures of the scale, left."""
CHART_NAMES = 4.7 * CM
"""Room for the names of categories, left of level bars."""
CHART_BAR = (9.0, 13.0)
"""Least and greatest thickness of a level bar."""
CHART_COLUMN = 34.0
"""Greatest width of an upright bar."""
CHART_COLUMN_GAP = 3.0
"""Between upright bars of one category."""
CHART_GAUGE = 3.6 * CM
"""Radius of a half-round gauge."""
CHART_GAUGE_BAND = 1.0 * CM
CHART_GAUGE_FOOT = 26.0
CHART_GAUGE_SIZE = 26.0
CHART_RADIUS = 3.9 * CM
CHART_RADAR_NAMES = 30.0
CHART_GRID = 0.8
"""Grey of the scale's lines."""
CHART_DIGIT = 0.43
"""Width of a digit in em, for the ground that figures stand on."""
CHART_GAP = 8.0

# tables
CELL_PADDING_X = 4.0
CELL_PADDING_Y = 1.5
CELL_DASH_INDENT = 7.0
CELL_NUMBER_INDENT = (12.0, 17.0)
"""For numbers of one digit and of more."""
TABLE_RULE = 0.5
TABLE_GAP = 8.0
TABLE_KEPT_ROWS = 16
"""A table of so many short rows or fewer is not parted."""
TABLE_SHORT_CELL = 60
"""Characters in a cell up to which its row counts as short."""
TABLE_SIZES = (14.0, 12.0)
"""Points to which a whole table steps down where its words do not fit side by side."""
TABLE_CONTINUED = "(ต่อ)"
"""Behind the text of the first column where a row goes on over a page."""
TABLE_NAME_OF_ROWS = 16
"""Characters up to which a cell beside several rows stands in their middle."""
HEAD_SHADE = 0.92
"""Grey of a table's head: light enough to copy well."""
GROUP_SHADE = 0.96

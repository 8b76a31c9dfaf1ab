"""Judge what official Thai keeps together on one line (กฎการตัดบรรทัด), over and above the words themselves.

Two kinds of places are judged here: a space between two chunks of text (`space_penalty`), and a sign or a change of
script inside a chunk (`sign_penalty`). Sources: the writing rules of the Royal Society (ORST) on spaces, UAX #14, and
the habits of typed official letters.
"""

from __future__ import annotations

import re

from ita_desktop.typeset.letters import FOLLOWING, JOINED, LEADING, THAI_LETTER, members
from ita_desktop.typeset.vocabulary import FUNCTION_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _any(*texts: str) -> str:
    """Return a pattern for any of the words in `texts`, written as patterns."""
    return "(?:" + "|".join(word for text in texts for word in text.split()) + ")"


SPACE = 0
"""The scale of TeX: 0 is a free break, 10,000 would be never."""
WORD = 50
SEAM = 250
SMALL_WORD = 150
LIKE_PREFIX = 400
PREFIX = 800
PREFER = 1500
NEARLY_NEVER = 2000
CLUSTER = 5000
LAST_RESORT = 9000

NEVER_START = members(JOINED + FOLLOWING) | frozenset("ๆฯ)]}”’»,.:;!?%/–๚๛…")
NEVER_END = frozenset(LEADING + "([{“‘«฿")

DIGITS = "0-9๐-๙"
_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\."
)
UNITS = _words(
    """
    คะแนน บาท สตางค์ ราย ชุด ปี เดือน วัน สัปดาห์ ชั่วโมง นาที วินาที น. นาฬิกา คน ท่าน ครั้ง แห่ง ข้อ ด้าน
    โครงการ กิจกรรม ฉบับ หน้า เล่ม แผ่น หลัง คัน เครื่อง ตัว ล้าน แสน หมื่น พัน ร้อย ล้านบาท เมตร กิโลเมตร
    เซนติเมตร กม. ม. ซม. ตร.ม. ตร.กม. ไร่ งาน ตารางวา ตารางเมตร ตารางกิโลเมตร กิโลกรัม กก. ลิตร องค์กร
    หน่วยงาน กลุ่ม ระดับ ไตรมาส รายการ ระบบ ช่องทาง อันดับ เปอร์เซ็นต์ ครัวเรือน หมู่บ้าน หมู่ ประเภท ขั้นตอน
    จุด แบบ ประเด็น ตัวชี้วัด เรื่อง เท่า ประการ ลำดับ มาตรการ
    """
)

_BEFORE_NUMBER = re.compile(
    _any(
        r"[พคจรม]\.ศ\. [พค]ศ\. ร้อยละ ข้อ มาตรา วรรค หมวด ที่ ลำดับ ระยะ ครั้ง ฉบับ หมายเลข เลข หมู่ ม\. หน้า ไตรมาส",
        r"ชั้น ห้อง ภาค บท ตอน เล่ม ตัวชี้วัด ระดับ เวลา รอบ อายุ ประเด็น ประมาณ จำนวน ไม่เกิน ไม่น้อยกว่า ตั้งแต่ ปี แบบ",
        r"ซอย ถ\. ต่อ โทร\.? โทรศัพท์ โทรสาร แฟกซ์ [Nn]o\.? [Ff]ax\.? [Tt]el\.? [฿$+±<>=≤≥] (?:^|[^\u0e00-\u0e7f])ว",
    )
    + r"[:：]?\Z"
)
"""Words and signs that belong to the number after them."""
_TAKES_YEAR = re.compile(rf"(?:{_MONTHS})\Z")
_MONTH_FIRST = re.compile(_MONTHS)
_DIGITS_LAST = re.compile(rf"[{DIGITS}][.,]?\Z")
_DIGITS_FIRST = re.compile(rf"[(+-]?[{DIGITS}]")
_DAY_LAST = re.compile(rf"(?<![{DIGITS}])[{DIGITS}]{{1,2}}\Z")
_NUMBER_ALONE = re.compile(rf"[{DIGITS}][{DIGITS}.,:/-]*\Z")
_LIST_MARK = re.compile(
    rf"(?:\(?[{DIGITS}]{{1,3}}(?:\.[{DIGITS}]{{1,3}}){{0,4}}[.)]{{0,2}}|\(?[\u0e01-\u0e2ea-zA-Z][.)]|[-–—•●○▪■□☐☑✓◦*])\Z"
)
_ITEM_NUMBER = re.compile(rf"(?:^|[\s(])\(?[{DIGITS}]{{1,2}}[.)]\Z")
"""(๓) or ๒. inside a text: it belongs to what it counts."""
_QUESTION_CODE = re.compile(rf"[(]?[a-zA-Z][{DIGITS}]+")
_DASH = re.compile(r"[-–—~]+\Z")
_OFFICE_CODE = re.compile(r"[\u0e01-\u0e2e]{2,4}\.?\Z")
_OFFICE_NUMBER = re.compile(rf"[\u0e01-\u0e2e]{{0,4}}\.?[{DIGITS}]+(?:\.[{DIGITS}]+)*/\Z")
_TITLE_ALONE = re.compile(
    "(?:^|[(“])"
    + _any(
        r"นาย นาง นางสาว น\.ส\. ดร\. (?:ผศ|รศ|ศ)\.(?:ดร\.)? ว่าที่ (?:ว่าที่)?(?:จ่าสิบ|สิบ|ร้อย|พัน|จ่า)(?:ตำรวจ)?(?:ตรี|โท|เอก)",
        r"พันจ่า(?:ตรี|โท|เอก) ดาบตำรวจ หม่อมหลวง หม่อมราชวงศ์ พระครู (?:ว่าที่)?[รพจสดน]\.[ตทอสจ]\.(?:[อทต]\.)?",
    )
    + r"\Z"
)
_PLACE_ABBREVIATION = re.compile(r"(?:^|[(])(?:ต|อ|จ|ถ|ม|ซ|บ)\.\Z")
_OFFICE_ABBREVIATION = re.compile(r"(?:อบต|อบจ|ทต|ทม|ทน|รพ\.สต|รร|สพป|ศพด)\.\Z")
_OPENING_QUOTE = re.compile(r"(?:^|[\s(])[\"']\Z")
_THAI_FIRST = re.compile(r"[\u0e01-\u0e2e\u0e40-\u0e44]")


def space_penalty(before: str, after: str, first_word: str, *, leads: bool, phone: bool) -> int | None:
    """Return the penalty of a line end at the space between two chunks, None if the space must hold.

    `first_word` is the first word of `after`; `leads`: `before` is the first chunk of its paragraph; `phone`: a
    telephone number begins shortly before.
    """
    if after[0] in NEVER_START or before[-1] in NEVER_END or after in ("-", "—", "~"):
        return None
    if (leads and _LIST_MARK.match(before)) or _ITEM_NUMBER.search(before[-8:]):
        return None
    if _OPENING_QUOTE.search(before[-24:]):
        return None
    if _DASH.match(before):
        return None if _DIGITS_FIRST.match(after) else WORD
    numbers = _number_penalty(before, after, first_word, phone=phone)
    return numbers if numbers != SPACE else _name_penalty(before, after, first_word)


def _number_penalty(before: str, after: str, first_word: str, *, phone: bool) -> int | None:
    tail = before[-24:]
    if _DIGITS_FIRST.match(after):
        if _BEFORE_NUMBER.search(tail) or _OFFICE_NUMBER.match(before) or _OFFICE_CODE.match(before):
            return None
        if _TAKES_YEAR.search(tail):
            return None
        if _DIGITS_LAST.search(tail):
            return None if phone else PREFER
        return SPACE if not before.endswith(("ปีงบประมาณ", "วันที่")) else PREFER
    if _QUESTION_CODE.match(after) and before.endswith(("ข้อ", "ตัวชี้วัด", "ที่")):
        return None
    if _DIGITS_LAST.search(tail):
        if first_word in UNITS or after in UNITS:
            return None
        if _MONTH_FIRST.match(after) and _DAY_LAST.search(tail):
            return None
    if before.endswith("ที่") and _OFFICE_CODE.match(after):
        return None
    if before == "ณ":
        return PREFER
    return SPACE


def _name_penalty(before: str, after: str, first_word: str) -> int | None:
    if not _THAI_FIRST.match(after):
        return SPACE
    tail = before[-24:]
    if _TITLE_ALONE.search(tail) or _PLACE_ABBREVIATION.search(tail):
        return None
    return None if _OFFICE_ABBREVIATION.search(tail) and first_word not in FUNCTION_WORDS else SPACE


def is_title(chunk: str) -> bool:
    """Return True if a chunk is a title or rank standing alone before a name."""
    return _TITLE_ALONE.search(chunk[-24:]) is not None


TELEPHONE = re.compile(r"โทร|แฟกซ์|[Tt]el|[Ff]ax|หมายเลข|(?:^|[(:])[0๐][0-9๐-๙]{0,2}\Z")

_ASCII_RUN = re.compile(r"[A-Za-z0-9][!#-'*-;=?-Z_a-z~]*")
_ADDRESS = re.compile(
    r"https?://.|www\.[A-Za-z0-9]|[^@]+@[A-Za-z0-9-]+\.|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/|\Z)"
)


def addresses(chunk: str) -> list[tuple[int, int]]:
    """Return (start, end) of the web and mail addresses of a chunk."""
    if "." not in chunk:
        return []
    found = []
    for run in _ASCII_RUN.finditer(chunk):
        text = run[0].rstrip(".,:;!?'")
        if "." in text and _ADDRESS.match(text):
            found.append((run.start(), run.start() + len(text)))
    return found


_ADDRESS_BREAK = re.compile(r"(?<=[-/._?&=])(?<!:/)(?<!://)(?=[A-Za-z0-9~#%+])")


def address_breaks(address: str) -> list[int]:
    """Return where a web or mail address may be parted: after / . - _ ? & = only, and before no sign."""
    return [found.start() for found in _ADDRESS_BREAK.finditer(address) if 0 < found.start() < len(address)]


PART = re.compile(
    rf"(?P<thai>[{THAI_LETTER}]+)"
    rf"|(?P<repeat>[ๆฯ]+(?:ล(?:ฯ|\b))?)"
    rf"|(?P<word>[^\W\u0e00-\u0e7f](?:[^\W\u0e00-\u0e7f]|['’&+.@_-](?=[^\W\u0e00-\u0e7f]))*|[{DIGITS}]+(?:[.,:/–-][{DIGITS}]+)*)"
    r"|(?P<sign>.)",
    re.DOTALL,
)

_IN_EXCELLENCY = re.compile("ฯ(?:พณฯ|พณ)|พณฯ")
_OPENING = frozenset("([{“‘«")
_CLOSING = frozenset(")]}”’»")
_STOPS = frozenset(",;:!?")


def sign_penalty(chunk: str, at: int) -> int | None:
    """Return the penalty of a line end beside a sign or between scripts in a chunk; None where there must be none."""
    before, after = chunk[at - 1], chunk[at]
    if after in NEVER_START or before in NEVER_END:
        return None
    if before == "\u200b":
        return WORD
    if before.isdigit() or after.isdigit():
        return None
    if after in _OPENING:
        short = re.match(rf".(?:[{DIGITS}.]+|.)[)\]}}”’»]", chunk[at : at + 8])
        return None if short or (not before.isalnum() and not _is_thai(before) and before not in "ๆฯ") else WORD
    if not (_is_thai(after) or after.isalpha()):
        return None
    if before in _CLOSING:
        mark = at <= 4 and _LIST_MARK.match(chunk[:at])
        return None if mark else WORD
    if before in "/-–":
        return _after_slash(chunk, at)
    if before in _STOPS:
        return WORD if at > 1 and not chunk[at - 2].isdigit() else None
    if before in "ๆฯ%":
        return None if _IN_EXCELLENCY.search(chunk, max(0, at - 4), at + 3) else WORD
    if _is_thai(before) != _is_thai(after) and (before.isalpha() or _is_thai(before)):
        return WORD
    return None


def _after_slash(chunk: str, at: int) -> int | None:
    """Return the penalty after a slash or hyphen: only between two Thai words of two letters at least."""
    around = chunk[max(0, at - 3) : at - 1] + chunk[at : at + 2]
    if len(around) < 4 or not all(_is_thai(char) or char in "ๆฯ" for char in around):
        return None
    return WORD if chunk[at - 1] == "/" else PREFER


def _is_thai(char: str) -> bool:
    return "\u0e01" <= char <= "\u0e4e" and char not in "ฯ฿ๆ"

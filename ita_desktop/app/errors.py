"""What went wrong, as a sentence for the user that names the place and the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import StrEnum

from ita_desktop.app import log
from ita_desktop.domain.thai.writing import short_date, thai_digits
from ita_desktop.i18n import language, tr
from ita_desktop.store.errors import StoreError, StoreErrorCode

_HOLDER = re.compile(r"(?P<who>.+), (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d\d:\d\d) \(pid \d+\)")
"""The line in a lock's side file."""


class WorkspaceError(Exception):
    """What was asked cannot be done; ``str`` is the sentence to show, ``code`` tells the cases apart.

    Each one is a line of the log, with its code and the system's numbers, so that no place that shows it can forget it.
    """

    def __init__(self, code: StrEnum, sentence: str, numbers: Mapping[str, str | int] | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        log.note("refused", code=code.value, **(numbers or {}))


class Refusal(StrEnum):
    """Why an edit is not accepted."""

    NO_FRAMEWORK = "no_framework"
    BAD_SCORE = "bad_score"
    SIGNER_IN_USE = "signer_in_use"
    BAD_IMPORT = "bad_import"
    COPY_THERE = "copy_there"
    NOTHING_PRINTED = "nothing_printed"


@contextmanager
def told_to_user() -> Iterator[None]:
    """Turn what the store says into a sentence."""
    try:
        yield
    except StoreError as error:
        raise WorkspaceError(error.trouble, sentence(error), numbers_of(error)) from error


def numbers_of(error: StoreError) -> dict[str, str | int]:
    """Return what SQLite and the system called a fault, and the table that is damaged: words of ours and numbers."""
    numbers: dict[str, str | int] = {}
    for name in ("sqlite_errorname", "errno", "winerror"):
        value = getattr(error.__cause__, name, None)
        if value:
            numbers[name] = value
    if error.trouble is StoreErrorCode.DAMAGED and error.detail.isidentifier():
        numbers["where"] = error.detail
    return numbers


def sentence(error: StoreError) -> str:
    """Say what is wrong with a file, in the user's language."""
    detail = _holder(error.detail) if error.trouble is StoreErrorCode.LOCKED else error.detail
    if error.trouble is StoreErrorCode.LOCKED and not detail:
        text = tr(
            "{file} is open for editing elsewhere, under another name or in another window. Close it there first."
        )
        return text.format(file=error.path)
    return _sentences()[error.trouble].format(file=error.path, name=error.path.name, detail=detail)


def _holder(line: str) -> str:
    """Who has the file open and since when, in words: the lock's line without the number of the process."""
    found = _HOLDER.fullmatch(line.strip())
    if found is None:
        return line
    try:
        since = date.fromisoformat(found["day"])
    except ValueError:
        return line
    if language() != "th":
        return f"{found['who']}, {found['day']} {found['time']}"
    return f"{found['who']}, {short_date(since)} {thai_digits(found['time'])} น."


def _sentences() -> dict[StoreErrorCode, str]:
    return {
        StoreErrorCode.MISSING: tr(
            "{file}: there is no such file. Check the folder, or insert the disk that holds it."
        ),
        StoreErrorCode.EXISTS: tr("{file} exists already. Choose another name, or open the existing file."),
        StoreErrorCode.NO_FOLDER: tr(
            "{file}: the folder does not exist. Make the folder first, or choose another one."
        ),
        StoreErrorCode.NOT_OURS: tr("{file} is not an office file of this program. Nothing in it was changed."),
        StoreErrorCode.NEWER: tr(
            "{file} was made by a newer version of this program. Nothing in it was changed; "
            "install the newer version to open it."
        ),
        StoreErrorCode.DAMAGED: tr(
            "{file} is damaged ({detail}). Nothing in it was changed; open a backup of it instead, "
            "and keep the damaged file."
        ),
        StoreErrorCode.READ_ONLY: tr("{file} can only be read here. Save a copy in a folder where you may write."),
        StoreErrorCode.LOCKED: tr("{file} is open for editing elsewhere: {detail}. Close it there first."),
        StoreErrorCode.NO_LOCKS: tr(
            "The disk of {file} does not let the program make sure that nobody else writes the file at the same time "
            "({detail}). It can be read here. Copy it to a disk of this computer to work in it."
        ),
        StoreErrorCode.BUSY: tr("{file} is in use by another program at this moment. Wait a little and try again."),
        StoreErrorCode.FULL: tr(
            "The disk is full: {file} was not changed. Remove other files from the disk and try again."
        ),
        StoreErrorCode.MOVED: tr(
            "{file} was moved, renamed, removed or replaced while it was open, so nothing more is written. "
            "Put it back in its place and open it again."
        ),
        StoreErrorCode.DISK: tr("{file} cannot be read or written: {detail}. Check the disk or the USB stick."),
        StoreErrorCode.UNSURE: tr(
            "{file} was saved, but the disk did not confirm it ({detail}). Save a copy on another disk now."
        ),
        StoreErrorCode.NETWORK: tr(
            "{file} lies in a shared folder of the network, where the program cannot make sure that what is saved "
            "stays saved. It can be read here. Copy it to a disk of this computer to work in it, and send it on "
            "with “Send to another computer”."
        ),
        StoreErrorCode.LITTLE_SPACE: tr(
            "Too little room on the disk of {file} ({detail}), so nothing was changed. "
            "Remove other files from that disk and try again."
        ),
        StoreErrorCode.RESTORING: tr("{file} is being restored in another window. Wait a little and open it again."),
        StoreErrorCode.NOT_PACKAGE: tr(
            "{file} is neither a backup nor a file sent by this program. Nothing was changed; choose another file."
        ),
        StoreErrorCode.BAD_PACKAGE: tr(
            "{file} was damaged on its way ({detail}). Nothing was changed; copy it once more or use another one."
        ),
        StoreErrorCode.TOO_BIG: tr(
            "{file} is bigger inside than any file of this kind ({detail}), so it was not read. Ask whoever sent it."
        ),
        StoreErrorCode.BAD_ZIP: tr(
            "{file} is damaged or was not made by an office program ({detail}), so it was not read."
        ),
        StoreErrorCode.NOT_TABLE: tr(
            "{file} cannot be read as a table: {detail}. Save it as .xlsx or CSV UTF-8 and try again."
        ),
        StoreErrorCode.LETTERS: tr(
            "The letters in {file} are broken ({detail}). Open it in the program that made it, "
            "save it as “CSV UTF-8” and try again."
        ),
        StoreErrorCode.NOT_PICTURE: tr(
            "{file} is not a picture that can be shown here. Choose a PNG or JPEG picture, "
            "or a Word file (.docx) with it."
        ),
        StoreErrorCode.NOT_DOCX: tr(
            "{file} is not a Word file (.docx). Open it in Word, save it as .docx and choose it again, "
            "or choose a PNG or JPEG picture."
        ),
        StoreErrorCode.OLD_DOC: tr(
            "{file} is of the old kind .doc. Open it in Word, save it with “Save as” as .docx and choose that file."
        ),
        StoreErrorCode.PASSWORD: tr(
            "{file} is locked with a password. Open it in Word, take the password off, save it and choose it again."
        ),
        StoreErrorCode.NO_PICTURE: tr(
            "There is no picture in {file}. Choose a paper of the office that shows the emblem or the seal."
        ),
        StoreErrorCode.ONLY_DRAWN: tr(
            "The pictures in {file} are drawings ({detail}) that only Word can show. In Word, click the emblem with "
            "the right button, choose “Save as picture” as PNG, and choose that picture here."
        ),
        StoreErrorCode.NOT_SCAN: tr(
            "{name} is no PDF, JPEG or PNG that can be shown, whatever its name says ({detail}), so it was not kept. "
            "Scan it again as PDF, or take a photo of it as JPEG."
        ),
        StoreErrorCode.SCAN_TOO_BIG: tr(
            "{name} has {detail} MB; at most 25 MB are kept. Scan it again in grey at 200 dots per inch, "
            "or split it into several files."
        ),
        StoreErrorCode.LOCKED_PDF: tr(
            "{name} is locked with a password, so nobody could open it here later. "
            "Save it without the password and add it again."
        ),
        StoreErrorCode.COPIES_FULL: tr(
            "This office's file holds {detail} MB of kept papers, which is the most that can be backed up. "
            "Save old copies elsewhere and remove them here, then add this one again."
        ),
        StoreErrorCode.IN_USE: tr("{file} is open in another program. Close it there and try again."),
        StoreErrorCode.NOT_READY: tr(
            "The drive or the network place of {file} does not answer. Insert the stick or check the connection, "
            "and try again."
        ),
        StoreErrorCode.WRITE_PROTECTED: tr(
            "The disk or stick of {file} is protected against writing. Take the protection off, "
            "or save a copy in another folder."
        ),
        StoreErrorCode.NO_RIGHT: tr(
            "You may not read {file}. Ask whoever made it or looks after this computer for the right to read it."
        ),
        StoreErrorCode.ONLINE_ONLY: tr(
            "{file} is kept online only (OneDrive) and cannot be fetched now. Connect to the internet, click it with "
            "the right button, choose “Always keep on this device”, and open it again."
        ),
        StoreErrorCode.BAD_NAME: tr(
            "{file}: Windows does not accept this name ({detail}). Choose another name with letters and numbers."
        ),
        StoreErrorCode.LONG_NAME: tr(
            "{file}: name and folders are too long together ({detail} letters). "
            "Choose a shorter name, or a folder that lies higher."
        ),
        StoreErrorCode.TOO_LONG: tr(
            "{file} takes longer to read than {detail} seconds, so it was given up and nothing was changed. "
            "Save only the pages with the table as a file of their own and choose that."
        ),
        StoreErrorCode.OUR_OFFICE: tr(
            "{name} is an office file of this program. Open it with “Open”; it need not be read in."
        ),
        StoreErrorCode.OUR_FILE: tr(
            "{name} was made by this program. Open it from the start page, which shows first whose data it holds."
        ),
        StoreErrorCode.OLD_RTF: tr(
            "{name} is of the kind RTF. Open it in Word, save it with “Save as” as .docx and choose that file."
        ),
        StoreErrorCode.OLD_DOC_FAILED: tr(
            "{name} is of an old kind that LibreOffice could not change on this computer. "
            "Open it in Word, save it with “Save as” as .docx and choose that file."
        ),
        StoreErrorCode.LOCKED_FILE: tr(
            "{name} is locked with a password. Open it in the program that made it, take the password off, "
            "save it and choose it again."
        ),
        StoreErrorCode.A_PICTURE: tr(
            "{name} is a picture, and the letters in a picture cannot be read here. "
            "Choose the Word, Excel or PDF file that it was made from, or type what it says."
        ),
        StoreErrorCode.A_WEB_PAGE: tr(
            "{name} is a web page, whatever its name says. Open it in Excel, save it with “Save as” as .xlsx "
            "and choose that file."
        ),
        StoreErrorCode.OLD_WORKBOOK: tr(
            "{name} is a workbook of the old kind .xls. Open it in Excel, save it with “Save as” as .xlsx "
            "and choose that file."
        ),
        StoreErrorCode.OTHER_WORKBOOK: tr(
            "{name} is a workbook of another program. Open it in Excel or LibreOffice, save it with “Save as” as .xlsx "
            "and choose that file."
        ),
        StoreErrorCode.BINARY_WORKBOOK: tr(
            "{name} is a workbook of the kind .xlsb. Open it in Excel, save it with “Save as” as .xlsx "
            "and choose that file."
        ),
        StoreErrorCode.NOT_WORKBOOK: tr(
            "{name} is not a workbook (.xlsx). Open it in Excel, save it with “Save as” as .xlsx and choose that file."
        ),
        StoreErrorCode.SLIDES: tr(
            "{name} holds slides, which cannot be read here. Choose the Word, Excel or PDF file of the same content."
        ),
        StoreErrorCode.WRITER: tr(
            "{name} is a text of LibreOffice. Open it there, save it with “Save as” as .docx and choose that file."
        ),
        StoreErrorCode.A_ZIP: tr(
            "{name} is a packed folder (zip). Unpack it first, then choose the file that lies inside."
        ),
        StoreErrorCode.EMPTY: tr("{name} is empty: nothing is stored in it. Choose another file."),
        StoreErrorCode.UNKNOWN_KIND: tr(
            "{name} is of a kind that cannot be read here. Choose a file of Word (.docx), Excel (.xlsx), a CSV file "
            "or a PDF."
        ),
        StoreErrorCode.BAD_TEXT: tr(
            "The text contains half a character that cannot be stored: {detail}. Type it again."
        ),
    }

"""What went wrong, as a sentence for the user that names the place and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from ita_desktop.i18n import tr
from ita_desktop.store.errors import StoreError, Trouble


class WorkspaceError(Exception):
    """What was asked cannot be done; ``str`` is the sentence to show, ``code`` tells the cases apart."""

    def __init__(self, code: StrEnum, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class Refusal(StrEnum):
    """Why an edit is not accepted."""

    NO_FRAMEWORK = "no_framework"
    BAD_SCORE = "bad_score"
    SIGNER_IN_USE = "signer_in_use"
    BAD_IMPORT = "bad_import"


@contextmanager
def told_to_user() -> Iterator[None]:
    """Turn what the store says into a sentence."""
    try:
        yield
    except StoreError as error:
        raise WorkspaceError(error.trouble, sentence(error)) from error


def sentence(error: StoreError) -> str:
    """The trouble with a file in the user's language."""
    return _sentences()[error.trouble].format(file=error.path, name=error.path.name, detail=error.detail)


def _sentences() -> dict[Trouble, str]:
    return {
        Trouble.MISSING: tr("{file}: there is no such file. Check the folder, or insert the disk that holds it."),
        Trouble.EXISTS: tr("{file} exists already. Choose another name, or open the existing file."),
        Trouble.NO_FOLDER: tr("{file}: the folder does not exist. Make the folder first, or choose another one."),
        Trouble.NOT_OURS: tr("{file} is not an office file of this program. Nothing in it was changed."),
        Trouble.NEWER: tr(
            "{file} was made by a newer version of this program. Nothing in it was changed; "
            "install the newer version to open it."
        ),
        Trouble.DAMAGED: tr(
            "{file} is damaged ({detail}). Nothing in it was changed; open a backup of it instead, "
            "and keep the damaged file."
        ),
        Trouble.READ_ONLY: tr("{file} can only be read here. Save a copy in a folder where you may write."),
        Trouble.LOCKED: tr("{file} is open for editing elsewhere: {detail}. Close it there first."),
        Trouble.BUSY: tr("{file} is in use by another program at this moment. Wait a little and try again."),
        Trouble.FULL: tr("The disk is full: {file} was not changed. Remove other files from the disk and try again."),
        Trouble.MOVED: tr(
            "{file} was moved, renamed, removed or replaced while it was open, so nothing more is written. "
            "Put it back in its place and open it again."
        ),
        Trouble.DISK: tr("{file} cannot be read or written: {detail}. Check the disk or the USB stick."),
        Trouble.BAD_TEXT: tr("The text holds half a character that cannot be stored: {detail}. Type that place anew."),
    }

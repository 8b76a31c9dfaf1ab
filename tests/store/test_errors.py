"""What the system refuses is told by what a clerk can do about it."""

import errno
import os
from pathlib import Path

import pytest

from ita_desktop.store.errors import Trouble, refused


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, Trouble.FULL),
        (errno.EDQUOT, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.READ_ONLY),
        (errno.EPERM, Trouble.READ_ONLY),
        (errno.ENOENT, Trouble.MISSING),
        (errno.EEXIST, Trouble.EXISTS),
        (errno.EIO, Trouble.DISK),
    ],
)
def test_each_number_of_the_system_has_its_trouble(number: int, trouble: Trouble) -> None:
    told = refused(Path("a.ita"), OSError(number, os.strerror(number)))
    assert (told.trouble, told.detail) == (trouble, os.strerror(number))


def test_a_refusal_without_a_number_says_what_was_said() -> None:
    assert refused(Path("a.ita"), OSError("no more")).detail == "no more"

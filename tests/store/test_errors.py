"""What the system refuses is told by what a clerk can do about it."""

import errno
import os
from pathlib import Path

import pytest

from ita_desktop.store.errors import StoreErrorCode, error_for


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, StoreErrorCode.FULL),
        (errno.EDQUOT, StoreErrorCode.FULL),
        (errno.EROFS, StoreErrorCode.READ_ONLY),
        (errno.EACCES, StoreErrorCode.READ_ONLY),
        (errno.EPERM, StoreErrorCode.READ_ONLY),
        (errno.ENOENT, StoreErrorCode.MISSING),
        (errno.EEXIST, StoreErrorCode.EXISTS),
        (errno.EIO, StoreErrorCode.DISK),
    ],
)
def test_each_number_of_the_system_has_its_trouble(number: int, trouble: StoreErrorCode) -> None:
    told = error_for(Path("a.ita"), OSError(number, os.strerror(number)))
    assert (told.trouble, told.detail) == (trouble, os.strerror(number))


def test_a_refusal_without_a_number_says_what_was_said() -> None:
    assert error_for(Path("a.ita"), OSError("no more")).detail == "no more"

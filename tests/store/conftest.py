from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records.offices import replace_office
from tests.store.offices import OFFICE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds the whole invented office; nobody has it open."""
    path = tmp_path / "หนองใส.ita"
    create_whole(path, lambda file: replace_office(file, OFFICE))
    return path


@pytest.fixture
def file(path: Path) -> Iterator[OfficeFile]:
    file = OfficeFile.open(path)
    yield file
    file.close()

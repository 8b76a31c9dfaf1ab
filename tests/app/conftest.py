from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.records.offices import replace_office
from tests.store.offices import FRAMEWORKS, OFFICE, Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "หนองใส.ita"
    create_whole(path, lambda file: replace_office(file, OFFICE))
    return path


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path, FRAMEWORKS, clock=Clock()) as ws:
        yield ws

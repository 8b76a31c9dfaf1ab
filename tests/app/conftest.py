from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.app import folders
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.store.file.creation import create_whole
from ita_desktop.store.records.offices import replace_office
from tests.store.offices import FRAMEWORKS, OFFICE, Clock


@pytest.fixture(autouse=True)
def backups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where backups of this test lie."""
    root = tmp_path_factory.mktemp("backups")
    folders.keep_backups_in(root)
    yield root
    folders.keep_backups_in(None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "หนองใส.ita"
    create_whole(path, lambda file: replace_office(file, OFFICE))
    return path


@pytest.fixture
def ws(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path, FRAMEWORKS, clock=Clock()) as ws:
        yield ws

import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
from tests.store.offices import OFFICE, without_ids

HALF = """
import os, sys
from pathlib import Path
from ita_desktop.store.file.database import OfficeFile
from ita_desktop.store.records import offices
file = OfficeFile.open(Path(sys.argv[1]))
file.run("PRAGMA cache_size=1")
with file.transaction():
    for table in offices.FACTS:
        file.delete(table)
    for n in range(200):
        file.insert("setting", name=str(n), value='"' + "x" * 9000 + '"')
    os._exit(9)
"""


@pytest.mark.parametrize("read_only", [True, False])
def test_a_change_cut_in_the_middle_is_taken_back_by_whoever_opens_next(path: Path, read_only: bool) -> None:
    before = path.stat().st_size
    assert subprocess.run([sys.executable, "-c", HALF, str(path)], check=False).returncode == 9
    journal = path.with_name(path.name + "-journal")
    assert journal.exists()
    assert path.stat().st_size > before
    file = OfficeFile.open(path, read_only=read_only)
    assert without_ids(offices.read_office(file)) == OFFICE
    file.close()
    assert not journal.exists()

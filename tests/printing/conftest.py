"""A print server of the tests' own, with a printer that writes PDF files: nothing of the computer's is touched."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
QUEUE = "ITA-PDF"
_NEEDS = "cups cups-client cups-daemon printer-driver-cups-pdf ghostscript"

_SERVER = """
LogLevel warn
MaxLogSize 0
Listen {folder}/run/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
IdleExitTimeout 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """
FileDevice Yes
SystemGroup root
User lp
Group lp
ServerRoot {folder}/etc
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/run
DocumentRoot /usr/share/cups/doc-root
DataDir /usr/share/cups
ServerBin {folder}/bin
AccessLog {folder}/log/access_log
ErrorLog {folder}/log/error_log
PageLog {folder}/log/page_log
Sandboxing relaxed
"""


_PRINTER = """#!/bin/sh
# job user title copies options [file]: what a printer would draw, kept as a PDF
[ $# -eq 0 ] && echo 'direct ita-pdf:/ "Unknown" "a printer into PDF files"' && exit 0
exec gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=pdfwrite -dAutoRotatePages=/None \\
  -sOutputFile={folder}/out/"$1".pdf "${{6:--}}"
"""


class PrintServer:
    """A cupsd that runs, with one queue."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes]) -> None:
        self.folder, self.process = folder, process
        self.out = folder / "out"

    def admin(self, *words: str) -> str:
        done = subprocess.run(words, capture_output=True, text=True, check=False, env=os.environ)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def printed(self, before: set[Path]) -> Path:
        """The PDF that the printer has put out since; waits until the queue is empty."""

        def done() -> bool:
            waiting = subprocess.run(["lpstat", "-o"], capture_output=True, text=True, check=False).stdout.strip()
            return not waiting and bool(self.papers() - before)

        wait_for(done, self.process)
        (paper,) = self.papers() - before
        return paper

    def papers(self) -> set[Path]:
        return set(self.out.glob("*.pdf"))


def wait_for(holds, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Until it holds; the print server must live that long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        with suppress(subprocess.TimeoutExpired):
            raise AssertionError(f"cupsd ended with {process.wait(0.05)}")


@pytest.fixture(scope="session")
def _server() -> Iterator[PrintServer]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a print server of the tests' own needs Linux and root")
    if not (shutil.which("cupsd") and shutil.which("lpadmin") and PPD.is_file()):
        pytest.skip(f"CUPS with a PDF printer is not installed (Debian: {_NEEDS})")
    folder = Path(tempfile.mkdtemp(prefix="ita-cups-", dir="/tmp"))
    try:
        yield from _running(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(folder: Path) -> Iterator[PrintServer]:
    folder.chmod(0o755)
    for name in ("etc/ppd", "spool/tmp", "cache", "run", "log", "out"):
        (folder / name).mkdir(parents=True)
    for name in ("spool", "spool/tmp", "cache", "run", "log", "out"):
        shutil.chown(folder / name, "root", "lp")
        (folder / name).chmod(0o770)
    (folder / "run").chmod(0o755)
    (folder / "etc" / "cupsd.conf").write_text(_SERVER.format(folder=folder), encoding="ascii")
    (folder / "etc" / "cups-files.conf").write_text(_FILES.format(folder=folder), encoding="ascii")
    (folder / "bin" / "backend").mkdir(parents=True)
    for part in Path("/usr/lib/cups").iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    printer = folder / "bin" / "backend" / "ita-pdf"
    printer.write_text(_PRINTER.format(folder=folder), encoding="ascii")
    printer.chmod(0o755)
    process = subprocess.Popen(
        ["cupsd", "-f", "-c", folder / "etc" / "cupsd.conf", "-s", folder / "etc" / "cups-files.conf"],
        start_new_session=True,
    )
    os.environ["CUPS_SERVER"] = str(folder / "run" / "cups.sock")
    try:
        wait_for(lambda: _answers(folder / "run" / "cups.sock"), process)
        server = PrintServer(folder, process)
        server.admin("lpadmin", "-p", QUEUE, "-E", "-v", "ita-pdf:/", "-P", str(PPD))
        server.admin("lpadmin", "-d", QUEUE)
        yield server
    finally:
        process.terminate()
        process.wait()
        del os.environ["CUPS_SERVER"]


def _answers(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client, suppress(OSError):
        client.connect(str(address))
        return True
    return False


@pytest.fixture
def server(_server, monkeypatch) -> PrintServer:
    """The print server, with its queue open and empty."""
    monkeypatch.setenv("USER", getpass.getuser())
    _server.admin("cupsenable", QUEUE)
    _server.admin("cupsaccept", QUEUE)
    return _server

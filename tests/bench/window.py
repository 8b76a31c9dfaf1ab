"""How long the window makes a clerk wait: ``python tests/bench/window.py [ROUNDS]``; needs no display.

Start to first paint and to a usable page are measured in processes of their own, beside a bare Qt window; key press to
repainted preview and page switches in this one, on the sample office.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from ita_desktop.app.office.workspace import Workspace
    from ita_desktop.domain.values.measure import Measure
    from ita_desktop.ui.frame.view import OfficeView
    from ita_desktop.ui.window.main_window import MainWindow

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

BARE = """
import time; begin = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents()
print(time.perf_counter() - begin)
"""
OURS = """
import gc, sys, time; begin = time.perf_counter()
gc.disable()
from pathlib import Path
from ita_desktop import i18n, paths
i18n.use_language("th", paths.translations())
from ita_desktop.ui.application import FirstPaint, apply_theme, make_application, make_window
from ita_desktop.ui.preferences import Preferences
from ita_desktop.ui.look.theme import Theme
def frameworks():
    from ita_desktop.store.resources.frameworks import load_frameworks
    return load_frameworks(paths.resources() / "frameworks")
file = Path(sys.argv[1])
app = make_application(); theme = Theme(paths.resources()); apply_theme(app, theme)
window = make_window(theme, Preferences(file.with_suffix(".ini")), resources=paths.resources(), frameworks=frameworks,
                     documents=file.parent, sample=lambda: file)
def painted():
    print(time.perf_counter() - begin)
    if file.is_file():
        window.open_file(file)
        FirstPaint(window.view.page, usable)
    else:
        FirstPaint(window.start, usable)
def usable():
    print(time.perf_counter() - begin)
    app.quit()
FirstPaint(window, painted)
window.show()
app.exec()
"""
"""As the program starts: file or start page come after the first picture; a page is usable when it was painted."""


COMPILED = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "ita-desktop-bench-bytecode"),
}
"""An installed program has its bytecode; a checkout may be told to keep none."""


def start(program: str, *words: str) -> list[float]:
    """The figures that a process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, env=COMPILED, check=True, capture_output=True, text=True
    )
    return [float(word) for word in done.stdout.split()]


def milliseconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return (time.perf_counter() - begin) * 1000


def starting(file: Path, rounds: int) -> dict[str, float]:
    start(OURS, str(file))  # compiles what is not compiled yet, as an installation does
    bare = statistics.median(start(BARE)[0] for _ in range(rounds)) * 1000
    ours = [start(OURS, str(file)) for _ in range(rounds)]
    painted = statistics.median(figures[0] for figures in ours) * 1000
    usable = statistics.median(figures[1] for figures in ours) * 1000
    beginning = statistics.median(start(OURS, str(file.with_name("none.ita")))[1] for _ in range(rounds)) * 1000
    return {
        "bare_window_ms": bare,
        "first_paint_ms": painted,
        "first_paint_ratio": painted / bare,
        "start_page_ms": beginning,
        "page_of_an_office_ms": usable,
    }


def working(file: Path, rounds: int) -> dict[str, float]:
    from ita_desktop import i18n, paths
    from ita_desktop.store.resources.frameworks import load_frameworks
    from ita_desktop.ui.application import apply_theme, make_application, make_window
    from ita_desktop.ui.look.theme import Theme
    from ita_desktop.ui.preferences import Preferences

    i18n.use_language("th", paths.translations())
    app, theme = make_application(), Theme(paths.resources())
    apply_theme(app, theme)
    window = make_window(
        theme,
        Preferences(file.with_suffix(".ini")),
        resources=paths.resources(),
        frameworks=lambda: load_frameworks(paths.resources() / "frameworks"),
        documents=file.parent,
        sample=lambda: file,
    )
    window.resize(1366, 768)
    window.show()
    window.open_sample()
    view = window.view
    assert view is not None
    view.open_page("documents")
    figures = typing(app, view, view.page.editor.fields["subject"], "memo", rounds)  # type: ignore[attr-defined]
    put_measures(view.desk.workspace, 40)
    view.open_page("analysis")
    narrative = next(iter(view.page.narratives.fields.values()))  # type: ignore[attr-defined]
    figures |= typing(app, view, narrative, "report_of_20_pages", rounds)
    put_measures(view.desk.workspace, 8)
    figures |= switching(window, rounds, "page")
    fill(view.desk.workspace)
    app.processEvents()
    figures |= switching(window, rounds, "page_20_years_500_measures")
    window.open_sample()
    figures |= switching(window, 1, "at_once_page_20_years_500_measures")
    window.open_sample()
    wait_until_pages_are_made(app, window)
    figures |= switching(window, 1, "after_a_while_page_20_years_500_measures")
    window.close()
    return figures


def wait_until_pages_are_made(app: QApplication, window: MainWindow) -> None:
    """As while a clerk reads the first page."""
    view = window.view
    assert view is not None
    while not all(page.is_built for page in view.pages) or view.preview.is_making:
        app.processEvents()


def typing(app: QApplication, view: OfficeView, field: QPlainTextEdit, name: str, rounds: int) -> dict[str, float]:
    """Keys in a field that the paper shows."""
    view.preview.repaint_now()
    while view.desk.checking.checked is None:  # what is loaded once after an office was opened
        app.processEvents()
    keys = [milliseconds(partial(key, app, view, field)) for _ in range(rounds * 10)]
    view.flush()
    return {
        f"{name}_pages": view.preview.printed.pages,
        f"key_to_{name}_p50_ms": statistics.median(keys),
        f"key_to_{name}_p95_ms": statistics.quantiles(keys, n=20)[-1],
    }


def put_measures(workspace: Workspace, count: int) -> None:
    """Give the fullest plan so many measures."""
    office = workspace.office
    full = max(office.plans, key=lambda one: len(one.measures))
    measures = tuple(_told_apart(full.measures[n % len(full.measures)], n) for n in range(count))
    plans = tuple(replace(plan, measures=measures) if plan is full else plan for plan in office.plans)
    workspace.replace_office(replace(office, plans=plans))


def key(app: QApplication, view: OfficeView, field: QPlainTextEdit) -> None:
    """A key press, until the paper is painted with it."""
    field.insertPlainText("ก")
    app.processEvents()
    while view.preview.is_making:
        app.processEvents()


def fill(workspace: Workspace) -> None:
    """Make it an office of 20 years with 500 measures each."""
    from ita_desktop.domain.thai.fiscal_year import FiscalYear

    office = workspace.office
    plan = max(office.plans, key=lambda one: len(one.measures))
    many = tuple(_told_apart(plan.measures[n % len(plan.measures)], n) for n in range(500))
    plans = tuple(
        replace(plan, fiscal_year=FiscalYear(y), assessed_year=FiscalYear(y - 1), measures=many, risks=())
        for y in range(plan.fiscal_year - 19, plan.fiscal_year + 1)
    )
    workspace.replace_office(replace(office, plans=plans))


def _told_apart(measure: Measure, n: int) -> Measure:
    """A measure like this one in words of its own: what is the same twice is set and checked once."""
    results = tuple(
        replace(result, id=None, details=tuple(f"{text} แห่งที่ {n}" for text in result.details))
        for result in measure.results
    )
    lists = {
        name: tuple(f"{text} กลุ่มที่ {n}" for text in getattr(measure, name))
        for name in ("measures", "guidelines", "steps", "operation", "follow_up")
    }
    return replace(measure, id=None, issue=f"{measure.issue} เรื่องที่ {n}", results=results, **lists)


def switching(window: MainWindow, rounds: int, kind: str) -> dict[str, float]:
    """Going to every page: the first time, and then again; and the longest that its paper keeps the keys waiting."""
    from PySide6.QtWidgets import QApplication

    app, view = QApplication.instance(), window.view
    names, blocks = [page.NAME for page in view.pages], []

    def switch(name: str) -> float:
        taken = milliseconds(lambda: (view.open_page(name), app.processEvents()))
        while view.preview.is_making:
            blocks.append(milliseconds(app.processEvents))
        return taken

    first = [switch(name) for name in names]
    again = [switch(name) for _ in range(rounds) for name in names]
    return {
        f"{kind}_first_visit_p50_ms": statistics.median(first),
        f"{kind}_first_visit_max_ms": max(first),
        f"{kind}_again_p95_ms": statistics.quantiles(again, n=20)[-1],
        f"{kind}_longest_block_ms": max(blocks, default=0.0),
    }


def main(rounds: int) -> None:
    from ita_desktop import paths
    from ita_desktop.app.start.sample import make_sample
    from ita_desktop.store.resources.frameworks import load_frameworks

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.ita"
        make_sample(file, paths.resources(), load_frameworks(paths.resources() / "frameworks"))
        figures = {**starting(file, rounds), **working(file, rounds)}
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}, indent=1))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

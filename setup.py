"""Build hook: a wheel carries resources/ and compiled catalogues; an editable install compiles them in place."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


def _i18n() -> ModuleType:
    """``ita_desktop.i18n`` of this checkout, loaded from its file: the build environment holds no ita_desktop."""
    spec = importlib.util.spec_from_file_location("_ita_desktop_i18n", ROOT / "ita_desktop" / "i18n.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class BuildWithFolders(build_py):
    """``build_py`` that adds what lies outside the package."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            _i18n().compile_catalogues(ROOT / "translations", ROOT / "translations")
            return
        package = Path(self.build_lib) / "ita_desktop"
        shutil.rmtree(package / "resources", ignore_errors=True)
        shutil.copytree(ROOT / "resources", package / "resources")
        _i18n().compile_catalogues(ROOT / "translations", package / "translations")


setup(cmdclass={"build_py": BuildWithFolders})

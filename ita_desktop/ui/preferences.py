"""What the user likes (การตั้งค่าของผู้ใช้): kept beside the program's own files, never in an office's file."""

from __future__ import annotations

import math
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

RECENT = 8


class Preferences:
    """Recent files, look, window; a missing or broken file means the usual values."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, newest first; only those that are still there."""
        stored: Any = self._settings.value("recent", [])
        names: Sequence[str] = [stored] if isinstance(stored, str) else list(stored or [])
        return tuple(path for name in names if (path := Path(name)).is_file())

    def remember(self, file: Path) -> None:
        """Put a file first among the recent ones."""
        file = file.absolute()
        names = [str(file), *(str(p) for p in self.recent if p != file)]
        self._settings.setValue("recent", names[:RECENT])

    def plan_year(self, file: Path) -> int | None:
        """The year last shown of a file."""
        value = self._settings.value(_year_key(file), self._settings.value(f"year/{file.name}"))
        return int(str(value)) if value and str(value).isdecimal() else None

    def keep_plan_year(self, file: Path, year: int) -> None:
        self._settings.setValue(_year_key(file), int(year))

    @property
    def dark(self) -> bool | None:
        """Dark or light; None follows the system."""
        value = self._settings.value("dark")
        return None if value is None else str(value).lower() in ("true", "1")

    @dark.setter
    def dark(self, dark: bool | None) -> None:
        if dark is None:
            self._settings.remove("dark")
        else:
            self._settings.setValue("dark", dark)

    @property
    def scale(self) -> float:
        try:
            scale = float(str(self._settings.value("scale", 1.0)))
        except ValueError:
            return 1.0
        return min(max(scale, 0.8), 2.0) if math.isfinite(scale) else 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("scale", scale)

    @property
    def tour_ended(self) -> bool:
        """The tour of the sample office was seen, or waved aside."""
        return str(self._settings.value("tour-ended", "false")).lower() == "true"

    @tour_ended.setter
    def tour_ended(self, ended: bool) -> None:
        self._settings.setValue("tour-ended", ended)

    @property
    def preview_shown(self) -> bool:
        return str(self._settings.value("preview", "true")).lower() == "true"

    @preview_shown.setter
    def preview_shown(self, shown: bool) -> None:
        self._settings.setValue("preview", shown)

    def paper_share(self, page: str) -> float | None:
        """Return the share of the width of the paper beside this page, 0 to 1; None if never set."""
        try:
            share = float(str(self._settings.value(f"paper/{page}", "")))
        except ValueError:
            return None
        return share if 0 < share < 1 else None

    def keep_paper_share(self, page: str, share: float) -> None:
        self._settings.setValue(f"paper/{page}", round(share, 4))

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place and size."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def folder(self) -> Path | None:
        """Where a printed file was saved last."""
        value = self._settings.value("folder")
        return Path(str(value)) if value else None

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._settings.setValue("folder", str(folder))


def _year_key(file: Path) -> str:
    """Two files of one name in two folders are two."""
    return f"years/{file.name}-{zlib.crc32(os.fsencode(file.absolute())):08x}"

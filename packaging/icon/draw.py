"""The program's icon in the forms that Windows and Linux want, drawn from the one SVG at build time."""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

SVG = Path(__file__).resolve().parents[2] / "resources" / "program" / "ita-desktop.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def png(size: int) -> bytes:
    """The icon, ``size`` pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(SVG.read_bytes())).render(painter)
    painter.end()
    kept = QByteArray()
    out = QBuffer(kept)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(out, "PNG") or app is None:
        raise OSError(f"cannot draw {SVG}")
    return kept.data()


def write_pngs(theme: Path, name: str = "ita-desktop", folder: str = "apps") -> None:
    """``48x48/apps/ita-desktop.png`` and the other sizes, as the icon theme of a Linux desktop is laid out."""
    for size in SIZES:
        file = theme / f"{size}x{size}" / folder / f"{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(size))


def write_ico(file: Path) -> Path:
    """One .ico with all sizes, for the program's file and its documents on Windows."""
    file.parent.mkdir(parents=True, exist_ok=True)
    pictures = [Image.open(io.BytesIO(png(size))) for size in SIZES]
    pictures[-1].save(file, format="ICO", append_images=pictures[:-1], sizes=[(size, size) for size in SIZES])
    return file

"""Glyphs of the private use area that stand for Thai letters."""

from __future__ import annotations

PRIVATE_GLYPHS = {
    **dict(zip("\uf700\uf701\uf702\uf703\uf704", "ฐิีึื", strict=True)),
    **dict(zip("\uf705\uf706\uf707\uf708\uf709", "่้๊๋์", strict=True)),
    **dict(zip("\uf70a\uf70b\uf70c\uf70d\uf70e", "่้๊๋์", strict=True)),
    **dict(zip("\uf70f\uf710\uf711\uf712\uf713\uf714\uf715\uf716\uf717", "ญัํ็่้๊๋์", strict=True)),
    **dict(zip("\uf718\uf719\uf71a", "ฺุู", strict=True)),
}
"""The glyphs that Thai fonts of the 1990s kept in the private use area, and that PDF files still carry."""

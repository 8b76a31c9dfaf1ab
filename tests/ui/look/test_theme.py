"""The look: contrast computed from the palette, one place for colours and sizes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo

from ita_desktop.ui.look import theme as look
from ita_desktop.ui.look.palette import DARK, LIGHT, Palette, Tone, contrast
from ita_desktop.ui.look.sizes import FAMILY, SCALES
from ita_desktop.ui.look.theme import Theme

UI = Path(look.__file__).parents[1]
OTHERS = [file for file in sorted(UI.rglob("*.py")) if file != UI / "look" / "palette.py"]


def test_contrast_follows_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_each_of_its_grounds(palette: Palette) -> None:
    low = {(ink, ground): contrast(ink, ground) for ink, ground in palette.grounds() if contrast(ink, ground) < 4.5}
    assert low == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_tone_is_among_the_grounds_that_are_checked(palette: Palette) -> None:
    for tone in Tone:
        assert palette.of(tone) in palette.grounds()


@pytest.mark.parametrize("file", OTHERS, ids=lambda file: str(file.relative_to(UI)))
def test_no_colour_is_written_outside_the_palette(file: Path) -> None:
    text = file.read_text("utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent)", text)


def test_style_sheets_are_set_in_one_place_only() -> None:
    setters = [file.name for file in sorted(UI.rglob("*.py")) if ".setStyleSheet(" in file.read_text("utf-8")]
    assert setters == ["theme.py"]


def test_every_icon_that_is_named_is_there(theme: Theme) -> None:
    text = "".join(file.read_text("utf-8") for file in OTHERS)
    quoted = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', text))
    for name in theme.icon_names:
        assert name in quoted, f"nobody shows the icon {name}"
    for file in OTHERS:
        for name in re.findall(r'icon="([a-z0-9-]+)"|ICON = "([a-z0-9-]+)"', file.read_text("utf-8")):
            assert (name[0] or name[1]) in theme.icon_names


def test_the_interface_font_is_the_bundled_one(theme: Theme) -> None:
    for weight in (400, 600):
        found = QFontInfo(theme.font(weight=weight))
        assert found.family() == FAMILY
        assert found.weight() == weight


def test_scale_goes_in_steps_and_stops_at_the_ends(theme: Theme) -> None:
    assert theme.scaled(1) == 1.15
    theme.choose(scale=SCALES[-1])
    assert theme.scaled(1) == SCALES[-1]
    assert theme.sizes.body == 21

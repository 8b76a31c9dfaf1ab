from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop import paths
from ita_desktop.documents import emblem


def test_compact_file_equals_its_svg() -> None:
    folder = paths.resources() / "emblem"
    assert emblem.compact(folder / "garuda_mono.svg") == (folder / "garuda.json").read_text(encoding="utf-8")


def test_keeps_the_proportion_of_the_drawing() -> None:
    art = emblem.load(paths.resources())
    assert art.width / art.height == pytest.approx(105.6 / 112.4, abs=0.001)


def test_relative_commands_become_absolute() -> None:
    drawn = list(emblem.path_operators("m1 2l3 4h1v-1s1 1 2 2z m1 1"))
    assert drawn == [
        ("M", (1, 2)),
        ("L", (4, 6)),
        ("L", (5, 6)),
        ("L", (5, 5)),
        ("C", (5, 5, 6, 6, 7, 7)),
        ("Z", ()),
        ("M", (2, 3)),
    ]


def test_use_is_moved_by_its_own_and_its_groups_transform(tmp_path: Path) -> None:
    svg = tmp_path / "a.svg"
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'
        '<g transform="translate(1 0)"><path id="p" d="M0 0L1 0" fill="none" stroke="#000" stroke-width="2"/>'
        '<use xlink:href="#p" transform="matrix(0 1 -1 0 2 3)"/></g></svg>',
        encoding="utf-8",
    )
    assert '"M60 60L60 80"' in emblem.compact(svg)


def test_refuses_a_path_it_does_not_understand() -> None:
    with pytest.raises(ValueError, match="not understood"):
        list(emblem.path_operators("M0 0 A1 1 0 0 1 2 2"))

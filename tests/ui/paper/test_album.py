"""Pictures of pages are kept for what stays the same."""

from __future__ import annotations

import math

from pytestqt.qtbot import QtBot

from ita_desktop.typeset import Ink, Leaf
from ita_desktop.ui.paper.album import KEPT, WHOLE, Album, changed

FIRST, SECOND, THIRD = (1, 10.0, 30.0), (2, 25.0, 50.0), (3, 60.0, 80.0)
KEY = (0, 100, 140, 100)


def leaf(*ink: Ink) -> Leaf:
    return Leaf(595.0, 842.0, ink)


def test_what_touches_is_one_band() -> None:
    assert changed((), (FIRST, SECOND, THIRD)) == ((10.0, 50.0), (60.0, 80.0))
    assert changed((FIRST, SECOND), (SECOND, THIRD)) == ((10.0, 30.0), (60.0, 80.0))
    assert changed((FIRST, SECOND), (SECOND, FIRST)) == ()
    assert changed((FIRST,), (FIRST,), (WHOLE,)) == ((0.0, math.inf),)


def test_a_new_picture_lacks_everything(qtbot: QtBot) -> None:
    album = Album(leaves=(leaf(FIRST),))
    assert album.picture(KEY, 1.0).width() == 100
    assert album.outdated == {KEY: (WHOLE,)}


def test_a_picture_lacks_what_changed_until_it_is_drawn(qtbot: QtBot) -> None:
    album = Album(leaves=(leaf(FIRST, THIRD), leaf()))
    album.picture(KEY, 1.0)
    album.outdated.clear()
    album.show((leaf(FIRST, THIRD),))
    assert not album.outdated
    album.show((leaf(SECOND, THIRD),))
    album.show((leaf(SECOND),))
    assert album.outdated == {KEY: ((10.0, 50.0), (60.0, 80.0))}


def test_pictures_of_pages_that_are_no_more_are_forgotten(qtbot: QtBot) -> None:
    album = Album(leaves=(leaf(), leaf()))
    album.picture((1, 100, 140, 100), 1.0)
    album.show((leaf(),))
    assert not album.images
    assert not album.outdated


def test_the_pictures_looked_at_last_are_kept(qtbot: QtBot) -> None:
    album = Album(leaves=(leaf(),) * 20)
    for page in range(KEPT):
        album.picture((page, 100, 140, 100), 1.0)
    album.picture(KEY, 1.0)
    album.picture((19, 100, 140, 100), 2.0)
    assert {key[0] for key in album.images} == {0, 19, *range(2, KEPT)}
    assert album.images[19, 100, 140, 100].width() == 200

"""Where a Thai label may end while the words are not loaded yet."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ita_desktop.ui.look import line_breaks
from ita_desktop.ui.look.line_breaks import LineBreaks, rough_breaks


def test_rough_breaks_stand_before_vowels_written_first_and_leave_common_words_whole() -> None:
    text = "แผนประเมินคุณธรรมและความโปร่งใสของประเทศ"
    pieces = [text[a:b] for a, b in zip((0, *rough_breaks(text)), (*rough_breaks(text), len(text)), strict=True)]
    assert pieces == ["แผนประเมินคุณธรรม", "และความ", "โปร่ง", "ใสของประเทศ"]
    assert rough_breaks("ไม่มี A–Z เท่านั้น") == ()


def test_until_the_words_are_there_labels_break_roughly_where_qt_cannot(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks = LineBreaks(qapp)
    try:
        breaks.use(lambda text: (3,), lambda text: ())
        breaks.postpone()
        monkeypatch.setattr(line_breaks, "qt_breaks_thai", lambda: False)
        assert breaks.label("ความโปร่งใส") == "ความ\u200bโปร่ง\u200bใส"
        monkeypatch.setattr(line_breaks, "qt_breaks_thai", lambda: True)
        assert breaks.label("ความโปร่งใส") == "ความโปร่งใส"
        breaks.resume()
        assert breaks.label("ความโปร่งใส") == "ควา\u200bมโปร่งใส"
    finally:
        breaks.setParent(None)

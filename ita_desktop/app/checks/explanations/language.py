"""Broken Thai and spellings (ภาษาและการพิมพ์)."""

from __future__ import annotations

from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.domain.findings import Code
from ita_desktop.i18n import tr

WORDINGS: dict[Code, Maker] = {
    Code.BROKEN_THAI: lambda: Wording(
        what=tr("{count} places with broken Thai, the first is “{quote}”."),
        rule=tr(
            "Copying out of a PDF splits ำ, doubles vowels and puts spaces before marks. Paper is printed right, "
            "but the text stays broken."
        ),
        way=tr("Take the repaired text."),
    ),
    Code.LOST_SARA_AM: lambda: Wording(
        what=tr("{count} words lost the ำ, the first is “{quote}”."),
        rule=tr("Copying out of a PDF turns ำ into า."),
        way=tr("Take the repaired text."),
    ),
    Code.UNKNOWN_CHARACTER: lambda: Wording(
        what=tr("{count} unknown characters ({points}), the first in “{quote}”."),
        rule=tr("A character that no font has is printed as a box."),
        way=tr("Type the word again."),
    ),
    Code.MIXED_DIGITS: lambda: Wording(
        what=tr("Thai and Arabic digits in one number: “{part}”."),
        rule=tr("A number is written in one kind of digits."),
        way=tr("Take the repaired number."),
    ),
    Code.TWO_SPELLINGS: lambda: Wording(
        what=tr("One thing is written in several ways: {names}."),
        rule=tr("One thing, one name, in one paper."),
        way=tr("Keep one of them."),
    ),
}

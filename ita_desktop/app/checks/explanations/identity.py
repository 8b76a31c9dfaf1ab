"""Names of places, offices and people (ชื่อหน่วยงาน สถานที่ และบุคคล)."""

from __future__ import annotations

from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.domain.findings import Code
from ita_desktop.i18n import tr

WORDINGS: dict[Code, Maker] = {
    Code.OTHER_PLACE: lambda: Wording(
        what=tr("“{part}” is not this office's: its own is {own}."),
        rule=tr(
            "Only this office's subdistrict, district and province belong in its papers (list of the country's places)."
        ),
        way=tr("Correct the name. If the other place is really meant, set this aside with the reason."),
    ),
    Code.OTHER_AGENCY: lambda: Wording(
        what=tr("“{part}” is another office. This one is {own}."),
        rule=tr("Texts taken from another office's paper keep its name (list of the country's places)."),
        way=tr("Correct the name. If the other office is really meant, set this aside with the reason."),
    ),
    Code.OWN_NAME_MISSPELT: lambda: Wording(
        what=tr("“{written}” differs by one letter from the office's own name {own}."),
        rule=tr("The office's name is written in one way everywhere."),
        way=tr("Correct the name."),
    ),
    Code.OTHER_KIND: lambda: Wording(
        what=tr("“{part}” is the word of another kind of office; this one is {own}."),
        rule=tr("The words of a municipality do not belong in the paper of an อบต., nor the other way round."),
        way=tr("Write it as this kind of office does: {kind}."),
    ),
    Code.UNIT_OF_OTHER_KIND: lambda: Wording(
        what=tr("“{part}” is a unit or title of another kind of office, not of {kind}."),
        rule=tr("Each kind of local authority has its own names for units and titles."),
        way=tr("Write the unit's or post's name as this office uses it."),
    ),
    Code.PLACE_UNKNOWN: lambda: Wording(
        what=tr("{name} is not found where the office says it lies ({within}). Known: {known}."),
        rule=tr("District and province must belong together (list of the country's places)."),
        way=tr("Correct the name in the office's particulars."),
    ),
    Code.ADDRESSEE: lambda: Wording(
        what=tr("The memo is addressed to “{to}”; rightly spelt it is {right}."),
        rule=tr("A memo goes to the head of the office by the full title."),
        way=tr("Correct the addressee."),
    ),
    Code.PREFIX: lambda: Wording(
        what=tr("The number begins with {letters}; the letters of {province} are {right}."),
        rule=tr("A paper's number begins with the letters of the province (Regulation on Correspondence B.E. 2526)."),
        way=tr("Correct the letters."),
    ),
    Code.PHONE: lambda: Wording(
        what=tr("“{quote}” has {digits} digits; such a number has {right}."),
        rule=tr("Fixed lines (02 to 07) have nine digits, mobiles (06, 08, 09) ten."),
        way=tr("Look the number up and correct it."),
    ),
    Code.SAME_PERSON: lambda: Wording(
        what=tr("{name} is entered under two posts: {posts}."),
        rule=tr("One person signs in one post; an acting post is written under the person's own."),
        way=tr("Correct the name of one of them, or enter the second post as acting."),
    ),
    Code.ALTERNATIVE: lambda: Wording(
        what=tr("“{part}”: the choice is still open."),
        rule=tr("A form's alternatives are struck out before it is signed."),
        way=tr("Keep the one that fits."),
    ),
    Code.PLACEHOLDER: lambda: Wording(
        what=tr("“{part}” was to be filled in."),
        rule=tr("A placeholder is not text."),
        way=tr("Fill it in or delete it."),
    ),
    Code.DOTS: lambda: Wording(
        what=tr("“{part}” was left to be filled in."),
        rule=tr("Dots are left for handwriting only."),
        way=tr("Fill it in. If it is meant for handwriting, set this aside."),
    ),
    Code.BRACKETS: lambda: Wording(
        what=tr("“{part}” looks like a note of the form."),
        rule=tr("Square, curly and pointed brackets mark what a form wants filled in."),
        way=tr("Fill it in, or take the brackets away."),
    ),
}

"""Totals, scores, ranks and levels (คะแนนและระดับ)."""

from __future__ import annotations

from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.domain.findings import Code
from ita_desktop.i18n import tr

WORDINGS: dict[Code, Maker] = {
    Code.TOTAL_DIFFERS: lambda: Wording(
        what=tr(
            "The {indicators} indicators give {computed}, but the printed total of fiscal year {year} is {printed}. "
            "{suspects}"
        ),
        rule=tr(
            "The total is the weighted sum of the instruments' means; two figures rounded may differ by 0.02 "
            "(framework of {year})."
        ),
        way=tr(
            "Compare the suspect cells with the ITAS page first, then the others, and correct the one that differs."
        ),
    ),
    Code.TOTAL_NEAR: lambda: Wording(
        what=tr("The cells give {computed}, printed is {printed} ({instrument}, fiscal year {year}). {suspects}"),
        rule=tr(
            "Rounding explains a difference of 0.01; up to 0.02 is accepted, because the way ITAS rounds is not known."
        ),
        way=tr("Nothing must be done, but check the last digits of the suspect cells."),
    ),
    Code.INSTRUMENT_DIFFERS: lambda: Wording(
        what=tr(
            "The indicators of {instrument} give {computed}, but its printed score of fiscal year {year} is "
            "{printed}. {suspects}"
        ),
        rule=tr("An instrument's score is the mean of its indicators (framework of {year})."),
        way=tr("Compare the suspect cells with the ITAS page and correct the one that differs."),
    ),
    Code.SCORE_IMPOSSIBLE: lambda: Wording(
        what=tr(
            "Indicator {ref} {name} cannot score {score}: only {count} values are possible, the nearest are {nearest}."
        ),
        rule=tr(
            "Every OIT item scores 0 or 100, the indicator is the mean of its sub-indicators (items of fiscal year "
            "{year})."
        ),
        way=tr("Read the score again on the ITAS page."),
    ),
    Code.NO_OVERALL: lambda: Wording(
        what=tr("The printed total of fiscal year {year} is not entered, so the sum of the scores cannot be checked."),
        rule=tr("A mistyped score shows in the total; without the total it stays hidden."),
        way=tr("Enter the total from the ITAS page."),
    ),
    Code.LEVEL_DIFFERS: lambda: Wording(
        what=tr(
            "The level of fiscal year {year} is entered as {level}; a total of {overall} with the known instruments "
            "gives {allowed}."
        ),
        rule=tr(
            "Level rule of fiscal year {year}: total, and from the five-level scale on also the lowest instrument."
        ),
        way=tr("Compare level and total with the ITAS page."),
    ),
    Code.LEVEL_UNKNOWN: lambda: Wording(
        what=tr("{level} is no level of fiscal year {year}. Its levels are {codes}."),
        rule=tr("Level rule of fiscal year {year}: letters up to 2565, five levels since."),
        way=tr("Choose one of that year's levels, as the ITAS page shows it."),
    ),
    Code.LEVEL_IN_TEXT: lambda: Wording(
        what=tr("The text says level {level}; fiscal year {year} has {allowed} with {overall}."),
        rule=tr("The level in the text must be the level of that year's result (level rule of fiscal year {year})."),
        way=tr("Correct the sentence, or the official level if the ITAS page says otherwise."),
    ),
    Code.LEVEL_RULE_IN_TEXT: lambda: Wording(
        what=tr(
            "The text explains that one instrument is below the bound, but level {level} asks {minimum} of every "
            "instrument."
        ),
        rule=tr("NACC's explanation of a level belongs to that level only (level rule of fiscal year {year})."),
        way=tr(
            "Look up the level and the instruments' scores on the ITAS page; then correct either the level or the "
            "explanation."
        ),
    ),
    Code.LEVEL_BOUND_IN_TEXT: lambda: Wording(
        what=tr("“{part} and above” has the office's own score {overall} where the rule's bound belongs."),
        rule=tr("A level begins at a round bound (85, 95, ...), not at the score of one office."),
        way=tr("Write the bound of the level instead of the score."),
    ),
    Code.PASS_IN_TEXT: lambda: Wording(
        what=tr("The text says “{part}”, but the indicator scored {score} and the pass mark is {pass_mark}."),
        rule=tr("Pass mark of the year's framework."),
        way=tr("Correct the sentence."),
    ),
    Code.SCORE_IN_TEXT: lambda: Wording(
        what=tr("The text gives {value} for {name}; the score entered for fiscal year {year} is {score}."),
        rule=tr("A score must be the same in table, text and memo."),
        way=tr("Correct the sentence, or the score if the ITAS page agrees with the sentence."),
    ),
    Code.TOTAL_IN_TEXT: lambda: Wording(
        what=tr("The text gives {value} as the total; fiscal year {year} has {score}."),
        rule=tr("The total must be the same in table, text and memo."),
        way=tr("Correct the sentence, or the total if the ITAS page agrees with the sentence."),
    ),
    Code.SCORE_UNKNOWN: lambda: Wording(
        what=tr("{value} is no score of this office in any year entered."),
        rule=tr("Figures in a text come from the result."),
        way=tr("Check where the figure comes from."),
    ),
    Code.RANK_IN_TEXT: lambda: Wording(
        what=tr("The text puts indicator {ref} at rank {rank}; by its score it is rank {right}."),
        rule=tr("Ranks follow the scores, highest first; equal scores share a rank."),
        way=tr("Correct the rank, or the score it rests on."),
    ),
    Code.OFFICE_RANK_IN_TEXT: lambda: Wording(
        what=tr("The text gives rank {rank}; the rank entered from ITAS is {official}."),
        rule=tr("The rank in the text must be the one ITAS prints."),
        way=tr("Compare both with the ITAS page."),
    ),
    Code.EXTREME_IN_TEXT: lambda: Wording(
        what=tr("“{part}” names indicator {named}; by the scores it is indicator {right}."),
        rule=tr("Highest and lowest follow the scores entered."),
        way=tr("Correct the sentence."),
    ),
    Code.TIE_OMITTED: lambda: Wording(
        what=tr("Indicator {ties} has the same score {score} and is left out of “{part}”."),
        rule=tr("Equal scores are named together."),
        way=tr("Name the tied indicator as well."),
    ),
    Code.CHANGE_IN_TEXT: lambda: Wording(
        what=tr("The text says “{part}” of {name}; it went from {then} to {now}."),
        rule=tr("Rise and fall follow the scores of the two years."),
        way=tr("Correct the word."),
    ),
}

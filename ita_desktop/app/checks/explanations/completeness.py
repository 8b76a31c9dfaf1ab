"""What is missing (ความครบถ้วน)."""

from __future__ import annotations

from ita_desktop.app.checks.explanations.explanation import Maker, Wording
from ita_desktop.domain.findings import Code
from ita_desktop.i18n import tr

WORDINGS: dict[Code, Maker] = {
    Code.NO_ANALYSIS: lambda: Wording(
        what=tr("No analysis is written for indicator {indicators} of fiscal year {year}."),
        rule=tr("The measure paper begins with the analysis of the result, indicator by indicator."),
        way=tr("Write the analysis, or take the proposed paragraph."),
    ),
    Code.WEAK_WITHOUT_MEASURE: lambda: Wording(
        what=tr("No measure answers the weak indicators: {names}."),
        rule=tr("An indicator below {pass_mark} needs at least one measure."),
        way=tr("Add a measure for it, or set this aside with the reason."),
    ),
    Code.MEASURE_EMPTY: lambda: Wording(
        what=tr("The measure for {refs} has no action."),
        rule=tr("A measure has at least a title or a step."),
        way=tr("Write what will be done, or delete the measure."),
    ),
    Code.NO_OWNER: lambda: Wording(
        what=tr("{count} of {of} measures: nobody is responsible."),
        rule=tr("The item {item} asks for the responsible unit of each measure."),
        way=tr("Choose the unit responsible."),
    ),
    Code.NO_STEPS: lambda: Wording(
        what=tr("{count} of {of} measures: no steps are given."),
        rule=tr("The item {item} asks how each measure is carried out."),
        way=tr("Write the steps."),
    ),
    Code.NO_PERIOD: lambda: Wording(
        what=tr("{count} of {of} measures: no period is given."),
        rule=tr("A measure says when it is carried out."),
        way=tr("Choose the months."),
    ),
    Code.NO_FOLLOW_UP: lambda: Wording(
        what=tr("{count} of {of} measures have no follow-up."),
        rule=tr("The item {item} asks how each measure is followed up and reported."),
        way=tr("Write the follow-up, or choose the rounds."),
    ),
    Code.SAME_FOLLOW_UP: lambda: Wording(
        what=tr("All {count} measures have the same sentence on follow-up."),
        rule=tr("A sentence that fits every measure says little of each."),
        way=tr("Say for each measure what is reported, or leave it if this is the office's practice."),
    ),
    Code.TWIN_TITLE: lambda: Wording(
        what=tr("“{quote}” is the title of two measures, for {refs} and for {other}."),
        rule=tr("A title tells the measures apart."),
        way=tr("Give one of them another title."),
    ),
    Code.NO_RESULT: lambda: Wording(
        what=tr("{count} of {of} measures have no result in the {round}-month round, while others have."),
        rule=tr("The result item asks how each measure was carried out."),
        way=tr("Enter the result, also where nothing was done yet."),
    ),
    Code.NO_OUTCOME: lambda: Wording(
        what=tr("The result of the {round}-month round has no outcome."),
        rule=tr("Output is what was made, outcome is what changed by it."),
        way=tr("Write what changed."),
    ),
    Code.OUTCOME_IS_ROUNDS: lambda: Wording(
        what=tr("The outcome lists reporting rounds: “{quote}”."),
        rule=tr("Outcome is what changed, not when it is reported."),
        way=tr("Write what changed by the measure."),
    ),
    Code.OUTCOME_IS_OUTPUT: lambda: Wording(
        what=tr("Outcome and output are the same words."),
        rule=tr("Output is what was made, outcome is what changed by it."),
        way=tr("Write what changed."),
    ),
    Code.EVIDENCE_NO_DATE: lambda: Wording(
        what=tr("The evidence “{quote}” has no date."),
        rule=tr("The date shows that the work was done in the plan year."),
        way=tr("Enter the date of the evidence."),
    ),
    Code.RISK_NO_MONTH: lambda: Wording(
        what=tr("No month is marked for the risk “{quote}”."),
        rule=tr("The twelve-month table shows when each control is carried out."),
        way=tr("Mark the months."),
    ),
    Code.MID_SENTENCE: lambda: Wording(
        what=tr("The analysis of {name} begins in the middle of a sentence: “{quote}”."),
        rule=tr("The beginning is often lost when a text is copied."),
        way=tr("Write the beginning of the sentence."),
    ),
    Code.MEMO_UNFINISHED: lambda: Wording(
        what=tr("The memo lacks: {field}."),
        rule=tr(
            "A memo has number, date, subject, addressee and text (Regulation on Correspondence B.E. 2526, form 29)."
        ),
        way=tr("Fill it in; number and date may also be written by hand."),
    ),
    Code.MEMO_NO_SIGNER: lambda: Wording(
        what=tr("Nobody signs the memo “{quote}”."),
        rule=tr("A memo is signed by who wrote it and goes up to the head of the office."),
        way=tr("Choose the signers."),
    ),
    Code.SIGNER_UNFINISHED: lambda: Wording(
        what=tr("A signer has no name or no post: {quote}"),
        rule=tr("Under a signature stand name and post."),
        way=tr("Complete the signer, or choose another."),
    ),
    Code.ENCLOSURES: lambda: Wording(
        what=tr("The text mentions {spoken} enclosures, but {listed} are listed."),
        rule=tr("Every enclosure is listed, and every listed enclosure is mentioned."),
        way=tr("Correct the list or the sentence."),
    ),
}

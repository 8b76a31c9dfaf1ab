"""The sentences for what is inconsistent in rules that an office edited."""

from __future__ import annotations

from ita_desktop.domain.rule_edits.edits import RuleEdits
from ita_desktop.domain.rule_edits.faults import PartFault, PartFaultCode
from ita_desktop.domain.rules.soundness import Unsound, UnsoundCode
from ita_desktop.i18n import tr


def faults(edits: RuleEdits) -> tuple[str, ...]:
    """Return why the edits of a year are not in force, as sentences for the user; empty if they are."""
    in_parts = (
        tr("{part}: {fault}").format(part=fault.id or tr("(no code)"), fault=part_fault_words(fault))
        for fault in edits.part_faults
    )
    return tuple(dict.fromkeys((*in_parts, *map(fault_words, edits.other_faults))))


def part_fault_words(fault: PartFault) -> str:
    """Return the sentence for a fault of a part, to stand at its field, in the user's language."""
    match fault.code:
        case PartFaultCode.FORM:
            return tr("A code here looks like {example}.").format(example=fault.value)
        case PartFaultCode.TWICE:
            return tr("The code {code} is there twice.").format(code=fault.value)
        case PartFaultCode.NO_TEXT:
            return tr("There is no text yet.")
        case PartFaultCode.NO_GROUP:
            return tr("Choose what it belongs to.")


def fault_words(unsound: Unsound) -> str:
    """Return the sentence for an inconsistency of edited rules, in the user's language."""
    texts = {
        UnsoundCode.WEIGHTS: tr("The weights make {0}, not 100."),
        UnsoundCode.NOTHING_THERE: tr("A level has no name."),
        UnsoundCode.TWICE: tr("“{0}” is there twice."),
        UnsoundCode.BANDS_NOT_DESCENDING: tr("A level begins higher ({0}) than the one above it."),
        UnsoundCode.LAST_BAND_NOT_ZERO: tr("The lowest level “{0}” must begin at 0."),
        UnsoundCode.OUT_OF_RANGE: tr("{0} is out of range."),
        UnsoundCode.UNKNOWN_ITEM: tr("This year has no item “{0}”."),
        UnsoundCode.NO_INDICATOR: tr("The instrument {0} has no indicator."),
        UnsoundCode.COUNT: tr("{0} questions are stated and {1} are listed."),
    }
    text = texts.get(unsound.code, tr("These rules are inconsistent ({path})."))
    return text.format(*unsound.values, path=unsound.path)

"""Why an office's edits of the rules are not in force, in its words."""

from __future__ import annotations

import pytest

from ita_desktop.app.rules.faults import fault_words, faults, part_fault_words
from ita_desktop.domain.rule_edits.edits import RuleEdits


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ({"items/o3/id": "ข้อ ๓"}, "o27"),
        ({"items/o3/id": "o4"}, "o4"),
        ({"items/o3/text": " "}, "ข้อความ"),
        ({"indicators/2/instrument": "XIT"}, "เลือก"),
    ],
)
def test_a_fault_of_a_part_says_what_to_do_and_names_the_part(frameworks, paths: dict[str, str], words: str) -> None:
    edits = RuleEdits(shipped=frameworks[2567], paths=paths)
    fault = edits.part_faults[0]
    assert words in part_fault_words(fault)
    assert faults(edits)[0].startswith(f"{fault.id}: ")


def test_what_is_said_at_a_field_is_said_above_the_page(frameworks) -> None:
    edits = RuleEdits(shipped=frameworks[2569], paths={"instruments/IIT/weight": "20", "levels/ผ่านดี/name": "ผ่าน"})
    at_fields = {fault_words(unsound) for unsound in edits.faults_by_field.values()}
    assert set(faults(edits)) == at_fields
    assert any("90" in words for words in at_fields)
    assert any("ผ่าน" in words for words in at_fields)


def test_sound_edits_have_no_sentence(frameworks) -> None:
    assert faults(RuleEdits(shipped=frameworks[2569], paths={"levels/pass_mark": "80"})) == ()

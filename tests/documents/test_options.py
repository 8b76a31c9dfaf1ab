from __future__ import annotations

import json

import pytest

from ita_desktop.documents import AddresseeWeight, Digits, DocumentOptions, EmblemChoice, layouts


def test_options_survive_as_json() -> None:
    options = DocumentOptions(
        digits=Digits.ARABIC,
        emblem=EmblemChoice.NONE,
        addressee=AddresseeWeight.LABEL,
        line_spacing=18.1,
        offset_y=-2.5,
        catch_word=False,
        omitted=frozenset({"analysis-report/rationale"}),
        wording={"results-report/preface": "คำนำของเรา"},
        added=frozenset({"analysis-report/next-level"}),
        pack=("memo", "analysis-report"),
        enclosures_from_pack=True,
        digits_by_document={"memo": "thai"},
        layouts={"analysis-report": layouts.PLAN_BY_QUESTION},
    )
    setting = json.loads(json.dumps(options.to_setting()))
    assert DocumentOptions.from_setting(setting) == options


def test_defaults_need_no_setting() -> None:
    assert DocumentOptions().to_setting() == {}
    assert DocumentOptions.from_setting(None) == DocumentOptions()


def test_values_of_a_later_or_broken_setting_are_left_at_the_default() -> None:
    setting = {
        "digits": "roman",
        "line_spacing": "wide",
        "catch_word": 1,
        "omitted": "x",
        "pack": "memo",
        "layouts": {"a": {}},
        "wording": 4,
        "x": 3,
    }
    assert DocumentOptions.from_setting(setting) == DocumentOptions()


def test_a_document_may_have_its_own_digits() -> None:
    options = DocumentOptions(digits_by_document={"memo": "arabic", "risk-plan": "roman"})
    assert options.for_document("memo").digits is Digits.ARABIC
    assert options.for_document("risk-plan").digits is Digits.THAI
    assert options.for_document("analysis-report").digits is Digits.THAI


@pytest.mark.parametrize("size", [0, -3.5, float("nan"), float("inf")])
def test_a_stored_size_that_no_text_can_be_set_with_is_left_at_the_default(size):
    setting = {"table_size": size, "report_size": size, "line_spacing": size}
    assert DocumentOptions.from_setting(setting) == DocumentOptions()

"""The rules of the years: seen, corrected, not in force while they do not hang together, taken back."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from ita_desktop.i18n import tr
from ita_desktop.ui.office_view import OfficeView
from ita_desktop.ui.pages.frameworks import FrameworksPage


@pytest.fixture
def page(opened: Callable[[str], OfficeView]) -> FrameworksPage:
    made = opened("frameworks").page
    assert isinstance(made, FrameworksPage)
    return made


def field(page: FrameworksPage, block: str, name: str):
    page.blocks[block].set_open(True)
    return next(b.field for b in page.form._bindings if b.field.accessibleName() == name)


def correct(page: FrameworksPage, block: str, name: str, text: str) -> None:
    one = field(page, block, name)
    one.setText(text)
    one.finished.emit()


def test_each_block_says_how_sure_it_is(page: FrameworksPage) -> None:
    assert set(page.blocks) >= {"weights", "levels", "indicators", "items", "duty", "calendar"}
    page.year.choose(2569)
    assert page.current.draft


def test_a_name_is_corrected_and_comes_into_force(page: FrameworksPage) -> None:
    page.year.choose(2569)
    correct(page, "indicators", tr("Indicator {id}").format(id="๑"), "ชื่อจากคู่มือ")
    assert page.desk.workspace.frameworks[2569].indicator("1").name == "ชื่อจากคู่มือ"
    assert page.notice == ""
    page.desk.workspace.undo()
    assert page.desk.workspace.frameworks[2569].indicator("1").name != "ชื่อจากคู่มือ"


def test_weights_come_into_force_when_they_make_a_hundred(page: FrameworksPage) -> None:
    page.year.choose(2569)
    correct(page, "weights", "IIT (%)", "๒๐")
    assert "100" in page.notice
    assert page.desk.workspace.frameworks[2569].instrument("IIT").weight == Decimal(30)
    correct(page, "weights", "EIT (%)", "40")
    assert page.notice == ""
    assert page.desk.workspace.frameworks[2569].instrument("IIT").weight == Decimal(20)
    page.take_back()
    assert page.desk.workspace.frameworks[2569].instrument("IIT").weight == Decimal(30)
    assert field(page, "weights", "IIT (%)").text() == "30"


def test_typing_goes_to_the_year_it_was_typed_in(page: FrameworksPage) -> None:
    page.year.choose(2569)
    one = field(page, "weights", "IIT (%)")
    one.setText("25")
    one.edited.emit()
    assert page.desk.facts.framework is not None
    page.year.choose(2568)
    assert page.desk.workspace.setting("framework-edits") == {"2569": {"instruments/IIT/weight": "25"}}


def test_what_is_no_number_is_said_at_its_field(page: FrameworksPage) -> None:
    correct(page, "weights", "IIT (%)", "มาก")
    assert field(page, "weights", "IIT (%)").property("wrong")
    assert page.desk.workspace.history == ()


def test_a_year_is_added_as_a_draft(page: FrameworksPage) -> None:
    last = max(page.desk.workspace.frameworks)
    page.add_year()
    assert page.year.value() == last + 1
    assert page.desk.workspace.frameworks[last + 1].draft
    page.desk.workspace.undo()
    assert last + 1 not in page.desk.workspace.frameworks

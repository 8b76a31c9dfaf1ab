"""Forms: sent when finished and only if changed; typed text is a draft; a refused text stays."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop import paths
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.start.library import Library
from ita_desktop.domain.thai.fiscal_year import FiscalYear
from ita_desktop.domain.values.agency import Agency, AgencyType
from ita_desktop.domain.values.framework import Framework
from ita_desktop.domain.values.origin import Origin
from ita_desktop.ui.desk.desk import Desk
from ita_desktop.ui.desk.forms import Form
from ita_desktop.ui.look.theme import Theme
from ita_desktop.ui.widgets.field import LineField

AGENCY = Agency(type=AgencyType.SUBDISTRICT, name="องค์การบริหารส่วนตำบลดอน", phone="๐ ๔๔๐๐ ๐๐๐๐")


@pytest.fixture
def desk(tmp_path: Path, frameworks: Mapping[int, Framework], theme: Theme) -> Iterator[Desk]:
    with Workspace.create(tmp_path / "don.ita", AGENCY, frameworks) as workspace:
        made = Desk(workspace, theme, FiscalYear(2568), Library(paths.resources()))
        yield made
        made.leave()


class Phone:
    """A form with the telephone of the office."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.sent, self.faults = desk, 0, [""]
        self.field = LineField("โทรศัพท์")
        qtbot.addWidget(self.field)
        self.form = Form(desk)
        self.form.bind(
            self.field,
            Origin("agency/phone"),
            lambda: desk.office.agency.phone,
            self.send,
            read=self.read,
            fault=self.faults.append,
        )
        self.form.refresh()
        desk.changed.connect(lambda _: self.form.refresh())

    def send(self, value: str) -> None:
        self.sent += 1
        self.desk.workspace.set_agency(replace(self.desk.office.agency, phone=value))

    @staticmethod
    def read(text: str) -> str:
        if "x" in text:
            raise ValueError("ไม่มีตัว x ในเลขโทรศัพท์")
        return text.strip()

    def type(self, text: str) -> None:
        self.field.setText(text)
        self.field.edited.emit()


@pytest.fixture
def phone(desk: Desk, qtbot: QtBot) -> Phone:
    return Phone(desk, qtbot)


def test_what_is_typed_is_a_draft_until_it_is_finished(phone: Phone) -> None:
    phone.type("๐๑")
    assert phone.desk.facts.agency.phone == "๐๑"
    assert phone.desk.office.agency.phone == AGENCY.phone
    assert phone.sent == 0
    phone.field.finished.emit()
    assert phone.desk.office.agency.phone == "๐๑"
    assert phone.sent == 1


def test_nothing_is_sent_where_nothing_changed(phone: Phone) -> None:
    phone.field.finished.emit()
    phone.type("๐๑")
    phone.type(AGENCY.phone)
    phone.field.finished.emit()
    assert phone.sent == 0
    assert phone.desk.workspace.history == ()


def test_a_refused_text_stays_with_its_reason(phone: Phone) -> None:
    phone.type("๐x")
    phone.field.finished.emit()
    phone.desk.workspace.set_agency(replace(AGENCY, district="เมือง"))
    assert phone.field.text() == "๐x"
    assert phone.faults[-1] == "ไม่มีตัว x ในเลขโทรศัพท์"
    assert phone.field.property("wrong")
    assert phone.desk.facts.agency.phone == AGENCY.phone
    phone.type("๐๒")
    assert phone.faults[-1] == ""
    phone.field.finished.emit()
    assert phone.desk.office.agency.phone == "๐๒"


def test_undo_shows_what_was_before(phone: Phone) -> None:
    phone.type("๐๑")
    phone.field.finished.emit()
    phone.desk.workspace.undo()
    assert phone.field.text() == AGENCY.phone


def test_a_text_being_typed_survives_another_edit(phone: Phone) -> None:
    phone.type("๐๑")
    phone.desk.workspace.set_agency(replace(AGENCY, district="เมือง"))
    assert phone.field.text() == "๐๑"
    phone.form.flush()
    assert phone.desk.office.agency.phone == "๐๑"
    assert phone.desk.office.agency.district == "เมือง"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file in its place")
def test_what_the_file_refuses_stays_in_the_field(phone: Phone) -> None:
    phone.desk.workspace.path.rename(phone.desk.workspace.path.with_suffix(".moved"))
    phone.type("๐๑")
    phone.field.finished.emit()
    assert "don.ita" in phone.faults[-1]
    assert phone.field.text() == "๐๑"


def test_a_form_that_lets_go_sends_nothing_more(phone: Phone) -> None:
    phone.form.forget()
    phone.type("๐๑")
    phone.field.finished.emit()
    assert phone.sent == 0


def test_a_text_that_cannot_be_read_is_kept_when_the_form_turns_to_something_else(phone: Phone) -> None:
    settled: list[str] = []
    typed: list[tuple[str, str]] = []
    phone.desk.settled.connect(settled.append)
    phone.desk.typed.connect(lambda origin, text: typed.append((origin, text)))
    phone.type("๐x")
    phone.field.finished.emit()
    phone.form.reset()
    assert typed == [("agency/phone", "๐x")]
    assert settled == []
    phone.type("๐๓")
    phone.form.reset()
    assert settled == ["agency/phone"]
    assert phone.field.text() == AGENCY.phone


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file in its place")
def test_what_was_refused_is_sent_again_only_until_it_is_typed_on(phone: Phone) -> None:
    path = phone.desk.workspace.path
    path.rename(path.with_suffix(".moved"))
    phone.type("๐๑")
    phone.field.finished.emit()
    phone.type("๐๑๒")
    path.with_suffix(".moved").rename(path)
    phone.desk.write_again.emit()
    assert phone.desk.office.agency.phone == AGENCY.phone
    phone.field.finished.emit()
    assert phone.desk.office.agency.phone == "๐๑๒"

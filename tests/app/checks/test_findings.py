"""Findings of an open office: sentences, fixes that can be undone, what is set aside."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop import i18n, paths
from ita_desktop.app.checks.explanations import WORDINGS, explain
from ita_desktop.app.checks.finding_fixes import FixOutdatedError
from ita_desktop.app.checks.finding_report import as_json, lines
from ita_desktop.app.checks.findings import SET_ASIDE, Findings, make_checker
from ita_desktop.app.office import import_export
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.domain.findings import Code, Finding, Fix, Severity
from ita_desktop.domain.values.origin import Origin
from ita_desktop.store.resources.frameworks import load_frameworks

FRAMEWORKS = load_frameworks(paths.resources() / "frameworks")


@pytest.fixture(scope="module")
def checker():
    return make_checker(paths.resources())


@pytest.fixture
def office(cases, tmp_path):
    """Opens a case as a file of the test's own."""
    opened: list[Workspace] = []

    def opener(name: str) -> Workspace:
        file = tmp_path / f"{name}.ita"
        import_export.import_office(cases / f"case-{name}.json", file, replace=False, frameworks=FRAMEWORKS)
        opened.append(Workspace.open(file, FRAMEWORKS))
        return opened[-1]

    yield opener
    for workspace in opened:
        workspace.close()


def one(checked, code: str) -> Finding:
    return next(finding for finding in checked.open if finding.code == code)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_kind_is_explained(language):
    i18n.use_language(language, paths.translations())
    for code in Code:
        wording = WORDINGS[code]()
        for text in (wording.what, wording.rule, wording.way):
            assert any("ก" <= c <= "ฮ" for c in text) or language != "th", (code, text)
            assert text, code


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "003-as-printed", "004"])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_explanations_of_real_findings_are_filled_in(name, language, office, checker):
    i18n.use_language(language, paths.translations())
    workspace = office(name)
    for plan in workspace.office.plans:
        checked = Findings(workspace, checker).checked(plan.fiscal_year)
        for finding in checked.open:
            wording = explain(finding)
            for text in (wording.what, wording.rule, wording.way):
                assert "{" not in text
                assert "–" not in text.replace(finding.quote, ""), (finding.code, text)
            place = checked.place(finding)
            assert place
            assert "/" not in place


def test_thai_is_thai(office, checker):
    checked = Findings(office("004"), checker).checked(2568)
    wording = explain(one(checked, "item-other"))
    assert wording.what.startswith("อ้าง E-Service เป็นข้อ o18 แต่ในปีงบประมาณ 2567 คือข้อ o13")
    assert checked.place(one(checked, "no-owner")) == "มาตรการปี 2568 › มาตรการที่ 8 › ผู้รับผิดชอบ"


def test_suspects_are_told_with_their_values(office, checker):
    workspace = office("004")
    workspace.set_score(2567, "3", Decimal("37.78"))
    checked = Findings(workspace, checker).checked(2568)
    assert "ตัวชี้วัดที่ 3 37.78 → 97.78 (เลขคล้ายกัน)" in explain(one(checked, "total-differs")).what


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("001", 2566, "every"),
        ("001", 2566, "year-of-measures"),
        ("001", 2566, "deadline"),
        ("003", 2564, "score-in-text"),
        ("003-as-printed", 2564, "score-impossible"),
        ("004", 2568, "level-in-text"),
        ("004", 2568, "item-other"),
    ],
)
def test_fix_mends_and_can_be_undone(name, year, code, office, checker):
    workspace = office(name)
    findings = Findings(workspace, checker)
    before = workspace.office
    finding = one(findings.checked(year), code)
    steps = len(workspace.history)
    findings.apply(finding.fixes[0])
    assert finding.key not in [f.key for f in findings.checked(year).open]
    assert len(workspace.history) == steps + 1
    workspace.undo()
    assert workspace.office == before
    assert finding.key in [f.key for f in findings.checked(year).open]


def test_fix_of_every_part_of_the_file(office, checker):
    """Names, signers, results, narratives, official figures, plan heads, risks and follow-up can all be mended."""
    workspace = office("002")
    workspace.set_official(2562, replace(workspace.office.years[0].official, overall=Decimal("70.10")))
    findings = Findings(workspace, checker)
    risk = workspace.office.plans[0].risks[0]
    for origin, old, new in (
        ("agency/district", "ชุมพวง", "ชุมพวงใหม่"),
        ("agency/departments/0", "กองวิชาการ", "กองนโยบาย"),
        ("signer/s1/position/0", "นักจัดการ", "ผู้จัดการ"),
        ("year/2562/official/overall", "70.10", "71.10"),
        (f"plan/2563/risk/{risk.id}/status", "เรียบร้อย", "ครบถ้วน"),
        ("plan/2563/measure/1/results/6/output", "มาตรการ", "ประกาศ"),
    ):
        if "/measure/" in origin:
            origin = origin.replace("/measure/1/", f"/measure/{workspace.office.plans[0].measures[0].id}/")
        findings.apply(Fix(origin=Origin(origin), old=old, new=new))
    office_now = workspace.office
    assert office_now.agency.district == "ชุมพวงใหม่"
    assert office_now.agency.departments[0] == "กองนโยบายและแผนงาน"
    assert office_now.signers[0].position[0].startswith("ผู้จัดการ")
    assert office_now.years[0].official.overall == Decimal("71.10")
    assert office_now.plans[0].risks[0].status == "ดำเนินการครบถ้วนแล้ว"
    assert office_now.plans[0].measures[0].results[0].output == "ประกาศตรวจสอบการใช้ดุลพินิจ"


@pytest.mark.parametrize("origin", ["memo/memo-1/subject", "memo/memo-9/subject", "year/2567/scores/3"])
def test_fix_of_a_field_that_changed_is_refused(origin, office, checker):
    workspace = office("004")
    before = workspace.office
    with pytest.raises(FixOutdatedError):
        Findings(workspace, checker).apply(Fix(origin=Origin(origin), old="11.11", new="22.22"))
    assert workspace.office == before


def test_set_aside_with_a_reason_stays_in_the_file(office, checker):
    workspace = office("001")
    finding = one(Findings(workspace, checker).checked(2566), "year-of-measures")
    Findings(workspace, checker).set_aside(finding, "  หมายถึงผลปี 2565 ")
    path = workspace.path
    workspace.close()
    with Workspace.open(path, FRAMEWORKS) as again:
        findings = Findings(again, checker)
        checked = findings.checked(2566)
        assert finding.key not in [f.key for f in checked.open]
        assert [(f.code, reason) for f, reason in checked.set_aside] == [("year-of-measures", "หมายถึงผลปี 2565")]
        findings.take_up(finding)
        assert finding.key in [f.key for f in findings.checked(2566).open]
        assert again.setting(SET_ASIDE) is None
        again.undo()
        assert again.setting(SET_ASIDE)


def test_nothing_is_set_aside_without_a_reason(office, checker):
    workspace = office("001")
    finding = Findings(workspace, checker).checked(2566).open[0]
    with pytest.raises(ValueError, match="reason"):
        Findings(workspace, checker).set_aside(finding, "  ")


def test_what_was_set_aside_comes_back_when_its_words_change(office, checker):
    workspace = office("001")
    findings = Findings(workspace, checker)
    findings.set_aside(one(findings.checked(2566), "year-of-measures"), "ตั้งใจ")
    memo = workspace.office.memos[0]
    workspace.put_memo(replace(memo, subject="รายงานผลการดำเนินการตามมาตรการ ปี พ.ศ. ๒๕๖๕"))
    assert "year-of-measures" in [f.code for f in findings.checked(2566).open]


def test_unfinished_text_is_checked(office, checker):
    workspace = office("004")
    findings = Findings(workspace, checker)
    drafts = {Origin("memo/memo-1/subject"): "ผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๐"}
    assert "year-in-subject" in [f.code for f in findings.checked(2568, drafts).open]
    assert "year-in-subject" not in [f.code for f in findings.checked(2568).open]


def test_findings_of_a_field_and_what_lies_below(office, checker):
    checked = Findings(office("004"), checker).checked(2568)
    start = one(checked, "no-owner").origin.rsplit("/", 1)[0]
    assert {f.code for f in checked.at(start)} == {Code.NO_OWNER, Code.NO_PERIOD}
    assert checked.count(Severity.WRONG) == 2
    assert not checked.is_clean


def test_lines_and_json_say_the_same(office, checker):
    findings = Findings(office("004"), checker)
    findings.set_aside(one(findings.checked(2568), "no-owner"), "มอบหมายภายหลัง")
    checked = findings.checked(2568)
    texts = lines([checked])
    (tree,) = json.loads(as_json([checked]))
    assert tree["plan_year"] == 2568
    assert len(texts) == len(tree["findings"]) == len(checked.open) + 1
    assert [line.split("\t")[1] for line in texts[:-1]] == [entry["code"] for entry in tree["findings"][:-1]]
    assert texts[0].startswith("ผิด\t")
    assert "มอบหมายภายหลัง" in texts[-1]
    assert tree["findings"][-1]["set_aside"] == "มอบหมายภายหลัง"

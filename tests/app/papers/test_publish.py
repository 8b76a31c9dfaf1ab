"""The folder for the website: names, index, links, and what each OIT item still lacks."""

from __future__ import annotations

import csv
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ita_desktop import paths
from ita_desktop.app.errors import WorkspaceError
from ita_desktop.app.office.workspace import Workspace
from ita_desktop.app.papers import publish, publish_page
from ita_desktop.documents import DocumentOptions
from ita_desktop.domain.rules import duties
from ita_desktop.domain.rules.duties import Element

PACK = DocumentOptions(pack=("memo", "analysis-report", "results-report"))


@pytest.fixture
def facts(sample_file, frameworks):
    with Workspace.open(sample_file, frameworks, read_only=True) as workspace:
        return workspace.facts(2567)


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name == "href"]


def test_papers_are_named_by_item_and_assessing_year(facts, tmp_path):
    done = publish.publish(facts, PACK, paths.resources(), tmp_path / "web")
    names = ["o34-2567-analysis-report.pdf", "o28-2568-results-report.pdf", "index.html", "links.csv", "checklist.txt"]
    assert [file.name for file in done.files] == names
    assert all(file.read_bytes().startswith(b"%PDF") for file in done.files[:2])
    links = Links()
    links.feed((tmp_path / "web" / "index.html").read_text(encoding="utf-8"))
    assert links.found == names[:2]


def test_papers_for_a_website_bear_no_page_code(facts, tmp_path):
    plain, coded = (
        publish.publish(facts, replace(PACK, coded=frozenset(names)), paths.resources(), tmp_path / str(len(names)))
        for names in ((), PACK.pack)
    )
    assert [file.read_bytes() for file in plain.files[:2]] == [file.read_bytes() for file in coded.files[:2]]


def test_table_of_links_opens_in_a_spreadsheet(facts, tmp_path):
    facts = replace(facts, agency=replace(facts.agency, website="=HYPERLINK(1)"))
    publish.publish(facts, PACK, paths.resources(), tmp_path)
    assert (tmp_path / "links.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "links.csv").open(encoding="utf-8-sig", newline="") as file:
        head, first, second = csv.reader(file)
    assert head[0] == "ข้อ OIT"
    assert first[0] == "o34"
    assert second[:2] == ["o28", "2568"]
    assert first[5].startswith("'=")


def test_texts_of_the_index_are_escaped(facts):
    facts = replace(facts, agency=replace(facts.agency, name="<script>Q&A</script>"))
    page = publish_page.index(facts, publish._groups(facts, PACK))
    assert "<script>" not in page
    assert "Q&amp;A" in page


def test_checklist_names_the_measures_that_lack_an_element(facts):
    first, *others = facts.plan.measures
    plan = replace(facts.plan, measures=(replace(first, responsible=(), results=()), *others))
    told = "\n".join(publish_page.checklist(publish._groups(replace(facts, plan=plan), PACK)))
    assert "✗ ผู้รับผิดชอบ (ขาดในมาตรการลำดับที่ 1)" in told
    assert "✗ ผลการดำเนินการตามมาตรการ (ขาดในมาตรการลำดับที่ 1)" in told
    assert "✓ ขั้นตอนหรือวิธีการปฏิบัติ" in told
    assert "○ ตรวจด้วยตนเอง" in told


def test_year_with_nothing_to_publish_writes_nothing(facts, tmp_path):
    empty = replace(facts, plan=replace(facts.plan, measures=(), risks=()), assessments={})
    with pytest.raises(WorkspaceError, match="2567"):
        publish.publish(empty, DocumentOptions(), paths.resources(), tmp_path / "web")
    assert not (tmp_path / "web").exists()


def test_item_whose_number_is_not_known_yet(facts, frameworks):
    plan = replace(facts.plan, fiscal_year=facts.plan.fiscal_year.__class__(2570))
    item = duties.measure_item(frameworks, 2570)
    assert item is not None
    assert publish._name(item, "memo", replace(facts, plan=plan)) == "oit-2570-memo.pdf"
    assert publish_page.heading(item).startswith("การนำผลการประเมิน ITA")


def test_results_of_a_year_may_be_an_item_of_the_next(frameworks):
    found = {year: duties.result_item(frameworks, year) for year in (2562, 2565, 2566, 2567)}
    assert found.pop(2562) is None
    assert {year: (int(item.fiscal_year), item.number) for year, item in found.items()} == {
        2565: (2565, "o43"),
        2566: (2566, "o43"),
        2567: (2568, "o28"),
    }


def test_every_known_criterion_of_a_measure_plan_can_be_seen_in_the_records(frameworks):
    criteria = {c for framework in frameworks.values() for c in framework.duty.measure_criteria}
    assert criteria
    assert all(duties.demanded(criterion) for criterion in criteria)
    assert {element for c in criteria for element in duties.demanded(c)} == set(Element) - {
        Element.RESULTS,
        Element.OUTCOMES,
    }

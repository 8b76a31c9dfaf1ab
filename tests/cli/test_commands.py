"""Each command from the typed words to the file on the disk and the exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from ita_desktop import paths
from ita_desktop.__main__ import run
from ita_desktop.documents import DOCUMENTS

ROOT = Path(__file__).resolve().parents[2]


def without_empty(value):
    """A missing key, an empty one and null are the same in the format."""
    if isinstance(value, dict):
        kept = {key: without_empty(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in (None, "", [], {}, False)}
    if isinstance(value, list):
        return [without_empty(one) for one in value]
    return value


def brought(cases: Path, folder: Path, case: str = "case-003") -> Path:
    file = folder / "office.ita"
    assert run(["import", str(cases / f"{case}.json"), str(file)]) == 0
    return file


@pytest.mark.parametrize("case", ["case-000", "case-001", "case-002", "case-003", "case-003-as-printed", "case-004"])
def test_import_and_export_give_the_same_data(cases, tmp_path, case):
    file = brought(cases, tmp_path, case)
    assert run(["export", str(file), str(tmp_path / "out.json")]) == 0
    out = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    for plan in out["plans"]:
        for one in (*plan["measures"], *plan["risks"]):
            assert one.pop("identity")  # given to what had none when it was stored
    assert without_empty(out) == without_empty(json.loads((cases / f"{case}.json").read_text(encoding="utf-8")))


def test_import_does_not_replace_unasked(cases, tmp_path, capsys):
    file = brought(cases, tmp_path)
    before = file.read_bytes()
    assert run(["import", str(cases / "case-004.json"), str(file)]) == 1
    assert file.read_bytes() == before
    assert "office.ita" in capsys.readouterr().err


def test_import_replaces_when_asked(cases, tmp_path):
    file = brought(cases, tmp_path)
    assert run(["import", "--replace", str(cases / "case-004.json"), str(file)]) == 0
    assert run(["export", str(file), str(tmp_path / "out.json")]) == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["agency"]["name"].endswith("ดอน")


def test_bad_data_is_refused_with_its_place(cases, tmp_path, capsys):
    data = json.loads((cases / "case-000.json").read_text(encoding="utf-8"))
    data["years"][0]["scores"]["1"] = 100.01
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(data), encoding="utf-8")
    assert run(["import", str(bad), str(tmp_path / "a.ita")]) == 1
    said = capsys.readouterr().err
    assert "100.01" in said
    assert "scores" in said
    assert not (tmp_path / "a.ita").exists()


def test_message_is_english_on_request(tmp_path, capsys):
    assert run(["--language", "en", "documents", str(tmp_path / "no.ita")]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_message_is_thai(tmp_path, capsys):
    assert run(["documents", str(tmp_path / "no.ita")]) == 1
    assert any("\u0e00" <= c <= "\u0e7f" for c in capsys.readouterr().err)


def test_documents_lists_what_to_type(sample_file, capsys):
    assert run(["documents", str(sample_file)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * (len(DOCUMENTS) + 2)
    assert any(line.startswith("--document memo --year 2568 --memo memo-4\t") for line in lines)
    assert all(any(line.startswith(f"--document {name} --year 2567") for line in lines) for name in DOCUMENTS)


@pytest.mark.parametrize("document", list(DOCUMENTS))
def test_print_writes_a_pdf(sample_file, tmp_path, document):
    out = tmp_path / "out.pdf"
    before = sample_file.read_bytes()
    words = ["print", str(sample_file), "--document", document, "--year", "2568", "--out", str(out)]
    assert run(words) == 0
    reader = PdfReader(out)
    assert sorted(round(float(x)) for x in reader.pages[0].mediabox[2:]) == [595, 842]
    assert sample_file.read_bytes() == before


def test_print_writes_text(sample_file, tmp_path):
    out = tmp_path / "out.txt"
    words = ["print", str(sample_file), "--document", "memo", "--year", "2568", "--out", str(out), "--format", "txt"]
    assert run(words) == 0
    assert "บันทึกข้อความ" in out.read_text(encoding="utf-8")
    assert "๘๙.๙๕" in out.read_text(encoding="utf-8")


def test_print_writes_word(sample_file, tmp_path):
    out = tmp_path / "out.docx"
    words = ["print", str(sample_file), "--document", "memo", "--year", "2568", "--out", str(out), "--format", "docx"]
    assert run(words) == 0
    assert "๘๙.๙๕" in " ".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)


def test_print_takes_the_memo_that_is_named(sample_file, tmp_path):
    texts = []
    for memo in ([], ["--memo", "memo-3"], ["--memo", "memo-4"]):
        out = tmp_path / "out.txt"
        words = [
            "print",
            str(sample_file),
            "--document",
            "memo",
            "--year",
            "2568",
            "--out",
            str(out),
            "--format",
            "txt",
        ]
        assert run([*words, *memo]) == 0
        texts.append(out.read_text(encoding="utf-8"))
    assert texts[0] == texts[1] != texts[2]


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({"--document": "no-such"}, 2, "analysis-report"),
        ({"--year": "2560"}, 1, "2567"),
        ({"--memo": "memo-1"}, 1, "memo-3"),
        ({"--out": "{folder}/no/such/out.pdf"}, 1, "such"),
        ({"--out": "{folder}"}, 1, "{folder}"),
    ],
)
def test_print_says_why_it_cannot(sample_file, tmp_path, capsys, changed, status, said):
    options = {"--document": "memo", "--year": "2568", "--out": "{folder}/out.pdf", **changed}
    words = [word.format(folder=tmp_path) for option in options.items() for word in option]
    assert run(["print", str(sample_file), *words]) == status
    assert said.format(folder=tmp_path) in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_print_never_writes_over_the_office(sample_file, capsys):
    before = sample_file.read_bytes()
    words = ["--document", "memo", "--year", "2568", "--out", str(sample_file)]
    assert run(["print", str(sample_file), *words]) == 1
    assert run(["export", str(sample_file), str(sample_file)]) == 1
    assert sample_file.read_bytes() == before


def test_print_reads_a_file_that_someone_else_has_open(sample_file, tmp_path, frameworks):
    from ita_desktop.app.office.workspace import Workspace

    words = ["--document", "memo", "--year", "2568", "--out", str(tmp_path / "out.pdf")]
    with Workspace.open(sample_file, frameworks):
        assert run(["print", str(sample_file), *words]) == 0


def test_demo_prints_every_document_of_both_years(tmp_path):
    folder = tmp_path / "demo"
    assert run(["demo", str(folder), "--no-window"]) == 0
    printed = sorted(p.name for p in folder.glob("*.pdf"))
    reports = [f"{year}-{name}.pdf" for year in (2567, 2568) for name in DOCUMENTS if name != "memo"]
    memos = ["2567-memo-1.pdf", "2567-memo-2.pdf", "2568-memo-3.pdf", "2568-memo-4.pdf"]
    assert printed == sorted([*reports, *memos])
    assert len(list(folder.glob("*.ita"))) == 1


def test_demo_can_be_run_again_but_spares_another_office(tmp_path, cases, capsys):
    assert run(["demo", str(tmp_path), "--no-window"]) == 0
    assert run(["demo", str(tmp_path), "--no-window"]) == 0
    file = next(tmp_path.glob("*.ita"))
    assert run(["import", "--replace", str(cases / "case-000.json"), str(file)]) == 0
    before = file.read_bytes()
    assert run(["demo", str(tmp_path), "--no-window"]) == 1
    assert file.read_bytes() == before
    assert file.name in capsys.readouterr().err


@pytest.mark.parametrize("command", ["import", "export", "documents", "print", "demo"])
def test_command_never_loads_qt(command, cases, sample_file, tmp_path):
    memo = ["--document", "memo", "--year", "2568", "--out", str(tmp_path / "out.pdf")]
    words = {
        "import": ["import", str(cases / "case-000.json"), str(tmp_path / "new.ita")],
        "export": ["export", str(sample_file), str(tmp_path / "out.json")],
        "documents": ["documents", str(sample_file)],
        "print": ["print", str(sample_file), *memo],
        "demo": ["demo", str(tmp_path / "demo"), "--no-window"],
    }[command]
    code = (
        "import sys; from ita_desktop.__main__ import run; status = run(sys.argv[1:]);"
        "sys.exit(status or sorted(m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *words], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


def test_module_runs_by_name(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "ita_desktop", "--version"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.startswith("ita-desktop ")


def test_sample_has_nothing_to_look_at(sample_file, capsys):
    assert run(["check", str(sample_file)]) == 0
    assert capsys.readouterr().out == ""


def test_publish_writes_the_folder_and_tells_what_is_missing(sample_file, tmp_path, capsys):
    folder = tmp_path / "web"
    assert run(["publish", str(sample_file), "--year", "2568", "--out", str(folder)]) == 0
    assert (folder / "index.html").exists()
    assert "✓ ผู้รับผิดชอบ" in capsys.readouterr().out
    assert run(["publish", str(sample_file), "--year", "2560", "--out", str(folder)]) == 1


def test_print_of_one_round(sample_file, tmp_path):
    out = tmp_path / "out.txt"
    words = ["print", str(sample_file), "--document", "results-report", "--year", "2568", "--out", str(out)]
    assert run([*words, "--format", "txt", "--round", "6"]) == 0
    told = out.read_text(encoding="utf-8")
    assert "(รอบ ๖ เดือน)" in told
    assert "๑๒ เดือน)" not in told
    with pytest.raises(SystemExit):
        run([*words, "--round", "7"])


def test_print_follows_the_offices_options(sample_file, tmp_path, frameworks):
    from ita_desktop.app.office.workspace import Workspace
    from ita_desktop.app.papers.printing import OPTIONS
    from ita_desktop.documents import DocumentOptions

    options = DocumentOptions(wording={"analysis-report/rationale": "เหตุผลของเรา"})
    with Workspace.open(sample_file, frameworks) as workspace:
        workspace.set_setting(OPTIONS, options.to_setting())
    out = tmp_path / "out.txt"
    words = ["print", str(sample_file), "--document", "analysis-report", "--year", "2568", "--out", str(out)]
    assert run([*words, "--format", "txt"]) == 0
    assert "เหตุผลของเรา" in out.read_text(encoding="utf-8")


def test_workbook_of_the_office_can_be_imported_again(sample_file, tmp_path):
    out = tmp_path / "out.xlsx"
    words = ["print", str(sample_file), "--year", "2568", "--out", str(out)]
    assert run([*words, "--document", "workbook", "--format", "xlsx"]) == 0
    assert run(["import", str(out), str(tmp_path / "again.ita")]) == 0
    for file in (sample_file, tmp_path / "again.ita"):
        assert run(["export", str(file), str(file.with_suffix(".json"))]) == 0
    again = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))
    assert without_empty(again) == without_empty(
        json.loads(sample_file.with_suffix(".json").read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize(("document", "format"), [("memo", "xlsx"), ("workbook", "docx")])
def test_only_the_workbook_is_for_excel(sample_file, tmp_path, capsys, document, format):
    words = ["--document", document, "--format", format, "--year", "2568", "--out", str(tmp_path / "out")]
    assert run(["print", str(sample_file), *words]) == 2
    assert "--document workbook --format xlsx" in capsys.readouterr().err


FOREIGN = Path(__file__).resolve().parents[1] / "data" / "foreign"


def test_a_word_file_is_read_and_brought_in(cases, tmp_path, capsys):
    plan = FOREIGN / "m1-plan-merged-rows.docx"
    assert run(["read", str(plan), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == [{"kind": "measures", "year": 2564}]
    assert len(told["measures"]) == 10
    assert run(["read", str(plan)]) == 0
    assert "2564" in capsys.readouterr().out
    file = brought(cases, tmp_path)
    assert run(["import", str(plan), str(file), "--year", "2564"]) == 0
    assert run(["export", str(file), str(tmp_path / "out.json")]) == 0
    out = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    taken = next(one for one in out["plans"] if one["fiscal_year"] == 2564)["measures"]
    assert [one["refs"] for one in taken][-1] == ["10"]


def test_what_is_left_out_for_its_doubts_is_exit_status_1(cases, tmp_path, capsys):
    file = brought(cases, tmp_path)
    table = tmp_path / "scores.csv"
    table.write_text("ตัวชี้วัด,คะแนน\nการปฏิบัติหน้าที่,90\nการป้องกันทุจริต,80\n", encoding="utf-8")
    assert run(["import", str(table), str(file), "--year", "2567"]) == 1
    assert "read" in capsys.readouterr().err
    assert run(["import", str(table), str(file), "--year", "2567", "--accept-doubts"]) == 0


def test_what_an_import_replaces_is_backed_up_in_the_users_folder(cases, tmp_path):
    file = brought(cases, tmp_path)
    assert run(["import", "--replace", str(cases / "case-004.json"), str(file)]) == 0
    assert list((paths.user_data() / "backups").rglob("*.ita-backup"))
    assert [one.name for one in tmp_path.iterdir()] == [file.name]

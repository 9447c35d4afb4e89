"""report: formats, forms and departments by their names, and what a script and a person learn of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from cli_line import command

from evaltool.operations.reporting import paper


@pytest.fixture
def kept(run, julu: Path, julu_actuals: Path, beidaihe: Path) -> None:
    """Both examples in a workspace, the first with its actuals."""
    run("import", julu, beidaihe, "--yes")
    run("record", julu_actuals)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("kept")
def test_without_a_department_all_are_written_and_how_many_is_said(run, folder: Path):
    said = run("report", "-o", "out", "--format", "csv，json", "--jobs", "1")
    assert said.code == 0
    assert [Path(line).name for line in said.out.splitlines()] == [
        f"{of}绩效自评明细.{suffix}"
        for of in (
            "131001中国人民政治协商会议巨鹿县委员会办公室本级2022年度",
            "131002中国人民政治协商会议河北省秦皇岛市北戴河区委员会2020年度",
        )
        for suffix in ("csv", "json")
    ]
    assert "2 个单位" in said.err
    assert "[2/2] 中国人民政治协商会议河北省" in said.err
    assert "写出 4 个文件，未变 0 个" in said.err
    assert len(names(folder / "out")) == 4


@pytest.mark.usefixtures("kept")
def test_departments_are_chosen_by_code_name_and_year(run):
    def chosen(*line: str) -> list[str]:
        said = run("report", "-o", "out", "--format", "csv", "--json", "--jobs", "1", *line)
        return [one["code"] for one in said.json["departments"]]

    assert chosen("--department", "131002") == ["131002"]
    assert chosen("--department", "131002", "--department", "131001") == ["131001", "131002"]
    assert chosen("--year", "2022") == ["131001"]
    unknown = run("report", "-o", "out", "--department", "131001", "--department", "999")
    assert (unknown.code, unknown.out) == (2, "")
    assert "没有所指定的单位或年度：999" in unknown.err


@pytest.mark.usefixtures("kept")
def test_json_says_what_became_of_each_file(run, folder: Path):
    line = ("report", "-o", "out", "--format", "csv,json", "--department", "131001", "--json")
    first = run(*line).json
    assert [one["became"] for one in first["departments"][0]["files"]] == ["written", "written"]
    table = Path(first["files"][0])
    table.write_text(table.read_text("utf-8-sig") + "我加的\n", "utf-8")
    again = run(*line)
    assert [one["became"] for one in again.json["departments"][0]["files"]] == ["kept_old", "unchanged"]
    kept = Path(again.json["departments"][0]["files"][0]["kept"])
    assert kept.name.endswith("绩效自评明细（旧）.csv")
    assert kept.read_text("utf-8").endswith("我加的\n")
    assert f"已改名为 {kept.name} 保留" in again.err
    assert (again.json["stopped"], again.json["left"], again.json["errors"]) == (False, [], [])
    assert names(folder / "out") == sorted([*(Path(one).name for one in first["files"]), kept.name])


@pytest.mark.usefixtures("kept")
def test_a_summary_is_one_file_of_each_format_over_all_departments(run, folder: Path):
    said = run(
        "report", "-o", "out", "--form", "summary", "--format", "xlsx,csv,json", "--json", "--jobs", "1"
    )
    assert said.code == 0
    assert names(folder / "out") == [f"各单位绩效自评{of}" for of in ("明细.csv", "明细.json", "汇总表.xlsx")]
    assert [one["became"] for one in said.json["shared"]] == ["written"] * 3
    whole = json.loads((folder / "out/各单位绩效自评明细.json").read_text("utf-8"))
    assert [one["department"]["code"] for one in whole["departments"]] == ["131001", "131002"]


WRONG = {
    "a format that is none": (
        ["--format", "xslx"],
        ["没有“xslx”", "xlsx,docx,html,pdf,csv,json", "最接近的是 xlsx"],
    ),
    "a format like nothing": (["--format", "照片"], ["没有“照片”，可写 xlsx,docx"]),
    "no format": (["--format", " , "], ["可写 xlsx,docx"]),
    "a form that is none": (["--form", "hubei"], ["没有“hubei”", "最接近的是 hebei"]),
    "a summary as a report": (["--form", "summary", "--format", "docx,html"], ["汇总表没有 docx、html"]),
    "two forms": (["--form", "hebei", "--template", "t.xlsx"], ["两者不能同时使用"]),
    "a template for a table": (["--format", "csv", "--template", "t.xlsx"], ["只用于 xlsx 和 pdf"]),
    "no template there": (["--template", "t.xlsx"], ["t.xlsx"]),
    "no processes": (["--jobs", "0"], ["--jobs"]),
    "actuals of no document": (["--actuals", "t.csv"], ["要与绩效文本一起使用"]),
    "a year that is none": (["--year", "22"], ["不是年度"]),
}


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("line", "why"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(run, folder: Path, line, why):
    said = run("report", "-o", "out", *line)
    assert (said.code, said.out) == (2, "")
    assert all(words in said.err for words in why), said.err
    assert not (folder / "out").exists()


def test_a_document_is_about_one_department(run, julu: Path):
    said = run("report", julu, "-o", "out", "--department", "1", "--department", "2")
    assert said.code == 2
    assert "一份文本只有一个单位" in said.err


@pytest.mark.usefixtures("kept")
def test_a_reason_that_all_departments_share_is_said_once(run, folder: Path):
    (folder / "out").write_text("", "utf-8")
    said = run("report", "-o", "out", "--jobs", "1")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("无法写入 out") == 1


@pytest.mark.usefixtures("kept")
def test_what_failed_for_one_department_is_said_with_its_name_and_the_rest_is_written(run):
    written = run("report", "-o", "out", "--format", "csv", "--jobs", "1").out.splitlines()
    Path(written[0]).unlink()
    Path(written[0]).mkdir()
    said = run("report", "-o", "out", "--format", "csv", "--jobs", "1")
    assert said.code == 2
    assert said.out.splitlines() == written[1:]
    assert "巨鹿县委员会办公室本级：无法写入" in said.err


def test_without_libreoffice_the_workbook_is_written_and_the_exit_code_says_that_not_all_is(
    run, julu: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(paper, "office_program", lambda: None)
    said = run("report", julu, "-o", "out", "--format", "xlsx,pdf")
    assert said.code == 2
    assert said.out.endswith("绩效自评表.xlsx\n")
    assert "没有安装 LibreOffice，没有生成 PDF" in said.err


def test_in_english_every_sentence_about_writing_is(run, julu: Path, folder: Path):
    (path,) = map(Path, run("report", julu, "-o", "out", "--lang", "en").out.splitlines())
    path.write_bytes(b"mine")
    said = run("report", julu, "-o", "out", "--lang", "en", "--format", "xlsx,csv")
    assert "what stood there was not as this program wrote it, and is kept as" in said.err
    assert "2 files written, 0 unchanged" in said.err
    assert names(folder / "out")[0].endswith(" 2022 lines of scorecards.csv")
    assert len(names(folder / "out")) == 3


@pytest.mark.usefixtures("kept")
def test_one_file_that_did_not_change_is_said_too(run):
    line = ("report", "-o", "out", "--format", "csv", "--department", "131001")
    assert "未变" not in run(*line).err
    assert "写出 0 个文件，未变 1 个" in run(*line).err


@pytest.fixture
def many(run, julu: Path, folder: Path) -> None:
    """Forty departments."""
    text = julu.read_text("utf-8")
    (folder / "in").mkdir()
    for number in range(40):
        (folder / f"in/{number}.txt").write_text(text.replace("131001", f"{200000 + number}"), "utf-8")
    assert run("import", "in", "--yes", "--json").code == 0


@pytest.mark.usefixtures("many")
@pytest.mark.skipif(os.name != "posix", reason="Windows has no signals to send to one process")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_it_keeps_whole_files_and_learns_how_many(folder: Path, jobs: str, sign: signal.Signals):
    code, told = stopped(folder, jobs, sign)
    assert code == 130
    files = names(folder / "out")
    assert [name for name in files if not name.endswith(".json")] == []
    for path in (folder / "out").iterdir():
        json.loads(path.read_bytes())
    assert 0 < len(files) < 40
    assert f"已停止：写出 {len(files)} 个文件，未变 0 个，还有 {40 - len(files)} 个单位没有写完" in told


@pytest.mark.usefixtures("many")
@pytest.mark.skipif(os.name != "posix", reason="Windows has no signals to send to one process")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_killed_run_leaves_whole_files_and_the_next_one_finishes(run, folder: Path, jobs: str):
    code, _told = stopped(folder, jobs, signal.SIGKILL)
    assert code == -signal.SIGKILL
    for path in (folder / "out").glob("[!.]*"):
        json.loads(path.read_bytes())
    said = run("report", "-o", "out", "--format", "json", "--jobs", "2")
    assert said.code == 0
    assert len(list((folder / "out").glob("[!.]*"))) == 40


def stopped(folder: Path, jobs: str, sign: signal.Signals) -> tuple[int, str]:
    """Start a run, send it a signal once the third department is begun; its exit code and what it said."""
    line = command(["report", "-o", "out", "--format", "json", "--jobs", jobs])
    with subprocess.Popen(
        line, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ) as process:  # fmt: skip
        assert process.stderr is not None
        told = []
        for said in process.stderr:
            told.append(said)
            if said.startswith("[3/40]"):
                process.send_signal(sign)
        return process.wait(), "".join(told)


@pytest.mark.usefixtures("kept")
@pytest.mark.skipif(os.name != "posix", reason="Windows has no terminal that a program can play")
def test_on_a_terminal_there_is_a_bar_and_the_answer_stays_clean(folder: Path):
    import pty

    master, slave = pty.openpty()
    line = command(["report", "-o", "out", "--format", "csv", "--jobs", "2", "--json"])
    done = subprocess.run(line, cwd=folder, stdin=slave, stdout=subprocess.PIPE, stderr=slave, check=False)
    os.close(slave)
    shown = os.read(master, 1_000_000).decode(errors="replace")
    os.close(master)
    assert done.returncode == 0
    assert "2/2" in shown
    assert "[2/2]" not in shown
    assert len(json.loads(done.stdout)["files"]) == 2


def test_help_names_formats_forms_and_what_is_kept(run):
    said = run("report", "--help")
    assert said.code == 0
    for words in (
        "xlsx,docx,html,pdf,csv,json",
        "national|hebei|department|summary",
        "（旧）",
        "--template",
        "--jobs",
    ):
        assert words in said.out

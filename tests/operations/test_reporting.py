"""A run over departments: here or in other processes, stopped or not, with and without LibreOffice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from evaltool import operations as ops
from evaltool.office import fonts
from evaltool.office.program import office_program
from evaltool.operations.reporting import Became, Form, Format, Out, Step, Wanted, apart, paper, write_all
from evaltool.operations.reporting.wanted import PLAIN
from evaltool.wording import fault
from scoring.model import Department, Dossier, Reading

DAY = date(2023, 1, 15)
ALL = tuple(one for one in Format if one is not Format.PDF)


def clock() -> datetime:
    return datetime(2023, 1, 15, tzinfo=UTC)


@pytest.fixture
def county(julu: Dossier, tmp_path: Path) -> Iterator[ops.Desk]:
    """Five departments of one year; two have the same code and name written together."""
    names = [("12", "3局"), ("123", "局"), ("131002", "乙"), ("131003", "丙"), ("131004", "丁")]
    with ops.Desk.open(tmp_path / "county.db", who="王", clock=clock) as desk:
        for code, name in names:
            declared: Department = replace(julu.department, code=code, name=name)
            desk.adopt(Reading(declared)).result()
        yield desk


def run(
    desk: ops.Desk, folder: Path, wanted: Wanted = PLAIN, jobs: int = 1, told: list[Step] | None = None
) -> Out:
    steps: list[Step] = [] if told is None else told
    return write_all(desk, desk.departments(), folder, DAY, steps.append, lambda: False, wanted, jobs=jobs)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("form", [Form.NATIONAL, Form.SUMMARY])
def test_one_process_and_two_write_the_same_bytes(county: ops.Desk, tmp_path: Path, form: Form) -> None:
    formats = ALL if form is Form.NATIONAL else (Format.XLSX, Format.CSV, Format.JSON)
    outs = [run(county, tmp_path / str(jobs), Wanted(formats, form), jobs) for jobs in (1, 2)]
    assert [one.failed for one in outs] == [(), ()]
    assert [path.name for path in outs[0].paths] == [path.name for path in outs[1].paths]
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert len(contents(tmp_path / "1")) == (5 * len(ALL) if form is Form.NATIONAL else 3)


def test_departments_that_would_have_one_name_have_two(county: ops.Desk, tmp_path: Path) -> None:
    run(county, tmp_path / "出", Wanted((Format.CSV,)))
    assert {"123局2022年度绩效自评明细.csv", "123局(2)2022年度绩效自评明细.csv"} <= set(
        contents(tmp_path / "出")
    )
    alone = [one for one in county.departments() if one.code == "123"]
    out = write_all(county, alone, tmp_path / "独", DAY, lambda _: None, lambda: False, Wanted((Format.CSV,)))
    assert [path.name for path in out.paths] == ["123局(2)2022年度绩效自评明细.csv"]


def test_a_second_run_changes_nothing_and_a_day_later_all_is_replaced(
    county: ops.Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "出"
    run(county, folder, Wanted(ALL))
    again = run(county, folder, Wanted(ALL), jobs=2)
    assert {one.became for one in again.placed} == {Became.UNCHANGED}
    later = write_all(
        county, county.departments(), folder, date(2023, 1, 16), lambda _: None, lambda: False, Wanted(ALL)
    )
    assert {one.became for one in later.placed} == {Became.WRITTEN}
    assert len(contents(folder)) == 5 * len(ALL)


def test_what_a_person_has_changed_is_kept_in_a_run_of_two_processes(
    county: ops.Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "出"
    paths = run(county, folder).paths
    book = openpyxl.load_workbook(paths[1])
    book.worksheets[0]["A1"] = "我改的"
    book.save(paths[1])
    out = run(county, folder, jobs=2)
    (kept,) = (one for one in out.placed if one.became is Became.KEPT_OLD)
    assert kept.path == paths[1]
    assert kept.kept is not None
    assert openpyxl.load_workbook(kept.kept).worksheets[0]["A1"].value == "我改的"


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_department_that_fails_does_not_stop_the_others(
    county: ops.Desk, tmp_path: Path, jobs: int
) -> None:
    folder = tmp_path / "出"
    known = county.departments()
    gone = replace(known[0], code="gone", name="不在了")
    county_with_one_more = (*known, gone)
    (folder / "131002乙2022年度绩效自评表.xlsx").mkdir(parents=True)
    out = write_all(county, county_with_one_more, folder, DAY, lambda _: None, lambda: False, jobs=jobs)
    failed = {one.code: fault(error) for one, error in out.failed}
    assert set(failed) == {"131002", "gone"}
    assert "是文件夹" in failed["131002"]
    assert "工作区中没有 gone" in failed["gone"]
    assert len(out.paths) == 4


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_summary_leaves_out_who_could_not_be_made_and_says_so(
    county: ops.Desk, tmp_path: Path, jobs: int
) -> None:
    known = county.departments()
    meant = (*known[:2], replace(known[0], code="gone", name="不在了"))
    wanted, folder = Wanted((Format.JSON,), Form.SUMMARY), tmp_path / "出"
    out = write_all(county, meant, folder, DAY, lambda _: None, lambda: False, wanted, jobs=jobs)
    assert [one.code for one, _why in out.failed] == ["gone"]
    (path,) = out.paths
    assert len(json.loads(path.read_bytes())["departments"]) == 2
    stopped = write_all(county, known, tmp_path / "停", DAY, lambda _: None, lambda: True, wanted, jobs=jobs)
    assert (stopped.paths, stopped.left) == ((), known)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_ours_is_kept_to_its_file_or_its_department(
    county: ops.Desk, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sealed(content: bytes, suffix: str) -> bytes:
        raise ZeroDivisionError(suffix) if suffix == "csv" else KeyError(content)

    if jobs == 1:
        monkeypatch.setattr("evaltool.operations.reporting.contents.sealed", sealed)
    else:
        monkeypatch.setattr("evaltool.operations.reporting.writing.language.in_use", lambda: "xx")
    out = run(county, tmp_path / "出", Wanted((Format.CSV, Format.JSON)), jobs=jobs)
    assert len(out.failed) == 5 * (2 if jobs == 1 else 1)
    assert all("Error" in str(error) for _one, error in out.failed)


def test_a_run_in_two_processes_tells_of_each_department(county: ops.Desk, tmp_path: Path) -> None:
    told: list[Step] = []
    run(county, tmp_path / "出", Wanted((Format.CSV,)), jobs=2, told=told)
    names = [one.name for one in county.departments()]
    assert told == [Step(done, 5, name, done + 1) for done, name in enumerate([*names, ""])]


def test_a_run_in_two_processes_that_is_stopped_says_what_is_left(county: ops.Desk, tmp_path: Path) -> None:
    told: list[Step] = []
    known, folder = county.departments(), tmp_path / "出"
    out = write_all(
        county, known, folder, DAY, told.append, lambda: len(told) > 2, Wanted((Format.JSON,)), jobs=2
    )
    assert [one.of for one in out.results] == list(known[:2])
    assert out.left == known[2:]
    assert sorted(contents(folder)) == sorted(path.name for path in out.paths)
    for content in contents(folder).values():
        json.loads(content)


def test_a_process_that_dies_is_a_sentence_about_its_department(
    county: ops.Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = apart.ReadingProcess.call

    def dying(
        self: apart.ReadingProcess, function: object, arguments: tuple[apart.Task], seconds: float
    ) -> object:
        if arguments[0].code == "131003":
            self.end()
        return call(self, function, arguments, seconds)  # type: ignore[arg-type]

    monkeypatch.setattr(apart.ReadingProcess, "call", dying)
    out = run(county, tmp_path / "出", Wanted((Format.CSV,)), jobs=2)
    ((of, error),) = out.failed
    assert of.code == "131003"
    assert fault(error) == "131003丙：生成时内存不足或超过时限，没有写出"
    assert len(out.paths) == 4


def test_a_template_that_is_none_is_refused_before_anything_is_written(
    county: ops.Desk, tmp_path: Path
) -> None:
    (tmp_path / "表.xlsx").write_text("no workbook", "utf-8")
    out = run(county, tmp_path / "出", Wanted(template=tmp_path / "表.xlsx"))
    assert len(out.failed) == 5
    assert not (tmp_path / "出").exists()


def test_without_libreoffice_all_else_is_written_and_one_sentence_says_what_to_install(
    county: ops.Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "office_program", lambda: None)
    out = run(county, tmp_path / "出", Wanted((Format.CSV, Format.PDF)), jobs=2)
    assert {path.suffix for path in out.paths} == {".csv"}
    (why,) = out.refused
    assert "请安装 LibreOffice，或用 WPS、Excel 打开 xlsx 另存为 PDF" in fault(why)
    only = run(county, tmp_path / "只", Wanted((Format.PDF,)))
    assert (only.paths, len(only.refused)) == ((), 1)


def test_without_a_chinese_font_nothing_is_printed_in_empty_boxes(
    county: ops.Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "office_program", lambda: Path("soffice"))
    monkeypatch.setattr(paper, "has_chinese_font", lambda: False)
    (why,) = run(county, tmp_path / "出", Wanted((Format.PDF,))).refused
    assert "请安装中文字体" in fault(why)


@pytest.mark.parametrize(("said", "code", "has"), [(b"", 0, False), (b"SimSun\n", 0, True), (b"", 1, True)])
def test_fontconfig_is_asked_for_a_font_with_chinese(
    monkeypatch: pytest.MonkeyPatch, said: bytes, code: int, has: bool
) -> None:
    monkeypatch.setattr(fonts.shutil, "which", lambda _: "fc-list")
    monkeypatch.setattr(
        fonts.subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=said, returncode=code)
    )
    assert fonts.has_chinese_font() is has
    monkeypatch.setattr(fonts.shutil, "which", lambda _: None)
    assert fonts.has_chinese_font()


def test_a_print_that_takes_too_long_or_comes_to_nothing_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_slow(*_: object) -> bytes:
        raise TimeoutError

    monkeypatch.setattr(paper, "office_program", lambda: Path("soffice"))
    for convert, said in (
        (too_slow, "LibreOffice 超过 66 秒没有完成"),
        (lambda *_: None, "没有生成 PDF，可重试"),
    ):
        monkeypatch.setattr(paper, "converted", convert)
        with pytest.raises(ops.Refused) as refused:
            paper.printed(b"PK", 3, DAY, tmp_path)
        assert said in fault(refused.value)


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(not fonts.has_chinese_font(), reason="no font with Chinese is installed")
def test_the_forms_as_pdf_are_the_same_each_time_and_say_what_is_in_them(
    county: ops.Desk, tmp_path: Path
) -> None:
    import pdfplumber

    two = county.departments()[:2]
    wanted = Wanted((Format.PDF,))
    for jobs in (1, 2):
        out = write_all(
            county, two, tmp_path / str(jobs), DAY, lambda _: None, lambda: False, wanted, jobs=jobs
        )
        assert out.failed == ()
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    path = tmp_path / "1" / "123局2022年度绩效自评表.pdf"
    with pdfplumber.open(path) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "项目支出绩效自评表" in "".join(text.split())
    assert "national-2020" in text
    assert "不一致" not in text

"""Result documents as offices have them are re-checked as they are: Word and Excel say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from layout_cases import Layout, layouts
from layout_files import docx_of, xlsx_of

from evaltool.documents import Unreadable
from evaltool.operations import Rechecked, recheck_file
from scoring.rulebook import load

CASES = {case.name: case for case in layouts()}
UNSCORED = ["01", "02", "12", "13", "14", "18", "19", "20", "21", "22", "24", "27", "30", "31", "33", "35"]
"""Layouts of declared targets, and of results without scores."""
SCORED = [name for name in CASES if name[:2] not in UNSCORED]


def rechecked(case: Layout, kind: str, folder: Path) -> Rechecked:
    path = folder / f"{case.name}.{kind}"
    path.write_bytes({"docx": docx_of, "xlsx": xlsx_of}[kind](case.document))
    return recheck_file(path, load())


def said(done: Rechecked) -> list[tuple[str, str, str, str]]:
    return [
        (line.line.project, line.line.level1, line.line.indicator, line.verdict.value) for line in done.lines
    ]


@pytest.mark.parametrize("name", SCORED)
def test_a_result_document_is_rechecked_as_word_and_as_excel_alike(name: str, tmp_path: Path):
    word, excel = (rechecked(CASES[name], kind, tmp_path) for kind in ("docx", "xlsx"))
    assert said(word) == said(excel)
    assert word.lines
    assert [doubt.code for doubt in word.findings] == [doubt.code for doubt in excel.findings]


@pytest.mark.parametrize("name", [name for name in CASES if name not in SCORED])
def test_a_document_without_scores_is_said_to_have_none(name: str, tmp_path: Path):
    with pytest.raises(Unreadable) as refused:
        rechecked(CASES[name], "docx", tmp_path)
    assert refused.value.code == "recheck.no_header"


def test_the_hebei_form_in_word_is_rechecked_with_its_money_and_its_shrunk_totals(tmp_path: Path):
    done = rechecked(CASES["03-hebei-result"], "docx", tmp_path)
    assert [(line.line.indicator, line.line.target, line.line.score) for line in done.lines] == [
        ("预算数", "6.84", ""),
        ("其中:财政资金", "6.84", ""),
        ("其他", "0.00", ""),
        ("符合条件申报对象覆盖率", ">=98%(百分比)", "25.00"),
        ("完成率", ">=99%(百分比)", "25.00"),
        ("补贴发放率", ">=75%(百分比)", "30.00"),
        ("服务对象满意度", ">=95%(百分比)", "10.00"),
    ]
    assert [doubt.code for doubt in done.findings] == ["recheck.shrunk"] * 4


def test_the_national_form_in_word_keeps_levels_over_rows_that_say_nothing(tmp_path: Path):
    done = rechecked(CASES["05-sichuan-result"], "docx", tmp_path)
    levels = [line.line.level1 for line in done.lines if line.line.level1.startswith("效益")]
    assert levels == ["效益指标（20分）"] * 2
    assert "recheck.level_sum" not in [doubt.code for doubt in done.findings]

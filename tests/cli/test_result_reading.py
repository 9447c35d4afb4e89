"""`read` shows of a result document what was achieved, and gives it as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from layout_cases import layouts
from layout_files import docx_of

Run = Callable[..., Any]


@pytest.fixture
def form(folder: Path) -> Path:
    case = next(one for one in layouts() if one.name == "05-sichuan-result")
    path = folder / "自评表.docx"
    path.write_bytes(docx_of(case.document))
    return path


def test_what_was_achieved_stands_beside_the_targets(run: Run, form: Path) -> None:
    said = run("read", form).out
    assert "全年预算数 20 万元，全年执行数 20 万元" in said
    line = next(line for line in said.splitlines() if "安装坡面水标尺" in line)
    assert line.split()[-5:] == ["不低于（≥）", "≥266米", "266米", "10", "10"]
    assert "可衡量内容" not in said


def test_the_results_are_given_as_json(run: Run, form: Path) -> None:
    (project,) = run("read", form, "--json").json["projects"]
    assert project["money"]["spent"] == {"total": "20", "fiscal": "20", "carried": None, "other": None}
    assert project["achieved"] == "对项目区农业用水计量，为项目区农业生产夯实基础"
    assert project["results"][0] == {
        "level1": "产出指标",
        "level2": "数量指标",
        "name": "安装坡面水标尺",
        "ordinal": 1,
        "actual": "≥266米",
        "reason": "",
        "score": "10",
    }


def test_a_document_of_targets_has_no_results(run: Run) -> None:
    examples = Path(__file__).parents[2] / "examples"
    path = next(path for path in sorted(examples.glob("*.txt")) if "2022" in path.name)
    said = run("read", path, "--json").json
    assert (said["projects"][0]["results"], said["projects"][0]["money"]) == ([], {})
    assert "原得分" not in run("read", path).out

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
JULU = next(path for path in sorted(EXAMPLES.glob("*.txt")) if "2022" in path.name)

Run = Callable[..., Any]


def test_forms_go_out_of_the_workspace(run: Run, folder: Path) -> None:
    run("import", JULU)
    said = run("form", "-o", "out", "--json")
    assert said.code == 0
    assert [Path(path).exists() for path in said.json["files"]] == [True]
    assert said.json["forms"] == [{"path": said.json["files"][0], "beyond": []}]
    together = run("form", "-o", "out", "--together")
    assert together.out.strip() == str(next(folder.glob("out/*级2022年度填报表.xlsx")).relative_to(folder))


def test_a_form_that_is_there_with_other_content_is_not_written_over(run: Run) -> None:
    run("import", JULU)
    path = Path(run("form", "-o", "out", "--json").json["files"][0])
    path.write_text("填过的", encoding="utf-8")
    said = run("form", "-o", "out")
    assert said.code == 2
    assert "没有覆盖" in said.err
    assert path.read_text(encoding="utf-8") == "填过的"

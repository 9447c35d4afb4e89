"""score, compare, check, report: the same figures by every way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

PROJECT = "13052922P00584010141N"
LINES = ["9.38", "12.50", "11.84", "12.50", "27.00", "9.97"]


def figures_of_julu(answer: Any) -> None:
    assert answer["rulebook"] == "national-2020"
    (project,) = answer["projects"]
    assert project["code"] == PROJECT
    assert project["execution"]["score"] == "9.69"
    assert [line["score"] for line in project["indicators"]] == LINES
    assert (project["score"], project["low"], project["high"]) == ("92.88", "92.88", "92.88")
    assert project["grade"] == "优"
    assert (answer["department"]["score"], answer["department"]["grade"]) == ("92.88", "优")


def test_julu_scores_92_88_without_and_with_a_workspace_alike(child, julu, julu_actuals):
    stateless = child("score", julu, "--actuals", julu_actuals, "--json", "--who", "王")
    assert stateless.code == 0
    assert stateless.err == ""
    figures_of_julu(stateless.json)

    assert child("import", julu).code == 0
    assert child("record", julu_actuals, "--who", "王").code == 0
    kept = child("score", "--json")
    assert kept.code == 0
    figures_of_julu(kept.json)

    # Doubts about the document are kept with what it declares.
    assert any("file" in one["place"] for one in kept.json["findings"])
    assert kept.json == stateless.json
    assert child("check", "--json").json["findings"] != []


def test_the_lines_of_a_project_add_up_to_its_total(run, julu, julu_actuals):
    (project,) = run("score", julu, "--actuals", julu_actuals, "--json").json["projects"]
    lines = sum(Decimal(line["score"]) for line in project["indicators"])
    levels = sum(Decimal(level["score"]) for level in project["levels"])
    parts = sum(Decimal(part["score"]) for level in project["levels"] for part in level["parts"])
    assert lines == levels == parts
    assert lines + Decimal(project["execution"]["score"]) == Decimal(project["score"])
    weights = [Decimal(level["weight"]) for level in project["levels"]]
    assert sum(weights) + Decimal(project["execution"]["weight"]) == 100


def test_every_line_carries_its_rule_and_its_working(run, julu, julu_actuals):
    (project,) = run("score", julu, "--actuals", julu_actuals, "--json").json["projects"]
    for line in [project["execution"], *project["indicators"]]:
        assert line["rule"]
        assert [step["text"] for step in line["working"]]
    forward = project["indicators"][0]
    assert forward["attainment"] == "0.7500"
    assert forward["working"][0]["text"] == "12.5 × 3 ÷ 4 = 9.375"


def test_a_missing_actual_leaves_an_interval_and_no_grade(run, beidaihe, beidaihe_actuals):
    answer = run("score", beidaihe, "--actuals", beidaihe_actuals, "--json").json
    open_ones = [one for one in answer["projects"] if one["score"] is None]
    assert [one["name"] for one in open_ones] == ["政协会议"]
    assert Decimal(open_ones[0]["low"]) < Decimal(open_ones[0]["high"])
    assert answer["department"]["score"] is None
    assert Decimal(answer["department"]["low"]) < Decimal(answer["department"]["high"])
    waiting = [line for line in open_ones[0]["indicators"] if line["status"] == "waiting"]
    assert [line["actual"] for line in waiting] == [None]
    assert [line["score"] for line in waiting] == [None]


def test_a_document_without_a_table_has_nothing_recorded(run, julu):
    said = run("score", julu, "--json")
    assert said.code == 0
    (project,) = said.json["projects"]
    assert project["score"] is None
    assert (project["low"], project["high"]) == ("0.00", "100.00")


def test_the_text_says_total_grade_rulebook_and_methods(run, julu, julu_actuals):
    said = run("score", julu, "--actuals", julu_actuals).out
    assert "总分 92.88 优" in said
    assert "national-2020" in said
    assert "项目加权平均分（管理参考）" in said
    assert "部门整体自评得分" not in said


def test_compare_lists_the_greatest_loss_first(run, julu, julu_actuals):
    said = run("compare", julu, "--actuals", julu_actuals)
    assert said.code == 0
    rows = [line.split()[0] for line in said.out.splitlines() if line]
    assert rows.index("会议培训次数") < rows.index("委员履职能力提升") < rows.index("经费成本")
    assert rows.index("完成率") < rows.index("预算执行率") < rows.index("满意度")


def test_compare_sets_spending_beside_its_plan(run, julu, julu_actuals, beidaihe, beidaihe_actuals):
    said = run("compare", julu, "--actuals", julu_actuals)
    lines = [line.split() for line in said.out.splitlines()]
    assert ["6月底", "71.50", "50.00%", "70.15", "49.06%", "-1.35"] in lines
    without = run("compare", beidaihe, "--actuals", beidaihe_actuals)
    assert ["6月底", "1.00", "50.00%"] in [line.split() for line in without.out.splitlines()]


def test_compare_does_not_hide_a_row_that_was_left_out(run, julu, folder: Path):
    table = folder / "t.csv"
    table.write_text(f"项目编码,三级指标,实际完成值\n{PROJECT},没有这个指标,5\n", "utf-8")
    said = run("compare", julu, "--actuals", table)
    assert said.code == 1
    assert "没有这个指标" in said.out
    reported = run("report", julu, "--actuals", table, "-o", folder / "out")
    assert reported.code == 1
    assert "没有这个指标" in reported.err


def test_check_names_what_is_missing_and_leaves_with_0_while_nothing_is_wrong(
    run, beidaihe, beidaihe_actuals
):
    said = run("check", beidaihe, "--actuals", beidaihe_actuals, "--json")
    assert said.code == 0
    missing = [one for one in said.json["findings"] if one["code"] == "outcome.missing"]
    assert [one["place"]["indicator"] for one in missing] == ["会议满意度"]


def test_report_writes_the_workbook_and_says_where(run, julu, julu_actuals, folder: Path):
    said = run("report", julu, "--actuals", julu_actuals, "-o", folder / "a/b")
    assert said.code == 0
    path = Path(said.out.strip())
    assert path.parent == folder / "a/b"
    assert path.read_bytes().startswith(b"PK")
    assert "正在生成" in said.err
    again = run("report", julu, "--actuals", julu_actuals, "-o", folder / "a/b", "--json")
    assert again.json["files"] == [str(path)]


def test_another_rulebook_by_file_scores_by_its_rules(run, julu, julu_actuals, folder: Path):
    rules = folder / "ours.toml"
    rules.write_text(
        'id = "ours"\nversion = "1"\ntitle = "某县"\nextends = "national-2020"\n'
        '[quantitative.reverse]\nvalue = "linear"\n',
        "utf-8",
    )
    answer = run("score", julu, "--actuals", julu_actuals, "--rulebook", rules, "--json").json
    assert answer["rulebook"] == "ours"


def test_a_department_or_year_that_the_document_is_not_of_is_refused(run, julu):
    said = run("score", julu, "--department", "999")
    assert (said.code, said.out) == (2, "")
    assert "131001" in said.err
    said = run("score", julu, "--year", "2021")
    assert (said.code, said.out) == (2, "")
    assert "2022" in said.err


def test_departments_of_a_workspace_are_chosen_by_code_name_or_year(run, julu, beidaihe):
    assert run("import", julu, beidaihe).code == 0
    undecided = run("score")
    assert undecided.code == 2
    assert "131001" in undecided.err
    assert "131002" in undecided.err
    for choice in (
        ("--department", "131002"),
        ("--year", "2020"),
        ("--department", "131002", "--year", "2020"),
    ):
        assert run("score", *choice, "--json").json["department"]["code"] == "131002"
    by_name = run("score", "--department", "中国人民政治协商会议巨鹿县委员会办公室本级", "--json")
    assert by_name.json["department"]["code"] == "131001"
    nobody = run("score", "--department", "131003")
    assert nobody.code == 2
    assert "131003" in nobody.err

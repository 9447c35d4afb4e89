"""A document read again changes only what changed; what was recorded stays."""

from __future__ import annotations

from pathlib import Path

import pytest

CODE = "13052922P00584010141N"


def test_import_shows_findings_and_leaves_with_0_without_errors(run, julu):
    said = run("import", julu)
    assert said.code == 0
    assert "提案交办率" in said.out
    assert "新增 17" in said.out


def test_the_same_document_again_changes_nothing_and_keeps_what_was_recorded(run, julu, julu_actuals):
    first = run("import", julu, "--json").json[0]
    assert isinstance(first["change"], int)
    run("record", julu_actuals)
    before = run("score", "--json").json
    again = run("import", julu, "--json").json[0]
    assert again["change"] is None
    assert (again["added"], again["removed"], again["changed"]) == ([], [], [])
    assert run("score", "--json").json == before
    assert "没有变化" in run("import", julu).out


def test_a_changed_document_says_what_changed_and_keeps_what_was_recorded(
    run, julu, julu_actuals, folder: Path
):
    run("import", julu)
    run("record", julu_actuals)
    changed = folder / "changed.txt"
    changed.write_text(julu.read_text("utf-8").replace("4次", "3次"), "utf-8")
    said = run("import", changed)
    assert said.code == 0
    assert "会议培训次数" in said.out
    assert "4次 → 3次" in said.out
    (project,) = run("score", "--json").json["projects"]
    line = project["indicators"][0]
    assert (line["target"]["text"], line["actual"], line["score"]) == ("3次", "3次", "12.50")


def test_actuals_of_an_indicator_that_is_gone_are_kept_and_named(run, julu, julu_actuals, folder: Path):
    run("import", julu)
    run("record", julu_actuals)
    changed = folder / "changed.txt"
    changed.write_text(julu.read_text("utf-8").replace("会议培训次数", "会议次数"), "utf-8")
    entry = run("import", changed, "--json").json[0]
    assert {one["field"] for one in entry["kept_without_place"]} >= {"actual", "reason"}
    assert "仍保留" in run("import", julu, changed).out
    run("import", julu)
    assert run("score", "--json").json["projects"][0]["score"] == "92.88"


def test_record_says_how_much_it_read_and_changed(run, julu, julu_actuals):
    run("import", julu)
    first = run("record", julu_actuals, "--json").json
    assert first["read"] == 13
    assert first["changed"] > 13
    assert first["department"]["code"] == "131001"
    again = run("record", julu_actuals, "--json").json
    assert (again["read"], again["changed"], again["change"]) == (13, 0, None)


def test_a_dry_run_records_nothing(run, julu, julu_actuals):
    run("import", julu)
    before = run("score", "--json").json
    said = run("record", julu_actuals, "--dry-run")
    assert said.code == 0
    assert "未录入" in said.out
    assert run("score", "--json").json == before


def test_rows_with_errors_are_left_out_and_the_others_recorded(run, julu, folder: Path):
    run("import", julu)
    table = folder / "t.csv"
    table.write_text(
        f"项目编码,三级指标,实际完成值\n{CODE},完成率,NaN\n{CODE},满意度,94.67%\n{CODE},满意,1\n", "utf-8"
    )
    said = run("record", table)
    assert said.code == 1
    assert "有错误的行没有录入" in said.out
    assert "NaN" in said.out
    assert "最接近的是：满意度" in said.out
    actuals = {
        line["name"]: line["actual"] for line in run("score", "--json").json["projects"][0]["indicators"]
    }
    assert (actuals["满意度"], actuals["完成率"]) == ("94.67%", None)


def test_a_blank_cell_leaves_what_is_recorded(run, julu, julu_actuals, folder: Path):
    run("import", julu)
    run("record", julu_actuals)
    before = run("score", "--json").json
    table = folder / "t.csv"
    table.write_text(f"项目编码,三级指标,实际完成值,偏差原因\n{CODE},完成率,,\n", "utf-8")
    assert run("record", table, "--json").json["read"] == 0
    assert run("score", "--json").json == before


def test_a_figure_ends_a_state_of_not_applicable(run, julu, folder: Path):
    run("import", julu)
    table = folder / "t.csv"
    table.write_text(f"项目编码,三级指标,实际完成值,偏差原因\n{CODE},完成率,不适用,项目取消\n", "utf-8")
    run("record", table)

    def status() -> str:
        return str(run("score", "--json").json["projects"][0]["indicators"][2]["status"])

    assert status() == "not_applicable"
    line = next(one for one in run("score").out.splitlines() if one.startswith("完成率"))
    assert "不计 " in line
    assert "0.00" not in line
    table.write_text(f"项目编码,三级指标,实际完成值,偏差原因\n{CODE},完成率,95%,\n", "utf-8")
    run("record", table)
    assert status() == "scored"


def test_a_score_set_by_hand_is_signed_and_kept_beside_the_computed_one(run, julu, folder: Path):
    run("import", julu)
    table = folder / "t.csv"
    table.write_text(
        f"项目编码,三级指标,实际完成值,人工评分,评分理由\n{CODE},完成率,95%,10,佐证不足\n", "utf-8"
    )
    assert run("record", table, "--who", "复核人").code == 0
    line = run("score", "--json").json["projects"][0]["indicators"][2]
    assert (line["score"], line["computed"]) == ("10.00", "12.50")
    assert line["override"] == {"score": "10", "reason": "佐证不足", "who": "复核人"}


def test_an_adjusted_target_is_scored_beside_the_declared_one(run, julu, folder: Path):
    run("import", julu)
    table = folder / "t.csv"
    head = "项目编码,三级指标,实际完成值,调整后指标值,批准文号"
    table.write_text(f"{head}\n{CODE},会议培训次数,3,3次,政办〔2022〕8号\n", "utf-8")
    assert run("record", table).code == 0
    line = run("score", "--json").json["projects"][0]["indicators"][0]
    assert (line["score"], line["target"]["value"]) == ("12.50", "3")
    assert line["adjusted"]["declared"]["text"] == "4次"
    assert line["adjusted"]["approval"] == "政办〔2022〕8号"
    assert "3次（原 4次）" in run("score").out


@pytest.mark.parametrize("where", ["--department", "--year"])
def test_a_table_goes_to_the_department_that_is_named(run, julu, beidaihe, beidaihe_actuals, where):
    run("import", julu, beidaihe)
    assert run("record", beidaihe_actuals).code == 2
    choice = {"--department": "131002", "--year": "2020"}[where]
    assert run("record", beidaihe_actuals, where, choice).code == 0

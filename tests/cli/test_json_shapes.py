"""The keys that programs may rely on, and figures that are never binary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scoring.rulebook.schema import METHODS

TARGET = {"text", "sense", "value", "upper", "unit", "date", "inferred", "findings"}
FINDING = {"code", "severity", "place", "message", "suggestion"}
DEPARTMENT = {"code", "name", "year", "objective", "objective_indicators", "objectives", "measures"}
PROJECT = {
    *("code", "name", "unit", "budget", "fiscal", "other"),
    *("purpose", "objectives", "spending_plan", "indicators"),
}
INDICATOR = {"level1", "level2", "name", "description", "target", "basis", "weight"}
SCORED = {"code", "name", "score", "low", "high", "grade"}
LINE = {"level1", "level2", "name", "target", "actual", "attainment", "weight", "score", "rule", "working"}
COUNTS = {
    "year",
    "line",
    "page",
    "table",
    "row",
    "ordinal",
    "change",
    "changed",
    "read",
    "measured",
    "of",
    "unweighted",
} | {
    "recorded",
    "recorded_otherwise",
    "projects",
    "indicators",
}
"""Keys whose values count something; a figure is a string."""


def figures(answer: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(answer, dict):
        for name, inner in answer.items():
            yield from figures(inner, name)
    elif isinstance(answer, list) and key != "key":
        for inner in answer:
            yield from figures(inner, key)
    elif isinstance(answer, int | float) and not isinstance(answer, bool):
        yield key, answer


def test_parse_gives_a_list_of_readings(run):
    said = run("parse", "≥95%", "143万元", "12月底前", "--level2", "成本", "--year", "2022", "--json")
    assert said.code == 0
    rate, cost, date = said.json
    assert set(rate) >= TARGET
    assert (rate["sense"], rate["value"], rate["unit"], rate["inferred"]) == ("at_least", "95", "%", [])
    assert (cost["sense"], cost["value"], cost["upper"], cost["unit"]) == ("at_most", "143", None, "万元")
    assert "sense" in cost["inferred"]
    assert (date["sense"], date["date"]) == ("by_date", "2022-12-31")


def test_parse_ends_with_1_where_a_text_cannot_be_read(run):
    said = run("parse", "1e999", "--json")
    assert said.code == 1
    assert said.json[0]["sense"] == "unread"
    assert set(said.json[0]["findings"][0]) >= FINDING
    assert said.json[0]["findings"][0]["severity"] == "error"
    assert run("parse", "--", "-5%").code == 1


def test_read_gives_department_projects_and_findings(run, julu):
    answer = run("read", julu, "--json").json
    assert set(answer) >= {"department", "projects", "findings"}
    department, (project,) = answer["department"], answer["projects"]
    assert set(department) >= DEPARTMENT
    assert (department["code"], department["year"]) == ("131001", 2022)
    assert set(department["objectives"][0]) >= {"title", "text", "indicators"}
    assert [len(one["indicators"]) for one in department["objectives"]] == [2, 2, 1, 1]
    assert len(department["objective_indicators"]) == 4
    assert len(department["measures"]) == 8
    assert set(project) >= PROJECT
    assert (project["budget"], project["fiscal"]) == ("143.00", "143.00")
    assert set(project["spending_plan"][0]) >= {"checkpoint", "amount", "percent"}
    assert [point["checkpoint"] for point in project["spending_plan"]] == [
        "3月底",
        "6月底",
        "10月底",
        "12月底",
    ]
    assert [point["percent"] for point in project["spending_plan"]] == ["25.00", "50.00", "83.22", "100.00"]
    assert all(set(line) >= INDICATOR for line in project["indicators"])
    assert all(set(line["target"]) >= TARGET for line in project["indicators"])
    assert all(set(one) >= FINDING for one in answer["findings"])
    assert all(one["place"]["file"] == julu.name for one in answer["findings"])


def test_score_gives_department_projects_and_lines(run, julu, julu_actuals):
    answer = run("score", julu, "--actuals", julu_actuals, "--json").json
    assert set(answer) >= {"rulebook", "department", "projects", "findings"}
    assert set(answer["department"]) >= SCORED | {"year", "methods"}
    assert set(answer["department"]["methods"]) == set(METHODS)
    assert answer["department"]["methods"]["own_objectives"]["score"] is None
    (project,) = answer["projects"]
    assert set(project) >= SCORED | {"execution", "levels", "indicators"}
    assert set(project["execution"]) >= {"budget", "spent", "rate", "weight", "score"}
    assert project["execution"]["rate"] == "0.9692"
    assert all(set(level) >= {"level1", "weight", "score"} for level in project["levels"])
    assert all(set(line) >= LINE for line in project["indicators"])
    assert [line["actual"] for line in project["indicators"]][:2] == ["3次", "96%"]


def test_no_answer_holds_a_figure_as_a_number(run, julu, julu_actuals, beidaihe):
    answers = [
        run("read", julu, "--json").json,
        run("read", beidaihe, "--json").json,
        run("score", julu, "--actuals", julu_actuals, "--json").json,
        run("check", julu, "--json").json,
        run("import", julu, "--json").json,
        run("record", julu_actuals, "--json").json,
        run("rules", "show", "--json").json,
        run("parse", "95.50%", "--json").json,
    ]
    assert {key for answer in answers for key, _ in figures(answer)} <= COUNTS


def test_rules_show_cites_every_clause(run):
    answer = run("rules", "show", "national-2020", "--json").json
    assert answer["rulebook"] == "national-2020"
    assert all(clause["cite"] for clause in answer["clauses"])
    text = run("rules", "show").out
    assert "财预〔2020〕10号" in text
    assert "national-2020" in run("rules").out
    assert "national-2020" in [one["rulebook"] for one in run("rules", "--json").json]

"""What is put side by side: reach, losses, spending, projects in any order, two years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import case_files as written
import pytest
from dossier_strategies import dossiers
from hypothesis import given
from hypothesis import strategies as st

from scoring.compared import (
    Column,
    ProjectRow,
    Reached,
    beside,
    losses_of,
    losses_of_project,
    ordered,
    own_losses,
    project_rows,
    reach,
    spending,
    spending_together,
)
from scoring.evaluate import evaluate
from scoring.model import (
    Checkpoint,
    Department,
    Dossier,
    Funds,
    Money,
    Outcomes,
    Project,
    ProjectOutcome,
)
from scoring.rulebook import load
from scoring.scores import DepartmentScore, ProjectScore, Score

Case = Mapping[str, Any]
LINE = ("target", "actual", "share", "state", "reason", "override")
SPENDING = ("budget", "adjusted", "plan", "paid", "spent", "base", "year", "expect")
DRAWN = {Reached.RATIO, Reached.ABOVE, Reached.SHARE, Reached.MET, Reached.MISSED}
ORDINARY = dossiers(most=3)
ABSURD = dossiers(readable=False, most=2)


@pytest.mark.parametrize("case", written.cases("compared-reach.toml"))
def test_a_line_stands_on_the_scale_where_the_case_says(case: Case):
    written.only(case, "says", "kind", "ratio", *LINE)
    line = {"declared": 10, **{name: case[name] for name in LINE if name in case}}
    scored = evaluate(written.dossier({"lines": [line]})).projects[0].indicators[0]
    found = reach(scored)
    assert found.kind == case["kind"]
    assert found.ratio == (Fraction(case["ratio"]) if "ratio" in case else None)


@pytest.mark.parametrize("case", written.cases("compared-spending.toml"))
def test_spending_stands_beside_the_plan_as_the_case_says(case: Case):
    written.only(case, "says", *SPENDING)
    project, outcome = _money(case)
    found = spending(project, _dossier(project, outcome))
    assert found.budget == _amount(case["base"])
    by_month = {one.month: one for one in found.months}
    assert list(by_month) == [3, 6, 10, 12]
    for month, expected in case["expect"].items():
        one = by_month[int(month)]
        assert [one.planned, one.actual, one.ahead] == [_amount(each) for each in expected]
    assert by_month[12].is_year == case.get("year", False)


def _money(case: Case) -> tuple[Project, ProjectOutcome]:
    plan = [_checkpoint(int(month), said) for month, said in case.get("plan", {}).items()]
    project = Project("P", "项目", budget=_amount(case.get("budget", "-")), plan=tuple(plan))
    paid = {int(month): Decimal(amount) for month, amount in case.get("paid", {}).items()}
    kinds = (Funds(_amount(case.get(kind, "-"))) for kind in ("adjusted", "spent"))
    adjusted, spent = kinds
    return project, ProjectOutcome(Money(adjusted=adjusted, spent=spent, checkpoints=paid))


def _checkpoint(month: int, said: object) -> Checkpoint:
    if isinstance(said, str):
        return Checkpoint(month, percent=Decimal(said.removesuffix("%")))
    return Checkpoint(month, Decimal(str(said)))


def _amount(said: object) -> Decimal | None:
    return None if said == "-" else Decimal(str(said))


def _dossier(project: Project, outcome: ProjectOutcome) -> Dossier:
    return Dossier(Department("D", "某单位", 2022, projects=(project,)), load(), Outcomes({}, {"P": outcome}))


def test_a_sum_stays_open_while_one_project_lacks_its_spending():
    both = [_money({"budget": 10, "plan": {"6": 5}, "paid": paid}) for paid in ({"6": 4}, {})]
    found = spending_together([spending(project, _dossier(project, outcome)) for project, outcome in both])
    half = found.months[1]
    assert (half.planned, half.actual, half.ahead) == (10, None, None)
    assert (half.plans, half.actuals) == (2, 1)
    assert found.budget == 20
    assert found.of_budget(half.planned) == Fraction(1, 2)


def test_projects_without_a_plan_are_left_out_of_the_sum_and_not_taken_for_zero():
    both = [
        _money({"budget": 10, "plan": {"6": 5}, "paid": {"6": 4}}),
        _money({"budget": 7, "paid": {"6": 3}}),
    ]
    found = spending_together([spending(project, _dossier(project, outcome)) for project, outcome in both])
    assert (found.months[1].planned, found.months[1].actual) == (5, 4)


@given(ORDINARY)
def test_losses_fall_in_size_and_add_up_to_what_the_lines_lack(dossier: Dossier):
    score = evaluate(dossier)
    for project in score.projects:
        found = losses_of_project(project, dossier)
        points = [one.points for one in found.lines]
        assert points == sorted(points, reverse=True)
        assert all(point > 0 for point in points)
        lines = (project.execution, *project.indicators)
        assert found.points == sum(line.lost or 0 for line in lines)
        shares = [one.share for one in found.lines]
        assert sum(shares, Fraction(0)) == (1 if shares else 0)
        assert [one.together for one in found.lines][-1:] == [1] * bool(shares)


@given(ORDINARY)
def test_points_earned_and_lost_are_the_points_available_once_nothing_is_open(dossier: Dossier):
    for project in evaluate(dossier).projects:
        found = losses_of_project(project, dossier)
        earned = Score.total(
            line.score
            for line in (project.execution, *project.indicators)
            if line.lost is not None or line.score.value is None
        )
        if earned.value is not None and not found.open:
            assert earned.value + found.points == project.available


def test_a_line_that_does_not_apply_loses_nothing():
    lines = [
        {"declared": 45, "target": "≥4次", "state": "not_applicable", "reason": "取消"},
        {"declared": 45, "target": "≥4次", "actual": "2次"},
    ]
    dossier = written.dossier({"project": {"adjusted": 100, "spent": 100}, "lines": lines})
    found = losses_of_project(evaluate(dossier).projects[0], dossier)
    assert [one.points for one in found.lines] == [Decimal("22.50")]
    assert found.open == 0


def test_whether_a_loss_was_explained_is_known_and_a_word_for_nothing_explains_nothing():
    lines = [
        {"declared": 40, "target": "≥4次", "actual": "3次", "reason": "疫情"},
        {"declared": 30, "target": "≥4次", "actual": "2次", "reason": "无"},
        {"declared": 20, "target": "≥4次", "actual": "1次"},
    ]
    dossier = written.dossier({"project": {"adjusted": 100, "spent": 100}, "lines": lines})
    found = losses_of_project(evaluate(dossier).projects[0], dossier)
    assert [(one.points, one.is_explained) for one in found.lines] == [
        (15, False),
        (15, False),
        (10, True),
    ]


def _row(name: str, total: str | None = None, lost: str | None = None, rank: int | None = None) -> ProjectRow:
    score = None if total is None else Score.settled(Decimal(total))
    gone = None if lost is None else Decimal(lost)
    return ProjectRow(name, name, None, None, None, 0, 0, gone, score, "", rank)


def test_rows_alike_keep_their_order_and_rows_without_a_value_stand_last_either_way():
    rows = [_row("甲", "80"), _row("乙"), _row("丙", "90"), _row("丁", "80")]
    for falling, names in ((True, "丙甲丁乙"), (False, "甲丁丙乙")):
        assert "".join(row.name for row in ordered(rows, Column.TOTAL, falling=falling)) == names


def test_names_go_by_their_sounds_and_grades_from_the_best_when_they_fall():
    names = [_row("张"), _row("安"), _row("李")]
    assert [row.name for row in ordered(names, Column.NAME, falling=False)] == ["安", "李", "张"]
    grades = [_row("中", rank=2), _row("优", rank=0), _row("无"), _row("良", rank=1)]
    assert "".join(row.name for row in ordered(grades, Column.GRADE, falling=True)) == "优良中无"


@given(ABSURD, st.sampled_from([None, *Column]), st.booleans())
def test_no_order_loses_a_project(dossier: Dossier, by: Column | None, falling: bool):
    rows = project_rows(evaluate(dossier))
    assert sorted(map(id, ordered(rows, by, falling=falling))) == sorted(map(id, rows))


@given(ABSURD)
def test_the_absurd_can_be_compared_too(dossier: Dossier):
    score = evaluate(dossier)
    found = [reach(line) for one in score.projects for line in (one.execution, *one.indicators)]
    assert all((one.ratio is not None) == (one.kind in DRAWN) for one in found)
    assert losses_of(score, dossier).points >= 0
    assert own_losses(score).points >= 0
    parts = [spending(project, dossier) for project in dossier.department.projects]
    assert all(part.scale >= 0 for part in parts)
    both = beside(score, score)
    assert [pair.now for pair in both.projects] == list(score.projects)


@given(ORDINARY)
def test_a_year_beside_itself_has_moved_nowhere(dossier: Dossier):
    score = evaluate(dossier)
    both = beside(score, score)
    assert all(pair.now is pair.before for pair in both.projects)
    lines = [line for pair in both.projects for line in pair.lines]
    assert all(line.now is line.before for line in lines)
    assert {line.score for line in lines} <= {None, Decimal(0)}
    assert {line.attainment for line in lines} <= {None, Fraction(0)}
    assert both.is_same_rulebook


@given(ORDINARY, ORDINARY)
def test_every_line_of_either_year_stands_in_the_comparison_once(one: Dossier, other: Dossier):
    both = beside(evaluate(one), evaluate(other))
    for side, score in (("now", both.now), ("before", both.before)):
        found = [getattr(pair, side) for pair in both.projects]
        assert sorted(map(id, filter(None, found))) == sorted(map(id, score.projects))
        for pair in both.projects:
            project: ProjectScore | None = getattr(pair, side)
            lines = [getattr(line, side) for line in pair.lines]
            wanted = project.indicators if project else ()
            assert sorted(map(id, filter(None, lines))) == sorted(map(id, wanted))


def _year(code: str, name: str, *lines: Case) -> DepartmentScore:
    dossier = written.dossier({"project": {"adjusted": 100, "spent": 90}, "lines": list(lines)})
    (project,) = dossier.department.projects
    outcomes = dossier.outcomes
    named = replace(project, code=code, name=name)
    department = replace(dossier.department, projects=(named,))
    projects = {code: outcomes.projects["P"]}
    return evaluate(replace(dossier, department=department, outcomes=replace(outcomes, projects=projects)))


def test_a_project_is_the_same_by_its_code_else_by_a_name_that_only_one_has():
    line = {"declared": 90, "target": "≥4次", "actual": "4次"}
    by_code = beside(_year("A", "新名", line), _year("A", "旧名", line))
    by_name = beside(_year("A", "同名", line), _year("B", "同名", line))
    neither = beside(_year("A", "新名", line), _year("B", "旧名", line))
    assert [bool(pair.now and pair.before) for pair in by_code.projects] == [True]
    assert [bool(pair.now and pair.before) for pair in by_name.projects] == [True]
    assert [bool(pair.now and pair.before) for pair in neither.projects] == [False, False]


def test_figures_of_two_years_are_compared_in_this_years_unit():
    now = _year("A", "项目", {"declared": 90, "target": "≤2万元", "actual": "1万元", "name": "经费"})
    before = _year("A", "项目", {"declared": 90, "target": "≤15000元", "actual": "8000元", "name": "经费"})
    (line,) = beside(now, before).projects[0].lines
    assert (line.target, line.actual) == (Fraction(1, 2), Fraction(1, 5))
    assert line.score == 0


def test_points_out_of_another_number_and_units_that_do_not_compare_give_no_difference():
    now = _year("A", "项目", {"declared": 90, "target": "≥4次", "actual": "4次", "name": "数"})
    before = _year(
        "A",
        "项目",
        {"declared": 40, "target": "≥4万元", "actual": "4万元", "name": "数"},
        {"declared": 50, "target": "≥4次", "actual": "4次", "name": "别的"},
    )
    line, gone = beside(now, before).projects[0].lines
    assert (line.target, line.actual, line.score) == (None, None, None)
    assert gone.now is None


def test_an_indicator_that_was_moved_to_another_level_is_known_by_its_name():
    lines = [
        {"declared": 90, "target": "≥4次", "actual": "4次", "name": "数", "level2": level}
        for level in ("数量", "质量")
    ]
    (pair,) = beside(_year("A", "项目", lines[0]), _year("A", "项目", lines[1])).projects[0].lines
    assert pair.now is not None
    assert pair.before is not None

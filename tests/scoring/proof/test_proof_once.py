"""Nothing is lost and nothing is rounded twice: what the generated year came upon, one small case each."""

from __future__ import annotations

from decimal import Decimal

from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.execution import score_amounts
from scoring.model import (
    Actual,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Objective,
    Outcome,
    Outcomes,
    Project,
    ProjectOutcome,
    Sense,
    State,
    Subject,
    Target,
)
from scoring.rulebook import Rulebook
from scoring.scores import ProjectScore, Score

TARGET = Target(Sense.AT_LEAST, Decimal(100), unit="%")
NOT_APPLICABLE = Outcome(state=State.NOT_APPLICABLE, reason="取消")


def local(**clauses: str) -> Rulebook:
    head = 'id = "local"\nversion = "1"\ntitle = "Local"\nextends = "national-2020"\n'
    return rulebook.parse(
        head + "".join(f"[{key}]\nvalue = {one}\n" for key, one in clauses.items()), "local"
    )


def percent(figure: str) -> Outcome:
    return Outcome(Actual(Decimal(figure)))


def project(chosen: Rulebook, *lines: tuple[str, str, Outcome]) -> ProjectScore:
    """A project whose money is all spent, of lines with level 1, declared weight and outcome."""
    keys = [Key("P", "", level1, "", f"指标{i}") for i, (level1, _, _) in enumerate(lines)]
    declared = [
        Indicator(key, TARGET, weight=Decimal(weight))
        for key, (_, weight, _) in zip(keys, lines, strict=True)
    ]
    money = Money(adjusted=Funds(Decimal(100)), spent=Funds(Decimal(100)))
    achieved = {key: outcome for key, (_, _, outcome) in zip(keys, lines, strict=True)}
    department = Department(
        "131001", "某单位", 2022, projects=(Project("P", "项目", indicators=tuple(declared)),)
    )
    outcomes = Outcomes(achieved, {"P": ProjectOutcome(money)})
    return evaluate(Dossier(department, chosen, outcomes)).projects[0]


def test_points_finer_than_a_cent_are_moved_inside_a_level_without_a_loss():
    chosen = local(**{"weights.not_applicable": '"within_level"'})
    lines = (("产出指标", "22.505", NOT_APPLICABLE), ("产出指标", "27.5", percent("100")))
    scored = project(chosen, *lines, ("效益指标", "39.995", percent("100")))
    assert [line.weight for line in scored.indicators] == [0, Decimal("50.005"), Decimal("39.995")]
    assert scored.available == 100
    assert scored.score == Score.settled(Decimal("100.00"))


def test_noughts_at_the_end_of_a_weight_move_no_points():
    chosen = local(**{"weights.not_applicable": '"within_level"'})
    rest = (
        ("产出指标", "20", percent("100")),
        ("产出指标", "13", percent("100")),
        ("效益指标", "50", percent("50")),
    )
    short, long = (project(chosen, ("产出指标", weight, NOT_APPLICABLE), *rest) for weight in ("7", "7.000"))
    assert [line.weight for line in short.indicators] == [line.weight for line in long.indicators]


def test_a_total_that_alone_is_rounded_is_scaled_to_100_before():
    chosen = local(**{"rounding.point": '"total"'})
    lines = (("产出指标", "30", NOT_APPLICABLE), ("产出指标", "30", percent("0.25")))
    scored = project(chosen, *lines, ("效益指标", "30", percent("100")))
    assert scored.score == Score.settled(Decimal("57.25"))  # (30 × 0.0025 + 30 + 10) ÷ 70 × 100 = 57.25


def test_goals_are_not_rounded_one_by_one_where_the_total_alone_is_rounded():
    objectives = tuple(
        Objective(title, indicators=(Indicator(Key("", title, "", "", "完成率"), TARGET),))
        for title in ("一", "二")
    )
    outcomes = Outcomes(
        {one.indicators[0].key: percent("33.01") for one in objectives},
        department=DepartmentOutcome(*(Decimal(50),) * 4),
    )
    department = Department("131001", "某单位", 2022, objectives=objectives)
    scored = evaluate(Dossier(department, local(**{"rounding.point": '"total"'}), outcomes))
    assert scored.methods["goal_weighted"].score == Score.settled(
        Decimal("46.41")
    )  # 20 + 2 × 33.01 × 0.4 = 46.408


def test_execution_never_earns_more_than_its_points_however_coarsely_it_is_rounded():
    chosen = local(**{"rounding.places": "1"})
    score, _ = score_amounts(Decimal(100), Decimal(100), Decimal("13.75"), chosen, Subject("P"))
    assert score.score == Score.settled(Decimal("13.75"))


def test_levels_that_no_family_knows_all_of_leave_the_total_open_and_crash_nothing():
    families = '[{ "产出" = 60, "效益" = 30 }, { "产出" = 60, "成本" = 30 }]'
    chosen = local(**{"weights.levels": families, "weights.inside": "{}", "weights.absent_to": "{}"})
    lines = [Indicator(Key("P", "", level1, "", "完成率"), TARGET) for level1 in ("效益指标", "成本指标")]
    department = Department(
        "131001", "某单位", 2022, projects=(Project("P", "项目", indicators=tuple(lines)),)
    )
    scored = evaluate(Dossier(department, chosen, Outcomes()))
    assert scored.projects[0].score == Score.open(Decimal("0.00"), Decimal(100))
    assert "weights.unknown_level" in {doubt.code for doubt in scored.findings}


def test_goals_that_are_met_come_to_100_however_coarsely_points_are_rounded():
    for places, mode in (("0", "half_up"), ("1", "cut")):
        clauses = {"rounding.places": places, "rounding.mode": f'"{mode}"'}
        objectives = tuple(
            Objective(title, indicators=(Indicator(Key("", title, "", "", "完成率"), TARGET),))
            for title in ("一", "二", "三")
        )
        outcomes = Outcomes(
            {one.indicators[0].key: percent("100") for one in objectives},
            department=DepartmentOutcome(*(Decimal(50),) * 4),
        )
        department = Department("131001", "某单位", 2022, objectives=objectives)
        scored = evaluate(Dossier(department, local(**clauses), outcomes))
        assert scored.methods["goal_weighted"].score == Score.settled(Decimal(100))


def test_a_rescaled_total_names_the_clause_by_which_less_than_100_points_are_there():
    declared = Indicator(Key("P", "", "产出指标", "", "完成率"), TARGET, weight=Decimal(90))
    confirmed = ProjectOutcome(execution=State.NOT_APPLICABLE, execution_reason="预算收回")
    department = Department("1", "某单位", 2022, projects=(Project("P", "项目", indicators=(declared,)),))
    outcomes = Outcomes({declared.key: percent("90")}, {"P": confirmed})
    (scored,) = evaluate(Dossier(department, rulebook.load(), outcomes)).projects
    assert scored.working[-1].code == "total.rescaled"
    assert scored.working[-1].clause == "execution.not_applicable"

"""What lines count into: levels, a project's total, the department's figures side by side.

In short, as the end of a line's working: what they are made of, by name. At length, as what was asked for:
each line with all that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.why.branch import Branch
from evaltool.tui.why.clauses import of_clause, of_steps
from evaltool.tui.why.lines import of_execution, of_line, said, said_line
from scoring.model import Dossier
from scoring.scores import DepartmentScore, IndicatorScore, LevelScore, Method, ProjectScore, Step

WEIGHTS = "weights."


def weights_of(project: ProjectScore) -> tuple[Step, ...]:
    """The steps that tell how a project's points were spread."""
    return tuple(step for step in project.working if step.code.startswith(WEIGHTS))


def of_level(level: LevelScore, lines: Iterable[IndicatorScore]) -> Branch:
    """A level 1 or level 2: points earned of points available, and the lines that make it up."""
    word = _("二级指标 {name}") if level.level2 else _("一级指标 {name}")
    name = word.format(name=level.level2 or level.level1)
    inside = (line for line in lines if is_inside(line, level))
    return Branch(said(name, level.score, None if level.unweighted else level.weight), _named(inside))


def is_inside(line: IndicatorScore, level: LevelScore) -> bool:
    """Whether a line belongs to a level."""
    indicator = line.indicator
    return level.level1 == indicator.level1 and level.level2 in ("", indicator.level2)


def of_total(project: ProjectScore, dossier: Dossier) -> Branch:
    """A project's total in short: its execution, its levels 1, how the sum came about, the grade."""
    execution = Branch(said_line(_("预算执行率"), project.execution))
    firsts = [level for level in project.levels if not level.level2]
    return Branch(_total(project), (execution, *map(_short, firsts), *_summed(project, dossier)))


def of_project(project: ProjectScore, dossier: Dossier, then: Iterable[Branch] = ()) -> Branch:
    """A project's total at length; `then` is what it counts into."""
    rulebook, steps = dossier.rulebook, weights_of(project)
    declared = ops.project_of(dossier, project.code)
    levels = [
        Branch(
            _short(level).text,
            tuple(of_line(line, dossier, steps) for line in project.indicators if is_inside(line, level)),
        )
        for level in project.levels
        if not level.level2
    ]
    unused = [line for line in project.indicators if not any(is_inside(line, one) for one in project.levels)]
    under = (
        Branch(_("分值的来历"), of_steps(steps, rulebook)),
        of_execution(project.execution, dossier, declared),
        *levels,
        *(of_line(line, dossier, steps) for line in unused),
        *_summed(project, dossier),
        *then,
    )
    return Branch(_total(project), under)


def of_headline(score: DepartmentScore) -> Branch:
    """The department's figure in short: the way that the rulebook takes, and its working."""
    method = score.methods[score.headline]
    under = (Branch(wording.term(method.code)), *of_steps(method.working, score.rulebook))
    return Branch(_("部门得分：{score}").format(score=_result(method)), under)


def of_department(score: DepartmentScore, dossier: Dossier) -> Branch:
    """The department's figures side by side, the one that the rulebook takes first."""
    methods = sorted(score.methods.values(), key=lambda one: one.code != score.headline)
    projects = Branch(_("各项目总分"), tuple(Branch(_total(one)) for one in score.projects))
    under = (
        of_clause("department.headline", score.rulebook),
        *(_method(one, dossier) for one in methods),
        *((projects,) if score.projects else ()),
    )
    headline = score.methods[score.headline]
    return Branch(_("部门得分：{score}").format(score=_result(headline)), under)


def _method(method: Method, dossier: Dossier) -> Branch:
    """One way to the department's figure; of its own clauses each at length."""
    rulebook = dossier.rulebook
    execution = (of_execution(method.execution, dossier, None),) if method.execution else ()
    under = (
        Branch(wording.term(f"{method.code}.what")),
        *of_steps(method.working, rulebook),
        *execution,
        *(of_line(line, dossier, ()) for line in method.lines),
    )
    name = wording.term(method.code)
    return Branch(_("{name}：{score}").format(name=name, score=_result(method)), under)


def _result(method: Method) -> str:
    return f"{wording.score(method.score)} {wording.term(method.grade)}".strip()


def _total(project: ProjectScore) -> str:
    facts = {"name": one_line(project.name), "total": wording.score(project.score)}
    return _("项目总分 {name}：{total} {grade}").format(**facts, grade=wording.term(project.grade)).strip()


def _summed(project: ProjectScore, dossier: Dossier) -> tuple[Branch, ...]:
    """How the parts make the total, and the total its grade."""
    rulebook = dossier.rulebook
    steps = [step for step in project.working if not step.code.startswith(WEIGHTS)]
    grade = wording.term(project.grade) or _("尚不能定")
    grades = Branch(_("等级：{grade}").format(grade=grade), (of_clause("grades.limits", rulebook),))
    return (*of_steps(steps, rulebook), *((grades,) if project.score else ()))


def _short(level: LevelScore) -> Branch:
    weight = None if level.unweighted else level.weight
    text = said(level.level1, level.score, weight)
    if level.attainment is None:
        return Branch(text)
    rate = _("完成率：{rate}").format(rate=words.percent(level.attainment))
    return Branch(_("，").join((text, rate)))


def _named(lines: Iterable[IndicatorScore]) -> tuple[Branch, ...]:
    return tuple(Branch(said_line(line.indicator.name, line)) for line in lines)

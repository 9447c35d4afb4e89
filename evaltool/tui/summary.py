"""A department's figures side by side and the scores of its levels, as sections of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.widgets.grid import Grid
from evaltool.tui.widgets.page import Line, Section
from scoring.findings import plain
from scoring.rulebook import Rulebook
from scoring.scores import DepartmentScore, LevelScore, Method, Step


def methods(score: DepartmentScore) -> list[Section]:
    """Every way to the department's figure in one table, then what each is and how it came about."""
    rows = [(_marked(one, score), wording.score(one.score), _grade(one)) for one in score.methods.values()]
    table = Grid((_("算法"), _("得分"), _("等级")), rows)
    marked = Line(_("● 是评分规则采用的得分；各种算法并列，供比较"))
    return [
        Section(_("部门得分"), [table, marked]),
        *(_method(one, score) for one in score.methods.values()),
    ]


def levels(title: str, scores: Sequence[LevelScore]) -> Section:
    """Points earned of points available by level 1 and level 2, and how far each level was reached."""
    headings = (_("指标类别"), _("得分"), _("分值"), _("完成率"), _("有完成率的指标"))
    rows = [
        (
            f"  {one_line(one.level2)}" if one.level2 else one_line(one.level1),
            wording.score(one.score),
            plain(one.weight),
            words.percent(one.attainment) or "—",
            f"{one.measured}/{one.lines}",
        )
        for one in scores
    ]
    return Section(title, [Grid(headings, rows)] if rows else [Line(_("（没有计分的指标）"))])


def steps(working: Iterable[Step], rulebook: Rulebook) -> Iterator[Line]:
    """Steps of a working, each with the citation of the clause that it follows."""
    for step in working:
        yield Line(wording.say(step))
        cite = rulebook.clause(step.clause).cite if step.clause else ""
        if cite:
            yield Line(cite, 4, _("依据："))


def _marked(one: Method, score: DepartmentScore) -> str:
    mark = "●" if one.code == score.headline else "○"
    return f"{mark} {wording.term(one.code)}"


def _grade(one: Method) -> str:
    return wording.term(one.grade) or "—"


def _method(one: Method, score: DepartmentScore) -> Section:
    result = f"{wording.score(one.score)} {wording.term(one.grade)}".strip()
    working = list(steps(one.working, score.rulebook))
    what = Line(wording.term(f"{one.code}.what"), 2)
    return Section(f"{_marked(one, score)}  {result}", [what, *map(_inside, working)])


def _inside(line: Line) -> Line:
    return Line(line.text, line.inside + 2, line.lead)

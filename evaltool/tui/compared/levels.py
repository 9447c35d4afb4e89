"""A department's figures side by side, and the points and attainment of each level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from evaltool import wording
from evaltool.language import _
from evaltool.tui import bars, words
from evaltool.tui.book import Book
from evaltool.tui.cells import one_line
from evaltool.tui.widgets.grid import Grid, drawn
from evaltool.tui.widgets.page import Line, Section
from scoring.rulebook import Rulebook
from scoring.scores import DepartmentScore, LevelScore, Method, Step

ROOM_FOR_BARS = 96
INSIDE = 2


def sections(book: Book, project: str) -> list[Section]:
    """The levels of a project, the department's figures side by side, the levels of all its projects."""
    score = book.score
    mine = [levels(_titled(book, one.code), one.levels) for one in score.projects if one.code == project]
    whole = levels(_("全部项目：各级指标"), score.levels)
    return [*mine, *methods(score), whole]


def _titled(book: Book, project: str) -> str:
    standing = book.standing(project)
    total = f"{words.table_score(standing.score)} {wording.term(standing.grade)}".strip()
    return _("{name}  总分 {total}").format(name=one_line(standing.name), total=total or _("不计分"))


def methods(score: DepartmentScore) -> list[Section]:
    """Every way to the department's figure in one table, then what each is and how it came about."""
    rows = [
        (_marked(one, score), words.table_score(one.score) or _("无法评定"), wording.term(one.grade) or "-")
        for one in score.methods.values()
    ]
    table = Grid((_("算法"), _("得分"), _("等级")), rows)
    marked = Line(_("标 * 的是评分规则采用的得分；各种算法并列，供比较"))
    return [
        Section(_("部门得分"), [table, marked]),
        *(_method(one, score) for one in score.methods.values()),
    ]


def levels(title: str, scores: Sequence[LevelScore]) -> Section:
    """Points earned of points available by level 1 and level 2, and how far each level was reached."""
    if not scores:
        return Section(title, [Line(_("（没有计分的指标）"))])
    how = _("完成率按分值加权，单项超过 100% 的按 100% 计；没有完成率的指标不计入")
    return Section(title, [Levels(scores), Line(how)])


@dataclass(frozen=True, slots=True)
class Levels:
    """A table of levels, with a bar of each attainment where there is room for it."""

    scores: Sequence[LevelScore]

    def drawn(self, room: int) -> list[Content]:
        """The heading and the rows; a bar stands after the name."""
        headings: tuple[str, ...] = (_("指标类别"), _("得分"), _("分值"), _("完成率"), _("有完成率的指标"))
        rows: list[tuple[str, ...] | str] = [_cells(one) for one in self.scores]
        if room >= ROOM_FOR_BARS:
            width = bars.width_for(room)
            headings = (headings[0], "", *headings[1:])
            rows = [_cells(one, _bar(one, width)) for one in self.scores]
        heading, *lines = drawn(Grid(headings, rows), room)
        return [Content.styled(heading, "dim"), *map(Content, lines)]


def _bar(one: LevelScore, width: int) -> str:
    return " " * width if one.attainment is None else bars.target_bar(one.attainment, width)


def _cells(one: LevelScore, *bar: str) -> tuple[str, ...]:
    return (
        " " * INSIDE + one_line(one.level2) if one.level2 else one_line(one.level1),
        *bar,
        words.table_score(one.score),
        wording.points(one.weight),
        words.percent(one.attainment) or "-",
        f"{one.measured}/{one.lines}",
    )


def steps(working: Iterable[Step], rulebook: Rulebook) -> Iterator[Line]:
    """Steps of a working, each with the citation of the clause that it follows."""
    for step in working:
        yield Line(wording.say(step))
        cite = rulebook.clause(step.clause).cite if step.clause else ""
        if cite:
            yield Line(cite, 4, _("依据："))


def _marked(one: Method, score: DepartmentScore) -> str:
    mark = "*" if one.code == score.headline else " "
    return f"{mark} {wording.term(one.code)}"


def _method(one: Method, score: DepartmentScore) -> Section:
    result = f"{wording.score(one.score)} {wording.term(one.grade)}".strip()
    working = list(steps(one.working, score.rulebook))
    what = Line(wording.term(f"{one.code}.what"), 2)
    title = _("{name}：{said}").format(name=_marked(one, score).strip(), said=result)
    return Section(title, [what, *map(_inside, working)])


def _inside(line: Line) -> Line:
    return Line(line.text, line.inside + 2, line.lead)

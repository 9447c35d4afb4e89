"""What the screen for declaring by hand says: places, rows, fields, readings, the points that are left."""

from __future__ import annotations

from evaltool import wording
from evaltool.language import N_, _
from evaltool.operations.corrections import read_correction
from evaltool.operations.drafted import PLAN, declared_text
from evaltool.operations.drafting import Draft
from evaltool.operations.points import Points, points
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.columns import LEVEL1, LEVEL2, LEVELS, NAME, READ, TARGET, WEIGHT, Layouts
from evaltool.tui.declare_book import DeclareBook
from evaltool.tui.declare_rows import DeclareRow, lines_of, title_of
from evaltool.tui.review_words import target_words
from scoring.findings import plain
from scoring.model import NOTHING, Department, Subject

COLUMNS: Layouts = (
    (LEVEL1, LEVEL2, NAME, TARGET, READ, WEIGHT),
    (LEVELS, NAME, TARGET, READ, WEIGHT),
)
"""The columns of a place."""

FACTS = {
    "title": N_("目标名称"),
    "text": N_("目标内容"),
    "objective": N_("总体绩效目标"),
    "budget": N_("预算数（万元）"),
    "fiscal": N_("其中：财政资金"),
    "other": N_("其他资金"),
    "purpose": N_("资金用途"),
}


def place_name(place: Subject, department: Department) -> str:
    """A line of the list: the department with its year, an objective's title, a project's name."""
    if place.project:
        return one_line(next(one.name for one in department.projects if one.code == place.project))
    return one_line(title_of(place)) or words.department_name(department)


def place_state(place: Subject, book: DeclareBook) -> str:
    """How many indicators a place has; of a project with points given out also what is left to 100."""
    count = len(lines_of(book.department, place))
    said = _("{count} 项").format(count=count)
    if not place.project:
        return said if place.field else ""
    now = points(book.dossier, place.project)
    if now.left == 0:
        return _("{said} 100分").format(said=said)
    return said if now.given_to == 0 else _("{said} 余{left}").format(said=said, left=plain(now.left))


def heading(place: Subject, book: DeclareBook) -> str:
    """What stands over the table: how the points of a project stand; of other places what they hold."""
    if place.project:
        return points_words(points(book.dossier, place.project))
    department = book.department
    said = _("分项目标 {objectives} 个，项目 {projects} 个，指标 {indicators} 个")
    return said.format(
        objectives=len(department.objectives),
        projects=len(department.projects),
        indicators=len(department.indicators()),
    )


def points_words(now: Points) -> str:
    """The remainder to 100 first, then what it is the remainder of."""
    if now.left == 0:
        left = _("已满 100 分")
    elif now.left < 0:
        left = _("超出 {over} 分，请调减").format(over=plain(-now.left))
    else:
        left = _("距 100 分还差 {left} 分").format(left=plain(now.left))
    parts = _("指标 {given} 分，预算执行率 {execution} 分")
    said = parts.format(given=plain(now.given), execution=plain(now.execution))
    unset = now.lines - now.given_to
    if not now.given_to:
        state = _("未设分值的，按评分规则分配")
    else:
        state = _("{count} 个指标没有分值").format(count=unset) if unset else ""
    return "  ".join(filter(None, [left, said, state]))


def row_name(row: DeclareRow) -> str:
    """What a row is about."""
    return one_line(row.indicator.name) if row.indicator else _("基本情况")


def fact_name(row: DeclareRow, field: str) -> str:
    """What a field that belongs to no indicator is called."""
    kind = field.partition(":")[0]
    if kind in ("name", "code"):
        of_project = {"name": _("项目名称"), "code": _("项目编码")}
        return of_project[kind] if row.subject.project else _("单位名称")
    if field in PLAN:
        return _("{month}月底支出计划").format(month=field.partition(".")[2])
    return _(FACTS[kind])


def field_words(row: DeclareRow, field: str) -> str:
    """A field's name in the edit bar."""
    if row.indicator is None:
        return fact_name(row, field)
    return _("三级指标") if field == "name" else wording.field_name(field)


def cells_of(row: DeclareRow, book: DeclareBook) -> dict[str, str]:
    """What stands in a row, by column."""
    if row.indicator is None:
        facts, text = row_name(row), one_line(book.text(row.at(row.home)))
        return {"levels": facts, "level1": facts, "name": fact_name(row, row.home), "target": text}
    one = row.indicator
    levels = (one.level1, one.level2) if row.subject.project else ()
    return {
        "level1": one_line(levels[0]) if levels else "",
        "level2": one_line(levels[1]) if levels else "",
        "levels": "/".join(one_line(level).removesuffix("指标") for level in levels if level),
        "name": one_line(one.name),
        "target": one_line(one.target.text),
        "read": target_words(one.target) if one.target.text else "",
        "weight": one_line(book.text(row.at("weight"))),
    }


def kept_words(row: DeclareRow, field: str, draft: Draft) -> str:
    """What was changed, in one line."""
    text = one_line(declared_text(draft.new, draft.subject))
    name = field_words(row, field)
    if row.indicator is not None and field != "name":
        name = f"{row_name(row)}·{name}"
    return _("{name} {text}").format(name=name, text=text or _("空"))


def year_of(text: str) -> int | None:
    """The year that a text says; None where it says none."""
    read = read_correction(Department("", ""), NOTHING, Subject(field="year"), text.strip(), None)
    return read.value if isinstance(read.value, int) else None


def removed_words(place: Subject, name: str, lines: int, recorded: int) -> str:
    """What removing an indicator, a project or an objective means."""
    of = _("删除“{name}”").format(name=name)
    if place.indicator is None and lines:
        of = _("删除“{name}”和它的 {lines} 个指标").format(name=name, lines=lines)
    if not recorded:
        return _("{of}？").format(of=of)
    left = _("{of}？已录入的 {count} 项内容不再有对应的指标，不再计分；内容仍然保存，可在疑点一览中移走。")
    return left.format(of=of, count=recorded)


def is_spread(place: Subject, book: DeclareBook) -> bool:
    """Whether all indicators of a project have points and nothing is left to 100."""
    now = points(book.dossier, place.project)
    return now.left == 0 and now.given_to == now.lines

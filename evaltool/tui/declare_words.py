"""What the screen for declaring by hand says: places, rows, fields, readings, the points that are left."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool import wording
from evaltool.language import N_, _
from evaltool.operations.corrections import read_correction
from evaltool.operations.drafted import AMOUNTS, PLAN, declared_text
from evaltool.operations.drafting import Draft
from evaltool.operations.points import Points, points
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.columns import LEVEL1, LEVEL2, LEVELS, NAME, READ, TARGET, WEIGHT, Layouts
from evaltool.tui.declare_book import DeclareBook, Tried
from evaltool.tui.declare_levels import offered
from evaltool.tui.declare_rows import DeclareRow, lines_of, title_of
from evaltool.tui.review_words import target_words
from scoring.findings import Finding, plain
from scoring.model import NOTHING, Department, Indicator, Sense, Subject
from scoring.notation import write_target
from scoring.record import apply

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

HINTS = {
    "name": N_("输入三级指标的名称，如 会议培训次数"),
    "target": N_("输入指标值，如 ≥95%、>=95%、4次、143万元、12月底前、有效提高"),
    "weight": N_("输入分值，大于 0；空着的，按评分规则分配。F6 按级次平均分配"),
    "description": N_("输入指标描述，按原样保存"),
    "basis": N_("输入指标值确定依据，按原样保存"),
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
    return one_line(row.indicator.name) if row.indicator else fact_name(row, row.fields[0])


def fact_name(row: DeclareRow, field: str) -> str:
    """What a field that belongs to no indicator is called."""
    kind = field.partition(":")[0]
    if kind in ("name", "code"):
        of_project = {"name": _("项目名称"), "code": _("项目编码")}
        return of_project[kind] if row.subject.project else _("单位名称")
    if field in PLAN:
        return _("{month}月底累计（万元）").format(month=field.partition(".")[2])
    return _(FACTS[kind])


def field_words(row: DeclareRow, field: str) -> str:
    """A field's name in the edit bar."""
    if row.indicator is None:
        return fact_name(row, field)
    return _("三级指标") if field == "name" else wording.field_name(field)


def cells_of(row: DeclareRow, book: DeclareBook) -> dict[str, str]:
    """What stands in a row, by column."""
    texts = [one_line(book.text(row.at(field))) for field in row.fields]
    if row.indicator is None:
        named = _("资金支出计划") if row.fields == PLAN else fact_name(row, row.fields[0])
        given = [text or "-" for text in texts] if any(texts) else []
        shown = " / ".join(given) if len(row.fields) > 1 else texts[0]
        return {"levels": _("基本情况"), "level1": _("基本情况"), "name": named, "target": shown}
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


def read_as(one: Indicator) -> str:
    """How a target is understood, in signs and in words."""
    if not one.target.text:
        return ""
    said = target_words(one.target)
    signs = write_target(one.target) if one.target.sense is not Sense.QUALITATIVE else ""
    both = _("{signs}（{said}）").format(signs=signs, said=said) if signs else said
    return _("读作 {said}").format(said=both)


def hint(row: DeclareRow, field: str, book: DeclareBook) -> str:
    """What can be typed into a field."""
    if row.indicator is None:
        if field in AMOUNTS:
            return _("输入金额，单位万元；也可以写明单位，如 1386000元、0.01386亿元")
        return _("输入文字，按原样保存")
    if field in ("level1", "level2"):
        names = offered(field, row.indicator, book.dossier.rulebook)
        choices = "  ".join(f"{digit} {name}" for digit, name in enumerate(names, start=1))
        return _("输入数字或名称：{choices}").format(choices=choices)
    return _(HINTS[field])


def lines_now(row: DeclareRow, field: str, book: DeclareBook) -> tuple[str, ...]:
    """What is said of a field as it stands: how it is read, what can be typed, the worst doubt."""
    key = row.subject.indicator
    odd = [one for one in book.doubts if one.subject.indicator == key and key is not None]
    read = ""
    if row.indicator is not None:
        read = points_now(row, book) if field == "weight" else read_as(row.indicator)
    return read, hint(row, field, book), _doubt(odd)


def lines_tried(row: DeclareRow, field: str, book: DeclareBook, text: str, tried: Tried) -> tuple[str, ...]:
    """What is said of a text that is being typed: how it would be read, or why it cannot be kept."""
    if not tried.can_be_kept:
        return why_not(text, tried), hint(row, field, book), ""
    return _taken(row, field, book, tried), hint(row, field, book), _doubt(tried.findings)


def why_not(text: str, tried: Tried) -> str:
    """Why a text cannot be kept."""
    return wording.say(tried.findings[0]) if tried.findings else _("看不懂“{text}”").format(text=text)


def points_now(row: DeclareRow, book: DeclareBook) -> str:
    """How the points of the row's project stand."""
    return points_words(points(book.dossier, row.subject.project)) if row.subject.project else ""


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


def _taken(row: DeclareRow, field: str, book: DeclareBook, tried: Tried) -> str:
    if tried.entry is not None:
        with_it = apply(book.dossier, [tried.entry])
        return points_words(points(with_it, row.subject.project)) if row.subject.project else ""
    assert tried.draft is not None  # noqa: S101 - the caller has looked
    after = tried.draft
    if after.subject.indicator is not None and field in ("target", "name", "level1", "level2"):
        one = next(each for each in after.new.indicators() if each.key == after.subject.indicator)
        level = f"{one.level1}/{one.level2}" if field.startswith("level") else ""
        return "  ".join(filter(None, [level, read_as(one)]))
    if field in AMOUNTS:
        amount = declared_text(after.new, after.subject)
        return _("读作 {said}").format(said=_("{amount} 万元").format(amount=amount)) if amount else ""
    return ""


def _doubt(findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    said = (words.doubt_text(findings[0]), wording.suggestion(findings[0]))
    return one_line(_("。").join(filter(None, said)))


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

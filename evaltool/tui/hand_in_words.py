"""What is said before something is handed in, place by place and altogether."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool import wording
from evaltool.language import _
from evaltool.operations.handing_in import Checked, PlaceCheck
from evaltool.tui import words
from evaltool.tui.cells import cells, cut, cut_middle, one_line, pad
from evaltool.tui.commands import as_bound
from evaltool.tui.widgets.page import Line, Section
from scoring.findings import Finding, Severity

GAP = "  "

LEAST_NAME = 8
"""Cells that a name keeps in a list."""

NAMED = 5
"""Missing indicators that are named; of the others only the number is said."""


def place_name(one: PlaceCheck) -> str:
    """What a place is called in a list."""
    name = one_line(one.name)
    return name if one.place else _("部门自身（目标、资金、填报人）")


def counted(findings: Sequence[Finding]) -> str:
    """How many doubts there are by severity, as 错误 1 提醒 3; 无疑点 where there are none."""
    counts = ((severity, sum(one.severity is severity for one in findings)) for severity in Severity)
    return " ".join(f"{wording.term(severity)} {count}" for severity, count in counts if count) or _("无疑点")


def total(one: PlaceCheck) -> str:
    """A place's total and grade."""
    return f"{words.table_score(one.score)} {wording.term(one.grade)}".strip()


def summary(chosen: Sequence[PlaceCheck]) -> str:
    """How the chosen places stand, as the first line of the list."""
    return _("检查：{stands}（Enter 看疑点）").format(stands=stands(chosen))


def missing(chosen: Sequence[PlaceCheck]) -> str:
    """Which indicators nobody has recorded."""
    names = [one_line(indicator.name) for one in chosen for indicator in one.missing]
    if not names:
        return _("没有未录入的指标")
    listed = _("、").join(names[:NAMED])
    if len(names) > NAMED:
        listed = _("{listed} 等 {count} 项").format(listed=listed, count=len(names))
    return _("未录入：{listed}").format(listed=listed)


def lines(checked: Checked, chosen: frozenset[str], room: int) -> list[str]:
    """Each place in one line: whether it is chosen or handed in, its name, and how it stands."""
    marks = [_mark(one, one.place in chosen) for one in checked.places]
    beside = [
        (f"{one.recorded}/{one.indicators}", counted(one.findings), total(one)) for one in checked.places
    ]
    lead = max(map(cells, [f"[{_('选定')}]", *marks]))  # names stay where they are when one is chosen
    widths = [max(map(cells, column)) for column in zip(*beside, strict=True)]
    longest = max(cells(place_name(one)) for one in checked.places)
    left = max(min(room - lead - 1 - sum(width + len(GAP) for width in widths), longest), LEAST_NAME)
    return [
        cut(
            f"{pad(mark, lead)} {pad(cut_middle(place_name(one), left), left)}"
            + "".join(GAP + pad(text, width, right=True) for text, width in zip(texts, widths, strict=True)),
            room,
        )
        for one, mark, texts in zip(checked.places, marks, beside, strict=True)
    ]


def asking(chosen: Sequence[PlaceCheck], number: int) -> list[Section]:
    """What handing in means, before it is done."""
    doubts = [finding for one in chosen for finding in one.findings]
    errors = sum(one.severity is Severity.ERROR for one in doubts)
    state = [Line(f"{place_name(one)}{GAP}{total(one)}", 2) for one in chosen]
    checks = [Line(stands(chosen), 2), Line(missing(chosen), 2)]
    if errors:
        checks.append(
            Line(_("还有 {count} 个错误没有答复；仍可交表，请确认这是您要的").format(count=errors), 2)
        )
    meaning = (
        _("留存第 {number} 版：数字、指标值、评分规则的全文和得分，以后不会改变。").format(number=number),
        _("以上内容锁定，不能再录入、导入、编制、撤销或换用评分规则。"),
        as_bound(_("交表不能撤销。要改，按 F6 退回修改，须写明理由，理由记入日志。")),
    )
    return [
        Section(_("交表的内容"), state),
        Section(_("检查"), checks),
        Section(_("交表之后"), [Line(text, 2) for text in meaning]),
    ]


def stands(chosen: Sequence[PlaceCheck]) -> str:
    """How far the chosen places are recorded and what is doubtful of them."""
    recorded, indicators = (sum(getattr(one, of) for one in chosen) for of in ("recorded", "indicators"))
    doubts = [finding for one in chosen for finding in one.findings]
    return _("已录入 {recorded}/{indicators}，{doubts}").format(
        recorded=recorded, indicators=indicators, doubts=counted(doubts)
    )


def locked(version: int) -> str:
    """Why nothing can be recorded in a place."""
    return as_bound(_("已交表（第 {version} 版），内容已锁定；要改按 F6 退回修改")).format(version=version)


def _mark(one: PlaceCheck, is_chosen: bool) -> str:
    closed = _("已交第 {version} 版").format(version=one.version) if one.version else ""
    chosen = _("选定") if is_chosen else ""
    return f"[{_('，').join(filter(None, [chosen, closed]))}]" if chosen or closed else ""

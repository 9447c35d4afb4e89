"""Versions that were handed in, and what differs between two of them, line by line, as sections of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from evaltool import wording
from evaltool.language import _
from evaltool.operations.kept_scores import EXECUTION, SCORE, TOTAL, Points, points_in
from evaltool.operations.versions import Compared, Held, Version
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.widgets.grid import Grid
from evaltool.tui.widgets.page import Line, Section
from scoring.model import Department, Override, Subject

NOTHING_THERE = "-"


def version_lines(one: Version) -> list[str]:
    """A version in a list: number, when, who and total; then its places, whether it stands, its rulebook."""
    points = points_in(one.scores).get(Subject(field=TOTAL))
    moment = one.at.strftime("%Y-%m-%d %H:%M")
    first = _("第 {number} 版  {at}  {who}  {total}").format(
        number=one.number, at=moment, who=one_line(one.who), total=_total(points)
    )
    lines = [first.strip(), _("内容：{places}").format(places=_places(one, one.places))]
    if one.locked:
        lines.append(_("锁定中：{places}").format(places=_places(one, one.locked)))
    for back in one.returned:
        said = _("已退回：{places}  {at}  {who}  理由：{reason}").format(
            places=_places(one, back.places),
            at=back.at.strftime("%Y-%m-%d %H:%M"),
            who=one_line(back.who),
            reason=one_line(back.reason),
        )
        lines.append(said)
    lines.append(_("评分规则：{title}").format(title=one_line(one.rulebook.title)))
    if not one.is_intact:
        lines.append(_("注意：工作区文件里这一版的内容在交表之后被改动过"))
    return lines


def sections(found: Compared) -> list[Section]:
    """The two sides, their totals, and under each place everything that differs."""
    head = _("{before} 与 {after}").format(before=_side(found.before), after=_side(found.after))
    lines: list[Line | Grid] = []
    if found.rulebook_differs:
        titles = (one_line(one.rulebook.title) for one in (found.before, found.after))
        lines.append(
            Line(_("评分规则：{old} → {new}").format(**dict(zip(("old", "new"), titles, strict=True))))
        )
    if found.is_same:
        return [Section(head, [Line(_("逐行相同，没有任何变化"))])]
    lines.append(Line(_("只列出不同的各行；{count} 行得分相同").format(count=_alike(found))))
    names = _names(found)
    parts = [Section(head, lines), Section(_("总分"), [_totals(found, names)])]
    moved = _moved(found)
    for place, name in names.items():
        own = {subject: said for subject, said in moved.items() if subject.project == place}
        if own:
            parts.append(Section(name, list(_place(own))))
    return parts


def _place(moved: Mapping[Subject, list[str]]) -> Iterator[Line]:
    """What differs in a place: its own fields, then indicator by indicator."""
    for subject, said in moved.items():
        key = subject.indicator
        if key is not None:
            where = one_line(key.level2 or key.objective)
            yield Line(f"{one_line(key.name)}  {where}".rstrip(), 2)
        for text in said:
            yield Line(text, 4 if key is not None else 2)


def _moved(found: Compared) -> Mapping[Subject, list[str]]:
    """By place and indicator, in the declaration's order: every difference as a sentence."""
    said: dict[Subject, list[str]] = {subject: [] for subject in _order(found)}

    def add(subject: Subject, text: str) -> None:
        said.setdefault(replace(subject, field=""), []).append(text)

    for subject in found.declared.removed:
        add(subject, _("绩效目标中没有了"))
    for subject in found.declared.added:
        add(subject, _("绩效目标中新增"))
    for changed in found.declared.changed:
        add(changed.subject, _arrow(changed.subject, wording.value(changed.old), wording.value(changed.new)))
    for value in found.recorded:
        add(value.subject, _arrow(value.subject, _value(value.old), _value(value.new)))
    for points in found.scores:
        if points.subject.field in (SCORE, EXECUTION):
            add(points.subject, _score_moved(points.subject.field, points.old, points.new))
    return {subject: texts for subject, texts in said.items() if texts}


def _order(found: Compared) -> Iterator[Subject]:
    for held in (found.after, found.before):
        yield from (_whole(subject) for subject in held.points)


def _whole(subject: Subject) -> Subject:
    return Subject(subject.project, subject.indicator)


def _arrow(subject: Subject, old: str, new: str) -> str:
    field = wording.field_name(subject.field)
    return _("{field}：{old} → {new}").format(field=one_line(field), old=one_line(old), new=one_line(new))


def _value(value: object) -> str:
    if isinstance(value, Override):
        return _("{score}（{reason}）").format(score=words.value_text(value), reason=value.reason)
    return words.value_text(value)


def _score_moved(field: str, old: Points | None, new: Points | None) -> str:
    name = _("预算执行率得分") if field == EXECUTION else _("得分")
    return _("{field}：{old} → {new}").format(field=name, old=_points(old), new=_points(new))


def _points(points: Points | None) -> str:
    """Points with the points available: 9.47/10, an interval while they are open."""
    if points is None or not points.low:
        return _("无")
    got = points.score or f"{points.low}~{points.high}"
    return f"{got}/{points.weight}" if points.weight else got


def _total(points: Points | None) -> str:
    """A total with its grade."""
    if points is None or not points.low:
        return NOTHING_THERE
    return f"{points.score or f'{points.low}~{points.high}'} {wording.term(points.grade)}".strip()


def _totals(found: Compared, names: Mapping[str, str]) -> Grid:
    rows = [
        (
            name,
            *(_total(held.points.get(Subject(place, field=TOTAL))) for held in (found.before, found.after)),
        )
        for place, name in names.items()
    ]
    return Grid((_("单位、项目"), _side(found.before), _side(found.after)), rows)


def _alike(found: Compared) -> int:
    lines = [subject for subject in found.after.points if subject.field == SCORE]
    differ = {one.subject for one in found.scores}
    return sum(subject not in differ for subject in lines)


def _side(held: Held) -> str:
    return _("第 {number} 版").format(number=held.number) if held.number else _("现在")


def _names(found: Compared) -> Mapping[str, str]:
    """The places of either side by code, the department's own part first."""
    names: dict[str, str] = {"": words.department_name(found.after.department)}
    for held in (found.before, found.after):
        names |= {project.code: one_line(project.name) for project in held.department.projects}
    return names


def _places(one: Version, places: tuple[str, ...]) -> str:
    """The names of places of a version; all of them in one word."""
    if len(places) == len(one.declared.projects) + 1:
        return _("整个单位")
    return _("、").join(_name(one.declared, place) for place in places)


def _name(department: Department, place: str) -> str:
    if not place:
        return _("部门自身")
    return next((one_line(one.name) for one in department.projects if one.code == place), place)

"""What a change of everything that a department declares did, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from evaltool import wording
from evaltool.language import _
from evaltool.tui.cells import cut, one_line
from evaltool.tui.words.values import LONGEST_VALUE, value_text
from scoring.model import Department, Indicator, Objective, Project

Thing = Project | Objective | Indicator

APART = frozenset({"key", "code", "title", "name", "source", "indicators"})
"""What a thing is known by, or where it was read, and what stands below it: told of by itself."""


def declared_change(old: Department | None, new: Department | None, *, is_undo: bool = False) -> str:
    """What was added, removed or changed, of many the first and their count.

    Of an undo: what moves now, and of what comes back that its removal is undone.
    Of a department that comes or goes, or where only the order differs: whose targets it was.
    """
    whole = _("{name} 的绩效目标").format(name=value_text(new or old))
    if old is None or new is None:
        return whole
    said = list(_told(old, new, is_undo=is_undo))
    if len(said) > 1:
        return _("{first} 等 {count} 项").format(first=said[0], count=len(said))
    return said[0] if said else whole


def _told(old: Department, new: Department, *, is_undo: bool) -> Iterator[str]:
    for field in ("name", "objective"):
        if getattr(old, field) != getattr(new, field):
            name = _("单位名称") if field == "name" else wording.field_name(field)
            yield _moved(name, getattr(old, field), getattr(new, field))
    yield from _compared(old.projects, new.projects, is_undo=is_undo)
    yield from _compared(old.objectives, new.objectives, is_undo=is_undo)
    yield from _compared(_indicators(old, new), _indicators(new, old), is_undo=is_undo)


def _indicators(one: Department, other: Department) -> Sequence[Indicator]:
    """The indicators of what both declare; of a project that came or went they are no change of their own."""
    codes = {project.code for project in other.projects} | {""}
    titles = {"", *(each.title for each in other.objectives)}
    own = {each.key for each in one.objective_indicators}
    return [
        each
        for each in one.indicators()
        if each.key.project in codes and (each.key.project or each.key in own or each.key.objective in titles)
    ]


def _compared(old: Iterable[Thing], new: Iterable[Thing], *, is_undo: bool) -> Iterator[str]:
    had, has = ({_id(one): one for one in things} for things in (old, new))
    gone = [one for which, one in had.items() if which not in has]
    come = [one for which, one in has.items() if which not in had]
    if len(gone) == len(come) == 1 and _is_renamed(gone[0], come[0]):
        yield _renamed(gone[0], come[0])
    else:
        added, removed = (gone, come) if is_undo else (come, gone)
        yield from (_("新增{thing}").format(thing=_named(one)) for one in added)
        yield from (_("删除{thing}").format(thing=_named(one)) for one in removed)
    for which in (each for each in has if each in had):
        yield from _changed(had[which], has[which])


def _changed(old: Thing, new: Thing) -> Iterator[str]:
    if isinstance(old, Project) and isinstance(new, Project) and old.name != new.name:
        yield _moved(_("项目名称"), old.name, new.name)
    for name in (each.name for each in fields(new) if each.name not in APART):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            field = _("目标内容") if name == "text" else wording.field_name(name)
            yield _moved(f"{_name(new)}·{field}", before, after)


def _is_renamed(old: Thing, new: Thing) -> bool:
    """Whether two things are perhaps one, under another name, level or code."""
    if isinstance(old, Indicator) and isinstance(new, Indicator):
        return (old.key.project, old.key.objective) == (new.key.project, new.key.objective)
    if isinstance(old, Objective) and isinstance(new, Objective):
        return old.text == new.text
    return _name(old) == _name(new)


def _renamed(old: Thing, new: Thing) -> str:
    if _name(old) != _name(new):
        return _moved(_kind(new), _name(old), _name(new))
    if isinstance(old, Project) and isinstance(new, Project):
        return _moved(f"{_name(new)}·{_('项目编码')}", old.code, new.code)
    levels = [f"{one.level1}/{one.level2}" for one in (old, new) if isinstance(one, Indicator)]
    return _moved(f"{_name(new)}·{_('指标类别')}", *levels) if levels else _named(new)


def _moved(name: str, old: object, new: object) -> str:
    before, after = (cut(one_line(wording.value(each)), LONGEST_VALUE) for each in (old, new))
    return _("{name} {old} → {new}").format(name=name, old=before, new=after)


def _id(one: Thing) -> object:
    if isinstance(one, Indicator):
        return one.key
    return one.code if isinstance(one, Project) else one.title


def _name(one: Thing) -> str:
    return one_line(one.title if isinstance(one, Objective) else one.name)


def _kind(one: Thing) -> str:
    if isinstance(one, Project):
        return _("项目")
    return _("目标") if isinstance(one, Objective) else _("指标")


def _named(one: Thing) -> str:
    return _("{kind}“{name}”").format(kind=_kind(one), name=_name(one))

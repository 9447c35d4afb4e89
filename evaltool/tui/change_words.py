"""The journal in words: when, who, what for, what moved, and whether it still stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from textual.content import Content

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book, DepartmentId
from evaltool.tui.cells import cells, cut, fold, one_line, pad
from evaltool.tui.widgets.page import Line, Section
from scoring.model import NOTHING, Department

NUMBER = 7
"""Cells for the number of a change."""

ANSWERS = "answers:"
"""Before a finding's fingerprint in the field of its answer; what was typed is what the finding said."""


def moment(at: datetime) -> str:
    """When it was by the clock of whoever did it, as 2023-01-15 09:30."""
    return f"{at:%Y-%m-%d %H:%M}"


@dataclass(frozen=True)
class Names:
    """What the codes of the journal are called, and the targets that figures are held against."""

    book_of: Callable[[DepartmentId], Book | None]
    departments: Mapping[DepartmentId, str] = field(default_factory=lambda: NOTHING)
    projects: Mapping[tuple[DepartmentId, str], str] = field(default_factory=lambda: NOTHING)

    def listing(self, summaries: Iterable[ops.Summary]) -> Names:
        """The same with the names of everything in the workspace."""
        known = {(one.code, one.year): one for one in summaries}
        departments = {which: f"{one.year or ''} {one.name}".strip() for which, one in known.items()}
        projects = {(which, each.code): each.name for which, one in known.items() for each in one.projects}
        return Names(self.book_of, departments, projects)

    def department(self, which: DepartmentId) -> str:
        """A department with its year; its code where nothing is known of it any more."""
        code, year = which
        return one_line(self.departments.get(which, f"{year or ''} {code}")).strip()

    def project(self, which: DepartmentId, code: str) -> str:
        """A project's name; its code where it is no longer declared."""
        return one_line(self.projects.get((which, code), code))

    def what(self, items: Sequence[ops.Item], *, is_undo: bool = False) -> str:
        """What a change moved, of many the first and their count."""
        first = items[0]
        book = self.book_of(first.department)
        return words.change_text(items, book.target(first.subject) if book else None, is_undo=is_undo)

    def moved(self, item: ops.Item) -> tuple[str, str, str]:
        """One field of a change in full: what it is, what was there and what is there."""
        subject, book = item.subject, self.book_of(item.department)
        target = book.target(subject) if book else None
        old, new = words.value_text(item.old, target), words.value_text(item.new, target)
        if subject.field == "rulebook":  # kept under its hash, with its title as what was typed
            old, new = item.old_typed or old, item.new_typed or new
        if subject.field.startswith(ANSWERS):
            return _answered(item), old, new
        if isinstance(item.old, Department) or isinstance(item.new, Department):
            old, new = _contents(item.old), _contents(item.new)
        name = wording.field_name(subject.field)
        indicator = subject.indicator.name if subject.indicator else ""
        parts = (self.project(item.department, subject.project), one_line(indicator), name)
        return " · ".join(filter(None, parts)), old, new

    def where(self, change: ops.Change, *, of_all: bool) -> str:
        """Whose a change is: project, the finding that was answered, and `of_all` departments which."""
        first = change.items[0]
        answered = one_line(first.new_typed or first.old_typed)
        is_answer = first.subject.field.startswith(ANSWERS)
        parts = (
            self.department(first.department) if of_all else "",
            self.project(first.department, first.subject.project),
            answered if is_answer else "",
        )
        return " · ".join(filter(None, parts))


def operation(change: ops.Change) -> str:
    """What was done: 录入, 导入绩效文本, 撤销; with the mark of what is undone or was done again."""
    said = wording.term(change.operation)
    if not change.is_turned_back:
        return said
    turned = _("又重做") if change.operation == "undo" else _("已撤销")
    return _("{operation}（{turned}）").format(operation=said, turned=turned)


def in_list(change: ops.Change, names: Names, room: int, *, of_all: bool) -> Content:
    """A change in the list: a line with time, operation and person, then what moved, why and where."""
    lead = pad(f"{change.id}", NUMBER)
    inside, room = " " * NUMBER, room - NUMBER
    head = "  ".join(filter(None, (moment(change.at), operation(change), one_line(change.who))))
    reason = _("理由：{reason}").format(reason=one_line(change.reason)) if change.reason else ""
    texts = filter(None, (names.what(change.items, is_undo=change.operation == "undo"), reason))
    lines = [Content(inside + line) for text in texts for line in fold(text, room)]
    where = names.where(change, of_all=of_all)
    lines += [Content.styled(inside + line, "dim") for line in fold(where, room) if line]
    first = Content.assemble((lead, "dim"), (cut(head, room), "bold"))
    return Content("\n").join([first, *lines, Content("")])


def in_full(change: ops.Change, names: Names) -> list[Section]:
    """A change on a page: whose it is, every field before and after, and what an undo would do."""
    moved = [names.moved(item) for item in change.items]
    changed = [line for where, old, new in moved for line in _from_to(where, old, new)]
    sections = [
        Section(_("第 {number} 号变更").format(number=change.id), [*_head(change, names)]),
        Section(_("变动 {count} 项").format(count=len(moved)), changed),
    ]
    if is_undoable(change):
        back = [line for where, old, new in reversed(moved) for line in _from_to(where, new, old)]
        sections.append(Section(_("按 F8 撤销，会变为"), back))
    return sections


def stands(change: ops.Change) -> bool:
    """Whether a change is in force: no undo, and not undone."""
    return change.operation != "undo" and not change.is_turned_back


def is_undoable(change: ops.Change) -> bool:
    """Whether a change may be undone by itself; what was handed in is taken back in its own way."""
    return stands(change) and change.operation not in ("hand_in", "return")


def _head(change: ops.Change, names: Names) -> list[Line]:
    said = [
        (_("时间："), f"{change.at:%Y-%m-%d %H:%M:%S}"),
        (_("人员："), one_line(change.who)),
        (_("会话："), change.session),
        (_("操作："), operation(change)),
        (_("单位："), names.department(change.items[0].department)),
        (_("理由："), one_line(change.reason)),
        (_("针对："), _("第 {number} 号变更").format(number=change.reverts) if change.reverts else ""),
        (_("其后："), _after(change)),
    ]
    widest = max(cells(lead) for lead, _text in said)
    return [Line(text, lead=pad(lead, widest)) for lead, text in said if text]


def _after(change: ops.Change) -> str:
    """What became of it: what turned it back, or did it again."""
    if change.last == change.id:
        return ""
    is_again = change.is_turned_back == (change.operation == "undo")
    said = _("由第 {number} 号变更重做") if is_again else _("由第 {number} 号变更撤销")
    return said.format(number=change.last)


def _from_to(where: str, old: str, new: str) -> list[Line]:
    return [Line(where), Line(_("{old} → {new}").format(old=old, new=new), inside=4)]


def _contents(declared: object) -> str:
    """How much is declared; the whole of it is the document's."""
    if not isinstance(declared, Department):
        return words.value_text(None)
    said = _("{projects} 个项目，{indicators} 个指标")
    return said.format(projects=len(declared.projects), indicators=len(tuple(declared.indicators())))


def _answered(item: ops.Item) -> str:
    said = one_line(item.new_typed or item.old_typed)
    return _("疑点的答复：{finding}").format(finding=said)

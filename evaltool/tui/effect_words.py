"""What adopting a document would do, as the sections of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import review_words, words
from evaltool.tui.cells import cells, one_line
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.review_book import ReviewBook
from evaltool.tui.widgets.page import Line, Section
from scoring.model import Subject, Target
from scoring.record import Entry


def sections(book: ReviewBook, effect: ops.Effect) -> list[Section]:
    """What is taken, what was decided, what differs from before, and what becomes of what is recorded."""
    department, names = book.review.reading.department, _names(book, effect)
    look = as_bound(_("按 Esc 返回，再按 F5 逐条查看"), Where.REVIEW)
    parts = [
        (words.department_name(department), list(_taken(book, effect))),
        (_("与已录入的不同，保留已录入的完成情况"), list(_differing(effect, names))),
        (_("文本中的资金（万元）、说明和其他完成情况"), list(_achieved(book, names))),
        (_("已录入的内容"), list(_recorded(effect, names))),
        (_("与工作区里的相比"), list(_differences(effect, names))),
        (_("人工更正和不采用的"), list(_decided(book, names))),
        (
            words.findings_counted(book.review.reading.findings),
            [Line(look)],
        ),
    ]
    return [Section(title, lines) for title, lines in parts if lines]


def compared(differs: ops.Difference, *, short: bool = False) -> str:
    """How much a document differs from what is declared, in one sentence; `short`: the figures alone."""
    if differs.fresh:
        return _("工作区里还没有这个单位的这个年度")
    if differs.same:
        return _("绩效目标与工作区里的一致")
    counts = {name: len(getattr(differs, name)) for name in ("added", "removed", "changed")}
    said = _("新增 {added}，减少 {removed}，改动 {changed}").format(**counts)
    return said if short else _("与工作区里的相比，{said}").format(said=said)


def renamed(old: Subject, effect: ops.Effect, book: ReviewBook) -> str:
    """What was perhaps renamed, to what, and what is recorded of it; the same project once."""
    new, names = effect.renamed[old], _names(book, effect)
    held = [entry for entry in effect.lost if Subject(entry.subject.project, entry.subject.indicator) == old]
    values = (f"{wording.field_name(one.subject.field)} {words.value_text(one.value)}" for one in held[:2])
    to = _name(replace(new, project="") if new.indicator and new.project == old.project else new, names)
    shown = _("；").join(map(one_line, values))
    return _("{old} → {new}（{values}）").format(old=_name(old, names), new=to, values=shown)


def _taken(book: ReviewBook, effect: ops.Effect) -> Iterator[Line]:
    yield Line(review_words.taken_words(book))
    if effect.recorded:
        yield Line(_("文本中的完成情况，录入 {count} 项（只录入原来空着的）").format(count=effect.recorded))


def _differing(effect: ops.Effect, names: Mapping[str, str]) -> Iterator[Line]:
    """What is recorded and stays, each with what the document says instead."""
    for each in effect.differing:
        said = one_line(words.value_text(each.said))
        yield Line(_("{name}，文本为 {said}").format(name=_entry(each.entry, names), said=said))


def _achieved(book: ReviewBook, names: Mapping[str, str]) -> Iterator[Line]:
    """What the table beside the texts has no column for."""
    for entry in book.review.achieved:
        if entry.subject.field != "actual":
            yield Line(_entry(entry, names))


def _recorded(effect: ops.Effect, names: Mapping[str, str]) -> Iterator[Line]:
    for one in effect.retargeted:
        yield Line(
            _("{name}：指标值 {old} → {new}，已录入的不变").format(
                name=_entry(one.entry, names), old=_value(one.old), new=_value(one.new)
            )
        )
    for entry in effect.lost:
        said = as_bound(_("{name}：不再有这一项，已录入的仍然保存，按 F5 可以找到并移走"))
        yield Line(said.format(name=_entry(entry, names)))


def _differences(effect: ops.Effect, names: Mapping[str, str]) -> Iterator[Line]:
    differs = effect.difference
    if differs.fresh or differs.same:
        yield Line(compared(differs))
        return
    lead = max(map(cells, (_("新增"), _("减少"), _("改动")))) + 2
    for word, subjects in ((_("新增"), differs.added), (_("减少"), differs.removed)):
        for subject in subjects:
            yield Line(_name(subject, names), 0, word + " " * (lead - cells(word)))
    for each in differs.changed:
        name = " · ".join(filter(None, [_name(each.subject, names), wording.field_name(each.subject.field)]))
        moved = _("{name}：{old} → {new}").format(name=name, old=_value(each.old), new=_value(each.new))
        yield Line(moved, 0, _("改动") + " " * (lead - cells(_("改动"))))
    if not (differs.added or differs.removed or differs.changed):
        yield Line(_("只有次序或写法不同"))


def _decided(book: ReviewBook, names: Mapping[str, str]) -> Iterator[Line]:
    for found in book.review.reading.findings:
        if found.code in ("document.corrected", "document.left_out"):
            whose = _name(found.subject, names) if found.code == "document.corrected" else ""
            source = wording.place(found.source) if found.source else ""
            yield Line(" · ".join(filter(None, [wording.say(found), whose, source])))


def _names(book: ReviewBook, effect: ops.Effect) -> Mapping[str, str]:
    """The projects' names by their codes: those of the document, and of what it no longer has."""
    return {**effect.difference.names} | {
        project.code: project.name for project in book.review.reading.department.projects
    }


def _name(subject: Subject, names: Mapping[str, str]) -> str:
    """A thing by the names of its project and its indicator."""
    project = names.get(subject.project, subject.project)
    key = subject.indicator
    parts = [project, key.objective if key else "", key.name if key else ""]
    return one_line(" · ".join(part for part in parts if part))


def _entry(entry: Entry, names: Mapping[str, str]) -> str:
    subject = entry.subject
    name = subject.indicator.name if subject.indicator else names.get(subject.project, subject.project)
    held = f"{name} {wording.field_name(subject.field)} {words.value_text(entry.value)}"
    return one_line(held.strip())


def _value(value: object) -> str:
    if isinstance(value, Target):
        return review_words.target_words(value)
    return one_line(wording.value(value))

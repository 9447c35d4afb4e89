"""What an import or a table of actuals changed in the workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from evaltool import wording
from evaltool.language import _
from scoring.findings import Severity
from scoring.model import Reading, Subject

if TYPE_CHECKING:
    from evaltool.operations import Actuals, Adopted, Difference, Effect, Saved, Summary


def imported(read: Reading, result: Adopted | Effect) -> Iterator[str]:
    """What an import did or would do."""
    from evaltool.operations import Adopted

    return adopted(read, result) if isinstance(result, Adopted) else effect(read, result)


def kept(read: Reading) -> str:
    """That a document was adopted, said after `effect`."""
    return _("{name}（{year}）：已录入").format(name=read.department.name, year=read.department.year)


def adopted(read: Reading, done: Adopted) -> Iterator[str]:
    """What an import did: how much, and where the document differs from the one before, what exactly."""
    differs = done.difference
    said = _("{name}（{year}）：已录入，新增 {added}，删去 {removed}，更改 {changed}")
    if differs.same:
        said = _("{name}（{year}）：与工作区一致，没有变化")
        if done.change_id is not None:
            said = _("{name}（{year}）：绩效目标与工作区一致，更新了疑点或完成情况")
    yield _head(said, read, differs)
    yield from _differences(differs, {one.code: one.name for one in read.department.projects})
    yield from _achieved(done)
    for lost in done.orphans:
        yield _("  仍保留已录入的数据，但文本中已无对应的项目或指标：{place}").format(
            place=_named(lost.subject)
        )


def effect(read: Reading, would: Effect) -> Iterator[str]:
    """What adopting a document would do, said before it is done."""
    differs = would.difference
    said = _("{name}（{year}）：与工作区相比，新增 {added}，删去 {removed}，更改 {changed}")
    if differs.same:
        said = _("{name}（{year}）：与工作区一致")
    elif differs.fresh:
        said = _("{name}（{year}）：工作区中还没有，新增 {added}")
    yield _head(said, read, differs)
    yield from _differences(differs, {one.code: one.name for one in read.department.projects})
    yield from _achieved(would)
    for lost in would.lost:
        yield _("  已录入的数据会保留，但文本中没有对应的项目或指标：{place}").format(
            place=_named(lost.subject)
        )


def _head(said: str, read: Reading, differs: Difference) -> str:
    one = read.department
    counts = {name: len(getattr(differs, name)) for name in ("added", "removed", "changed")}
    return said.format(name=one.name, year=one.year, **counts)


def _differences(differs: Difference, names: Mapping[str, str]) -> Iterator[str]:
    """What exactly differs; of a department that is new, everything would. `names`: the projects' now."""
    if differs.fresh:
        return
    for subject in differs.added:
        yield _("  新增：{place}").format(place=_thing(subject, names))
    for subject in differs.removed:
        yield _("  删去：{place}").format(place=_thing(subject, differs.names))
    for each in differs.changed:
        yield _("  更改：{place}：{old} → {new}").format(
            place=_named(each.subject), old=wording.value(each.old), new=wording.value(each.new)
        )


def _achieved(done: Adopted | Effect) -> Iterator[str]:
    """What the document says was achieved, where it says anything."""
    if done.recorded:
        yield _("  录入文本中的完成情况 {count} 项").format(count=done.recorded)
    if done.differing:
        yield _("  文本中有 {count} 项完成情况与已录入的不同，保留已录入的").format(count=len(done.differing))
    for each in done.differing:
        yield _("    {place}：已录入 {recorded}，文本为 {said}").format(
            place=_named(each.entry.subject),
            recorded=wording.value(each.entry.value),
            said=wording.value(each.said),
        )


def recorded(meant: Summary, table: Actuals, saved: Saved | None, *, dry_run: bool) -> str:
    """What a table of actuals did."""
    changed = len(saved.items) if saved else 0
    facts = {"name": meant.name, "year": meant.year, "read": table.rows, "changed": changed}
    if dry_run:
        return _("{name}（{year}）：读到 {read} 行，试运行，未录入").format(**facts)
    said = _("{name}（{year}）：读到 {read} 行，录入或更改 {changed} 项").format(**facts)
    if any(odd.severity is Severity.ERROR for odd in table.findings):
        said += _("；有错误的行没有录入")
    return said


def _thing(subject: Subject, names: Mapping[str, str]) -> str:
    """A project by its code and name, an indicator by the code of its project and its own name."""
    if subject.project and subject.indicator is None:
        return wording.titled(subject.project, names.get(subject.project, ""))
    return wording.place(subject)


def _named(subject: Subject) -> str:
    return " ".join(part for part in (wording.place(subject), wording.field_name(subject.field)) if part)

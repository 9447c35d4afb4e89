"""What is said while scorecards are written: which departments there are, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from evaltool import operations as ops
from evaltool.language import _
from evaltool.operations.scorecards import Out
from evaltool.tui import words
from evaltool.tui.book import DepartmentId
from evaltool.tui.cells import cut, fold, one_line
from evaltool.tui.marks import marked


def departments(
    summaries: Sequence[ops.Summary], chosen: Collection[DepartmentId], room: int
) -> Iterator[str]:
    """A line for all of them, then each department, the chosen ones marked."""
    yield cut(_("全部单位（{count} 个）：全部选定，或全部不选").format(count=len(summaries)), room)
    for one in summaries:
        name = one_line(f"{one.year or ''} {one.name}").strip()
        is_chosen = (one.code, one.year) in chosen
        yield cut(marked(name, is_chosen), room)


def outcome(out: Out) -> str:
    """How many were written, and how many were not."""
    count = len(out.paths)
    said = _("已写出自评表 {count} 个，路径如下").format(count=count) if count else _("没有写出自评表")
    if out.left:
        said = _("{said}。已停止，还有 {count} 个单位没有写").format(said=said, count=len(out.left))
    return said


def results(out: Out, room: int) -> Iterator[str]:
    """Why a department could not be written, then the paths, each whole."""
    for one, error in out.failed:
        why = _("{name}：{why}").format(name=one_line(one.name), why=words.fault_text(error))
        yield "\n".join(fold(why, room))
    for path in out.paths:
        yield "\n".join(fold(str(path), room))

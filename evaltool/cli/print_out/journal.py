"""The journal as people read it on a terminal: a line for each change, and one for each field below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool import wording
from evaltool.cli.moved import old_and_new, operation
from evaltool.language import _
from evaltool.operations import Change, Item


def journal(changes: Sequence[Change], count: int) -> Iterator[str]:
    """The newest first; how many of how many is said at the top."""
    yield _("共 {count} 项，已列出 {shown} 项").format(count=count, shown=len(changes))
    for one in changes:
        said = [f"{one.id}", f"{one.at:%Y-%m-%d %H:%M}", " ".join(one.who.split()), operation(one)]
        if one.reason:
            said.append(_("理由：{reason}").format(reason=" ".join(one.reason.split())))
        yield "  ".join(said)
        yield from (f"    {_item(each)}" for each in one.items)


def _item(each: Item) -> str:
    code, year = each.department
    whose = wording.place(each.subject)
    where = " ".join(filter(None, (code, f"{year or ''}", whose, wording.field_name(each.subject.field))))
    old, new = old_and_new(each)
    return " ".join(_("{place}：{old} → {new}").format(place=where, old=old, new=new).split())

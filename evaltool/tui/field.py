"""The field that the edit bar shows, and what its title says of it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.breaks import in_one_line
from evaltool.tui.cells import one_line
from evaltool.tui.rows import Row
from scoring.findings import plain
from scoring.model import AdjustedTarget
from scoring.notation import write_target


@dataclass(frozen=True, slots=True)
class Field:
    """The field that is shown: one of a row's, and the text recorded in it."""

    book: Book
    row: Row
    name: str

    @property
    def recorded(self) -> str:
        """What is recorded, as it was typed; in one line."""
        return in_one_line(words.typed_text(self.book.value(self.row.at(self.name)), self.row.target))

    @property
    def is_unsaved(self) -> bool:
        """Whether what is shown as recorded could not be saved."""
        return self.row.at(self.name) in self.book.unsaved

    @property
    def version(self) -> int:
        """The number of the version that the field's place is handed in as; 0 where it is not locked."""
        return self.book.locked.get(self.row.subject.project, 0)


def declared(at: Field) -> str:
    """What stands beside the name: the target and the points, or the amount declared."""
    target = words.target_text(at.row)
    if at.row.indicator is None:
        return _("  申报 {amount} 万元").format(amount=target) if target else ""
    parts = ["", _("指标值 {target}").format(target=target), *_adjusted(at)]
    line = at.book.standing(at.row.subject.project).lines.get(at.row.indicator.key)
    if line is not None and line.weight is not None:
        parts.append(_("分值 {weight}").format(weight=plain(line.weight)))
    return "  ".join([*parts, one_line(at.row.indicator.description)])


def _adjusted(at: Field) -> list[str]:
    """The declared target beside one that was adjusted during the year, and the approval."""
    adjusted = at.book.value(at.row.at("adjusted"))
    if not isinstance(adjusted, AdjustedTarget) or at.row.indicator is None:
        return []
    first = at.row.indicator.target
    return [
        _("（申报 {declared}，批准文号 {approval}）").format(
            declared=one_line(write_target(first) or first.text),
            approval=one_line(adjusted.approval) or _("未填"),
        )
    ]


def labels(at: Field, room: int) -> Content:
    """The names of the row's fields; the first ones give way where the one that is shown would be cut off."""
    names = [_label(at, name) for name in at.row.fields]
    here, gap = at.row.fields.index(at.name), Content("  ")
    while here and gap.join(names[: here + 1]).cell_length > room:
        names, here = names[1:], here - 1
    return gap.join(names).truncate(room, ellipsis=True)


def _label(at: Field, name: str) -> Content:
    said = wording.field_name(name)
    if name == at.name:
        return Content.styled(_("【{field}】").format(field=said), "bold")
    done = at.book.value(at.row.at(name)) is not None
    return Content.styled(_("{field}（有）").format(field=said) if done else said, "dim")

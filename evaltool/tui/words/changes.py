"""What a save or an undo moved, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui.cells import cut, one_line
from evaltool.tui.words.declared import declared_change
from evaltool.tui.words.values import LONGEST_VALUE, value_text
from scoring.model import Department, Subject, Target

FILES = "evidence_files"
"""The field that holds what is remembered of the files named as evidence."""


def subject_name(subject: Subject) -> str:
    """What a field is called in a sentence: the indicator, with the field's name unless it is its actual."""
    if subject.indicator is None:
        return wording.field_name(subject.field)
    name = one_line(subject.indicator.name)
    return name if subject.field == "actual" else f"{name}·{wording.field_name(subject.field)}"


def told(items: Sequence[ops.Item]) -> Sequence[ops.Item]:
    """The items that are told of: files go along with the text that names them."""
    return [item for item in items if item.subject.field != FILES] or items


def files_text(items: Sequence[ops.Item]) -> str:
    """What was remembered of the files that a saved text names as evidence; empty where it names none."""
    files = [file for item in items if item.subject.field == FILES and item.new for file in item.new]  # type: ignore[union-attr]
    folders = sum(not file.sha256 for file in files)  # type: ignore[union-attr]
    said = _("记下了 {count} 个佐证文件的大小和校验值（SHA-256）").format(count=len(files) - folders)
    return said if len(files) > folders else _("记下了文件夹的位置，不校验其中的内容") if folders else ""


def change_text(items: Sequence[ops.Item], target: Target | None, *, is_undo: bool = False) -> str:
    """What moved, as 完成率 空 → 90%; of many the first and their count. `target` is the first one's.

    Of what is declared an undo says which adding or removing is undone.
    """
    declared = next((item for item in items if item.subject.field == "declared"), None)
    if declared is not None:
        held = (each if isinstance(each, Department) else None for each in (declared.old, declared.new))
        return declared_change(*held, is_undo=is_undo)
    items = told(items)
    first = items[0]
    old, new = value_text(first.old, target), value_text(first.new, target)
    if first.subject.field == "rulebook":  # kept under its hash, with its title as what was typed
        old, new = first.old_typed or old, first.new_typed or new
    said = _("{name} {old} → {new}").format(
        name=subject_name(first.subject), old=cut(old, LONGEST_VALUE), new=cut(new, LONGEST_VALUE)
    )
    return said if len(items) == 1 else _("{first} 等 {count} 项").format(first=said, count=len(items))

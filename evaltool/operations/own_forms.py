"""Own forms: a county's template is read and checked once, then filled for project after project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evaltool.documents.confined import READERS
from evaltool.documents.files import read_bytes
from evaltool.documents.kinds import Kind, kind_of
from evaltool.documents.unreadable import Unreadable
from evaltool.language import _
from evaltool.operations.errors import Refused
from evaltool.sheets.safe import known_as
from evaltool.sheets.whole import replacing
from evaltool.wording import place, say, suggestion
from scoring.findings import Finding, Severity

if TYPE_CHECKING:
    from evaltool.reports import Scorecard
    from evaltool.reports.template import Template


def read_template(path: Path) -> Template:
    """A template that can be filled.

    Raises `Unreadable` where it is no workbook at all, `Refused` where a placeholder in it is wrong.
    """
    template = check_template(path)
    wrong = [one for one in template.findings if one.severity is Severity.ERROR]
    if wrong:
        raise Refused("template.wrong", {"path": str(path), "wrong": "\n".join(map(_in_words, wrong))})
    return template


def check_template(path: Path) -> Template:
    """A template with whatever is wrong with it in its findings. Raises `Unreadable` as above."""
    from evaltool.reports.template import tried

    data, file = read_bytes(path), path.name
    kind = kind_of(data)
    if kind is Kind.LOCKED:
        raise Unreadable("document.locked", file)
    if kind is not Kind.XLSX:
        raise Unreadable("template.not_xlsx", file)
    # The workbook is somebody else's, and its parts are looked into: not in this process.
    template = READERS.run(tried, data, file, file=file, kind=kind.value)
    if template.refusal:
        raise Unreadable(template.refusal, file, **template.facts)
    return template


def filled(template: Template, card: Scorecard) -> Iterator[tuple[str, bytes]]:
    """The files that a template gives for a department, one at a time: whose each is, and its content.

    One for each project, named by its code and name; of a template that asks for no project one for the
    department, named by an empty text.
    """
    from evaltool.reports.template import fill

    if not template.is_of_project:
        yield "", fill(template, card)
        return
    for project in card.department.projects:
        yield known_as(project.code, project.name), fill(template, card, project.code)


def write_starting_point(name: str, path: Path) -> None:
    """Write a template to begin with. Raises `Refused` where a file is there or nothing can be written."""
    from evaltool.reports.template import starting_point

    try:
        if path.exists():
            raise Refused("write.exists", {"path": str(path)})
        with replacing(path) as stream:
            stream.write(starting_point(name))
    except OSError as fault:
        raise Refused.to_write(path, fault) from None


def starting_points() -> Sequence[str]:
    """The forms that a template can begin with."""
    from evaltool.reports.template import STARTS

    return tuple(STARTS)


class Named(NamedTuple):
    """A placeholder: its name, what it speaks of (department, project, indicator), and what it means."""

    name: str
    group: str
    meaning: str


def placeholders() -> Sequence[Named]:
    """Every placeholder there is; the meanings are in the source language, one that follows is empty."""
    from evaltool.reports.template import PLACEHOLDERS

    return [Named(name, group.value, meaning) for name, (group, meaning) in PLACEHOLDERS.items()]


def _in_words(wrong: Finding) -> str:
    said = _("。").join(part for part in (say(wrong), suggestion(wrong)) if part)
    return _("{place}：{message}").format(place=place(wrong), message=said)

"""The list of findings: in which order, and how each is said, with its answer where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import cells, fold, one_line, pad
from evaltool.tui.change_words import moment
from scoring.findings import Finding, Severity
from scoring.model import Dossier


def ordered(dossier: Dossier, findings: Sequence[Finding], *, by_place: bool) -> list[Finding]:
    """The open ones before those that are answered: by severity and place, or by place alone."""
    places = _places(dossier)
    last = len(places)

    def rank(one: Finding) -> tuple[bool, int, int]:
        grave = 0 if by_place else list(Severity).index(one.severity)
        indicator = one.subject.indicator
        at = places.get((one.subject.project, indicator), places.get((one.subject.project, None), last))
        return bool(ops.answer_of(dossier, one)), grave, at

    return sorted(findings, key=rank)


def counted(dossier: Dossier, findings: Sequence[Finding]) -> str:
    """How many are open, by severity, and how many are answered."""
    said = words.findings_counted(ops.open_findings(dossier, findings))
    answered = len(ops.answered_findings(dossier, findings))
    return _("{said}；已答复 {count}").format(said=said, count=answered) if answered else said


def in_full(dossier: Dossier, found: Finding, known: Mapping[str, ops.By], room: int) -> Content:
    """The doubt, what may be done about it, its answer, and where it is, in lines of at most `room` cells."""
    widest = max(cells(wording.term(severity)) for severity in Severity)
    lead = pad(wording.term(found.severity), widest + 2)
    room, inside = room - cells(lead), " " * cells(lead)
    said = _("。").join(filter(None, (wording.say(found), wording.suggestion(found))))
    first, *others = fold(said, room)
    rest = (Content(inside + line) for line in others)
    answer = (Content(inside + line) for line in _answered(dossier, found, known, room))
    where = (Content.styled(inside + line, "dim") for line in fold(place_of(dossier, found), room))
    return Content("\n").join([Content.assemble((lead, "bold"), first), *rest, *answer, *where, Content("")])


def place_of(dossier: Dossier, found: Finding) -> str:
    """Where a finding is: project, indicator and field, then the document's line."""
    source = wording.place(found.source) if found.source else ""
    return " · ".join(filter(None, [words.place_name(dossier, found.subject), source]))


def _answered(dossier: Dossier, found: Finding, known: Mapping[str, ops.By], room: int) -> Iterator[str]:
    answer = ops.answer_of(dossier, found)
    if not answer:
        return
    yield from fold(_("已答复：{answer}").format(answer=one_line(answer)), room)
    by = known.get(found.fingerprint)
    if by is not None:
        yield from fold(f"{one_line(by.who)} {moment(by.at)}".strip(), room)


def _places(dossier: Dossier) -> dict[tuple[str, object], int]:
    """Everything that is declared, in the order of the workbench: the department's own last."""
    department = dossier.department
    subjects: list[tuple[str, object]] = []
    for project in department.projects:
        subjects += [(project.code, None), *((project.code, one.key) for one in project.indicators)]
    subjects += [("", None), *(("", one.key) for one in department.own_indicators())]
    return {subject: index for index, subject in enumerate(subjects)}

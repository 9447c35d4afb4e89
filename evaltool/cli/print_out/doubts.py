"""Findings, the gravest first, each with its place and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evaltool import wording
from evaltool.language import _
from evaltool.operations import answer_of, answered_findings, open_findings
from scoring.findings import Finding, Severity
from scoring.model import Dossier

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings(found: Sequence[Finding], dossier: Dossier | None = None) -> Iterator[str]:
    """How many there are of each kind, then each of them; those answered in a dossier apart and last."""
    answered = answered_findings(dossier, found) if dossier else ()
    yield from _open(open_findings(dossier, found) if dossier else found)
    if dossier and answered:
        yield _("已答复的疑点 {count} 条").format(count=len(answered))
        for odd in answered:
            yield _line(odd)
            yield _("    已答复：{answer}").format(answer=" ".join(answer_of(dossier, odd).split()))


def _open(found: Sequence[Finding]) -> Iterator[str]:
    if not found:
        yield _("没有疑点")
        return
    counted = [f"{wording.term(kind)} {sum(f.severity is kind for f in found)}" for kind in ORDER]
    yield _("疑点 {count} 条（{kinds}）").format(count=len(found), kinds=_("，").join(counted))
    yield from map(_line, sorted(found, key=lambda one: ORDER[one.severity]))


def errors(found: Iterable[Finding]) -> Iterator[str]:
    """Only what has to be settled, for an answer that is about something else."""
    yield from map(_line, (odd for odd in found if odd.severity is Severity.ERROR))


def _line(odd: Finding) -> str:
    said, advice, where = wording.say(odd), wording.suggestion(odd), wording.place(odd)
    if advice:
        said = _("{message}。{advice}").format(message=said, advice=advice)
    return f"  [{wording.term(odd.severity)}] {said}" + (
        _("（{place}）").format(place=where) if where else ""
    )

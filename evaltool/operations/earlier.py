"""What a person decided about a document before, found again in what is kept of it: nobody corrects twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaltool.operations.corrections import text_found, thing_at
from scoring.findings import Finding
from scoring.model import Department, Key, Subject

IDENTITY = ("name", "level1", "level2")


@dataclass(frozen=True, slots=True)
class EarlierDecision:
    """A place as found, and the text it was corrected to; None where it was left out."""

    subject: Subject
    text: str | None


def earlier_decisions(department: Department, findings: Sequence[Finding]) -> Iterator[EarlierDecision]:
    """The decisions that `findings` tell of and that fit what a document says now.

    A correction fits where the text as found is the one that was corrected.
    """
    corrected = [odd for odd in findings if odd.code == "document.corrected"]
    codes = {
        odd.subject.project: odd.facts["text"]
        for odd in corrected
        if odd.subject.project and odd.facts["field"] == "code"
    }
    names: dict[Key, dict[str, str]] = {}
    for odd in corrected:
        if odd.subject.indicator is not None and odd.facts["field"] in IDENTITY:
            names.setdefault(odd.subject.indicator, {})[odd.facts["field"]] = odd.facts["text"]
    for odd in corrected:
        project = codes.get(odd.subject.project, odd.subject.project)
        key = odd.subject.indicator
        if key is not None:
            found = {**key._asdict(), **names.get(key, {}), "project": project}
            key = Key(**found)
        subject = Subject(project, key, odd.facts["field"])
        if _says(department, subject, odd.facts["text"]):
            yield EarlierDecision(subject, odd.facts["read"])
    for odd in findings:
        if odd.code == "document.left_out" and _is_there(department, odd.subject):
            yield EarlierDecision(odd.subject, None)


def _says(department: Department, subject: Subject, text: str) -> bool:
    return _is_there(department, subject) and text_found(department, subject) == text


def _is_there(department: Department, subject: Subject) -> bool:
    try:
        thing_at(department, subject)
    except KeyError:
        return False
    return True

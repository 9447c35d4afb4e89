"""Forms that came back: each file's values recorded as one change, what does not fit said cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaltool import wording
from evaltool.forms.before import before_now
from evaltool.forms.identity import Identity
from evaltool.language import _
from evaltool.operations.annotating import annotate
from evaltool.operations.answers import answer, moved
from evaltool.operations.desk import Desk
from evaltool.operations.entry import read_entry
from evaltool.operations.filling import Filling, comparable, entries_of
from evaltool.operations.returned import Opened, files_of, open_form
from evaltool.workspace.errors import Conflict
from evaltool.workspace.values import DepartmentId, Edit, Saved, Summary
from scoring.checks import as_grave
from scoring.findings import Finding, finding
from scoring.model import Dossier, Source, Subject
from scoring.record import Value, apply, value_of

Progress = Callable[[int, int, Path], object]
"""Told which file comes next: its number, how many there are, its path."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of one file: whose form it says it is, None where it is none; `refused` as a whole or not.

    Of its changed cells `kept` are recorded, `same` say what stands in the workspace, the rest is left out.
    `copy` is the annotated copy that was written beside it, None where there was nothing to annotate.
    """

    path: Path
    department: DepartmentId | None = None
    refused: bool = False
    kept: tuple[Filling, ...] = ()
    same: int = 0
    left_out: int = 0
    saved: Saved | None = None
    findings: tuple[Finding, ...] = ()
    copy: Path | None = None

    @property
    def is_form(self) -> bool:
        """Whether the file was a form of ours, whatever is wrong with it."""
        return self.department is not None


def collect(
    paths: Sequence[Path],
    desk: Desk,
    *,
    only: Summary | None = None,
    dry_run: bool = False,
    progress: Progress = lambda _number, _count, _path: None,
) -> tuple[Collected, ...]:
    """Record what returned forms say anew, one change for each file; `only` of one department if given.

    A file that is no form, is altered or belongs elsewhere gives nothing; a row with an error is left out;
    a field that two files fill differently, or that was recorded meanwhile, stays as it is. A dry run
    records nothing and writes no copies. Raises `WorkspaceError`.
    """
    files = list(files_of(paths))
    opened: list[Opened] = []
    for number, path in enumerate(files, 1):
        progress(number, len(files), path)
        opened.append(open_form(path))
    known = [only] if only else desk.departments()
    work = _Work(desk, {(one.code, one.year): one for one in known}, dry_run=dry_run)
    work.find_disputes(opened)
    return tuple([work.take(one) for one in opened])


class _Work:
    """The files of one collection, taken one after the other."""

    def __init__(self, desk: Desk, known: dict[DepartmentId, Summary], *, dry_run: bool) -> None:
        self.desk = desk
        self.known = known
        self.dry_run = dry_run
        self.first: dict[DepartmentId, Dossier] = {}
        self.now: dict[DepartmentId, Dossier] = {}
        self.disputed: dict[DepartmentId, dict[Subject, str]] = {}

    def find_disputes(self, opened: Iterable[Opened]) -> None:
        """Remember the fields that files fill differently. What cannot be read disputes nothing."""
        said: dict[DepartmentId, dict[Subject, dict[Value, list[str]]]] = {}
        for one in opened:
            identity = one.returned.identity
            if identity is None or _whose(identity) not in self.known:
                continue
            dossier = self._dossier(_whose(identity))
            of_department = said.setdefault(_whose(identity), {})
            for subject, value in _values(one, dossier):
                of_department.setdefault(subject, {}).setdefault(value, []).append(one.path.name)
        for department, subjects in said.items():
            self.disputed[department] = {
                subject: _("、").join(name for names in values.values() for name in names)
                for subject, values in subjects.items()
                if len(values) > 1
            }

    def take(self, one: Opened) -> Collected:
        """Record one file."""
        identity = one.returned.identity
        if identity is None:
            return Collected(one.path, None, refused=True, findings=one.returned.findings)
        whose = _whose(identity)
        elsewhere = self._elsewhere(identity, one.path)
        if elsewhere is not None:
            return Collected(one.path, whose, refused=True, findings=(elsewhere,))
        if one.returned.findings:
            altered = Collected(one.path, whose, refused=True, findings=one.returned.findings)
            return self._annotated(one, altered)
        first = self._dossier(whose)
        now = self.now.setdefault(whose, first)
        disputed = self.disputed.get(whose, {})
        answered = answer(one.path, identity, one.returned.answers, first, now, disputed)
        kept, saved, late = self._save(one, whose, answered.kept)
        self.now[whose] = apply(now, entries_of(kept))
        left_out = len(one.returned.answers) - len(kept) - answered.same
        odd = (
            *one.returned.beside,
            *_other_rulebook(identity, first, one.path),
            *answered.findings,
            *as_grave(late, first.rulebook),
        )
        done = Collected(one.path, whose, False, kept, answered.same, left_out, saved, odd)
        return self._annotated(one, done)

    def _dossier(self, whose: DepartmentId) -> Dossier:
        if whose not in self.first:
            self.first[whose] = self.desk.dossier(*whose)
        return self.first[whose]

    def _elsewhere(self, identity: Identity, path: Path) -> Finding | None:
        """Why a form is none of those that are collected here."""
        code, year = whose = _whose(identity)
        if whose in self.known:
            return None
        source = Source(path.name)
        years = [str(one.year or "") for one in self.known.values() if one.code == code]
        if years:
            return finding("form.other_year", None, source, found=year or "", expected=_("、").join(years))
        names = _("、").join(wording.titled(one.code, one.name) for one in self.known.values())
        return finding("form.other_department", None, source, found=code, expected=names)

    def _save(
        self, one: Opened, whose: DepartmentId, kept: tuple[Filling, ...]
    ) -> tuple[tuple[Filling, ...], Saved | None, list[Finding]]:
        """Save as one change what nobody else has moved since it was looked at."""
        late: list[Finding] = []
        while kept and not self.dry_run:
            edits = [
                Edit(entry.subject, value_of(self.now[whose], entry.subject), entry.value, entry.typed)
                for entry in entries_of(kept)
            ]
            try:
                saved = self.desk.submit(*whose, edits, "collect", who=one.path.name).result()
            except Conflict as conflict:
                clashes = {clash.subject: clash.found for clash in conflict.clashes}
                fills = [each.fill for each in one.returned.answers]
                lost = [each for each in kept if not clashes.keys().isdisjoint(_subjects(each))]
                late += [moved(each, fills, wording.value(clashes.get(each.found.subject))) for each in lost]
                kept = tuple(each for each in kept if each not in lost)
            else:
                return kept, saved, late
        return kept, None, late

    def _annotated(self, one: Opened, done: Collected) -> Collected:
        if self.dry_run:
            return done
        copy, odd = annotate(one.path, one.data, done.findings)
        return replace(done, copy=copy, findings=(*done.findings, *odd))


def _whose(identity: Identity) -> DepartmentId:
    return identity.department, identity.year


def _values(one: Opened, dossier: Dossier) -> Iterator[tuple[Subject, Value]]:
    """The fields that a file fills anew and that can be read, each with its value."""
    answers = one.returned.answers
    for each, text in zip(answers, before_now(dossier, [each.fill for each in answers]), strict=True):
        subject = each.fill.subject
        entry = None if text is None else read_entry(dossier, subject, each.text)[0]
        if entry is not None:
            yield subject, comparable(dossier, subject, entry.value)


def _subjects(filling: Filling) -> set[Subject]:
    return {entry.subject for entry in filling.entries}


def _other_rulebook(identity: Identity, dossier: Dossier, path: Path) -> tuple[Finding, ...]:
    """The scores that a form showed while it was filled may not be those of the rulebook in force."""
    in_force = dossier.rulebook
    if identity.rulebook[2] == in_force.hash:
        return ()
    facts = {"found": identity.rulebook[0], "expected": in_force.id}
    return (finding("form.other_rulebook", None, Source(path.name), **facts),)

"""The same actuals under two rulebooks, figure by figure, with the clauses that make the difference.

The working names the clause of each step, but a clause may act where no step names it: the decimals of a
score, the points of a level. So a difference is traced by trial, a clause at a time: a clause makes it where
putting that one alone into the dossier's rulebook gives the other's figure; where none does, all those make
it together that move the figure in either rulebook. Clauses that contradict a rulebook unless they are put
into it together, as the points of execution and those of the levels, are one trial.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from scoring.against.differences import Against, Cause, Line
from scoring.against.figures import Figure, Kind, Place, figures
from scoring.evaluate import evaluate
from scoring.model import Dossier
from scoring.rulebook import Clause, Difference, Rulebook, compare
from scoring.rulebook.schema import SECTIONS
from scoring.rulebook.sound import contradictions

Figures = Mapping[Place, Figure]


def against(dossier: Dossier, other: Rulebook) -> Against:
    """Score a dossier under its own rulebook and under another one, and say what makes each difference."""
    own = dossier.rulebook
    scored = evaluate(dossier), evaluate(replace(dossier, rulebook=other))
    here, there = (dict(figures(score)) for score in scored)
    places = tuple(dict.fromkeys((*here, *there)))
    moved = [place for place in places if here.get(place) != there.get(place)]
    differing = compare(own, other) if moved else ()
    trials = [
        _Trial(
            group,
            _under(dossier, _with(own, *(one.b for one in group))),
            _under(dossier, _with(other, *(one.a for one in group))),
        )
        for group in _groups(own, other, differing)
    ]
    lines = tuple(_line(place, here.get(place), there.get(place), trials) for place in moved)
    return Against(*scored, lines, len(places) - len(moved))


@dataclass(frozen=True, slots=True)
class _Trial:
    """The figures under each rulebook with a clause, or several at once, changed to what the other says."""

    group: tuple[Difference, ...]
    here: Figures
    there: Figures

    def causes(self, kind: Kind, *, of_weight: bool) -> list[Cause]:
        """The clauses of the group; those of the levels' points move no score of execution."""
        named = [one for one in self.group if kind is not Kind.EXECUTION or one.key.startswith("execution.")]
        return [Cause(one, of_weight) for one in named or self.group]


def _groups(
    own: Rulebook, other: Rulebook, differing: Sequence[Difference]
) -> Iterator[tuple[Difference, ...]]:
    """The clauses to be tried together: each alone, but for those that alone contradict a rulebook."""
    bound = [one for one in differing if _is_odd(_with(own, one.b)) or _is_odd(_with(other, one.a))]
    for one in differing:
        if one not in bound:
            yield (one,)
        elif one is bound[0]:
            yield tuple(bound)


def _is_odd(rulebook: Rulebook) -> bool:
    sections = {name: getattr(rulebook, name) for name in SECTIONS}
    return next(contradictions(sections), None) is not None


def _line(place: Place, one: Figure | None, other: Figure | None, trials: Sequence[_Trial]) -> Line:
    alone: list[Cause] = []
    together: list[Cause] = []
    for trial in trials:
        here, there = trial.here.get(place), trial.there.get(place)
        of_weight = _weight(one) != _weight(here) or _weight(other) != _weight(there)
        causes = trial.causes(place.kind, of_weight=of_weight)
        if other == here:
            alone += causes
        elif here != one or there != other:
            together += causes
    found = tuple(alone or together)
    every = tuple(Cause(one, of_weight=False) for trial in trials for one in trial.group)
    return Line(place, one, other, found or every, traced=bool(found))


def _under(dossier: Dossier, rulebook: Rulebook) -> Figures:
    return dict(figures(evaluate(replace(dossier, rulebook=rulebook))))


def _with(rulebook: Rulebook, *clauses: Clause[Any]) -> Rulebook:
    """A rulebook with clauses of another; it is scored with and never shown, so its hash stays."""
    for clause in clauses:
        section, _, name = clause.key.partition(".")
        changed: dict[str, Any] = {section: replace(getattr(rulebook, section), **{name: clause})}
        rulebook = replace(rulebook, **changed)
    return rulebook


def _weight(figure: Figure | None) -> Decimal | None:
    return figure.weight if figure else None

"""100 points spread over execution, levels and indicators, and told how.

Declared weights are kept as they are. Where a document declares none, the rulebook's level points are spread
evenly over the indicators of the level, to 0.01 by largest remainder, so that they add up exactly.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from scoring.findings import finding
from scoring.model import Indicator, Key, Project, ProjectOutcome, State, Subject, WeightChoice
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, Fact, Step
from scoring.weighting.apportioning import HUNDRED, Allotment, apportion
from scoring.weighting.spreading import grouped, spread


def allot(
    project: Project,
    outcome: ProjectOutcome,
    weights: Mapping[Key, Decimal],
    rulebook: Rulebook,
    dropped: Collection[Key] = (),
) -> Allotment:
    """The points of a project's lines: set by a person before declared, declared before spread.

    Of the lines `dropped` (not applicable) the rulebook says whether their points move to the same level.
    """
    execution = ZERO if outcome.execution is State.NOT_APPLICABLE else rulebook.execution.points.value
    given = {line.key: weights.get(line.key, line.weight) for line in project.indicators}
    subject = Subject(project.code, field="weight")
    if not given:
        return Allotment(
            execution, given, settled=False, findings=(finding("weights.no_indicators", subject),)
        )
    if all(weight is None for weight in given.values()):
        allotment = spread(project.indicators, execution, subject, rulebook)
    else:
        allotment = _declared(given, execution, outcome, subject, rulebook)
        if weights.keys() & given.keys():
            allotment = replace(allotment, working=tuple(map(_by_person, allotment.working)))
    clause = rulebook.weights.not_applicable
    if not dropped or clause.value != "within_level" or not allotment.settled:
        return allotment
    return _moved(allotment, project.indicators, dropped, rulebook)


def _moved(
    allotment: Allotment, indicators: Sequence[Indicator], dropped: Collection[Key], rulebook: Rulebook
) -> Allotment:
    """The points of dropped lines given to the others of their level 1, pro rata, where any is left."""
    rules = rulebook.weights
    lines: dict[Key, Decimal | None] = dict(allotment.lines)
    working = list(allotment.working)
    for level, keys in grouped(indicators, rules.inside.value).items():
        left = {key: lines[key] or ZERO for key in keys if key not in dropped}
        gone = {key: lines[key] or ZERO for key in keys if key in dropped}
        points = sum(gone.values(), ZERO)
        if not any(left.values()) or not points:
            continue
        shares = [Fraction(weight) for weight in left.values()]
        room = sum(left.values(), points)
        lines.update(dict.fromkeys(gone, ZERO))
        lines.update(zip(left, apportion(shares, room, _places(room)), strict=True))
        facts: dict[str, Fact] = {"level": level, "points": points, "count": len(left)}
        working.append(Step("weights.moved", facts, rules.not_applicable.key))
    return replace(allotment, lines=lines, working=tuple(working))


def _by_person(step: Step) -> Step:
    """The step that says whose weights are used, where a person set some of them."""
    return replace(step, code="weights.given") if step.code == "weights.declared" else step


def _places(figure: Decimal) -> int:
    """Decimals that split a figure exactly: 2, or as many as it has."""
    exponent = figure.normalize().as_tuple().exponent
    return max(2, -exponent) if isinstance(exponent, int) else 2


def _declared(
    given: Mapping[Key, Decimal | None],
    execution: Decimal,
    outcome: ProjectOutcome,
    subject: Subject,
    rulebook: Rulebook,
) -> Allotment:
    present = {key: weight for key, weight in given.items() if weight is not None}
    usable: dict[Key, Decimal | None] = {
        key: weight if weight is not None and weight > 0 else None for key, weight in given.items()
    }
    total = sum(present.values(), Decimal(0))
    odd = [
        finding("weights.not_positive", subject, name=key.name, weight=weight)
        for key, weight in present.items()
        if usable[key] is None
    ]
    if len(present) < len(given):
        odd.append(finding("weights.incomplete", subject, count=len(given) - len(present), sum=total))
    if odd:
        return Allotment(execution, usable, settled=False, findings=tuple(odd))
    reserved = rulebook.execution.points.value
    room = HUNDRED - reserved
    step = Step("weights.declared", {"sum": total}, "weights.declared")
    if total == HUNDRED - execution:
        return Allotment(execution, given, settled=True, working=(step,))
    if total == room:
        said = Step("weights.execution_spread", {"points": reserved}, "execution.not_applicable")
        return Allotment(execution, given, settled=True, working=(step, said))
    if total == HUNDRED and outcome.weight_choice is WeightChoice.NO_EXECUTION:
        said = Step("weights.no_execution", {"sum": total}, "weights.declared")
        return Allotment(ZERO, given, settled=True, working=(step, said))
    if total == HUNDRED and outcome.weight_choice is WeightChoice.SCALE:
        scaled = apportion([Fraction(weight) for weight in present.values()], HUNDRED - execution)
        said = Step("weights.scaled", {"sum": total, "to": HUNDRED - execution}, "weights.declared")
        lines = dict(zip(present, scaled, strict=True))
        return Allotment(execution, lines, settled=True, working=(step, said))
    doubt = finding("weights.sum", subject, sum=total, room=room)
    if total == HUNDRED:
        doubt = finding("weights.no_room", replace(subject, field="weight_choice"), sum=total, room=room)
    return Allotment(execution, given, settled=False, findings=(doubt,))

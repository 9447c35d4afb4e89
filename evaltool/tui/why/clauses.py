"""Steps of a working and the clauses they follow, as branches."""

from __future__ import annotations

from collections.abc import Iterable

from evaltool import wording
from evaltool.language import _
from evaltool.tui import clauses
from evaltool.tui.cells import one_line
from evaltool.tui.why.branch import Branch
from scoring.rulebook import Rulebook
from scoring.scores import Step

ROUNDING = "round."
"""What the codes of the steps begin with that round."""


def of_clause(key: str, rulebook: Rulebook) -> Branch:
    """A clause with what it says; under it where it stands, in which rulebook, and what is noted on it."""
    clause = rulebook.clause(key)
    said = _("条款 {name}：{value}").format(name=wording.clause(key), value=wording.clause_value(clause))
    book = _("评分规则：{id} 版本 {version}").format(id=rulebook.id, version=rulebook.version)
    if clause.origin not in ("", rulebook.id):
        book += _("［沿用 {origin}］").format(origin=clause.origin)
    under = [Branch(_("依据：{source}").format(source=clauses.source(clause))), Branch(book)]
    if clause.note:
        under.append(Branch(_("说明：{note}").format(note=one_line(clause.note))))
    return Branch(one_line(said), tuple(under))


def of_steps(steps: Iterable[Step], rulebook: Rulebook) -> tuple[Branch, ...]:
    """Each step, with the clause that it follows under it."""
    return tuple(_step(step, rulebook) for step in steps)


def _step(step: Step, rulebook: Rulebook) -> Branch:
    under = (of_clause(step.clause, rulebook),) if step.clause else ()
    return Branch(one_line(wording.say(step)), under)


def of_rule(code: str, steps: Iterable[Step], rulebook: Rulebook) -> Branch:
    """The rule by name; under it how it computes, and each clause that the steps follow."""
    name, formula = wording.rule(code)
    keys = dict.fromkeys(step.clause for step in steps if step.clause and not is_rounding(step))
    computes = (Branch(formula),) if formula else ()
    under = (*computes, *(of_clause(key, rulebook) for key in keys))
    return Branch(_("规则：{name}").format(name=name), under)


def of_working(steps: Iterable[Step], rulebook: Rulebook) -> tuple[Branch, ...]:
    """How a line was computed, and how that was rounded."""
    steps = tuple(steps)
    said = tuple(Branch(one_line(wording.say(step))) for step in steps if not is_rounding(step))
    rounded = [step for step in steps if is_rounding(step)]
    places = of_clause("rounding.places", rulebook)
    if not rounded:
        return Branch(_("计算"), said), Branch(_("舍入：无须舍入"), (places,))
    step = rounded[0]
    how = (of_clause(step.clause, rulebook), places)
    return Branch(_("计算"), said), Branch(_("舍入：{step}").format(step=wording.say(step)), how)


def is_rounding(step: Step) -> bool:
    """Whether a step says how points were rounded."""
    return step.code.startswith(ROUNDING)

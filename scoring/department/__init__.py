"""The department as a whole: figures side by side, because no national text derives one from its projects."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.department.means import budget_weighted, given_weights, plain_mean
from scoring.department.objectives import own_objectives
from scoring.department.ratios import goal_weighted
from scoring.findings import Finding
from scoring.model import Dossier
from scoring.scores import Method, ProjectScore


def methods(
    dossier: Dossier, projects: Sequence[ProjectScore]
) -> tuple[dict[str, Method], tuple[Finding, ...]]:
    """Every way to the department's figure, by its code, in the order to show."""
    own, odd = own_objectives(dossier)
    goals, _ = goal_weighted(dossier)
    all_of_them = (
        budget_weighted(projects, dossier.rulebook),
        plain_mean(projects, dossier.rulebook),
        given_weights(projects, dossier),
        own,
        goals,
    )
    return {method.code: method for method in all_of_them}, odd


__all__ = ["methods"]

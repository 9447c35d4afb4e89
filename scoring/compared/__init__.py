"""Targets beside what was achieved: how far each was reached, where points went, money over the year.

Nothing is scored here. What `scoring.evaluate` gave is put side by side: with the target, with the plan,
with the year before, with the other projects.
"""

from scoring.compared.grades import Graded, GradeShare, grade_shares
from scoring.compared.losses import Loss, Losses, losses_of, losses_of_project, own_losses
from scoring.compared.projects import Column, ProjectRow, is_settled, ordered, project_rows
from scoring.compared.ranks import Ranked, ranked
from scoring.compared.reach import Reach, Reached, reach
from scoring.compared.spending import Spending, Spent, spending, spending_together
from scoring.compared.years import LinePair, ProjectPair, Years, beside

__all__ = [
    "Column",
    "GradeShare",
    "Graded",
    "LinePair",
    "Loss",
    "Losses",
    "ProjectPair",
    "ProjectRow",
    "Ranked",
    "Reach",
    "Reached",
    "Spending",
    "Spent",
    "Years",
    "beside",
    "grade_shares",
    "is_settled",
    "losses_of",
    "losses_of_project",
    "ordered",
    "own_losses",
    "project_rows",
    "ranked",
    "reach",
    "spending",
    "spending_together",
]

"""What an evaluation gives: scores, intervals where something is missing, and the working of each."""

from scoring.scores.levels import LevelScore, levels_of
from scoring.scores.lines import ExecutionScore, IndicatorScore
from scoring.scores.points import NO_POINTS, ZERO, Fact, Score, Status, Step, grade_of, printed, rounding
from scoring.scores.wholes import OWN_OBJECTIVES, DepartmentScore, Method, ProjectScore

__all__ = [
    "NO_POINTS",
    "OWN_OBJECTIVES",
    "ZERO",
    "DepartmentScore",
    "ExecutionScore",
    "Fact",
    "IndicatorScore",
    "LevelScore",
    "Method",
    "ProjectScore",
    "Score",
    "Status",
    "Step",
    "grade_of",
    "levels_of",
    "printed",
    "rounding",
]

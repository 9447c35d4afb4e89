"""What a rule says of one actual against one target: points, attainment and the working."""

from scoring.verdicts.judge import judge
from scoring.verdicts.line import FORWARD, Line, is_cost
from scoring.verdicts.verdict import Verdict

__all__ = ["FORWARD", "Line", "Verdict", "is_cost", "judge"]

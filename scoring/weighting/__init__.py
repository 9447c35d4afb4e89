"""100 points spread over execution, levels and indicators, and told how."""

from scoring.weighting.allotting import allot
from scoring.weighting.apportioning import HUNDRED, Allotment, apportion

__all__ = ["HUNDRED", "Allotment", "allot", "apportion"]

"""The same actuals under two rulebooks, figure by figure, with the clauses that make the difference."""

from scoring.against.differences import Against, Cause, Line
from scoring.against.figures import Figure, Kind, Place, figures
from scoring.against.trials import against

__all__ = ["Against", "Cause", "Figure", "Kind", "Line", "Place", "against", "figures"]

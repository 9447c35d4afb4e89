"""A rulebook (评分规则): what differs between places, as data with citations.

A rulebook is a TOML file. Each clause is a table with `value`, and `cite`, `evidence` and `note` that travel
with it to every scorecard.
"""

from scoring.rulebook.clauses import EVIDENCE, expected
from scoring.rulebook.compare import Difference, compare, own_clauses
from scoring.rulebook.load import DEFAULT, load, load_file, parse, shipped
from scoring.rulebook.problems import Problem, RulebookError
from scoring.rulebook.schema import Clause, Effective, Rulebook
from scoring.rulebook.tables import BandLimits
from scoring.rulebook.write import write

__all__ = [
    "DEFAULT",
    "EVIDENCE",
    "BandLimits",
    "Clause",
    "Difference",
    "Effective",
    "Problem",
    "Rulebook",
    "RulebookError",
    "compare",
    "expected",
    "load",
    "load_file",
    "own_clauses",
    "parse",
    "shipped",
    "write",
]

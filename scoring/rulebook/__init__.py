"""A rulebook (评分规则): what differs between places, as data with citations.

A rulebook is a TOML file. Each clause is a table with `value`, and `cite`, `evidence` and `note` that travel
with it to every scorecard.
"""

from scoring.rulebook.load import DEFAULT, EVIDENCE, Problem, RulebookError, load, load_file, parse, shipped
from scoring.rulebook.schema import Clause, Rulebook
from scoring.rulebook.values import BandLimits

__all__ = [
    "DEFAULT",
    "EVIDENCE",
    "BandLimits",
    "Clause",
    "Problem",
    "Rulebook",
    "RulebookError",
    "load",
    "load_file",
    "parse",
    "shipped",
]

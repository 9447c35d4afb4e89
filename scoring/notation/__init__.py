"""What people write for a target or an actual, read into values and written back.

A text is normalised by an explicit table, cut into tokens, and read by a small grammar. Nothing raises and
nothing is guessed in silence: what was concluded is marked or comes with a finding.
"""

from scoring.notation.actual import read_actual, read_amount
from scoring.notation.lexicon import DEFAULT_LEXICON, Lexicon, infer_sense, wants_less
from scoring.notation.normalise import normalise
from scoring.notation.share import read_share
from scoring.notation.steps import holds_steps, read_steps, write_steps
from scoring.notation.target import is_blank, read_target
from scoring.notation.write import write_actual, write_target

__all__ = [
    "DEFAULT_LEXICON",
    "Lexicon",
    "holds_steps",
    "infer_sense",
    "is_blank",
    "normalise",
    "read_actual",
    "read_amount",
    "read_share",
    "read_steps",
    "read_target",
    "wants_less",
    "write_actual",
    "write_steps",
    "write_target",
]

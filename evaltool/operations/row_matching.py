"""Which line a row of a table of actuals means, and which one it may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from evaltool.operations import names
from evaltool.operations.rows import Row
from scoring.model import Indicator, level_name


def fits(row: Row, indicator: Indicator) -> bool:
    """Whether a row means this indicator: the name, and whatever else the row says of it."""
    key = indicator.key
    said = (
        (level_name(row.level1), key.level1),
        (level_name(row.level2), key.level2),
        (row.ordinal, str(key.ordinal)),
    )
    return (
        names.plain(row.name) == names.plain(key.name)
        and all(names.plain(text) == names.plain(known) for text, known in said if text)
        and names.is_objective(row.objective, key.objective)
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like another; empty where none is near."""
    candidates: Sequence[str] = list(known)
    return next(iter(difflib.get_close_matches(name, candidates, 1, 0.4)), "")

"""Which rows of a table a filter keeps: what is not recorded yet, what falls short, what is doubtful.

The choice is made when a filter is put on or another place is shown: what is dealt with stays until then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from evaltool.language import N_
from evaltool.tui.book import Book
from evaltool.tui.rows import SPENT, Row
from evaltool.tui.standing import Standing
from scoring.compared import is_settled
from scoring.findings import Severity
from scoring.model import Outcome

UNSAID = "outcome.missing"
"""The doubt of every row that is not recorded: a filter of its own shows those."""


class Filter(StrEnum):
    """What is kept. The values are the ends of the commands' ids."""

    ALL = "all"
    UNRECORDED = "unrecorded"
    BELOW = "below"
    FINDINGS = "findings"

    @property
    def next(self) -> Filter:
        """The filter after this one, round again."""
        every = list(Filter)
        return every[(every.index(self) + 1) % len(every)]


NAMES: Mapping[Filter, str] = {
    Filter.ALL: N_("全部"),
    Filter.UNRECORDED: N_("未录入"),
    Filter.BELOW: N_("未达标"),
    Filter.FINDINGS: N_("有疑点"),
}

NOTHING: Mapping[Filter, str] = {
    Filter.ALL: N_("这里没有可以录入的内容"),
    Filter.UNRECORDED: N_("这里的数字都已录入"),
    Filter.BELOW: N_("这里已录入的都达到了指标值"),
    Filter.FINDINGS: N_("这里已录入的内容没有疑点"),
}
"""Why a filter keeps no row."""


def kept(rows: Sequence[Row], by: Filter, book: Book, standing: Standing) -> tuple[Row, ...]:
    """The rows that a filter keeps."""
    keeps = {
        Filter.UNRECORDED: lambda row: is_empty(row, book),
        Filter.BELOW: lambda row: _falls_short(row, standing),
        Filter.FINDINGS: lambda row: _is_doubtful(row, standing),
    }
    return tuple(rows) if by is Filter.ALL else tuple(filter(keeps[by], rows))


def is_empty(row: Row, book: Book) -> bool:
    """Whether the row's figure is still to be recorded; of a band also its share."""
    if row.indicator is None:
        return book.value(row.first) is None
    outcome = book.dossier.outcomes.indicators.get(row.indicator.key, Outcome())
    wants_share = row.is_band and outcome.actual is not None and outcome.share is None
    return not is_settled(outcome) or wants_share


def _falls_short(row: Row, standing: Standing) -> bool:
    """Whether less was achieved than asked, or points are lost; of money, the rate of what was spent."""
    if row.subject.field == SPENT and standing.execution is not None:
        execution = standing.execution
        return execution.spent is not None and execution.score.low < execution.weight
    line = standing.lines.get(row.indicator.key) if row.indicator else None
    if line is None or line.outcome.actual is None:
        return False
    misses = line.attainment is not None and line.attainment < 1
    return misses or (line.weight is not None and line.score.high < line.weight)


def _is_doubtful(row: Row, standing: Standing) -> bool:
    """Whether scoring doubts something about the row, more gravely than by a note."""
    return any(
        one.subject in map(row.at, row.fields) and one.severity is not Severity.NOTE and one.code != UNSAID
        for one in standing.findings
    )

"""Scores, rates and how far the recording is, as they stand in columns and sentences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui.standing import Progress, Standing, progress
from scoring.findings import plain
from scoring.rules import round_half_up
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore, Score, Status


def percent(ratio: Fraction | None) -> str:
    """A ratio in percent with two decimals; empty for none."""
    return "" if ratio is None else f"{plain(round_half_up(ratio * 100))}%"


def table_score(score: Score | None) -> str:
    """A score as it stands in a column: an interval with a sign that is one cell wide in every terminal."""
    if score is None:
        return ""
    if score.value is not None:
        return plain(score.value)
    return f"{_short(score.low)}~{_short(score.high)}"


def line_score(line: IndicatorScore | ExecutionScore) -> str:
    """A line's score as it stands in a column: 不计 where it does not count, empty without points."""
    if line.status is Status.NOT_APPLICABLE:
        return _("不计")
    return "" if line.weight is None else table_score(line.score)


def _short(limit: Decimal) -> str:
    whole = limit.to_integral_value()
    return plain(whole if whole == limit else limit.normalize())


def progress_text(recorded: int, indicators: int) -> str:
    """未录入, 录入中 3/6 or 已录完."""
    stage = progress(recorded, indicators)
    if stage is Progress.SOME:
        return _("录入中 {recorded}/{indicators}").format(recorded=recorded, indicators=indicators)
    return _("已录完") if stage is Progress.ALL else _("未录入")


def recorded_of(summary: ops.Summary) -> tuple[int, int]:
    """Indicators recorded and all of them: of the projects together, of its own where there are none."""
    counted = summary.projects or (summary,)
    return sum(one.recorded for one in counted), sum(one.indicators for one in counted)


def total_text(standing: Standing | DepartmentScore | ProjectScore) -> str:
    """The total and its grade, as 92.88 优."""
    return f"{wording.score(standing.score)} {wording.term(standing.grade)}".strip()


def table_total(standing: Standing) -> str:
    """The total and its grade as they stand in a column."""
    return f"{table_score(standing.score)} {wording.term(standing.grade)}".strip()

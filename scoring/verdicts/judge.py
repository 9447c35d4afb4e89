"""Which rule a line comes under."""

from __future__ import annotations

from scoring.findings import finding
from scoring.model import QUANTITATIVE, Sense, Target
from scoring.scores import Status
from scoring.verdicts.figures import judge_figure
from scoring.verdicts.line import Line
from scoring.verdicts.verdict import Verdict, undecided
from scoring.verdicts.words import judge_answer, judge_band, judge_date, unread


def judge(line: Line) -> Verdict:
    """The verdict on what was achieved; open where something is missing or cannot be read."""
    target = line.target
    if not _says_what_is_asked(target):
        odd = finding("target.unread", line.subject, text=target.text)
        return undecided("unread", line.points, Status.UNREADABLE, odd)
    if _is_negative(target):
        odd = finding("target.negative", line.subject, text=target.text)
        return undecided("negative_target", line.points, Status.UNREADABLE, odd)
    if line.actual is None:
        return undecided("waiting", line.points, Status.WAITING)
    if target.sense in QUANTITATIVE:
        return judge_figure(line, line.actual)
    match target.sense:
        case Sense.QUALITATIVE:
            return judge_band(line, line.actual)
        case Sense.BY_DATE:
            return judge_date(line, line.actual)
        case Sense.YES_NO:
            return judge_answer(line, line.actual)
        case _:
            return unread(line, line.actual)


def _says_what_is_asked(target: Target) -> bool:
    """Whether the target has the figures or the date that its sense needs."""
    match target.sense:
        case Sense.BETWEEN:
            return target.value is not None and target.upper is not None
        case Sense.BY_DATE:
            return target.date is not None
        case Sense.YES_NO | Sense.QUALITATIVE:
            return True
        case _:
            return target.sense in QUANTITATIVE and target.value is not None


def _is_negative(target: Target) -> bool:
    """Whether the target is below 0, where a proportion means nothing; two limits may be."""
    return target.sense is not Sense.BETWEEN and target.value is not None and target.value < 0

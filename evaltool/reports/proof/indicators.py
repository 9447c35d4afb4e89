"""The rows of indicators in the proof, and those of lines that a person scored as their rules would."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.proof.columns import place_of
from evaltool.reports.proof.lines import prove
from evaltool.reports.proof.rows import Row, Writer
from scoring.lines import score_line
from scoring.model import Subject
from scoring.scores import IndicatorScore, Status

RULE_SPEAKS = frozenset({"convert", "negative_actual", "over.reduced", "over.deducted", "override"})
"""Steps said beside the rule of a settled line."""

SUBJECT = Callable[[IndicatorScore], Subject | None]
BY_RULE = N_("按规则计算：{name}")


def write_lines(writer: Writer, lines: Sequence[IndicatorScore], subject_of: SUBJECT) -> tuple[int, int]:
    """Write a row for each line; gives the first and the last of them."""
    first = writer.sheet.row
    for line in lines:
        _line(writer, line, _name(line), subject_of(line))
    return first, max(first, writer.sheet.row - 1)


def _name(line: IndicatorScore) -> str:
    name, level2 = line.indicator.name, line.indicator.level2
    return _("{level2}：{name}").format(level2=level2, name=name) if level2 else name


def write_computed(writer: Writer, lines: Iterable[IndicatorScore]) -> None:
    """Write the lines that a person scored as their rules would have them; no total counts these."""
    for line in lines:
        if line.override is not None:
            plain, _odd = score_line(line.indicator, line.outcome, line.weight, writer.rulebook)
            _line(writer, plain, _(BY_RULE).format(name=line.indicator.name), None)


def _line(writer: Writer, line: IndicatorScore, name: str, subject: Subject | None) -> None:
    place = place_of(writer.sheet.row)
    proof = prove(line, place, writer.rulebook)
    is_out = line.status is Status.NOT_APPLICABLE
    if is_out or line.score.value is None:
        rule = writer.said(line.working)
    else:
        spoken = writer.said(step for step in line.working if step.code in RULE_SPEAKS)
        rule = (
            spoken
            if line.override
            else "\n".join(filter(None, (writer.rule(line.rule, line.working), spoken)))
        )
    writer.row(
        Row(
            name,
            texts.points(line.score, line.status),
            line.score,
            "" if is_out or line.weight is None else texts.template(line.status),
            subject,
            rule=rule,
            target=texts.target(line),
            actual=proof.actual,
            look=proof.look,
            share=proof.share,
            weight=texts.weight(line),
            text=proof.score,
            low=proof.low,
            high=proof.high,
            scaled=proof.scaled,
            counted="0" if is_out or line.weight is None else place.cells.weight,
            check=proof.check,
        )
    )

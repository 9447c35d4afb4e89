"""Forms about the department as a whole: their indicators are its own, and so is their money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from evaltool.documents.blocks import one_line
from evaltool.documents.recognition.achieved import Achieved, read_achieved
from evaltool.documents.recognition.columns import Money
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.indicators import read_indicators
from evaltool.documents.recognition.labels import MONEY_UNITS, Field
from scoring.findings import Finding, finding
from scoring.model import OVERALL, DepartmentOutcome, Indicator, Subject
from scoring.notation import read_amount

_DEFAULT_UNIT = "万元"


@dataclass(frozen=True, slots=True)
class Whole:
    """What such forms say: the overall objective, its indicators, and what was achieved."""

    objective: str = ""
    indicators: tuple[Indicator, ...] = ()
    achieved: Achieved = field(default_factory=Achieved)
    outcome: DepartmentOutcome = DepartmentOutcome()
    findings: tuple[Finding, ...] = ()


def read_whole(forms: Sequence[Form], year: int | None) -> Whole:
    """The first form about the department as a whole; further ones are not expected."""
    form = next(iter(forms), None)
    if form is None:
        return Whole()
    findings = [doubt.about("") for one in forms for doubt in one.doubts]
    unit = one_line(form.text(Field.UNIT))
    unit = unit if unit in MONEY_UNITS else _DEFAULT_UNIT
    indicators, doubts = read_indicators(form.lines, "", year, OVERALL)
    findings.extend(doubts)
    achieved, doubts = read_achieved(form, indicators, "", unit, year)
    findings.extend(doubts)
    basic, project = (_amount(form, source, unit) for source in ("basic", "project"))
    spent = achieved.project.money.spent.known
    if spent is not None:
        subject = Subject(field="basic_spent")
        findings.append(finding("department.spent_not_split", subject, form.source, spent=spent))
    text = achieved.project.achieved
    return Whole(
        form.text(Field.OBJECTIVE),
        tuple(one.indicator for one in indicators),
        achieved,
        DepartmentOutcome(basic, None, project, None, {OVERALL: text} if text else {}),
        tuple(findings),
    )


def _amount(form: Form, source: str, unit: str) -> Decimal | None:
    cells = form.amounts.get((Money.ADJUSTED, source), [])
    return read_amount(cells[0].text, unit=unit)[0] if cells else None

"""The lines of a table as indicators: the target put together from its columns and read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from evaltool.documents.blocks import CellState, one_line
from evaltool.documents.recognition.clauses import numbered
from evaltool.documents.recognition.columns import Column, plain
from evaltool.documents.recognition.line import Line
from evaltool.documents.recognition.printed_steps import read_printed_steps
from evaltool.documents.recognition.remarks import targets_in
from scoring.findings import Finding, finding
from scoring.model import Indicator, Key, Subject, Target
from scoring.notation import is_blank, read_amount, read_target
from scoring.recheck.rows import bare

SIGN = re.compile(
    "[≥≤=<>＝＞＜≧≦]{1,2}|大于等于|小于等于|大于或等于|小于或等于|大于|小于|等于|不低于|不少于|不高于|不超过"
)
_WORDS = {"大于或等于": "大于等于", "小于或等于": "小于等于", "≧": "≥", "≦": "≤"}
_LESS, _MORE = "反向", "正向"
_FIGURE = re.compile("[0-9０-９]")
_STROKE = re.compile("[-—/无]*")
_BLANK_IN_NAME = re.compile(r"[(（]\s*([≥≤＞＜>=<]{1,2})\s*\*+")
"""A place for the target that the form left in the name: 满意度（≥**%）."""

_IN_NAME = re.compile(
    r"(?:应|要|均|需)?(?:达到|达|为|不低于|不少于|不高于|不超过|大于|小于|控制在)?\s?[≥≤＞＜>=<]{0,2}\s?"
    r"(?<!\d)\d++(?:\.\d++)?\s?(?:[%％‰]|[一-鿿]{1,3})(?:及?以[上下内])?$"
)
_GRADES = {Column.BEST: "优", Column.GOOD: "良", Column.FAIR: "中", Column.POOR: "差"}


class ReadIndicator(NamedTuple):
    """An indicator and the line that it stands in."""

    indicator: Indicator
    line: Line


def read_indicators(
    lines: Sequence[Line], code: str, year: int | None, objective: str = ""
) -> tuple[list[ReadIndicator], list[Finding]]:
    """The indicators of a project, or of an objective of the department, with every doubt about them."""
    read: list[ReadIndicator] = []
    findings: list[Finding] = []
    seen: Counter[Key] = Counter()
    for line in lines:
        key = numbered(Key(code, objective, line.level1, line.level2, line.name), seen)
        target = _read_target(line, key, year, findings)
        weight = _read_weight(line, key, findings)
        steps, doubts = read_printed_steps(line, key, target.unit)
        findings.extend(doubts)
        basis = one_line(line.text(Column.BASIS) or line.text(Column.RULE))
        place = line.place(Column.NAME)
        read.append(
            ReadIndicator(Indicator(key, target, _description(line), basis, weight, steps, place), line)
        )
    return read, findings


def target_text(line: Line, column: Column) -> str:
    """The target in `column` with the sign and the unit that some forms print in columns of their own."""
    text = targets_in(one_line(line.text(column)))[0]
    if is_blank(text):
        return ""
    in_name = _BLANK_IN_NAME.search(line.name)
    signs = (line.text(Column.SIGN), line.text(Column.NATURE), in_name[1] if in_name else "")
    return assembled(text, signs, line.text(Column.UNIT))


def assembled(text: str, signs: Sequence[str], unit: str) -> str:
    """A figure with the first sign that stands beside it, and its unit, where it lacks them itself."""
    if not _FIGURE.search(text):
        return text
    sign = next(filter(None, map(_sign, signs)), "")
    with_sign = sign + text if sign and not SIGN.match(plain(text)) else text
    unit = "".join(unit.split())
    return with_sign + unit if not _STROKE.fullmatch(unit) and text[-1:].isdigit() else with_sign


def _sign(text: str) -> str:
    """The sign that a text is; 正向 and 反向 say what is better where no sign is printed."""
    said = plain(text)
    return _WORDS.get(said, said) if SIGN.fullmatch(said) else {_LESS: "≤", _MORE: "≥"}.get(said, "")


def _read_target(line: Line, key: Key, year: int | None, findings: list[Finding]) -> Target:
    """The target; where its column is blank, the one that the indicator's name carries at its end."""
    subject, column = Subject(key.project, key, "target"), _target_column(line)
    text, place = target_text(line, column) or target_text(line, Column.GOAL_VALUE), line.place(column)
    carried = _IN_NAME.search(line.name) if not text else None
    if carried:
        text = carried.group()
        findings.append(
            finding("target.in_name", subject, line.place(Column.NAME), text=line.name, read=text)
        )
    elif column in line.cells and line.cells[column].state is CellState.PENDING:
        said = one_line(line.cells[column].text)
        findings.append(finding("document.pending_formula", subject, place, text=said))
    if column is Column.BEST:
        findings.append(finding("target.of_grades", subject, place, text=_grades(line)))
    level2 = line.level2 or line.level1
    target, doubts = read_target(
        text, level2=level2, name=line.name, year=year, subject=subject, source=place
    )
    findings.extend(doubts)
    findings.extend(bare_fractions(line, column, target.value, subject))
    return target


def bare_fractions(line: Line, column: Column, value: Decimal | None, subject: Subject) -> Iterator[Finding]:
    """The doubt about a number below 1 whose format is not known: 0.95 may have been shown as 95%."""
    cell = line.cells.get(column)
    if cell and cell.state is CellState.BARE and value is not None and 0 < value < 1:
        percent = f"{(value * 100).normalize():f}%"
        yield finding("document.bare_fraction", subject, cell.source, text=cell.text, read=percent)


def _target_column(line: Line) -> Column:
    return Column.BEST if Column.TARGET not in line.cells and Column.BEST in line.cells else Column.TARGET


def _read_weight(line: Line, key: Key, findings: list[Finding]) -> Decimal | None:
    """The points: 分值, else 权重占比; in brackets are those of a line that does not apply."""
    subject = Subject(key.project, key, "weight")
    column = Column.SHARE if _describes_instead(line) or Column.WEIGHT not in line.cells else Column.WEIGHT
    text = one_line(line.text(column))
    points, doubts = read_amount(
        "" if is_blank(text) else text.strip("（()）").removesuffix("分").rstrip("%％"),
        subject=subject,
        source=line.place(column),
    )
    findings.extend(doubts)
    return points


def _describes_instead(line: Line) -> bool:
    """Whether 指标分值 holds a description: forms with 权重占比 beside the score are filled so."""
    return Column.SHARE in line.cells and not _FIGURE.search(line.text(Column.WEIGHT))


def _description(line: Line) -> str:
    """What the row says of the indicator beside its figures."""
    said = [line.text(Column.DESCRIPTION), _goal(line), *line.parts]
    if _describes_instead(line):
        said.append(line.text(Column.WEIGHT))
    if later := line.text(Column.LATER):
        said.append(f"{line.later}：{one_line(later)}")
    texts = [one_line(text) for text in said if not is_blank(text)]
    return "；".join([*texts, _grades(line)] if Column.GOOD in line.cells else texts)


def _goal(line: Line) -> str:
    """The goal beside the indicator that judges it, and how the indicator is worked out."""
    goal, value = (one_line(line.text(column)) for column in (Column.GOAL, Column.GOAL_VALUE))
    said = f"{bare(goal)}：{value}" if goal and value else bare(goal)
    whole = one_line(line.text(Column.NAME))
    return f"{said}；{whole}" if said and line.name != whole and "=" in whole else said


def _grades(line: Line) -> str:
    pairs = ((name, one_line(line.text(column))) for column, name in _GRADES.items())
    return "，".join(f"{name}{text}" for name, text in pairs if text)

"""What the workbench says of rows, values and changes, in the language in use."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.operations import names
from evaltool.tui.cells import cut, one_line
from evaltool.tui.rows import Row
from evaltool.tui.standing import Progress, Standing, progress
from scoring.findings import Finding, Severity, plain
from scoring.model import (
    Actual,
    AdjustedTarget,
    Department,
    Dossier,
    EvidenceFile,
    Override,
    StepTable,
    Subject,
    Target,
)
from scoring.notation import write_actual, write_target
from scoring.rules import round_half_up
from scoring.scores import DepartmentScore, ProjectScore, Score

FILES = "evidence_files"
"""The field that holds what is remembered of the files named as evidence."""

LONGEST_VALUE = 24
"""Cells of a value inside a sentence; the whole of it is in its field."""


def row_name(row: Row) -> str:
    """The row's own name: 三级指标, or the kind of money."""
    if row.indicator is None and row.subject.field == "state":
        return _("项目是否适用")
    return one_line(row.indicator.name) if row.indicator else wording.field_name(row.subject.field)


def short_levels(row: Row) -> str:
    """Both levels in one short text, as 产出/数量; money says so."""
    if row.indicator is None:
        return _("资金")
    one, two = (
        one_line(level.removesuffix("指标")) for level in (row.indicator.level1, row.indicator.level2)
    )
    shorter = two.removesuffix(one) or two
    return "/".join(part for part in (one, shorter) if part)


def money_names(row: Row) -> dict[str, str]:
    """Which money it is, and of which source or up to when, each by itself; other fields by their names."""
    kind, _dot, rest = row.subject.field.partition(".")
    if kind == "checkpoint":
        return {"kind": _("累计支出"), "source": _("{month}月底").format(month=rest)}
    if kind != "money":
        field, _colon, title = row.subject.field.partition(":")
        named = {"achieved": _("实际完成情况"), "objective_weights": _("目标权重")} if title else {}
        return {"kind": named.get(field) or row_name(row), "source": one_line(title)}
    name, _dot, source = rest.partition(".")
    whole = source == "total"
    of_source = _("合计") if whole else wording.field_name(f"source.{source}")
    return {"kind": wording.field_name(f"money.{name}.total") if whole else "", "source": of_source}


def target_text(row: Row) -> str:
    """The target as it is understood; as printed where nobody has read it."""
    if row.target is not None:
        return one_line(write_target(row.target) or row.target.text)
    return row.declared


def unit_of(row: Row) -> str:
    """The unit that a bare number is taken in."""
    return row.target.unit if row.target is not None else _("万元")


def value_text(value: object, target: Target | None = None) -> str:
    """A recorded value as people write it, with the target's unit where it brought none; 空 for none."""
    if value is None or value in ("", ()):
        return _("空")
    if isinstance(value, Actual):
        text = write_actual(value, target)
        bare = value.value is not None and not value.unit and target is not None
        return f"{text}{target.unit}" if bare and target else text
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, AdjustedTarget):
        return write_target(value.target)
    if isinstance(value, Override):
        return plain(value.score)
    if isinstance(value, Department | StepTable):
        return one_line(value.name if isinstance(value, Department) else value.text)
    if isinstance(value, tuple):
        return _several(value)
    return one_line(wording.term(str(value)))


def _several(values: tuple[object, ...]) -> str:
    """The files named as evidence by their paths; of what was odd about a document how much there is."""
    if all(isinstance(value, EvidenceFile) for value in values):
        return one_line(_("、").join(value.path for value in values if isinstance(value, EvidenceFile)))
    return _("{count} 项").format(count=len(values))


def typed_text(value: object, target: Target | None = None) -> str:
    """A recorded value as a person may have typed it."""
    if value is None:
        return ""
    if isinstance(value, Actual) and value.text:
        return value.text
    if isinstance(value, AdjustedTarget):
        parts = (value.target.text or write_target(value.target), value.approval)
        return _("；").join(filter(None, parts))
    if isinstance(value, Override):
        return _("；").join(filter(None, (plain(value.score), value.reason)))
    if type(value) is str:
        return value
    choices = (choice for words in names.CHOICES.values() for choice in words.items())
    words = (word for word, meant in choices if meant is value)
    return next(words, "") or value_text(value, target)


def subject_name(subject: Subject) -> str:
    """What a field is called in a sentence: the indicator, with the field's name unless it is its actual."""
    if subject.indicator is None:
        return wording.field_name(subject.field)
    name = one_line(subject.indicator.name)
    return name if subject.field == "actual" else f"{name}·{wording.field_name(subject.field)}"


def department_name(department: Department) -> str:
    """A department with its year."""
    return one_line(f"{department.year or ''} {department.name}").strip()


def place_name(dossier: Dossier, subject: Subject) -> str:
    """Where something stands, by the names of project, indicator and field."""
    project = next((one.name for one in dossier.department.projects if one.code == subject.project), "")
    indicator = subject.indicator.name if subject.indicator else ""
    field = wording.field_name(subject.field) if wording.field_name(subject.field) != subject.field else ""
    return " · ".join(one_line(name) for name in (project or subject.project, indicator, field) if name)


def doubt_text(found: Finding) -> str:
    """A doubt with how grave it is."""
    severity, said = wording.term(found.severity), wording.say(found)
    return _("{severity}：{said}").format(severity=severity, said=said)


def findings_counted(findings: Sequence[Finding]) -> str:
    """How many doubts there are, by severity."""
    counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    said = "  ".join(f"{wording.term(severity)} {count}" for severity, count in counts.items() if count)
    return _("疑点：{counts}").format(counts=said or _("无"))


def told(items: Sequence[ops.Item]) -> Sequence[ops.Item]:
    """The items that are told of: files go along with the text that names them."""
    return [item for item in items if item.subject.field != FILES] or items


def files_text(items: Sequence[ops.Item]) -> str:
    """What was remembered of the files that a saved text names as evidence; empty where it names none."""
    files = [file for item in items if item.subject.field == FILES and item.new for file in item.new]  # type: ignore[union-attr]
    folders = sum(not file.sha256 for file in files)  # type: ignore[union-attr]
    said = _("记下了 {count} 个佐证文件的大小和校验值（SHA-256）").format(count=len(files) - folders)
    return said if len(files) > folders else _("记下了文件夹的位置，不校验其中的内容") if folders else ""


def change_text(items: Sequence[ops.Item], target: Target | None) -> str:
    """What moved, as 完成率 空 → 90%; of many the first and their count. `target` is the first one's."""
    held = (each for item in items for each in (item.new, item.old))
    declared = next((each for each in held if isinstance(each, Department)), None)
    if declared is not None:
        return _("{name} 的绩效目标").format(name=value_text(declared))
    items = told(items)
    first = items[0]
    old, new = value_text(first.old, target), value_text(first.new, target)
    if first.subject.field == "rulebook":  # kept under its hash, with its title as what was typed
        old, new = first.old_typed or old, first.new_typed or new
    said = _("{name} {old} → {new}").format(
        name=subject_name(first.subject), old=cut(old, LONGEST_VALUE), new=cut(new, LONGEST_VALUE)
    )
    return said if len(items) == 1 else _("{first} 等 {count} 项").format(first=said, count=len(items))


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


def _short(limit: Decimal) -> str:
    whole = limit.to_integral_value()
    return plain(whole if whole == limit else limit.normalize())


def fault_text(error: Exception) -> str:
    """Why something could not be done."""
    if isinstance(error, ops.REFUSALS):
        return one_line(wording.fault(error))
    return f"{type(error).__name__}: {error}"

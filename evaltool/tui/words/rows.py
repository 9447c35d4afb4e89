"""What a row of the table is called, and what its target says."""

from __future__ import annotations

from evaltool import wording
from evaltool.language import _
from evaltool.tui.cells import one_line
from evaltool.tui.rows import Row
from scoring.notation import write_target


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

"""How a field is filled in: one sentence, shown under an empty field and at the top of help."""

from __future__ import annotations

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui.book import Book
from evaltool.tui.commands import as_bound
from evaltool.tui.rows import EXPLAINING, Row, is_long
from evaltool.tui.trial import BAND_DIGITS, CHOICE_DIGITS
from evaltool.tui.words import unit_of
from scoring.findings import plain
from scoring.model import Actual, Band, Sense


def hint(book: Book, row: Row, field: str) -> str:
    """What can be typed into a field of a row."""
    if field in CHOICE_DIGITS:
        return _choice_hint(field)
    if row.indicator is None:
        return _hint_beside(row, field)
    if field == "share":
        return _share_hint(book, row)
    texts = {
        "evidence": _("写材料名称，或文件的路径（记下大小和校验值）；几个用分号隔开"),
        "weight": _("输入这个指标的分值，大于 0；不填的，按申报或按评分规则分配"),
        "adjusted": _("输入年中调整后的指标值和批准文号，如 ≥90%；冀财〔2022〕5号；申报的指标值一并保留"),
        "override": _("输入得分和理由，如 9.5；抽查发现两次没有记录；按规则算出的得分一并保留"),
        "steps": _("输入这个指标自己的计分档次，如 ≥70% 得3分，≥65% 得1分，<65% 不得分"),
    }
    return _actual_hint(book, row) if field == "actual" else texts.get(field, _text_hint(field))


def _choice_hint(field: str) -> str:
    choices = "  ".join(f"{digit} {word}" for digit, word in CHOICE_DIGITS[field].items())
    said = _("输入 1、2 或文字：{choices}").format(choices=choices)
    if field in ops.REASON_OF:
        reason = wording.field_name(ops.REASON_OF[field])
        return _("{said}；不适用的，先填写“{reason}”").format(said=said, reason=reason)
    return said


def _hint_beside(row: Row, field: str) -> str:
    """What can be typed into a field that belongs to no indicator."""
    if ops.is_amount(row.at(field)):
        return _("输入金额，单位万元；也可以写明单位，如 1386000元、0.01386亿元")
    if field == "mean_weight":
        return _("输入大于 0 的数，各项目按所占比例计入“项目赋权平均分”；每个项目都要填")
    if field.startswith("objective_weights:"):
        return _("输入大于 0 的数，各目标按所占比例计分；一个填了，每个都要填")
    return _text_hint(field)


def _text_hint(field: str) -> str:
    if not is_long(field):
        return _("输入文字，按原样保存")
    said = as_bound(_("输入文字，按原样保存；F2 打开大输入框，可分行"))
    again = as_bound(_("{said}；Ctrl+R 沿用上一条"))
    return again.format(said=said) if field in EXPLAINING else said


def _actual_hint(book: Book, row: Row) -> str:
    if row.is_band:
        choices = "  ".join(f"{digit} {_limits(book, band)}" for digit, band in BAND_DIGITS.items())
        return _("输入 1、2、3 或档次名称：{choices}").format(choices=choices)
    sense = row.target.sense if row.target else Sense.UNREAD
    if sense is Sense.BY_DATE:
        return _("输入完成的日期，如 11月、11月30日")
    if sense is Sense.YES_NO:
        return _("输入 是 或 否")
    unit = unit_of(row)
    if not unit:
        return _("输入数字，如 12.5、12,345.60")
    return _("输入数字，单位 {unit}；也可以写明单位").format(unit=unit)


def _share_hint(book: Book, row: Row) -> str:
    actual = book.value(row.at("actual"))
    band = actual.band if isinstance(actual, Actual) else None
    if band is None:
        return _("先选定档次，再输入得分比例")
    return _("输入得分比例（%）：{limits}").format(limits=_limits(book, band))


def _limits(book: Book, band: Band) -> str:
    """A band with its limits, as 达成（80%–100%）."""
    limits = book.dossier.rulebook.other.bands.value[band]
    return _("{band}（{low}%–{high}%）").format(
        band=wording.term(band), low=plain(limits.low), high=plain(limits.high)
    )

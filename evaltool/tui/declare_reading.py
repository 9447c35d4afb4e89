"""The lines under what is typed while declaring by hand: how it is read, what can be typed, what is odd."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool import wording
from evaltool.language import N_, _
from evaltool.operations.drafted import AMOUNTS, declared_text
from evaltool.operations.points import points
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.declare_book import DeclareBook, Tried
from evaltool.tui.declare_levels import offered
from evaltool.tui.declare_rows import DeclareRow
from evaltool.tui.declare_words import points_words
from evaltool.tui.review_words import target_words
from scoring.findings import Finding
from scoring.model import Indicator, Sense
from scoring.notation import write_target
from scoring.record import apply

HINTS = {
    "name": N_("输入三级指标的名称，如 会议培训次数"),
    "target": N_("输入指标值，如 ≥95%、>=95%、4次、143万元、12月底前、有效提高"),
    "weight": N_("输入分值，大于 0；空着的，按评分规则分配。F6 按级次平均分配"),
    "description": N_("输入指标描述，按原样保存"),
    "basis": N_("输入指标值确定依据，按原样保存"),
}


def read_as(one: Indicator) -> str:
    """How a target is understood, in signs and in words."""
    if not one.target.text:
        return ""
    said = target_words(one.target)
    signs = write_target(one.target) if one.target.sense is not Sense.QUALITATIVE else ""
    both = _("{signs}，{said}").format(signs=signs, said=said) if signs else said
    return _("读作 {said}").format(said=both)


def hint(row: DeclareRow, field: str, book: DeclareBook) -> str:
    """What can be typed into a field."""
    if row.indicator is None:
        if field in AMOUNTS:
            return _("输入金额，单位万元；也可以写明单位，如 1386000元、0.01386亿元")
        return _("输入文字，按原样保存")
    if field in ("level1", "level2"):
        names = offered(field, row.indicator, book.dossier.rulebook)
        choices = "  ".join(f"{digit} {name}" for digit, name in enumerate(names, start=1))
        return _("输入数字或名称：{choices}").format(choices=choices)
    return as_bound(_(HINTS[field]), Where.DECLARE)


def lines_now(row: DeclareRow, field: str, book: DeclareBook) -> tuple[str, ...]:
    """What is said of a field as it stands: how it is read, what can be typed, the worst doubt."""
    key = row.subject.indicator
    odd = [one for one in book.doubts if one.subject.indicator == key and key is not None]
    read = ""
    if row.indicator is not None:
        read = points_now(row, book) if field == "weight" else read_as(row.indicator)
    return read, hint(row, field, book), _doubt(odd)


def lines_tried(row: DeclareRow, field: str, book: DeclareBook, text: str, tried: Tried) -> tuple[str, ...]:
    """What is said of a text that is being typed: how it would be read, or why it cannot be kept."""
    if not tried.can_be_kept:
        return why_not(text, tried), hint(row, field, book), ""
    return _taken(row, field, book, tried), hint(row, field, book), _doubt(tried.findings)


def why_not(text: str, tried: Tried) -> str:
    """Why a text cannot be kept."""
    return wording.say(tried.findings[0]) if tried.findings else _("看不懂“{text}”").format(text=text)


def points_now(row: DeclareRow, book: DeclareBook) -> str:
    """How the points of the row's project stand."""
    return points_words(points(book.dossier, row.subject.project)) if row.subject.project else ""


def _taken(row: DeclareRow, field: str, book: DeclareBook, tried: Tried) -> str:
    if tried.entry is not None:
        with_it = apply(book.dossier, [tried.entry])
        return points_words(points(with_it, row.subject.project)) if row.subject.project else ""
    assert tried.draft is not None  # noqa: S101 - the caller has looked
    after = tried.draft
    if after.subject.indicator is not None and field in ("target", "name", "level1", "level2"):
        one = next(each for each in after.new.indicators() if each.key == after.subject.indicator)
        level = f"{one.level1}/{one.level2}" if field.startswith("level") else ""
        return "  ".join(filter(None, [level, read_as(one)]))
    if field in AMOUNTS:
        amount = declared_text(after.new, after.subject)
        return _("读作 {said}").format(said=_("{amount} 万元").format(amount=amount)) if amount else ""
    return ""


def _doubt(findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    said = (words.doubt_text(findings[0]), wording.suggestion(findings[0]))
    return one_line(_("。").join(filter(None, said)))

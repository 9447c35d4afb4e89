"""Pieces that sentences are made of: figures, names, what people wrote, and the mark of what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from evaltool.language import _
from evaltool.sheets.safe import legal
from evaltool.wording import points as two_places
from evaltool.wording import say, term
from scoring.checks.texts import says_something
from scoring.scores import Score, Step

NESTED = str.maketrans("“”", "‘’")
"""Quotation marks inside a quotation."""

STOPS = " \t。.；;，,、：:"


def gap(what: str = "") -> str:
    """The mark of something that nobody has recorded, and that the office has to add."""
    return _("【待补充：{what}】").format(what=what) if what else _("【待补充】")


def prose(*sentences: str) -> str:
    """Sentences as a paragraph; empty ones are left out."""
    said = [sentence for sentence in sentences if sentence]
    return _("{sentences}。").format(sentences=_("。").join(said)) if said else ""


def clauses(*parts: str) -> str:
    """Parts of one sentence; empty ones are left out."""
    return _("，").join(part for part in parts if part)


def listed(names: Iterable[str]) -> str:
    """Names in quotation marks, one after the other."""
    return _("、").join(map(quoted, names))


def quoted(text: str) -> str:
    """A name or words in quotation marks; a mark of what is missing where there are none."""
    return _("“{text}”").format(text=one_line(text).translate(NESTED)) if one_line(text) else gap()


def named(text: str) -> str:
    """A name as a heading has it."""
    return one_line(text) or gap()


def one_line(text: str) -> str:
    """What a person wrote, as it can stand inside a sentence: on one line, without the stop at its end."""
    return " ".join(legal(text).split()).rstrip(STOPS)


def written(text: str, missing: str) -> str:
    """What a person wrote, else the mark that it is missing; 无 and strokes say nothing and are shown so."""
    if says_something(text):
        return one_line(text)
    said = one_line(text)
    return _("原填写{text}").format(text=quoted(said)) + gap(missing) if said else gap(missing)


def points(figure: Decimal) -> str:
    """Points, with two decimals at least."""
    return two_places(figure)


def money(amount: Decimal) -> str:
    """An amount in 万元, with two decimals at least."""
    return two_places(amount)


def amount(figure: Decimal | None) -> str:
    """An amount with its unit, or the mark that it is missing."""
    return gap() if figure is None else _("{amount}万元").format(amount=money(figure))


def interval(score: Score) -> str:
    """What an open score may still become."""
    return _("待定，可能为{low}分至{high}分").format(low=points(score.low), high=points(score.high))


def earned(score: Score) -> str:
    """A score inside a sentence: the points, or the interval that is still open."""
    if score.value is None:
        return _("得分{interval}").format(interval=interval(score))
    return _("得{score}分").format(score=points(score.value))


def graded(grade: str) -> str:
    """The grade inside a sentence."""
    return _("等级为{grade}").format(grade=term(grade)) if grade else _("等级待定")


def said(steps: Iterable[Step]) -> str:
    """Steps of a working inside a sentence."""
    return _("；").join(one_line(say(step)) for step in steps)


def worked(steps: Iterable[Step]) -> str:
    """A working as the part of a sentence that says how points came about."""
    return _("计算过程为{working}").format(working=said(steps))

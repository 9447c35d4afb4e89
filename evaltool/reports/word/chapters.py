"""The whole report as parts, in the order in which a finance bureau expects them."""

from __future__ import annotations

from collections.abc import Iterator

from evaltool.language import _
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word import (
    actions,
    analysis,
    appendix,
    basics,
    deviations,
    goals,
    grounds,
    spending,
)
from evaltool.reports.word.parts import Paragraph, Part, Set, numbered
from evaltool.reports.word.phrases import gap, one_line

CHAPTERS = (basics, spending, goals, analysis, deviations, actions, grounds)


def report(card: Scorecard) -> tuple[Part, ...]:
    """Title, seven chapters, signature and table of scores; every text is said, none laid out."""
    return tuple(numbered(_parts(card)))


def title(card: Scorecard) -> str:
    """The report's name: whose it is, and on a second line of which year."""
    year = card.department.year if card.department.year is not None else gap(_("年度"))
    name = one_line(card.department.name)
    return _("{name}\n{year}年度绩效自评报告").format(name=name, year=year)


def _parts(card: Scorecard) -> Iterator[Part]:
    yield Paragraph(title(card), Set.TITLE)
    for chapter in CHAPTERS:
        yield from chapter.chapter(card)
    yield from appendix.signature(card)
    yield from appendix.scores(card)

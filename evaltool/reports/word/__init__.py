"""绩效自评报告: the self-evaluation report in Word, in sentences drawn from the data and from nothing else.

What a chapter says is a module of its own that gives texts; another lays them out, another makes the file.
What nobody has recorded stands in the text as 【待补充】.
"""

from __future__ import annotations

from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.chapters import report, title
from evaltool.reports.word.file import content
from evaltool.reports.word.layout import laid_out

__all__ = ["document", "report"]


def document(card: Scorecard) -> bytes:
    """The report as the content of a docx file; the same scorecard gives the same bytes."""
    return content(laid_out(report(card), card.mark), card, title(card))

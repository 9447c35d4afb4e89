"""Measurable clauses in prose: 「提案交办率达100%」 is an indicator with a target.

A clause is what stands between two marks of punctuation; its figure stands at its end and is a percentage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from evaltool.documents.blocks import Paragraph, one_line, shown
from scoring.findings import Finding, finding
from scoring.model import Indicator, Key, Subject
from scoring.notation import read_target

LONGEST_CLAUSE = 200
"""Longer than any indicator's name with its figure; text without punctuation is not searched."""

MOST_CLAUSES = 2_000
"""A department has dozens. What a damaged file says a million times is not read a million times."""

_BETWEEN_CLAUSES = re.compile(r"[，。；、：;:！\n]|,(?!\d)")
_FIGURE = re.compile(
    r"(?:应|要|均|需)?(?:达到|达|为|不低于|不少于|不高于|不超过|不大于|不小于|控制在|保持在|[≥≤＞＜>=<])?\s?"
    r"\d+(?:\.\d+)?\s?[%％‰](?:及?以[上下内])?$"
)
_PER = re.compile("[%％‰]")


class ClauseReader:
    """Reads the clauses of one department. A clause said twice in one objective is two indicators.

    `findings` gathers what is odd; a percentage that is no clause is one of them.
    """

    def __init__(self, year: int | None) -> None:
        self.findings: list[Finding] = []
        self._year = year
        self._seen: Counter[Key] = Counter()
        self._left = MOST_CLAUSES

    def read(self, paragraphs: Sequence[Paragraph], objective: str) -> tuple[Indicator, ...]:
        """The clauses of the objective with this title, in their order."""
        indicators: list[Indicator] = []
        for paragraph, text in _percentages(paragraphs):
            self._left -= 1
            if self._left < 0:
                if self._left == -1:
                    self._doubt("clause.too_many", objective, paragraph, limit=MOST_CLAUSES)
                break
            indicator = self._indicator(text, objective, paragraph)
            if indicator:
                indicators.append(indicator)
            else:
                self._doubt("clause.unread", objective, paragraph, text=shown(text))
        return tuple(indicators)

    def _indicator(self, text: str, objective: str, paragraph: Paragraph) -> Indicator | None:
        figure = _FIGURE.search(text) if len(text) <= LONGEST_CLAUSE else None
        name = one_line(text[: figure.start()]) if figure else ""
        if not figure or not name:
            return None
        key = numbered(Key("", objective, "", "", name), self._seen)
        subject = Subject(indicator=key, field="target")
        target, doubts = read_target(
            figure.group(), name=name, year=self._year, subject=subject, source=paragraph.source
        )
        self.findings.extend(doubts)
        return Indicator(key, target, source=paragraph.source)

    def _doubt(self, code: str, objective: str, paragraph: Paragraph, **facts: object) -> None:
        subject = Subject(field="objective")
        self.findings.append(finding(code, subject, paragraph.source, objective=objective, **facts))


def numbered(key: Key, seen: Counter[Key]) -> Key:
    """`key` with the ordinal that tells it from the ones before it that share everything else."""
    seen[key] += 1
    return key._replace(ordinal=seen[key])


def _percentages(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """The pieces of prose that hold a percentage."""
    for paragraph in paragraphs:
        for piece in _BETWEEN_CLAUSES.split(paragraph.text):
            if _PER.search(piece):
                yield paragraph, piece.strip()

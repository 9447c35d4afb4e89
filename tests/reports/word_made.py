"""Word reports made from dossiers and from both example documents, as texts and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
from by_hand import MADE_ON
from docx.document import Document

from evaltool import __version__
from evaltool.operations.stateless import dossier_of, doubts
from evaltool.reports import Scorecard
from evaltool.reports.word import document
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Dossier

EXAMPLES = Path(__file__).parents[2] / "examples"
JULU, BEIDAIHE = "巨鹿县政协-2022", "北戴河区政协-2020"


def card_of(dossier: Dossier) -> Scorecard:
    """A dossier scored, with everything that is doubtful about it."""
    score = evaluate(dossier)
    return Scorecard(dossier, replace(score, findings=doubts(dossier, score)), MADE_ON)


def example(name: str) -> Scorecard:
    """A published document with the example's actuals, and all doubts about both."""
    table = EXAMPLES / f"{name}-actuals.csv"
    dossier, findings = dossier_of(EXAMPLES / f"{name}.txt", table, rulebook.load())
    score = evaluate(dossier)
    return Scorecard(dossier, replace(score, findings=doubts(dossier, score, tuple(findings))), MADE_ON)


def read_back(card: Scorecard) -> Document:
    """The report written and opened again."""
    return docx.Document(BytesIO(document(card)))


def headings(read: Document, level: int) -> list[str]:
    """The headings of a level."""
    return [one.text for one in read.paragraphs if one.style and one.style.name == f"Heading {level}"]


def chapter(read: Document, title: str) -> str:
    """The paragraphs of the chapter whose heading ends so, a line each."""
    texts: list[str] = []
    is_inside = False
    for one in read.paragraphs:
        if one.style and one.style.name == "Heading 1":
            is_inside = one.text.endswith(title)
        elif is_inside:
            texts.append(one.text)
    return "\n".join(texts)


def rows(read: Document, table: int) -> list[list[str]]:
    """The cells of a table, row by row."""
    return [[cell.text for cell in row.cells] for row in read.tables[table].rows]


def lines(card: Scorecard) -> Iterator[str]:
    """Everything that the report says, in its order: a paragraph or a row of a table on each line."""
    for block in read_back(card).iter_inner_content():
        if hasattr(block, "rows"):
            yield from ("| " + " | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text.replace("\n", " / ")


def golden_text(card: Scorecard) -> str:
    """The report, without what changes with the version of the tool or with the rulebook."""
    text = "\n".join(lines(card)) + "\n"
    for figure, name in ((card.rulebook.hash, "rulebook"), (card.inputs, "inputs"), (__version__, "version")):
        text = text.replace(figure, f"{{{name}}}")
    return text

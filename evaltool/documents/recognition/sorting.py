"""Blocks sorted: each paragraph under the heading above it, each row of a table in the form of its project.

A sheet has no paragraphs: a row with a single text that no form is waiting for is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from evaltool.documents.blocks import Block, Paragraph, Row, Table, one_line
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.forms import FormReader
from evaltool.documents.recognition.labels import (
    NO_NAME,
    PROJECT_HEADINGS,
    Field,
    Section,
    section_of,
)
from evaltool.documents.recognition.outline import read_mark
from evaltool.documents.recognition.pairs import is_of_all
from evaltool.documents.recognition.upright import upright
from scoring.notation import normalise

LONGEST_HEADING = 100

_PART_NUMBER = re.compile(r"^第[一二三四五六七八九十]{1,3}部分\s*")
_NUMBER = re.compile(r"^\d{1,3}[.．、]\s*")

Prose = dict[Section, list[Paragraph]]


class Sorter:
    """Goes through the blocks of a document and gathers `prose`, `forms`, and `titles` outside of both."""

    def __init__(self) -> None:
        self.prose: Prose = {section: [] for section in Section}
        self.titles: list[Paragraph] = []
        self._forms = FormReader()
        self._section = Section.NONE

    @property
    def forms(self) -> list[Form]:
        """The projects' forms that say anything."""
        return [
            form
            for form in self._forms.forms
            if form.name or form.has_indicators or form.amounts or form.labels - {Field.UNIT}
        ]

    def sort(self, blocks: Sequence[Block]) -> None:
        """Take the blocks in their order."""
        for block in blocks:
            if isinstance(block, Table):
                self._take_table([row for row in upright(block).rows if row.filled])
            else:
                self._take_paragraph(block)

    def _take_table(self, rows: Sequence[Row]) -> None:
        place = 0
        while place < len(rows):
            row, below = rows[place], rows[place + 1] if place + 1 < len(rows) else None
            if self._is_prose(row):
                self._take_paragraph(_as_paragraph(row))
                place += 1
                continue
            taken = self._forms.take(row, below)
            if not taken:
                self._take_paragraph(_as_paragraph(row))
            elif self._forms.forms:
                self._section = Section.NONE
            place += taken or 1

    def _is_prose(self, row: Row) -> bool:
        """Whether a row is a heading, or stands below one, and is no part of a form."""
        if len(row.filled) > 1:
            return False
        text = row.filled[0].text
        if _project_heading(text) is not None or _PART_NUMBER.match(text):
            return True
        if self._forms.is_inside:
            return False
        if not self._forms.forms and is_of_all(row.filled[0]):
            return True
        return self._section is not Section.NONE or (
            not self._forms.forms and _section_heading(text)[0] is not None
        )

    def _take_paragraph(self, block: Paragraph) -> None:
        name = _project_heading(block.text)
        if name:
            self._forms.begin(block, name)
            self._section = Section.NONE
            self.titles.append(block)
            return
        heading, rest = _section_heading(block.text) if name is None else (None, block.text)
        self._section = heading or self._section
        if heading is Section.NONE:
            self._forms.note(block)
        if rest:
            self.prose[self._section].append(replace(block, text=rest))
            if self._section is Section.NONE:
                self.titles.append(block)
                self._forms.note(block)


def _as_paragraph(row: Row) -> Paragraph:
    return Paragraph(row.filled[0].text, row.filled[0].source)


def _section_heading(text: str) -> tuple[Section | None, str]:
    """The section that a paragraph begins, if it does, and its text without the heading."""
    bare = _PART_NUMBER.sub("", text, count=1) if text.startswith("第") else text
    mark = read_mark(bare)
    head, _, rest = bare[mark.end if mark else 0 :].replace("：", ":", 1).partition(":")
    section = section_of(head)
    if section:
        return section, rest.strip()
    if bare != text and len(text) <= LONGEST_HEADING:
        return Section.NONE, text
    return None, text


def _project_heading(text: str) -> str | None:
    """The project's name in 「1.专项运转保障经费绩效目标表」, or empty where such a heading names none.

    None where a paragraph is no such heading.
    """
    ending = next((end for end in PROJECT_HEADINGS if text.endswith(end)), "")
    if not ending or len(text) > LONGEST_HEADING:
        return None
    bare = _NUMBER.sub("", text, count=1)
    mark = read_mark(bare)
    name = one_line(bare[mark.end if mark else 0 :].removesuffix(ending))
    return "" if NO_NAME.fullmatch(normalise(name)) else name

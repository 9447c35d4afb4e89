"""Blocks of any format become a Reading: the prose by its headings, the projects by their tables.

Nothing here knows a file format or a layout; the words it goes by stand in `labels`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evaltool.documents.blocks import Block, Paragraph, Table, one_line, shown
from evaltool.documents.recognition.clauses import ClauseReader
from evaltool.documents.recognition.forms import CODE_AND_NAME, Form, FormReader
from evaltool.documents.recognition.gaps import missing
from evaltool.documents.recognition.labels import (
    LONGEST_LABEL,
    LOOKED_FOR,
    PROJECT_HEADINGS,
    SECTION_OF,
    SECTIONS,
    Field,
    Section,
    label,
)
from evaltool.documents.recognition.outline import items, read_mark
from evaltool.documents.recognition.projects import read_projects
from evaltool.documents.unreadable import Unreadable
from scoring.checks import declaration
from scoring.findings import Finding, finding
from scoring.model import OVERALL, Department, Measure, Objective, Project, Reading, Source, Subject

LONGEST_HEADING = 100

_PART_NUMBER = re.compile(r"^第[一二三四五六七八九十]{1,3}部分\s*")
_NUMBER = re.compile(r"^\d{1,3}[.．、]\s*")
_YEAR = re.compile(r"(?<!\d)((?:19|20|１９|２０|二[〇○零]|一九)[\d〇○零一二三四五六七八九]{2})\s?年(?!\s?\d)")
_CLAUSE_END = re.compile("[，。；]")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

_PARTS = (Section.OBJECTIVE, Section.OBJECTIVES, Section.MEASURES)

_Prose = dict[Section, list[Paragraph]]


def recognise(blocks: Sequence[Block], file: str) -> Reading:
    """What a document's blocks say, with every doubt. Raises `Unreadable` where they say nothing known."""
    prose, forms = _sort(blocks)
    if not forms and not any(prose[section] for section in _PARTS):
        raise Unreadable("document.not_recognised", file, looked_for="、".join(LOOKED_FOR))
    source = Source(file)
    year, inferred, findings = _year(prose, source)
    code, name, place, doubts = _department(forms, source)
    findings.extend(doubts)
    clauses = ClauseReader(year)
    overall = clauses.read(prose[Section.OBJECTIVE], OVERALL)
    objectives = tuple(
        Objective(item.title, item.rest, clauses.read(item.paragraphs, item.title), item.paragraphs[0].source)
        for item in items(prose[Section.OBJECTIVES])
    )
    findings.extend(clauses.findings)
    projects, doubts = read_projects(forms, year)
    findings.extend(doubts)
    findings.extend(
        missing(SECTIONS[part][0], source, part.name.lower()) for part in _PARTS if not prose[part]
    )
    findings.extend(_of_projects(projects, source))
    department = Department(
        code,
        name,
        year,
        "\n".join(paragraph.text for paragraph in prose[Section.OBJECTIVE]),
        overall,
        objectives,
        _measures(prose[Section.MEASURES]),
        projects,
        inferred,
        place,
    )
    findings.extend(declaration(department))
    return Reading(department, findings=tuple(sorted(findings, key=_place)), source=source)


def _sort(blocks: Sequence[Block]) -> tuple[_Prose, list[Form]]:
    """Each paragraph under the heading above it; each table in the form of its project."""
    prose: _Prose = {section: [] for section in Section}
    forms = FormReader()
    section = Section.NONE
    for block in blocks:
        if isinstance(block, Table):
            forms.read(block)
            section = Section.NONE if forms.forms else section
        elif name := _project_heading(block.text):
            forms.begin(block, name)
            section = Section.NONE
        else:
            heading, rest = _section_heading(block.text)
            section = heading or section
            if rest:
                prose[section].append(replace(block, text=rest))
    return prose, [
        form for form in forms.forms if form.name or form.has_indicators or form.labels - {Field.UNIT}
    ]


def _section_heading(text: str) -> tuple[Section | None, str]:
    """The section that a paragraph begins, if it does, and its text without the heading."""
    bare = _PART_NUMBER.sub("", text, count=1) if text.startswith("第") else text
    mark = read_mark(bare)
    head, _, rest = bare[mark.end if mark else 0 :].replace("：", ":", 1).partition(":")
    section = SECTION_OF.get(label(head))
    if section:
        return section, rest.strip()
    if bare != text and len(text) <= LONGEST_HEADING:
        return Section.NONE, text
    return None, text


def _project_heading(text: str) -> str:
    """The project's name in 「1.专项运转保障经费绩效目标表」; empty where a paragraph is no such heading."""
    ending = next((end for end in PROJECT_HEADINGS if text.endswith(end)), "")
    if not ending or len(text) > LONGEST_HEADING:
        return ""
    bare = _NUMBER.sub("", text, count=1)
    mark = read_mark(bare)
    return one_line(bare[mark.end if mark else 0 :].removesuffix(ending))


def _year(prose: _Prose, source: Source) -> tuple[int | None, tuple[str, ...], list[Finding]]:
    """The year that a title prints, else the first one that the prose speaks of, which is an inference."""
    titles = (paragraph for paragraph in prose[Section.NONE] if len(paragraph.text) <= LONGEST_LABEL)
    for title in titles:
        if found := _YEAR.search(title.text):
            return int(found[1].translate(_HAN_DIGITS)), (), []
    for paragraph in (paragraph for part in _PARTS for paragraph in prose[part]):
        if found := _YEAR.search(paragraph.text):
            year = int(found[1].translate(_HAN_DIGITS))
            said = shown(_CLAUSE_END.split(paragraph.text[found.start() :], maxsplit=1)[0])
            subject = Subject(field="year")
            doubt = finding("document.year_inferred", subject, paragraph.source, year=year, text=said)
            return year, ("year",), [doubt]
    return None, (), [missing("年度", source, "year")]


def _department(forms: Sequence[Form], source: Source) -> tuple[str, str, Source, list[Finding]]:
    """Code, name and place of the department whose name stands above the projects' forms."""
    cells = [form.department for form in forms if form.department]
    if not cells:
        return "", "", source, [missing("部门（单位）", source, "name")]
    names = [one_line(cell.text) for cell in cells]
    findings = [
        finding("document.other_department", Subject(field="name"), cell.source, first=names[0], text=name)
        for cell, name in zip(cells, names, strict=True)
        if name != names[0]
    ]
    found = CODE_AND_NAME.fullmatch(names[0])
    if not found:
        return "", names[0], cells[0].source, [*findings, missing("单位编码", cells[0].source, "code")]
    return found["code"], found["name"], cells[0].source, findings


def _measures(paragraphs: Sequence[Paragraph]) -> tuple[Measure, ...]:
    """Each measure with its numbered sub-items; its text is what stands before the first of them."""
    measures: list[Measure] = []
    for item in items(paragraphs):
        parts = items(item.paragraphs)
        text = "\n".join(part.text for part in parts if not part.mark)
        number = item.mark.text if item.mark else ""
        measures.append(Measure(number + text, tuple(part.text for part in parts if part.mark)))
    return tuple(measures)


def _of_projects(projects: Sequence[Project], source: Source) -> Iterator[Finding]:
    if not projects:
        yield missing("预算项目绩效目标", source, "projects")
    indicators = [indicator for project in projects for indicator in project.indicators]
    if indicators and all(indicator.weight is None for indicator in indicators):
        yield finding("document.no_weights", Subject(field="projects"), indicators[0].source)


def _place(doubt: Finding) -> tuple[int, int, int, int]:
    """Findings come in the order of the document; those of the document as a whole come first."""
    place = doubt.source or Source()
    return place.page, place.line, place.table, place.row

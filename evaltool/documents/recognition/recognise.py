"""Blocks of any format become a Reading: the prose by its headings, the projects by their tables.

Nothing here knows a file format or a layout; the words it goes by stand in `labels` and `columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from evaltool.documents.blocks import Block, Paragraph, shown
from evaltool.documents.recognition.achieved import Achieved
from evaltool.documents.recognition.clauses import ClauseReader
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.gaps import is_county, missing
from evaltool.documents.recognition.labels import LOOKED_FOR, SECTIONS, Field, Section
from evaltool.documents.recognition.office import read_office
from evaltool.documents.recognition.outline import items
from evaltool.documents.recognition.projects import ReadProject, read_projects
from evaltool.documents.recognition.sorting import Prose, Sorter
from evaltool.documents.recognition.whole import Whole, read_whole
from evaltool.documents.unreadable import Unreadable
from scoring.checks import declaration
from scoring.findings import Finding, finding
from scoring.model import (
    OVERALL,
    Department,
    Measure,
    Objective,
    Outcomes,
    People,
    Project,
    ProjectOutcome,
    Reading,
    Source,
    Subject,
)

LONGEST_TITLE = 60

_FOUR = r"((?:19|20|１９|２０|二[〇○零]|一九)[\d〇○零一二三四五六七八九]{2})"
_YEAR = re.compile(rf"(?<!\d)(?<![\d年][-—–~～至到]){_FOUR}\s?年(?!\s?\d)(?!度?\s?[-—–~～至到]+\s?\d)")
_ONLY_YEAR = re.compile(rf"[(（\s]*{_FOUR}\s?年?度?[\s)）]*")
_ABOUT = "绩效"
_CLAUSE_END = re.compile("[，。；]")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

_PARTS = (Section.OBJECTIVE, Section.OBJECTIVES, Section.MEASURES)


def recognise(blocks: Sequence[Block], file: str) -> Reading:
    """What a document's blocks say, with every doubt. Raises `Unreadable` where they say nothing known."""
    sorter = Sorter()
    sorter.sort(blocks)
    prose, forms = sorter.prose, sorter.forms
    if not forms and not any(prose[section] for section in _PARTS):
        raise Unreadable("document.not_recognised", file, looked_for=LOOKED_FOR)
    source = Source(file)
    year, inferred, findings = _year(sorter, source)
    office, doubts = read_office(forms, source)
    findings.extend(doubts)
    clauses = ClauseReader(year)
    overall = clauses.read(prose[Section.OBJECTIVE], OVERALL)
    objectives = tuple(
        Objective(item.title, item.rest, clauses.read(item.paragraphs, item.title), item.paragraphs[0].source)
        for item in items(prose[Section.OBJECTIVES])
    )
    findings.extend(clauses.findings)
    whole = read_whole([form for form in forms if form.is_whole], year)
    findings.extend(whole.findings)
    read, doubts = read_projects([form for form in forms if not form.is_whole], year)
    findings.extend(doubts)
    for one in read:
        findings.extend(one.findings)
    projects = tuple(one.project for one in read)
    findings.extend(_missing_parts(prose, forms, source))
    findings.extend(_of_projects(projects, source) if not whole.indicators else ())
    department = Department(
        office.code,
        office.name,
        year,
        "\n".join(paragraph.text for paragraph in prose[Section.OBJECTIVE]) or whole.objective,
        (*overall, *whole.indicators),
        objectives,
        _measures(prose[Section.MEASURES]),
        projects,
        inferred,
        office.source,
    )
    findings.extend(declaration(department))
    return Reading(
        department,
        _outcomes(read, whole),
        MappingProxyType({key: score for one in _all(read, whole) for key, score in one.printed.items()}),
        tuple(sorted(findings, key=_place)),
        source,
    )


def _all(read: Sequence[ReadProject], whole: Whole) -> list[Achieved]:
    return [whole.achieved, *(one.achieved for one in read)]


def _outcomes(read: Sequence[ReadProject], whole: Whole) -> Outcomes:
    """What all forms say was achieved, together; the people are those of the first form that names any."""
    every = _all(read, whole)
    people = next((one.people for one in every if one.people != People()), People())
    projects = {one.project.code: one.achieved.project for one in read}
    return Outcomes(
        MappingProxyType({key: said for one in every for key, said in one.indicators.items()}),
        MappingProxyType({code: said for code, said in projects.items() if said != ProjectOutcome()}),
        replace(whole.outcome, people=people),
    )


def _missing_parts(prose: Prose, forms: Sequence[Form], source: Source) -> Iterator[Finding]:
    """Parts of the prose that are not there. A file with nothing but forms of projects needs none."""
    if any(prose[part] for part in _PARTS) or any(map(is_county, forms)):
        for part in _PARTS:
            if not prose[part]:
                yield missing(SECTIONS[part][0], source, part.name.lower())


def _year(sorter: Sorter, source: Source) -> tuple[int | None, tuple[str, ...], list[Finding]]:
    """The year that a title prints, else the first one that the text speaks of, which is an inference."""
    for printed in _printed_years(sorter):
        return int(printed[1].translate(_HAN_DIGITS)), (), []
    fields = (Field.NAME, Field.OBJECTIVE)
    told = [
        Paragraph(c.text, c.source) for form in sorter.forms for f in fields for c in form.fields.get(f, ())
    ]
    for paragraph in (*(one for part in _PARTS for one in sorter.prose[part]), *told):
        if found := _YEAR.search(paragraph.text):
            year = int(found[1].translate(_HAN_DIGITS))
            said = shown(_CLAUSE_END.split(paragraph.text[found.start() :], maxsplit=1)[0])
            subject = Subject(field="year")
            doubt = finding("document.year_inferred", subject, paragraph.source, year=year, text=said)
            return year, ("year",), [doubt]
    return None, (), [missing("年度", source, "year")]


def _printed_years(sorter: Sorter) -> Iterator[re.Match[str]]:
    """Years that stand alone, beside a label, or in a title, there the nearest before 绩效."""
    titles = [title.text for title in sorter.titles if len(title.text) <= LONGEST_TITLE]
    labelled = [cell.text for form in sorter.forms for cell in form.fields.get(Field.YEAR, ())]
    yield from filter(None, map(_ONLY_YEAR.fullmatch, (*titles, *labelled)))
    for title in titles:
        years = list(_YEAR.finditer(title))
        before = [found for found in years if found.end() <= title.find(_ABOUT)]
        yield from before[-1:] or years[:1]


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

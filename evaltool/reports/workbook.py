"""The year-end workbook of a department: its forms, and behind them the proof of every number.

Which sheets it has is one list, `_parts`; what stands on a sheet is for its own module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from types import ModuleType

from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook import Workbook

from evaltool import __version__
from evaltool.language import _
from evaltool.reports import titles
from evaltool.reports.basis import sheet as basis
from evaltool.reports.comparison import sheet as comparison
from evaltool.reports.hebei import form as hebei
from evaltool.reports.national import form as national
from evaltool.reports.proof import sheet as proof
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Sheet
from evaltool.reports.summary import sheet as summary
from evaltool.reports.whole import form as whole
from evaltool.sheets.archive import saved
from evaltool.sheets.kinds import Form
from evaltool.sheets.looks import Looks
from evaltool.sheets.safe import cell_text, sheet_names
from scoring.model import Subject

Told = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class _Part:
    """A sheet: its name as wanted, the widths of its columns, and what writes it."""

    name: str
    units: Sequence[int]
    write: Callable[[Sheet], None]
    is_ours: bool = True
    """Whether the name is ours; where a person's is the same, ours stays as it is."""

    repeats: bool = False
    """Whether its scores are those of a form, which is the place to prove them in where there is one."""


def workbook(
    card: Scorecard, form: Form = Form.NATIONAL, step: Told = lambda _: None, *, paper: bool = False
) -> bytes:
    """A department's scorecards as the content of a file; the same input gives the same bytes.

    `step` is told the number of each sheet before it is made, and may raise to give it up. On `paper` nothing
    computes, so that there the proof is left out.
    """
    return saved(_built(card, form, step, paper=paper))


def sheet_count(projects: int, form: Form = Form.NATIONAL) -> int:
    """How many sheets the workbook of so many projects has."""
    return 5 if form is Form.DEPARTMENT else projects + 4


def _parts(card: Scorecard, form: Form, printed: Mapping[Subject, str], *, paper: bool) -> Iterator[_Part]:
    """The sheets in their order; `printed` has the cells of scores in those before the proof."""
    if form is Form.DEPARTMENT:
        yield _Part(_("部门整体支出绩效自评表"), whole.UNITS, partial(whole.write, card=card))
    yield _Part(_("部门汇总"), summary.UNITS, partial(summary.write, card=card), repeats=True)
    if form is not Form.DEPARTMENT:
        yield from _forms(card, hebei if form is Form.HEBEI else national)
    yield _Part(_("目标与完成对比"), comparison.UNITS, partial(comparison.write, card=card))
    if not paper:
        yield _Part(_("复算"), proof.UNITS, partial(proof.write, card=card, printed=printed))
    yield _Part(_("评分依据"), basis.UNITS, partial(basis.write, card=card))


def _forms(card: Scorecard, of: ModuleType) -> Iterator[_Part]:
    """The form of each project, as the module `of` writes it."""
    for project, score in zip(card.department.projects, card.score.projects, strict=True):
        write = partial(of.write, card=card, project=project, score=score)
        yield _Part(project.name, of.UNITS, write, is_ours=False)


def _built(card: Scorecard, form: Form, step: Told, *, paper: bool) -> Workbook:
    book = Workbook()
    looks = Looks(book)
    printed: dict[Subject, str] = {}
    parts = list(_parts(card, form, printed, paper=paper))
    for number, (name, part) in enumerate(zip(_names(parts), parts, strict=True)):
        step(number)
        worksheet = book.create_sheet(name) if number else book.worksheets[0]
        worksheet.title = name
        sheet = Sheet(worksheet, looks, part.units)
        part.write(sheet)
        printed.update({**sheet.noted, **printed} if part.repeats else sheet.noted)
    book.properties = _properties(card)
    # Where nothing computes, Excel need not ask whether to save the file when it is closed.
    book.calculation.fullCalcOnLoad = not paper
    return book


def _names(parts: Sequence[_Part]) -> list[str]:
    """The sheets' names as they can be, in the order of the sheets."""
    order = sorted(range(len(parts)), key=lambda number: not parts[number].is_ours)
    named = dict(zip(order, sheet_names(parts[number].name for number in order), strict=True))
    return [named[number] for number in range(len(parts))]


def _properties(card: Scorecard) -> DocumentProperties:
    title = _("{department}绩效自评表").format(department=titles.department(card.score))
    moment = datetime.combine(card.made_on, time())
    return DocumentProperties(
        title=cell_text(title),
        creator=f"evaltool {__version__}",
        description=cell_text(f"{titles.rulebook(card.rulebook)}\n{card.made}"),
        created=moment,
        modified=moment,
    )

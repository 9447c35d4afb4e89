"""What every sheet of a form has: its head, its total, texts to fill, the people who hand it in."""

from __future__ import annotations

from evaltool.forms import prefill
from evaltool.forms.identity import Kind
from evaltool.forms.layout import PEOPLE, Column
from evaltool.forms.page import UNSEEN, Page
from evaltool.forms.prefill import Shown
from evaltool.formulas.columns import at
from evaltool.formulas.total_formulas import Block, total_formulas
from evaltool.language import _
from evaltool.sheets.looks import CENTRE, HEAD, PLAIN, SUBTITLE, TITLE, TOP, TOTAL
from scoring.model import Dossier, Subject
from scoring.rulebook import Rulebook
from scoring.weighting import HUNDRED

TEXT_ROW = 60
TOTAL_ROW = 36
"""Two lines: a total that is still open says from where to where."""


def write_head(page: Page, dossier: Dossier, title: str, name: str) -> None:
    """Write whose form it is, of which year, and by which rulebook its scores are."""
    department, rules = dossier.department, dossier.rulebook
    page.fix(page.next(32), Column.LEVEL1, title, TITLE, Column.HINT)
    whose = _("{department}（{code}）　{year}年度　{name}").format(
        department=department.name, code=department.code, year=department.year or "    ", name=name
    )
    page.fix(page.next(), Column.LEVEL1, whose, SUBTITLE, Column.HINT)
    said = _("只填黄色单元格。评分规则：{title}（{id}，版本 {version}，内容校验 {hash}），得分即时计算")
    line = said.format(title=rules.title, id=rules.id, version=rules.version, hash=rules.hash)
    page.fix(page.next(), Column.LEVEL1, line, PLAIN, Column.HINT)


def write_total(
    page: Page, block: Block, rulebook: Rulebook, *, is_settled: bool, applies: bool = True, missing: str = ""
) -> str:
    """Write the sum of the lines and the total of 100; gives the clause that no formula can say."""
    rows = page.next(TOTAL_ROW), page.next(TOTAL_ROW)
    for row, label in zip(rows, (_("合计（可计分）"), _("总分")), strict=True):
        page.fix(row, Column.LEVEL1, label, HEAD, Column.STATE)
    page.fix(rows[1], Column.WEIGHT, HUNDRED, TOTAL)
    page.fix(rows[1], Column.REASON, _("等级"), HEAD, Column.EVIDENCE)
    formulas = total_formulas(block, rows[0], rulebook, settled=is_settled, applies=applies, missing=missing)
    looks = {
        at(Column.WEIGHT, rows[0]): TOTAL,
        **{at(Column.SCORE, row): TOTAL for row in rows},
        at(Column.HINT, rows[1]): CENTRE,
    }
    for cell, text in formulas.cells.items():
        page.compute(cell, text, looks.get(cell, UNSEEN))
    return formulas.beyond


def fill_text(page: Page, label: str, expected: str, subject: Subject, said: Shown) -> None:
    """Write what was intended and a cell for what became of it."""
    row = page.next()
    page.fix(row, Column.LEVEL1, label, HEAD, Column.LEVEL2)
    page.fix(row, Column.NAME, _("预期目标"), HEAD, Column.SHARE)
    page.fix(row, Column.STATE, _("实际完成情况"), HEAD, Column.HINT)
    row = page.next(TEXT_ROW)
    page.fix(row, Column.LEVEL1, None, HEAD, Column.LEVEL2)
    page.fix(row, Column.NAME, expected, TOP, Column.SHARE)
    page.fill(row, Column.STATE, subject, Kind.TEXT, said, Column.HINT)


def write_people(page: Page, dossier: Dossier) -> None:
    """Write cells for the people who hand the form in."""
    for field, label in PEOPLE:
        row = page.next()
        page.fix(row, Column.LEVEL1, _(label), HEAD, Column.LEVEL2)
        value = prefill.of_department(dossier.outcomes.department, field)
        page.fill(row, Column.NAME, Subject(field=field), Kind.TEXT, value, Column.UNIT)

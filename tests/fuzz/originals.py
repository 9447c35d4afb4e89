"""Real documents of every format, which the fuzz run damages."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import layout_files
from layout_cases import as_blocks, layouts
from pdf_by_hand import Sheet, pdf

from evaltool.documents.kinds import Kind
from evaltool.forms.write import Part, form
from evaltool.operations import dossier_of
from scoring.evaluate import evaluate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaltool.documents.blocks import Block

ROOT = Path(__file__).parents[2]
_DATA = ROOT / "tests" / "data" / "documents"
_ENDINGS = {"txt": Kind.TEXT, "html": Kind.HTML, "ods": Kind.ODS, "xls": Kind.XLS, "pdf": Kind.PDF}
LARGEST_PDF = 20_000
"""Bytes of a page that is read a hundred times and more."""


@cache
def originals(kind: Kind) -> Mapping[str, bytes]:
    """Documents of a format by their names."""
    if kind is Kind.DOCX:
        return {one.name: layout_files.docx_of(one.document) for one in layouts()}
    if kind is Kind.XLSX:
        return {one.name: layout_files.xlsx_of(one.document) for one in layouts()}
    paths = [
        path
        for folder in (_DATA, ROOT / "examples")
        for path in sorted(folder.iterdir())
        if _ENDINGS.get(path.suffix[1:]) is kind and "密码" not in path.stem  # nobody reads on in these
    ]
    found = {path.name: path.read_bytes() for path in paths}
    if kind is Kind.PDF:
        found = {name: data for name, data in found.items() if len(data) < LARGEST_PDF}
        found["手写.pdf"] = drawn()
    return found


@cache
def drawn() -> bytes:
    """A PDF of which no part is compressed, so that damage reaches its text and lines."""
    rows = (
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "产出指标 | 数量指标 | 培训次数 | 4次",
        "^ | 质量指标 | 合格率 | ≥95%",
    )
    first, second = Sheet(), Sheet()
    first.lines(60, "1.会议活动绩效目标表", "单位：万元")
    first.table(120, [90, 90, 90, 90], rows)
    second.table(60, [90, 90, 90, 90], rows[1:])
    second.text(300, 400, "绩效", turned=90)
    return pdf(first, second.picture())


@cache
def forms() -> Mapping[str, bytes]:
    """The forms of an example, as they go out."""
    dossier, _ = dossier_of(ROOT / "examples" / "北戴河区政协-2020.txt", None)
    department, score = dossier.department, evaluate(dossier)
    parts = [Part((project.code,)) for project in department.projects[:2]]
    return {str(number): form(dossier, score, part)[0] for number, part in enumerate(parts)}


@cache
def block_lists() -> Mapping[str, tuple[Block, ...]]:
    """The layouts as blocks, as a reader without faults gives them."""
    return {one.name: as_blocks(one.document, one.name) for one in layouts()}

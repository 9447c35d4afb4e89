"""Every finding about a dossier stands at a place of it, and is as grave as the rulebook has it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaltool import operations as ops
from evaltool.workspace import fields
from scoring import placing
from scoring.findings import Severity
from scoring.placing import is_place
from scoring.rulebook import parse

LOCAL = """
id = "local"
version = "1"
title = "本地"
extends = "national-2020"
[checks.severity]
value = { "level2.mismatch" = "error", "sense.inferred" = "warning", "reason.missing" = "note" }
"""


@pytest.mark.parametrize("example", ops.examples(), ids=lambda example: example.document.stem[-4:])
def test_every_finding_about_the_examples_stands_at_a_place(example: ops.Example):
    dossier, odd = ops.dossier_of(example.document, example.actuals)
    found = ops.check(dossier, odd)
    assert found
    assert [one.code for one in found if not is_place(one.subject, dossier.department)] == []


def test_every_field_that_a_person_fills_is_a_place():
    by_the_program = {"evidence_files", fields.HANDED_IN}
    assert set(fields.INDICATOR) - by_the_program <= placing.INDICATOR
    assert set(fields.PROJECT) - by_the_program <= placing.PROJECT
    assert set(fields.DEPARTMENT) - by_the_program <= placing.DEPARTMENT


def test_rows_that_fit_nothing_stand_at_the_project_or_the_department(tmp_path: Path):
    example = ops.examples()[0]
    table = tmp_path / "表.csv"
    project = ops.dossier_of(example.document, None)[0].department.projects[0].code
    table.write_text(
        f"项目编码,三级指标,实际完成值\n{project},没有的指标,1\n,没有的内容,1\nX,次数,1\n", "utf-8"
    )
    dossier, odd = ops.dossier_of(example.document, table)
    assert sum(one.code.startswith("actuals.") for one in odd) == 3
    assert all(is_place(one.subject, dossier.department) for one in odd)


def test_the_rulebook_settles_how_grave_a_finding_is_wherever_it_was_found():
    example = ops.examples()[0]
    rulebook = parse(LOCAL, "local.toml")
    usual, odd = ops.dossier_of(example.document, example.actuals)
    changed, graver = ops.dossier_of(example.document, example.actuals, rulebook)
    assert [one.fingerprint for one in odd] == [one.fingerprint for one in graver]
    severities = {one.code: one.severity for one in ops.check(changed, graver)}
    before = {one.code: one.severity for one in ops.check(usual, odd)}
    moved = {code: severity for code, severity in severities.items() if before[code] is not severity}
    said = {
        "level2.mismatch": Severity.ERROR,
        "sense.inferred": Severity.WARNING,
        "reason.missing": Severity.NOTE,
    }
    assert moved == {code: severity for code, severity in said.items() if code in before}
    assert moved
    assert ops.check(replace(changed, rulebook=usual.rulebook), odd) == ops.check(usual, odd)

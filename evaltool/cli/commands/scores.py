"""score, compare, check: what the figures come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from evaltool.cli.commands.arguments import (
    Actuals,
    CatalogueFlag,
    Code,
    Document,
    JsonFlag,
    Other,
    Rules,
    Year,
)
from evaltool.cli.errors import Misuse
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import answer, answer_json, leave
from evaltool.language import _

if TYPE_CHECKING:
    from scoring.findings import Finding
    from scoring.model import Dossier


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("score", cls=Command, help=_("评分：每个指标、项目和部门，写明计算过程"))(score)
    app.command("compare", cls=Command, help=_("目标与完成情况对照，按失分排列"))(compare)
    app.command("check", cls=Command, help=_("报送前检查：缺什么，哪里可疑"))(check)


def score(
    file: Document = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    against: Other = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Score the workspace, or a document with a table of actuals; beside another rulebook on request."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    other = SESSION.rulebook(against) if against else None
    dossier, odd = dossier_meant(file, actuals, rulebook, department, year)
    both = ops.against(dossier, other) if other else None
    result = both.one if both else ops.score(dossier)
    findings = (*odd, *result.findings)
    is_open = ops.open_findings(dossier, findings)
    if json:
        beside = {"against": payload.against(both)} if both else {}
        answer_json({**payload.score(result, findings, dossier), **beside})
    elif both:
        answer(*print_out.against(both), *print_out.errors(is_open))
    else:
        answer(*print_out.scores(result), "", *print_out.findings(findings, dossier))
    leave(is_open)


def compare(
    file: Document = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Target against achieved."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    dossier, odd = dossier_meant(file, actuals, rulebook, department, year)
    result = ops.score(dossier)
    findings = (*odd, *result.findings)
    is_open = ops.open_findings(dossier, findings)
    if json:
        answer_json(payload.score(result, findings, dossier))
    else:
        answer(*print_out.comparison(result, dossier), *print_out.errors(is_open))
    leave(is_open)


def check(
    file: Document = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    listed: CatalogueFlag = False,
    json: JsonFlag = False,
) -> None:
    """What is missing or doubtful before handing in; or every check there is."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    if listed:
        known = ops.checks(SESSION.rulebook(rulebook) if rulebook else None)
        if json:
            answer_json([payload.check(one) for one in known])
        else:
            answer(*print_out.checks(known))
        return
    dossier, odd = dossier_meant(file, actuals, rulebook, department, year)
    findings = ops.check(dossier, odd)
    if json:
        answer_json({"findings": [payload.finding(one, dossier) for one in findings]})
    else:
        answer(*print_out.findings(findings, dossier))
    leave(ops.open_findings(dossier, findings))


def dossier_meant(
    file: Path | None, actuals: Path | None, rulebook: str, department: str, year: int | None
) -> tuple[Dossier, tuple[Finding, ...]]:
    """What is to be scored: a document with its table, or the one department of the workspace that fits."""
    from evaltool import operations as ops

    rules = SESSION.rulebook(rulebook) if rulebook else None
    if file is not None:
        dossier, odd = ops.dossier_of(file, actuals, rules, year, SESSION.who)
        if department not in ("", dossier.department.code):
            facts = {"file": file.name, "code": dossier.department.code, "wanted": department}
            raise ops.Refused("department.differs", facts)
        return dossier, odd
    if actuals is not None:
        raise Misuse(_("要与绩效文本一起使用"), "--actuals")
    with SESSION.open(rules, must_exist=True) as desk:
        meant = desk.choose(department, year)
        dossier = desk.dossier(meant.code, meant.year)
        return dossier, ops.as_grave(desk.odd_beside(dossier), dossier.rulebook)

"""score, compare, check: what the figures come to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evaltool.cli.commands.documents import Code, JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION, answer, answer_json, leave
from evaltool.language import _

if TYPE_CHECKING:
    from scoring.findings import Finding
    from scoring.model import Dossier

File = Annotated[Path | None, typer.Argument(metavar="FILE", help=_("绩效文本；不写则用工作区"))]
Actuals = Annotated[Path | None, typer.Option(metavar="FILE", help=_("实际完成值表（CSV 或 xlsx）"))]
Rules = Annotated[str, typer.Option(metavar="ID|FILE", help=_("评分规则"))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("score", cls=Command, help=_("评分：每个指标、项目和部门，写明计算过程"))(score)
    app.command("compare", cls=Command, help=_("目标与完成情况对照，按失分排列"))(compare)
    app.command("check", cls=Command, help=_("报送前检查：缺什么，哪里可疑"))(check)


def score(
    file: File = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Score the workspace, or a document with a table of actuals."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    dossier, odd = dossier_meant(file, actuals, rulebook, department, year)
    result = ops.score(dossier)
    findings = (*odd, *result.findings)
    if json:
        answer_json(payload.score(result, findings))
    else:
        answer(print_out.joined(print_out.scores(result)))
        answer("")
        answer(print_out.joined(print_out.findings(findings)))
    leave(findings)


def compare(
    file: File = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Target against achieved."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    dossier, _odd = dossier_meant(file, actuals, rulebook, department, year)
    result = ops.score(dossier)
    if json:
        answer_json(payload.score(result, result.findings))
    else:
        answer(print_out.joined(print_out.comparison(result)))


def check(
    file: File = None,
    actuals: Actuals = None,
    rulebook: Rules = "",
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """What is missing or doubtful before handing in."""
    from evaltool import operations as ops
    from evaltool.cli import payload, print_out

    dossier, odd = dossier_meant(file, actuals, rulebook, department, year)
    findings = ops.check(dossier, odd)
    if json:
        answer_json({"findings": [payload.finding(one) for one in findings]})
    else:
        answer(print_out.joined(print_out.findings(findings)))
    leave(findings)


def dossier_meant(
    file: Path | None, actuals: Path | None, rulebook: str, department: str, year: int | None
) -> tuple[Dossier, tuple[Finding, ...]]:
    """What is to be scored: a document with its table, or the one department of the workspace that fits."""
    from evaltool import operations as ops

    rules = ops.rulebook_named(rulebook)
    if file is not None:
        return ops.dossier_of(file, actuals, rules, year)
    if actuals is not None:
        raise typer.BadParameter(_("--actuals 要与绩效文本一起使用"), param_hint="--actuals")
    with SESSION.open(rules, must_exist=True) as desk:
        meant = desk.choose(department, year)
        return desk.dossier(meant.code, meant.year), ()

"""insight: how sure a figure is."""

from __future__ import annotations

from typing import Annotated

import typer

from evaltool.cli.commands.arguments import JsonFlag
from evaltool.cli.errors import Misuse
from evaltool.cli.help import Command, Group
from evaltool.cli.streams import answer, answer_json, narrate
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    insight = typer.Typer(cls=Group, help=_("数据有多可靠"), rich_markup_mode=None, no_args_is_help=True)
    insight.command("survey", cls=Command, help=_("满意度调查的置信区间，以及是否有把握达标"))(survey)
    app.add_typer(insight, name="insight")


def survey(
    satisfied: Annotated[int, typer.Argument(metavar="SATISFIED", min=0, help=_("满意和较满意的人数"))],
    answers: Annotated[int, typer.Argument(metavar="ANSWERS", min=1, help=_("有效问卷数"))],
    target: Annotated[float, typer.Option(metavar="PERCENT", help=_("指标值，百分数"))] = 95,
    level: Annotated[float, typer.Option(metavar="LEVEL", min=0.5, max=0.999, help=_("置信水平"))] = 0.95,
    json: JsonFlag = False,
) -> None:
    """The interval of a satisfaction rate, and whether its target is met beyond chance."""
    from evaltool import wording

    if satisfied > answers:
        raise Misuse(_("满意人数不能多于有效问卷数"), "SATISFIED")
    narrate(_("正在加载统计库"))
    from scoring.insight.survey import satisfaction

    found = satisfaction(satisfied, answers, target, level)
    if json:
        answer_json(
            {
                "rate": f"{found.rate:.2f}",
                "low": f"{found.low:.2f}",
                "high": f"{found.high:.2f}",
                "level": str(level),
                "verdict": found.verdict.value,
            }
        )
        return
    said = _("满意度 {rate}%，{level} 置信区间 {low}%–{high}%；对照指标值 {target}%：{verdict}")
    facts = {"rate": f"{found.rate:.2f}", "low": f"{found.low:.2f}", "high": f"{found.high:.2f}"}
    answer(
        said.format(**facts, level=f"{level:.0%}", target=f"{target:g}", verdict=wording.term(found.verdict))
    )

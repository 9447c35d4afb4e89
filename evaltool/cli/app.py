"""The commands by name. Each module of `commands` holds a few that belong together."""

from __future__ import annotations

from typing import Annotated

import typer

from evaltool import __version__
from evaltool.cli.commands import demo, documents, handing_in, insight, rulebooks, scores
from evaltool.cli.help import Group
from evaltool.cli.session import SESSION, UNUSABLE, answer, narrate
from evaltool.language import LANGUAGES, _

app = typer.Typer(
    cls=Group,
    help=_("财政支出绩效自评：读取绩效目标，录入实际完成值，按规则评分并说明依据。"),
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    db: Annotated[str, typer.Option(metavar="URL", help=_("工作区文件或地址"))] = "evaltool.db",
    lang: Annotated[str, typer.Option(metavar="zh|en", help=_("语言，只影响文字，不影响数字"))] = "zh",
    who: Annotated[str, typer.Option(metavar="NAME", help=_("写入变更记录的姓名，默认为登录名"))] = "",
    debug: Annotated[bool, typer.Option("--debug", help=_("出现故障时显示详细信息"))] = False,
    version: Annotated[bool, typer.Option("--version", help=_("显示版本"))] = False,
) -> None:
    """Take the options that stand before a command; without a command, open the workbench."""
    del debug  # settled in __main__, as the language is, before anything was built
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"{lang}: {' | '.join(LANGUAGES)}", param_hint="--lang")
    SESSION.db, SESSION.who = db, who
    if version:
        answer(f"evaltool {__version__}")
    elif context.invoked_subcommand is None:
        workbench()


def workbench() -> None:
    """Open the workbench on the workspace."""
    from evaltool.cli.commands.workbench import has_terminal, open_workbench

    if not has_terminal():
        narrate(_("工作台需要在终端中打开。查看命令：evaltool --help"))
        raise typer.Exit(UNUSABLE)
    open_workbench(SESSION.db)


for module in (demo, documents, scores, handing_in, rulebooks, insight):
    module.register(app)

"""The commands by name. Each module of `commands` holds a few that belong together."""

from __future__ import annotations

from typing import Annotated

import typer

from evaltool import __version__
from evaltool import settings as preferences
from evaltool.cli.commands import (
    collect,
    demo,
    documents,
    forms,
    handing_in,
    importing,
    insight,
    journal,
    picture,
    recheck,
    record,
    rulebooks,
    scores,
    settings,
    template,
)
from evaltool.cli.errors import Misuse
from evaltool.cli.help import Group
from evaltool.cli.session import DB, SESSION
from evaltool.cli.streams import UNUSABLE, answer, narrate
from evaltool.language import LANGUAGES, _

app = typer.Typer(
    cls=Group,
    help=_("财政支出绩效自评：读取绩效目标，录入实际完成值，按规则评分并说明依据。"),
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)


def _say_version(wanted: bool) -> None:
    if wanted:
        answer(f"evaltool {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    db: Annotated[str, typer.Option(metavar="URL", help=_("工作区文件或地址"), show_default=DB)] = "",
    lang: Annotated[
        str, typer.Option(metavar="zh|en", help=_("语言，只影响文字，不影响数字"), show_default="zh")
    ] = "",
    who: Annotated[str, typer.Option(metavar="NAME", help=_("写入变更记录的姓名，默认为登录名"))] = "",
    debug: Annotated[bool, typer.Option("--debug", help=_("出现故障时显示详细信息"))] = False,
    version: Annotated[
        bool, typer.Option("--version", help=_("显示版本"), is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Take the options that stand before a command; without a command, open the workbench."""
    del debug, version  # settled before: the one in __main__, the other by its callback
    if lang and lang not in LANGUAGES:
        raise Misuse(_("只能是 {known}").format(known=" | ".join(LANGUAGES)), "--lang")
    SESSION.db, SESSION.name = db, who
    if context.invoked_subcommand != "settings":  # which says all of it
        _say_what_is_wrong_with_the_settings()
    if context.invoked_subcommand is None:
        _open_workbench()


def _say_what_is_wrong_with_the_settings() -> None:
    """One line: a wrong setting stops no command."""
    read = preferences.in_force()
    if read.is_suspect:
        from evaltool.tui.commands import faults

        if wrong := faults():
            narrate(preferences.summary(read.path, wrong))


def _open_workbench() -> None:
    from evaltool.cli.commands.workbench import has_terminal, open_workbench

    if not has_terminal():
        narrate(_("工作台需要在终端中打开。查看命令：evaltool --help"))
        raise typer.Exit(UNUSABLE)
    open_workbench(SESSION.db or DB)


for module in (
    demo,
    documents,
    importing,
    record,
    scores,
    recheck,
    forms,
    collect,
    handing_in,
    template,
    journal,
    rulebooks,
    insight,
    picture,
    settings,
):
    module.register(app)

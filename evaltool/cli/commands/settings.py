"""settings: what is in force, where it is kept, and one of them changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from evaltool import settings as preferences
from evaltool.cli.commands.arguments import JsonFlag
from evaltool.cli.help import Command, Group
from evaltool.cli.streams import UNUSABLE, answer, answer_json, narrate
from evaltool.cli.width import table
from evaltool.language import _
from evaltool.settings import Fault, Read, Settings


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(
        cls=Group, help=_("个人设置：语言、姓名、配色、疏密、符号、按键"), rich_markup_mode=None
    )
    group.callback(invoke_without_command=True)(overview)
    group.command("set", cls=Command, help=_("改一项设置，写进设置文件"))(change)
    group.command("keys", cls=Command, help=_("列出每条命令的编号和按键，写法与设置文件相同"))(keys)
    app.add_typer(group, name="settings")


def overview(context: typer.Context, json: JsonFlag = False) -> None:
    """The file, and each setting with its value, where nothing else is asked for."""
    if context.invoked_subcommand is not None:
        return
    from evaltool.tui.commands import faults

    read, wrong = preferences.in_force(), faults()
    if json:
        answer_json(_payload(read, wrong))
        return
    answer(_("设置文件：{path}").format(path=read.path))
    answer(_table(read.settings))
    for found in wrong:
        narrate(preferences.say(found))


def change(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("哪一项，如 theme；按键写 keys.命令编号"))],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help=_("改成什么；按键可用逗号隔开，空着恢复默认"))
    ],
) -> None:
    """One setting changed in the file; everything else in it stays."""
    from evaltool.tui.commands import typed_keys

    section, _dot, command = name.partition(".")
    is_keys = section == "keys" and command
    meant, wrong = typed_keys(command, value) if is_keys else preferences.typed(name, value)
    if wrong is not None:
        narrate(preferences.say(wrong))
        raise typer.Exit(UNUSABLE)
    try:
        answer(_("已写入 {path}").format(path=preferences.keep(name, meant)))
    except preferences.NotWritten as why:
        narrate(str(why))
        raise typer.Exit(UNUSABLE) from None


def keys() -> None:
    """Every command's id and keys, as the section of a file of settings."""
    from evaltool.tui.commands import key_file

    answer(key_file())


def _table(settings: Settings) -> str:
    """Each setting with its value, its default and what it means."""
    header = [_("设置"), _("现在的值"), _("默认值"), _("可用的值"), _("含义")]
    rows = [
        [
            one.name,
            preferences.written(getattr(settings, one.name)),
            preferences.written(one.default),
            " ".join(map(preferences.written, one.choices)),
            _(one.meaning),
        ]
        for one in preferences.SCHEMA
    ]
    return table(header, rows)


def _payload(read: Read, wrong: Sequence[Fault]) -> Any:
    """The same for programs."""
    listed = [
        {
            "name": one.name,
            "value": _plain(getattr(read.settings, one.name)),
            "default": _plain(one.default),
            "choices": list(one.choices),
            "meaning": _(one.meaning),
        }
        for one in preferences.SCHEMA
    ]
    findings = [{"code": f"settings.{one.code}", "message": preferences.say(one)} for one in wrong]
    return {"file": str(read.path), "settings": listed, "findings": findings}


def _plain(value: Any) -> Any:
    return {name: list(keys) for name, keys in value.items()} if isinstance(value, Mapping) else value

"""Help pages in the language in use: the words that typer has only in English, said in ours."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from evaltool.language import N_, _

WORDS = {
    "Usage: ": N_("用法："),
    "\nOptions:\n": N_("\n选项：\n"),
    "\nArguments:\n": N_("\n参数：\n"),
    "\nCommands:\n": N_("\n命令：\n"),
    "[default: ": N_("[默认："),
    "[required]": N_("[必填]"),
    "Show this message and exit.": N_("显示帮助"),
}


class Command(TyperCommand):
    """A command whose help page is worded."""

    def get_help(self, ctx: Any) -> str:
        """The help page, in our words."""
        return _worded(super().get_help(ctx))


class Group(TyperGroup):
    """A command that has commands of its own, worded alike."""

    def get_help(self, ctx: Any) -> str:
        """The help page, in our words."""
        return _worded(super().get_help(ctx))


def _worded(page: str) -> str:
    page = page.replace("[default:\n", _("[默认：").rstrip() + "\n")  # a line that was full
    for english, ours in WORDS.items():
        page = page.replace(english, _(ours))
    return page

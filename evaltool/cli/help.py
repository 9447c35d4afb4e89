"""Help pages in the language in use: the words that typer has only in English, said in ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

from evaltool.language import N_, _

if TYPE_CHECKING:
    from typer import Context

WORDS = {
    "Usage: ": N_("用法："),
    "\nOptions:\n": N_("\n选项：\n"),
    "\nArguments:\n": N_("\n参数：\n"),
    "\nCommands:\n": N_("\n命令：\n"),
    "[default: ": N_("[默认："),
    "[required]": N_("[必填]"),
    "Show this message and exit.": N_("显示帮助"),
}


class _Worded:
    """A command whose help page is worded."""

    def get_help(self, ctx: Context) -> str:
        """The help page, in our words."""
        text: str = super().get_help(ctx)  # type: ignore[misc]
        for english, ours in WORDS.items():
            text = text.replace(english, _(ours))
        return text


class Command(_Worded, TyperCommand):
    """A command."""


class Group(_Worded, TyperGroup):
    """A command that has commands of its own."""

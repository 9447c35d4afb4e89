"""Whatever stops a command, as one sentence and an exit code; a fault of ours also as a log file."""

from __future__ import annotations

import re
import secrets
import sys
import traceback
from pathlib import Path
from typing import Any

import typer

from evaltool import wording
from evaltool.cli.session import ERRORS, UNUSABLE, narrate
from evaltool.language import _


def report(error: Exception, *, debug: bool) -> int:
    """Say what stopped the command; give its exit code. A traceback is shown only to who asks for it."""
    if isinstance(error, typer.Exit):
        return int(error.exit_code)
    if isinstance(error, typer.Abort | BrokenPipeError):
        return ERRORS
    if hasattr(error, "format_message"):  # typer's own: a wrong option, a missing argument
        narrate(_("用法有误：{message}").format(message=_misuse(error)))
        narrate(_("查看用法：evaltool --help"))
        return UNUSABLE
    if hasattr(error, "finding") or hasattr(error, "problems") or hasattr(error, "code"):
        narrate(wording.fault(error))
        return UNUSABLE
    if debug:
        traceback.print_exception(error)
        return UNUSABLE
    number = secrets.token_hex(4)
    narrate(_("程序出错，编号 {number}，详情见 {path}").format(number=number, path=_log(error, number)))
    return UNUSABLE


def _misuse(error: Any) -> str:
    """What is wrong with the command line: typer says it in English only, so the usual cases are here."""
    if hasattr(error, "option_name"):
        return _("没有选项 {name}").format(name=error.option_name)
    parameter = getattr(error, "param", None)
    if type(error).__name__ == "MissingParameter" and parameter is not None:
        return _("缺少 {name}").format(name=parameter.metavar or parameter.opts[0])
    if parameter is not None:
        return _("{name} 的值不对：{message}").format(name=parameter.opts[0], message=error.message)
    command = re.fullmatch(r"No such command '(.*)'\.", error.message)
    return _("没有命令 {name}").format(name=command[1]) if command else str(error.format_message())


def _log(error: Exception, number: str) -> Path:
    """Append the traceback to the log file of this person's system."""
    from datetime import datetime

    from platformdirs import user_log_path

    path = user_log_path("evaltool", appauthor=False, ensure_exists=True) / "faults.log"
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{number} {datetime.now().astimezone().isoformat()} {sys.version}\n")
        traceback.print_exception(error, file=log)
    return path

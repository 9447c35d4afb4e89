"""Whatever stops a command, as one sentence and an exit code; a fault of ours also as a log file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import typer

from evaltool.cli.streams import UNUSABLE, narrate
from evaltool.language import _


def report(error: Exception, *, debug: bool) -> int:
    """Say what stopped the command; give its exit code. A traceback is shown only to who asks for it."""
    if hasattr(error, "format_message"):  # typer's own: a wrong option, a missing argument
        narrate(_misuse(error))
        return UNUSABLE
    from evaltool.operations import REFUSALS

    if isinstance(error, REFUSALS):
        _explain(error, debug=debug)
    narrate(sentence(error, debug=debug))
    return UNUSABLE


def sentence(error: Exception, *, debug: bool = False) -> str:
    """Why something was not done; of a fault of ours its number, under which the log has the rest."""
    from evaltool import wording
    from evaltool.operations import REFUSALS

    return wording.fault(error) if isinstance(error, REFUSALS) else _fault_of_ours(error, debug=debug)


def _explain(refusal: Exception, *, debug: bool) -> None:
    """What went wrong in the process that reads, for who asks: the file may be broken, or the reader is."""
    if debug and refusal.__cause__ is not None:
        import traceback

        traceback.print_exception(refusal.__cause__)


def _misuse(error: Any) -> str:
    """What is wrong with the command line: typer says it in English only, so the usual cases are here."""
    command = error.ctx.command_path if error.ctx else "evaltool"
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return str(error.ctx.get_help())
    said = str(error.message)
    parameter = getattr(error, "param", None)
    name = parameter.metavar or parameter.opts[0] if parameter else ""
    named = re.search(r"'(.*)'|\(([^()]*)\)$", said)
    if kind == "NoSuchOption":
        said = _("没有选项 {name}").format(name=error.option_name)
    elif kind == "BadOptionUsage":
        said = _("{name} 后面缺少值").format(name=error.option_name)
    elif kind == "MissingParameter":
        said = _("缺少 {name}").format(name=name)
    elif isinstance(error, Misuse):
        said = _("{name}：{message}").format(name=error.param_hint, message=said)
    elif parameter is not None:
        option = parameter.opts[0] if parameter.opts[0].startswith("-") else name
        said = _("{name} 的值不对").format(name=option)
    elif named and said.startswith("No such command"):
        said = _("没有命令 {name}").format(name=named[1])
    elif named and said.startswith("Got unexpected extra argument"):
        said = _("多了 {words}").format(words=named[2])
    return _("用法有误：{message}。查看用法：{command} --help").format(message=said, command=command)


class Misuse(typer.BadParameter):
    """A wrong value that one of our commands refuses itself, in our words."""

    def __init__(self, message: str, name: str) -> None:
        super().__init__(message, param_hint=name)


def _fault_of_ours(error: Exception, *, debug: bool) -> str:
    """One sentence with a number; the traceback goes to the log, or to the screen with --debug."""
    import secrets
    import traceback

    number = secrets.token_hex(4)
    if debug:
        traceback.print_exception(error)
        return _("程序出错，编号 {number}").format(number=number)
    from platformdirs import user_log_path

    path = user_log_path("evaltool", appauthor=False) / "faults.log"
    try:
        _log(path, number, error)
    except OSError:
        return _("程序出错，编号 {number}，日志 {path} 写不进去；加 --debug 可看详细信息").format(
            number=number, path=path
        )
    return _("程序出错，编号 {number}，详情见 {path}").format(number=number, path=path)


def _log(path: Path, number: str, error: Exception) -> None:
    import sys
    import traceback
    from datetime import datetime

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"{number} {datetime.now().astimezone().isoformat()} Python {sys.version}\n")
        traceback.print_exception(error, file=log)

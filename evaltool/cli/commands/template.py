"""template: a form of one's own, to begin with and to be checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evaltool.cli.commands.arguments import JsonFlag
from evaltool.cli.errors import Misuse
from evaltool.cli.help import Command
from evaltool.cli.streams import answer, answer_json, leave
from evaltool.language import _


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    words = _("自有表格：生成带占位符的模板，列出全部占位符，检查模板")
    app.command("template", cls=Command, help=words)(template)


def template(
    start: Annotated[
        str, typer.Option("--from", metavar="FORM", help=_("以哪种表格为底生成模板，如 national"))
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.xlsx", help=_("写到哪个文件"))
    ] = None,
    names: Annotated[bool, typer.Option("--list", help=_("列出全部占位符"))] = False,
    check: Annotated[
        Path | None, typer.Option(metavar="FILE.xlsx", help=_("检查模板，指出写错的占位符及其单元格"))
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Write a template to begin with, list the placeholders, or check a template."""
    if sum((bool(start), names, check is not None)) != 1:
        raise Misuse(_("请写其中一项"), "--from | --list | --check")
    if names:
        _list(json=json)
    elif check is not None:
        _check(check, json=json)
    else:
        _begin(start, output, json=json)


def _begin(start: str, output: Path | None, *, json: bool) -> None:
    from evaltool.operations import own_forms

    known = own_forms.starting_points()
    if start not in known:
        raise Misuse(_("只能是 {known}").format(known=" | ".join(known)), "--from")
    if output is None or output.suffix.lower() != ".xlsx":
        raise Misuse(_("应为 .xlsx 文件"), "--output")
    own_forms.write_starting_point(start, output)
    if json:
        answer_json({"file": str(output), "form": start})
    else:
        answer(str(output))


def _list(*, json: bool) -> None:
    from evaltool.cli import print_out
    from evaltool.operations import own_forms

    known = own_forms.placeholders()
    if json:
        answer_json([one._asdict() for one in known])
    else:
        answer(*print_out.placeholders(known))


def _check(path: Path, *, json: bool) -> None:
    from evaltool.cli import payload, print_out
    from evaltool.operations import own_forms

    found = own_forms.check_template(path)
    if json:
        per = "project" if found.is_of_project else "department"
        answer_json({"file_per": per, "findings": [payload.finding(one) for one in found.findings]})
    else:
        answer(*print_out.template(found.findings, is_of_project=found.is_of_project))
    leave(found.findings)

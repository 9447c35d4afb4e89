"""import: documents read, looked at, and adopted into the workspace."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evaltool.cli.commands.arguments import JsonFlag, Year
from evaltool.cli.help import Command
from evaltool.cli.session import SESSION
from evaltool.cli.streams import UNUSABLE, answer, answer_json, leave, narrate
from evaltool.cli.waiting import asked, has_person, steps
from evaltool.language import _

if TYPE_CHECKING:
    from evaltool.operations import Adopted, Desk, Effect
    from scoring.findings import Finding
    from scoring.model import Reading

MOST_JOBS = 4
"""Where nobody says how many: each takes a core, and memory that an office computer may lack."""


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    short = _("读取绩效文本，显示疑点和变化，录入工作区")
    more = _("在终端中逐份询问是否录入；加 --yes 或者不在终端中时不询问，没有错误的录入，有错误的不录入。")
    app.command("import", cls=Command, help=f"{short}\n\n{more}", short_help=short)(import_)


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE|DIR", help=_("绩效文本；文件夹即其中的全部文档"))
    ],
    year: Year = None,
    yes: Annotated[bool, typer.Option("--yes", help=_("不询问，录入没有错误的"))] = False,
    with_errors: Annotated[bool, typer.Option("--with-errors", help=_("不询问时，有错误的也录入"))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("只读取和比较，不录入"))] = False,
    jobs: Annotated[
        int, typer.Option(min=1, max=64, metavar="N", help=_("同时读取几份"), show_default="CPU, ≤ 4")
    ] = min(MOST_JOBS, os.cpu_count() or 1),
    json: JsonFlag = False,
) -> None:
    """Read documents and adopt them; one that cannot be taken does not stop the others."""
    from evaltool import operations as ops

    paths, left_out = ops.documents_in(files)
    if left_out:
        narrate(_("略过 {count} 个不是文档的文件").format(count=left_out))
    if not paths:
        folders = _("、").join(map(str, files))
        narrate(_("{folders}：文件夹中没有文档").format(folders=folders))
        raise typer.Exit(UNUSABLE)
    found = list(steps(ops.read_all(paths, jobs, year), paths))
    asks = not (yes or dry_run or json) and has_person()
    with ExitStack() as stack:
        importing = _Import(stack, with_errors=with_errors, dry_run=dry_run, asks=asks, json=json)
        for path, one in found:
            if isinstance(one, ops.REFUSALS):
                importing.refuse(path, one)
            else:
                importing.take(path, one)
    if json:
        answer_json(importing.said)
    if any("error" in one for one in importing.said):
        raise typer.Exit(UNUSABLE)
    leave(importing.findings)


@dataclass(slots=True)
class _Import:
    """The documents of one command line, one after another, and what is said about them."""

    stack: ExitStack
    with_errors: bool
    dry_run: bool
    asks: bool
    json: bool
    said: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    desk: Desk | None = None
    """Opened where there is something to compare with or to keep, and made only for the latter."""

    def refuse(self, path: Path, refusal: Exception) -> None:
        """Say why a file gave nothing."""
        from evaltool import wording

        narrate(wording.fault(refusal))
        self.said.append({"file": str(path), "error": wording.fault(refusal)})

    def take(self, path: Path, found: Reading) -> None:
        """Adopt a reading where a person agrees, or nobody is asked and it has no error."""
        from evaltool import operations as ops
        from evaltool.cli import print_out
        from scoring.findings import Severity

        wrong = any(odd.severity is Severity.ERROR for odd in found.findings)
        if self.dry_run or (wrong and not (self.asks or self.with_errors)):
            self._tell(path, found, self._effect(found))
            if not self.dry_run:
                narrate(_("{file}：有错误，没有录入；核对后可加 --with-errors 录入").format(file=path.name))
            return
        if self.asks and not self._agreed(path, found):
            return
        try:
            self.desk = self.desk or self.stack.enter_context(SESSION.open())
            done = self.desk.adopt(found).result()
        except ops.WorkspaceError as refusal:
            self.refuse(path, refusal)
            return
        if self.asks:
            answer(print_out.kept(found))
        else:
            self._tell(path, found, done)

    def _agreed(self, path: Path, found: Reading) -> bool:
        """Whether a person who has seen what a document says and changes wants it."""
        self._tell(path, found, self._effect(found))
        agreed = asked(_("录入 {file}？").format(file=path.name))
        if not agreed:
            narrate(_("{file}：没有录入").format(file=path.name))
        return agreed

    def _effect(self, found: Reading) -> Effect:
        from evaltool import operations as ops

        if self.desk is None and (known := SESSION.look()):
            self.desk = self.stack.enter_context(known)
        return self.desk.effect(found) if self.desk else ops.first_effect(found)

    def _tell(self, path: Path, found: Reading, result: Adopted | Effect) -> None:
        from evaltool.cli import payload, print_out

        self.findings += found.findings
        self.said.append(payload.imported(str(path), found, result, dry_run=self.dry_run))
        if not self.json:
            answer(*print_out.imported(found, result), *print_out.findings(found.findings))

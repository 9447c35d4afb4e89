"""A table that already carries scores, scored again: read, checked, and written out with remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool import wording
from evaltool.language import _
from evaltool.operations.errors import Refused
from scoring.checks import as_grave
from scoring.findings import Finding
from scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from evaltool.documents.scored import Published
    from evaltool.reports.remarks.comment_parts import Remark
    from scoring.recheck import CheckedLine, Verdict


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A file scored again under a rulebook: its lines in the file's order, and what does not add up."""

    path: Path
    rulebook: Rulebook
    table: Published
    lines: tuple[CheckedLine, ...]
    findings: tuple[Finding, ...]

    def counted(self) -> dict[Verdict, int]:
        """How many lines have each verdict, in the order they are tried."""
        from scoring.recheck import Verdict

        return {verdict: sum(line.verdict is verdict for line in self.lines) for verdict in Verdict}


def recheck_file(path: Path, rulebook: Rulebook) -> Rechecked:
    """Score a published table again. Raises `Unreadable` where the file holds none."""
    # The workbench never needs these, and starts sooner without.
    from evaltool.documents.scored import read_published
    from scoring.recheck import recheck

    table = read_published(path)
    done = recheck([one.line for one in table.printed], rulebook)
    return Rechecked(path, rulebook, table, done.lines, as_grave((*table.findings, *done.findings), rulebook))


def write_remarks(done: Rechecked, output: Path) -> None:
    """Write a copy of the table with a comment at each score. Raises `Refused` where that cannot be done.

    A file that already stands there is left alone, unless it is this very copy.
    """
    from evaltool.documents.kinds import Kind, kind_of
    from evaltool.reports.remarks.annotated import annotated, plain_workbook
    from evaltool.sheets.whole import replacing

    try:
        data = done.path.read_bytes()
        workbook = data if kind_of(data) is Kind.XLSX else plain_workbook(done.table.rows)
        content = annotated(workbook, _remarks(done))
        if output.exists():
            if output.read_bytes() != content:
                raise Refused("write.exists", {"path": str(output)})
            return
        with replacing(output) as stream:
            stream.write(content)
    except ValueError as fault:
        raise Refused("write.failed", {"path": str(output), "why": str(fault)}) from None
    except OSError as fault:
        raise Refused.to_write(output, fault) from None


def _remarks(done: Rechecked) -> Iterator[Remark]:
    from evaltool.reports.remarks.comment_parts import Remark

    for one, line in zip(done.table.printed, done.lines, strict=True):
        sheet = one.line.source.sheet if one.line.source else ""
        yield Remark(sheet, one.row, one.column, remark(line, done.rulebook))


def remark(line: CheckedLine, rulebook: Rulebook) -> str:
    """What is to be said at a line's score: verdict, expected score, sentence, rule and working."""
    said = [wording.term(line.verdict), wording.say(line.said)]
    if line.expected is not None:
        said.insert(1, _("应得 {expected}").format(expected=wording.figure(line.expected)))
        said += [wording.say(step) for step in line.working]
    rule = _("规则：{rule}（{rulebook}）").format(rule=line.rule, rulebook=rulebook.id)
    return "\n".join([*said, rule])

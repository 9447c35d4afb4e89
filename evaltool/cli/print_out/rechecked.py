"""A table scored again, as a table: project by project, each line with its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from evaltool import wording
from evaltool.cli.width import table
from evaltool.language import _
from evaltool.operations import Rechecked
from scoring.recheck import CheckedLine


def rechecked(done: Rechecked) -> Iterator[str]:
    """The lines under the names of their documents and projects, then how many there are of each verdict."""
    rules = done.rulebook
    yield _("评分规则：{id} {title}（版本 {version}，内容摘要 {hash}）").format(
        id=rules.id, title=rules.title, version=rules.version, hash=rules.hash
    )
    header = [_("指标"), _("指标值"), _("实际完成值"), _("分值"), _("得分"), _("应得"), _("结论"), _("说明")]
    for names, group in groupby(done.lines, key=lambda line: (line.line.document, line.line.project)):
        yield ""
        yield " · ".join(name for name in names if name)
        yield table(header, [_row(line) for line in group], right=(3, 4, 5))
    yield ""
    counted = [
        _("{verdict} {count}").format(verdict=wording.term(verdict), count=count)
        for verdict, count in done.counted().items()
        if count
    ]
    yield _("共 {count} 行：{verdicts}").format(count=len(done.lines), verdicts=_("，").join(counted))


def _row(line: CheckedLine) -> list[str]:
    printed = line.line
    expected = "" if line.expected is None else wording.figure(line.expected)
    cells = [printed.indicator, printed.target, printed.actual, printed.weight, printed.score]
    return [*cells, expected, wording.term(line.verdict), wording.say(line.said)]

"""What was written: the paths as the answer, everything else as narration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from evaltool.cli.errors import sentence
from evaltool.cli.print_out.doubts import errors
from evaltool.language import _
from evaltool.operations.reporting import Became, Out


def written(out: Out) -> Iterator[str]:
    """The paths of the files that are there now, one a line."""
    return map(str, out.paths)


def unwritten(out: Out, *, with_findings: bool) -> Iterator[str]:
    """What was kept of before, what could not be written, what is doubtful, and how many files there are."""
    for one in out.placed:
        if one.kept is not None:
            words = _("{path} 原有的文件不是本程序写出的原样，已改名为 {kept} 保留")
            yield words.format(path=one.path, kept=one.kept.name)
    for error in out.refused:
        yield sentence(error)
    yield from _failed(out)
    if with_findings:
        for result in out.results:
            if found := result.doubts.open_errors:
                if len(out.results) > 1:
                    yield _("{name}：").format(name=result.of.name)
                yield from errors(found)
    if out.left or len(out.placed) > 1 or any(one.became is Became.UNCHANGED for one in out.placed):
        yield _counted(out)


def _failed(out: Out) -> Iterator[str]:
    """Each reason once, with the department where it is one's own."""
    said = [(one, sentence(error)) for one, error in out.failed]
    times = Counter(why for _one, why in said)
    for one, why in {why: (one, why) for one, why in said}.values():
        if len(out.results) == 1 or times[why] > 1:
            yield why
        else:
            yield _("{name}：{why}").format(name=one.name, why=why)


def _counted(out: Out) -> str:
    became = Counter(one.became for one in out.placed)
    facts = {
        "files": became[Became.WRITTEN] + became[Became.KEPT_OLD],
        "same": became[Became.UNCHANGED],
        "left": len(out.left),
    }
    if out.left:
        words = _("已停止：写出 {files} 个文件，未变 {same} 个，还有 {left} 个单位没有写完")
    else:
        words = _("写出 {files} 个文件，未变 {same} 个")
    return words.format(**facts)

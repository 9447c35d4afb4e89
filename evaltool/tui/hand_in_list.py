"""The one list of the screen for handing in: the check, the places to choose from, what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content
from textual.widgets.option_list import Option

from evaltool.language import _
from evaltool.operations.handing_in import Checked
from evaltool.tui import hand_in_words
from evaltool.tui.cells import cells, cut, pad

CHECK, ALL, PLACE = "check", "all", "place-"
WRITE, SEAL, TAKE_BACK, VERSIONS = "write", "seal", "take_back", "versions"
"""What Enter on a line is about; a place's is followed by its number in the list."""


def options(checked: Checked, chosen: frozenset[str], versions: int, room: int) -> Iterator[Option]:
    """The lines in `room` cells; `versions` is how many were handed in so far.

    Blank lines part them: OptionList's own rule is of a sign that is two cells wide in some terminals.
    """
    picked = checked.chosen(chosen)
    summary = Content(cut(hand_in_words.summary(picked), room))
    missing = Content.styled(cut(hand_in_words.missing(picked), room), "dim")
    yield Option(Content("\n").join([summary, missing, Content("")]), id=CHECK)
    yield Option(Content(cut(_("整个单位：全部选定，或全部不选"), room)), id=ALL)
    *lines, last = hand_in_words.lines(checked, chosen, room)
    for index, line in enumerate([*lines, f"{last}\n"]):
        yield Option(Content(line), id=f"{PLACE}{index}")
    acts = _acts(checked, chosen, versions)
    widest = max(cells(name) for name, _meaning in acts.values())
    for act, (name, meaning) in acts.items():
        said = cut(meaning, room - widest - 2)
        yield Option(Content.assemble((pad(name, widest), "bold"), f"  {said}"), id=act)


def _acts(checked: Checked, chosen: frozenset[str], versions: int) -> Mapping[str, tuple[str, str]]:
    """What can be done and what it means for what is chosen."""
    picked = checked.chosen(chosen)
    closed = sum(1 for one in picked if one.version)
    count = len(picked) - closed
    seal = _("留存第 {number} 版，锁定选定的 {count} 处").format(number=versions + 1, count=count)
    back = _("选定的已交内容 {count} 处解锁，须写明理由").format(count=closed)
    kept = _("已交的 {count} 版，与现在或另一版逐行比较").format(count=versions)
    return {
        WRITE: (_("F2 写自评表"), _("工作簿、报告、网页等，不锁定，可反复写")),
        SEAL: (_("F6 交表"), seal if count else _("选定的都已交表")),
        TAKE_BACK: (_("F8 退回修改"), back if closed else _("选定的都没有交表")),
        VERSIONS: (_("F3 各版本"), kept),
    }

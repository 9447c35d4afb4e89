"""rules use: which rulebook is in force in the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evaltool.cli.commands.arguments import Code, JsonFlag, Year
from evaltool.cli.session import SESSION
from evaltool.cli.streams import answer, answer_json
from evaltool.language import _

if TYPE_CHECKING:
    from evaltool.operations import Desk, KeptRulebook, Saved, Summary
    from scoring.rulebook import Rulebook


def use(
    rulebook: Annotated[str, typer.Argument(metavar="ID|FILE")],
    department: Code = "",
    year: Year = None,
    json: JsonFlag = False,
) -> None:
    """Put a rulebook in force for a department's year; it is kept by its content."""
    rules = SESSION.rulebook(rulebook)
    with SESSION.open(must_exist=True) as desk:
        meant = desk.choose(department, year)
        before = _in_force(desk, meant)
        others = desk.other_contents(rules)
        saved = desk.use_rulebook(meant.code, meant.year, rules).result()
        after = desk.rulebook(meant.code, meant.year)
    if json:
        answer_json(_payload(meant, before, after, saved, others))
    else:
        answer(_said(meant, before, after, saved, others))


def _in_force(desk: Desk, meant: Summary) -> Rulebook | None:
    """The rulebook before; None where it was chosen by a file that is gone or has become unreadable."""
    from scoring.rulebook import RulebookError

    try:
        return desk.rulebook(meant.code, meant.year)
    except RulebookError:
        return None


def _payload(
    meant: Summary,
    before: Rulebook | None,
    after: Rulebook,
    saved: Saved,
    others: Sequence[KeptRulebook],
) -> dict[str, Any]:
    from evaltool.cli import payload

    return {
        "department": {"code": meant.code, "name": meant.name, "year": meant.year},
        "before": payload.rulebook_head(before) if before else None,
        "after": payload.rulebook_head(after),
        "change": saved.change_id,
        "same_version": [one.hash for one in others],
    }


def _said(
    meant: Summary,
    before: Rulebook | None,
    after: Rulebook,
    saved: Saved,
    others: Sequence[KeptRulebook],
) -> str:
    facts = {"name": meant.name, "year": meant.year, "after": _named(after)}
    if saved.change_id is None:
        return _("{name}（{year}）：评分规则仍是 {after}，没有变化").format(**facts)
    old = _named(before) if before else _("原有规则（已无法读取）")
    said = _("{name}（{year}）：评分规则 {before} → {after}").format(**facts, before=old)
    if not others:
        return said
    known = _("注意：工作区中已有编号版本相同、内容不同的评分规则：{known}").format(
        known=_("、").join(map(_named, others))
    )
    return f"{said}\n{known}"


def _named(rules: Rulebook | KeptRulebook) -> str:
    facts = {"title": rules.title, "id": rules.id, "version": rules.version, "hash": rules.hash}
    return _("{title}（{id} {version} {hash}）").format(**facts)

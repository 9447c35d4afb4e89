"""A rulebook, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from evaltool import wording
from evaltool.language import _
from scoring.rulebook import Rulebook


def rulebook(rules: Rulebook) -> Iterator[str]:
    """Every clause with its value, citation, evidence and note."""
    yield f"{rules.id}  {rules.title}"
    yield _("版本 {version}，内容摘要 {hash}").format(version=rules.version, hash=rules.hash)
    for clause in rules.clauses():
        said = wording.term(clause.text)
        evidence = _("、").join(wording.term(tag) for tag in clause.evidence)
        yield ""
        yield f"{clause.key} = {clause.text}" + (f"  {said}" if said != clause.text else "")
        yield f"  {clause.cite}" + (f" [{evidence}]" if evidence else "")
        if clause.note:
            yield f"  {clause.note}"

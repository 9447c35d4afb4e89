"""Which rulebook a person means where a workspace may have kept some, and which ones there are to be named.

Every function is handed a `Look`: it is called only where the answer needs the workspace, because opening
one takes a third of a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from evaltool.operations.desk import Desk
from evaltool.operations.errors import Refused
from evaltool.operations.kept_rulebooks import readable, rulebook_of
from evaltool.operations.rulebooks import is_file_name, rulebook_named, rulebooks
from evaltool.workspace.values import DepartmentId, KeptRulebook
from scoring.rulebook import DEFAULT, Problem, Rulebook, RulebookError, load, shipped
from scoring.rulebook.problems import nearest

Look = Callable[[], Desk | None]
"""Opens the workspace meant, only to be read; None where there is none."""


@dataclass(frozen=True, slots=True)
class KnownRulebook:
    """A rulebook in a list. `parent` is the id that it extends, empty where it extends none.

    `kept`: its content is the workspace's, not one that comes along. `in_force` names the departments and
    years that it scores.
    """

    id: str
    version: str
    title: str
    hash: str
    parent: str
    kept: bool
    in_force: tuple[DepartmentId, ...]


def rulebook_meant(name: str, look: Look) -> Rulebook:
    """A rulebook by its file, by the id of one that comes along, or by the id or hash of a kept one.

    `id@hash` tells kept ones of one id apart. Raises `Refused` "rulebook.several" where an id was kept with
    several contents, `RulebookError` where there is none of that name or it cannot be used.
    """
    if not name or is_file_name(name) or name in shipped():
        return rulebook_named(name)
    kept = _kept(look)
    fitting = [one for one in kept if name in (one.id, one.hash, full_name(one))]
    if len(fitting) == 1:
        return rulebook_of(fitting[0])
    if fitting:
        several = " | ".join(map(full_name, fitting))
        raise Refused("rulebook.several", {"id": name, "count": str(len(fitting)), "several": several})
    known = dict.fromkeys((*shipped(), *(one.id for one in kept)))
    raise RulebookError((Problem("rulebook.unknown", name, facts={"nearest": nearest(name, tuple(known))}),))


def can_be_extended(name: str, look: Look) -> None:
    """Raises `Refused` "rulebook.only_kept" for what a workspace keeps: a file can name no content of one.

    And what `rulebook_meant` raises where there is none of that name at all.
    """
    if name and not is_file_name(name) and name not in shipped():
        rulebook_meant(name, look)
        raise Refused("rulebook.only_kept", {"id": name})


def full_name(rulebook: KeptRulebook) -> str:
    """The name that means this content and no other."""
    return f"{rulebook.id}@{rulebook.hash}"


def rulebook_in_force(look: Look) -> Rulebook:
    """The rulebook that scores the workspace's one department; the default where there is not exactly one."""
    desk = look()
    if desk is None:
        return load()
    with desk:
        departments = tuple(desk.chosen_rulebooks())
        return desk.rulebook(*departments[0]) if len(departments) == 1 else load()


def known_rulebooks(look: Look) -> tuple[KnownRulebook, ...]:
    """The rulebooks that come along, then those that only the workspace has, by id."""
    desk = look()
    if desk is None:
        return _listed((), {})
    with desk:
        return _listed(desk.kept_rulebooks(), desk.chosen_rulebooks())


def _kept(look: Look) -> tuple[KeptRulebook, ...]:
    desk = look()
    if desk is None:
        return ()
    with desk:
        return desk.kept_rulebooks()


def _listed(kept: Sequence[KeptRulebook], chosen: Mapping[DepartmentId, str]) -> tuple[KnownRulebook, ...]:
    ours = rulebooks()
    hashes = {one.id: one.hash for one in ours} | {one.hash: one.hash for one in kept}
    in_force: dict[str, list[DepartmentId]] = {}
    for department, name in chosen.items():
        in_force.setdefault(hashes.get(name or DEFAULT, ""), []).append(department)

    def known(one: Rulebook | KeptRulebook) -> KnownRulebook:
        parent, scored = _parent(one), tuple(in_force.get(one.hash, ()))
        is_kept = isinstance(one, KeptRulebook)
        return KnownRulebook(one.id, one.version, one.title, one.hash, parent, is_kept, scored)

    shipped_hashes = {one.hash for one in ours}
    return (*map(known, ours), *(known(one) for one in kept if one.hash not in shipped_hashes))


def _parent(one: Rulebook | KeptRulebook) -> str:
    rulebook = one if isinstance(one, Rulebook) else readable(one)
    return "".join(rulebook.extends[:1]) if rulebook else ""

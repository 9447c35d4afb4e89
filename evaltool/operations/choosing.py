"""Which departments of a workspace are meant, by code or name and year."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.language import _
from evaltool.operations.errors import Refused
from evaltool.workspace.values import Summary


def the_one(known: Sequence[Summary], code: str, year: int | None) -> Summary:
    """The one department meant. Raises `Refused` where not exactly one fits."""
    fitting = [one for one in known if _fits(one, code, year)]
    if len(fitting) > 1:
        raise Refused("choose.many", _choice(known, code, year))
    if not fitting:
        raise _unknown(known, code, year)
    return fitting[0]


def all_meant(known: Sequence[Summary], codes: Sequence[str], year: int | None) -> tuple[Summary, ...]:
    """The departments meant, all where none is named. Raises `Refused` for one that is not there."""
    for code in codes or [""]:
        if not any(_fits(one, code, year) for one in known):
            raise _unknown(known, code, year)
    return tuple(one for one in known if any(_fits(one, code, year) for code in codes or [""]))


def _fits(one: Summary, code: str, year: int | None) -> bool:
    return code in ("", one.code, one.name) and year in (None, one.year)


def _choice(known: Sequence[Summary], code: str, year: int | None) -> dict[str, str]:
    return {"known": _named(known), "wanted": f"{code} {year or ''}".strip()}


def _unknown(known: Sequence[Summary], code: str, year: int | None) -> Refused:
    return Refused("choose.unknown" if known else "choose.none", _choice(known, code, year))


def _named(known: Sequence[Summary]) -> str:
    from evaltool.wording import titled

    words = _("{department}（{year}）")
    return _("、").join(
        words.format(department=titled(one.code, one.name), year=one.year or "?") for one in known
    )

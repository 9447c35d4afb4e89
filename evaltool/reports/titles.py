"""What stands at the head and foot of a report: whose it is, of which year, by which rulebook."""

from __future__ import annotations

from typing import Protocol

from evaltool.language import _
from evaltool.sheets.safe import foot_text
from scoring.rulebook import Rulebook
from scoring.scores import DepartmentScore


class Named(Protocol):
    """What names a rulebook on a print: the rulebook itself, or what is kept of it."""

    @property
    def id(self) -> str:
        """Its short name."""

    @property
    def title(self) -> str:
        """Its name in words."""

    @property
    def version(self) -> str:
        """Its version."""

    @property
    def hash(self) -> str:
        """The hash of its content."""


def department(score: DepartmentScore) -> str:
    """The department with its code, and the year."""
    return coded(score.name, score.code) + year(score.year)


def coded(name: str, code: str) -> str:
    """A name with its code behind it, where it has one of its own."""
    return _("{name}（{code}）").format(name=name, code=code) if code not in ("", name) else name


def own_code(code: str, name: str) -> str:
    """The code; empty where it has none of its own and is known by its name."""
    return "" if code == name else code


def year(figure: int | None) -> str:
    """The year in brackets, room to write it where it is not known."""
    return _("（{year}年度）").format(year=figure or "    ")


def rulebook(rules: Named) -> str:
    """The rulebook's name, version and content, so that two prints can be told apart."""
    return _("评分规则：{title}（{id}，版本 {version}，内容校验 {hash}）").format(
        title=rules.title, id=rules.id, version=rules.version, hash=rules.hash
    )


def standing(rules: Rulebook) -> str:
    """Which rulebooks this one rests on, and on which days it is in force; empty where it says neither."""
    said = []
    if rules.extends:
        said.append(_("以 {parents} 为底").format(parents=_("、").join(rules.extends)))
    if rules.effective.start:
        said.append(_("自 {day} 起施行").format(day=rules.effective.start.isoformat()))
    if rules.effective.end:
        said.append(_("至 {day} 止").format(day=rules.effective.end.isoformat()))
    return _("；").join(said)


def mark(rules: Named) -> str:
    """The rulebook for the foot of every printed page, in short: id, version and content."""
    return f"{foot_text(rules.id)} · {foot_text(rules.version)} · {rules.hash}"

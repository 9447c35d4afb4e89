"""The catalogue of findings: every code there is, with what a page about the checks says of it.

One line for each code: its usual severity, the facts that come with it, and where the check comes from. The
sentences live in `evaltool.wording`; a rulebook may give a code another severity.
"""

from collections.abc import Mapping
from types import MappingProxyType

from scoring.catalogue.codes import GROUPS
from scoring.catalogue.kinds import Kind, Origin, Severity

__all__ = ["CATALOGUE", "KINDS", "Kind", "Origin", "Severity"]

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        code: Kind(group, severity, tuple(facts.split()), origin)
        for group, lines in GROUPS.items()
        for code, (severity, facts, origin) in lines.items()
    }
)
"""Every code and what there is to know of it, group by group."""

CATALOGUE: Mapping[str, Severity] = MappingProxyType({code: kind.severity for code, kind in KINDS.items()})
"""Every code with its usual severity."""

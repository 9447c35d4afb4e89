"""How far a run is while it writes, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from evaltool.operations.reporting.making import Doubts
from evaltool.operations.reporting.placing import Placed
from evaltool.workspace.values import Summary


@dataclass(frozen=True, slots=True)
class Step:
    """How far writing is: `done` of `total` sheets or departments, and which department is written.

    `number` counts the departments from 1; at the end there is no name.
    """

    done: int
    total: int
    name: str
    number: int = 1


@dataclass(slots=True)
class Result:
    """What became of a department: the files that are there, what could not be written, what is doubtful."""

    of: Summary
    placed: list[Placed] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    doubts: Doubts = Doubts()


@dataclass(frozen=True, slots=True)
class Out:
    """What came of a run. `left` are the departments that somebody who stopped it did not wait for.

    `shared` are the files about all departments, `refused` what could not be done for any of them.
    """

    results: tuple[Result, ...] = ()
    left: tuple[Summary, ...] = ()
    shared: list[Placed] = field(default_factory=list)
    refused: list[Exception] = field(default_factory=list)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All files that are there now."""
        return *(one for result in self.results for one in result.placed), *self.shared

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where they are."""
        return tuple(one.path for one in self.placed)

    @property
    def failed(self) -> tuple[tuple[Summary, Exception], ...]:
        """The departments of which something could not be written, each with why."""
        return tuple((result.of, error) for result in self.results for error in result.failed)

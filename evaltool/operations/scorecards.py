"""Scorecards of several departments, one after the other: a person sees how far it is and can stop it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool.operations.errors import REFUSALS
from evaltool.workspace.values import Summary

if TYPE_CHECKING:
    from evaltool.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Step:
    """How far writing is: `done` of `total` sheets, and the department that is being written."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Out:
    """What was written. `failed` are the departments that could not be, and why; `left` were not written."""

    paths: tuple[Path, ...]
    failed: tuple[tuple[Summary, Exception], ...]
    left: tuple[Summary, ...]


class _Stopped(Exception):  # noqa: N818 - a wish, not a fault
    """Somebody no longer wants the rest."""


def write_all(
    desk: Desk,
    departments: Sequence[Summary],
    folder: Path,
    made_on: date,
    told: Callable[[Step], object],
    is_stopped: Callable[[], bool],
) -> Out:
    """Write the workbooks of `departments` into `folder`, telling of each sheet before it is made.

    Once `is_stopped`, what was being made is given up: a file is there whole or not at all.
    """
    total = sum(_sheets(one) for one in departments)
    paths: list[Path] = []
    failed: list[tuple[Summary, Exception]] = []
    done = 0
    for index, one in enumerate(departments):
        begun = done

        def step(sheet: int, begun: int = begun, name: str = one.name) -> None:
            if is_stopped():
                raise _Stopped
            told(Step(begun + sheet, total, name))

        try:
            paths.append(desk.write_scorecards(one.code, one.year, folder, made_on, step))
        except _Stopped:
            return Out(tuple(paths), tuple(failed), tuple(departments[index:]))
        except REFUSALS as error:
            failed.append((one, error))
        done += _sheets(one)
    told(Step(total, total, ""))
    return Out(tuple(paths), tuple(failed), ())


def _sheets(one: Summary) -> int:
    """A department's own sheet, its projects', and what the scores rest on."""
    return len(one.projects) + 2

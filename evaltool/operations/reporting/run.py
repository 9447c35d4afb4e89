"""One run over departments: each is made, here or in another process, and its files are put away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool.operations.errors import Refused
from evaltool.operations.reporting import summary
from evaltool.operations.reporting.apart import Task, make_apart
from evaltool.operations.reporting.contents import Content, Order, length
from evaltool.operations.reporting.making import Doubts, Part, doubts_of, files, part_of
from evaltool.operations.reporting.outcome import Out, Result, Step
from evaltool.operations.reporting.placing import Placed, place
from evaltool.workspace.values import DepartmentId, Summary

if TYPE_CHECKING:
    from evaltool.reports import Scorecard


class _Stopped(BaseException):
    """Somebody no longer wants the rest: a wish and no fault, which nothing on its way may take for one."""


@dataclass(slots=True)
class Run:
    """What is wanted, where it goes, who is told; and what has come of it so far."""

    departments: Sequence[Summary]
    folder: Path
    order: Order
    told: Callable[[Step], object]
    is_stopped: Callable[[], bool]
    results: list[Result] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    left: Sequence[Summary] = ()

    def here(self, names: Mapping[DepartmentId, str], card_of: Callable[[Summary], Scorecard]) -> None:
        """Make one department after the other in this process; sheets and files are counted."""
        lengths = [length(self.order, len(one.projects)) for one in self.departments]
        done, total = 0, sum(lengths)
        for number, (one, parts) in enumerate(zip(self.departments, lengths, strict=True)):

            def step(part: int, begun: int = done, name: str = one.name, at: int = number + 1) -> None:
                if self.is_stopped():
                    raise _Stopped
                self.told(Step(begun + part, total, name, at))

            try:
                self._make(one, names[one.code, one.year], card_of, step)
            except _Stopped:
                self.left = self.departments[number:]
                return
            done += parts
        self.told(Step(total, total, ""))

    def apart(self, tasks: Sequence[Task], jobs: int) -> None:
        """Make several departments at the same time in processes of their own; departments are counted."""
        total = len(self.departments)
        self.told(Step(0, total, self.departments[0].name))
        with closing(make_apart(tasks, jobs, self.is_stopped)) as all_made:
            for number, made in enumerate(all_made, 1):
                result = self._begun(self.departments[number - 1])
                if isinstance(made, Exception):
                    result.failed.append(made)
                else:
                    self._keep(result, made.doubts, made.part)
                    for content in made.contents:
                        self._place(content, result.placed, result.failed)
                following = self.departments[number].name if number < total else ""
                self.told(Step(number, total, following, number + 1))
        self.left = self.departments[len(self.results) :]

    def out(self, refused: Sequence[Exception]) -> Out:
        """What came of it. A summary is written at the end, where nobody stopped the run."""
        out = Out(tuple(self.results), tuple(self.left), refused=list(refused))
        if self.parts and not self.left:
            for content in summary.contents(self.departments, self.parts, self.order):
                self._place(content, out.shared, out.refused)
        return out

    def _make(
        self, one: Summary, whose: str, card_of: Callable[[Summary], Scorecard], step: Callable[[int], None]
    ) -> None:
        result = self._begun(one)
        try:
            card = card_of(one)
            is_alone = len(self.departments) == 1
            self._keep(result, doubts_of(card, is_alone=is_alone), part_of(card, self.order))
            for content in files(card, whose, self.order, step):
                self._place(content, result.placed, result.failed)
        except Exception as fault:  # noqa: BLE001 - also a fault of ours does not stop the other departments
            result.failed.append(fault)

    def _begun(self, one: Summary) -> Result:
        self.results.append(Result(one))
        return self.results[-1]

    def _keep(self, result: Result, doubts: Doubts, part: Part | None) -> None:
        result.doubts = doubts
        if part is not None:
            self.parts.append(part)

    def _place(self, content: Content, placed: list[Placed], failed: list[Exception]) -> None:
        if isinstance(content.data, Exception):
            failed.append(content.data)
            return
        try:
            placed.append(place(self.folder / content.name, content.data))
        except Refused as why:
            failed.append(why)

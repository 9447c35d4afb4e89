"""Saves beside the screen: in order, never dropped, and never lost in silence."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from pathlib import Path
from threading import Event, get_ident

import pytest
from workspace_samples import CODE, IN_TIME, MEETINGS, RULEBOOK, YEAR, Holder, at, opened, percent

from evaltool.workspace import Edit, Saved, Workspace, WorkspaceError

FIVE = [percent(figure) for figure in (91, 92, 93, 94, 95)]
EDITS = [Edit(at(IN_TIME), old, new) for old, new in zip([None, *FIVE], FIVE, strict=False)]
"""Five edits of one field as a window queues them: each expects what the one before it writes."""


def submit(workspace: Workspace, edit: Edit) -> Future[Saved]:
    return workspace.writer.submit(workspace.save, CODE, YEAR, [edit])


def kept(workspace: Workspace) -> str:
    outcome = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators.get(IN_TIME.key)
    return outcome.actual.text if outcome and outcome.actual else ""


@contextmanager
def busy(workspace: Workspace) -> Iterator[None]:
    """The writer is at something else as long as this lasts."""
    done = Event()
    workspace.writer.submit(done.wait)
    try:
        yield
    finally:
        done.set()


def test_calls_run_one_after_the_other_in_one_other_thread(workspace: Workspace) -> None:
    seen: list[tuple[int, int]] = []

    def look(number: int) -> None:
        seen.append((number, get_ident()))

    wait([workspace.writer.submit(look, number) for number in range(50)])
    assert [number for number, _ in seen] == list(range(50))
    assert len({thread for _, thread in seen}) == 1
    assert seen[0][1] != get_ident()


def test_five_saves_of_one_field_behind_a_held_lock_are_all_kept_in_order(
    workspace: Workspace, path: Path, held: Holder
) -> None:
    with held(path) as release:
        promises = [submit(workspace, edit) for edit in EDITS]
        assert not any(promise.done() for promise in promises)
        release()
        saved = [promise.result() for promise in promises]
    assert kept(workspace) == "95%"
    assert [item.new for save in saved for item in save.items] == FIVE
    assert [change.items[0].new for change in reversed(workspace.journal(5))] == FIVE


@pytest.mark.parametrize("failing", [1, 2, 4])
def test_where_the_lock_outlasts_the_first_saves_they_say_so_and_the_last_one_still_wins(
    workspace: Workspace, path: Path, held: Holder, failing: int
) -> None:
    workspace.close()
    with opened(path, patience=0.05) as waiting, held(path) as release:
        lost = [submit(waiting, edit) for edit in EDITS[:failing]]
        with busy(waiting):
            rest = [submit(waiting, edit) for edit in EDITS[failing:]]
            said = [promise.exception() for promise in lost]
            release()
        saved = [promise.result() for promise in rest]
        assert [error.code for error in said if isinstance(error, WorkspaceError)] == [
            "workspace.locked"
        ] * failing
        assert kept(waiting) == "95%"
        assert saved[0].items[0].old is None
        assert len(waiting.journal()) == 1 + len(rest)


def test_a_save_that_failed_does_not_hide_what_another_window_wrote(
    workspace: Workspace, path: Path, held: Holder
) -> None:
    with opened(path, patience=0.05) as waiting:
        with held(path), pytest.raises(WorkspaceError):
            waiting.save(CODE, YEAR, [EDITS[0]])
        workspace.save(CODE, YEAR, [Edit(at(IN_TIME), None, percent(50))])
        with pytest.raises(WorkspaceError) as refused:
            waiting.save(CODE, YEAR, [EDITS[1]])
    assert refused.value.code == "workspace.conflict"
    assert kept(workspace) == "50%"


def test_a_save_that_failed_is_forgotten_once_another_one_is_kept(
    workspace: Workspace, path: Path, held: Holder
) -> None:
    with opened(path, patience=0.05) as waiting:
        with held(path), pytest.raises(WorkspaceError):
            waiting.save(CODE, YEAR, [EDITS[0]])
        waiting.save(CODE, YEAR, [Edit(at(IN_TIME), None, FIVE[1])])
        workspace.save(CODE, YEAR, [Edit(at(IN_TIME), FIVE[1], FIVE[0])])
        workspace.save(CODE, YEAR, [Edit(at(IN_TIME), FIVE[0], None)])
        with pytest.raises(WorkspaceError) as refused:
            waiting.save(CODE, YEAR, [Edit(at(IN_TIME), FIVE[0], FIVE[4])])
    assert refused.value.code == "workspace.conflict"


def test_a_failed_save_leaves_the_next_ones_alone(workspace: Workspace) -> None:
    refused = submit(workspace, Edit(at(IN_TIME), percent(1), percent(2)))
    taken = submit(workspace, Edit(at(MEETINGS), None, percent(3)))
    assert isinstance(refused.exception(), WorkspaceError)
    assert taken.result().change_id == 2


def test_a_queued_save_cannot_be_cancelled(workspace: Workspace) -> None:
    with busy(workspace):
        queued = submit(workspace, EDITS[0])
        assert not queued.cancel()
    assert queued.result().change_id == 2


async def test_a_cancelled_task_of_the_screen_does_not_take_its_save_with_it(workspace: Workspace) -> None:
    with busy(workspace):
        queued = submit(workspace, EDITS[0])
        task = asyncio.ensure_future(asyncio.wrap_future(queued))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert (await asyncio.to_thread(queued.result)).change_id == 2
    assert kept(workspace) == "91%"


def test_leaving_waits_for_what_is_queued(workspace: Workspace, path: Path) -> None:
    promises = [submit(workspace, edit) for edit in EDITS]
    workspace.close()
    assert all(promise.done() for promise in promises)
    with opened(path) as again:
        assert kept(again) == "95%"


def test_leaving_while_the_file_is_held_says_of_each_save_that_it_is_not_kept(
    workspace: Workspace, path: Path, held: Holder
) -> None:
    workspace.close()
    leaving = opened(path, patience=0.05)
    with held(path):
        promises = [submit(leaving, edit) for edit in EDITS]
        leaving.close()
        errors = [promise.exception(timeout=0) for promise in promises]
    assert [error.code for error in errors if isinstance(error, WorkspaceError)] == ["workspace.locked"] * 5


def test_leaving_waits_for_a_held_file_only_once(workspace: Workspace) -> None:
    tries: list[int] = []

    def wait_in_vain(number: int) -> None:
        tries.append(number)
        raise WorkspaceError("workspace.locked", {"path": str(workspace.path)})

    with busy(workspace):
        promises = [workspace.writer.submit(wait_in_vain, number) for number in range(5)]
        workspace.writer._leaving = True  # what `close` says first, before it waits for these
    assert all(isinstance(promise.exception(), WorkspaceError) for promise in promises)
    assert tries == [0]


def test_nothing_is_queued_after_leaving(workspace: Workspace) -> None:
    workspace.close()
    refused = submit(workspace, EDITS[0]).exception()
    assert isinstance(refused, WorkspaceError)
    assert refused.code == "workspace.closed"


def test_what_is_read_beside_the_writer_is_never_half_a_save(workspace: Workspace) -> None:
    def both(old: int | None, new: int) -> list[Edit]:
        values = (percent(old) if old is not None else None, percent(new))
        return [Edit(at(each), *values) for each in (MEETINGS, IN_TIME)]

    first = workspace.writer.submit(workspace.save, CODE, YEAR, both(None, 0))
    rest = [workspace.writer.submit(workspace.save, CODE, YEAR, both(n, n + 1)) for n in range(60)]
    first.result()
    while not rest[-1].done():
        outcomes = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators
        assert outcomes[MEETINGS.key] == outcomes[IN_TIME.key]
    assert rest[-1].result().items[0].new == percent(60)

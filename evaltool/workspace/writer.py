"""Saving beside the screen: one thread, first in, first out, and nothing that was queued is ever dropped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from evaltool.workspace.errors import WorkspaceError

P = ParamSpec("P")
T = TypeVar("T")


class Writer:
    """Runs calls of a workspace one after the other in a thread of its own.

    What it gives back cannot be cancelled: a worker of a front that is cancelled would take its save with it.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="workspace-writer")
        self._leaving = False
        self._stuck: WorkspaceError | None = None

    def submit(self, call: Callable[P, T], /, *args: P.args, **named: P.kwargs) -> Future[T]:
        """Queue a call and promise its result; after `close` the promise fails with "workspace.closed"."""
        promise: Future[T] = Future()
        promise.set_running_or_notify_cancel()
        try:
            self._pool.submit(self._run, promise, partial(call, *args, **named))
        except RuntimeError:
            promise.set_exception(WorkspaceError("workspace.closed"))
        return promise

    def close(self) -> None:
        """Wait until everything queued is done or has failed.

        While leaving, one wait for a file that another process holds is enough: the rest fails alike.
        """
        self._leaving = True
        self._pool.shutdown()

    def _run(self, promise: Future[T], call: Callable[[], T]) -> None:
        if self._stuck is not None:
            promise.set_exception(self._stuck)
            return
        try:
            promise.set_result(call())
        except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to whoever waits
            promise.set_exception(error)
            if self._leaving and isinstance(error, WorkspaceError) and error.code == "workspace.locked":
                self._stuck = error

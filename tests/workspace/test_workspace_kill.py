"""`kill -9` in the middle of saving: whatever was said to be kept is there, and the file is sound."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from workspace_samples import CODE, IN_TIME, RULEBOOK, YEAR, opened

from evaltool.workspace import Workspace

KILLS = 200


@pytest.fixture
def nursery(workspace: Workspace, path: Path) -> Iterator[subprocess.Popen[str]]:
    workspace.close()
    command = [sys.executable, str(Path(__file__).with_name("workspace_saving_child.py")), str(path)]
    settings = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, env=settings, **pipes) as nursery:  # type: ignore[call-overload]
        yield nursery
        nursery.stdin.close()


def kill_one(orders: IO[str], news: IO[str], after: int, spin: int) -> dict[int, str]:
    """Have a child save, kill it after so many saves and a little more, and give all that it said is kept."""
    orders.write("\n")
    orders.flush()
    kept: dict[int, str] = {}
    child = 0
    for line in news:
        word, *rest = line.split()
        if word == "dead":
            break
        if word == "child":
            child = int(rest[0])
        else:
            kept[int(rest[0])] = rest[1]
        if child and len(kept) >= after:
            for _ in range(spin):
                pass
            os.kill(child, signal.SIGKILL)
            after = sys.maxsize
    return kept


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child for each kill has to be cheap: it is a fork")
def test_two_hundred_kills_lose_nothing_that_was_said_to_be_kept(
    nursery: subprocess.Popen[str], path: Path
) -> None:
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    said: dict[int, str] = {}
    interrupted = 0
    for number in range(KILLS):
        said |= kill_one(nursery.stdin, nursery.stdout, number % 4, number * 9973 % 600_000)
        # A journal left beside the file is a save that was cut in two; who opens the file next takes it back.
        interrupted += path.with_name(path.name + "-journal").exists()
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        newest = connection.execute("SELECT max(id) FROM change").fetchone()[0]
        last = connection.execute("SELECT new_typed FROM change_item ORDER BY id DESC").fetchone()[0]
        now = connection.execute("SELECT typed FROM record").fetchone()
        connection.close()
        assert newest >= max(said, default=1)
        assert (now or ("",))[0] == last
    assert interrupted > 0
    with opened(path) as workspace:
        journal = {change.id: change.items[0].new_typed for change in workspace.journal(newest)}
        actual = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[IN_TIME.key].actual
        assert workspace.verify() is None
    assert {change: journal[change] for change in said} == said
    assert actual is not None
    assert actual.text == journal[newest]

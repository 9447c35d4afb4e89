"""Saves without end, in a fork for each line it reads, and says what is kept. Meant to be killed."""

from __future__ import annotations

import os
import sys

from workspace_samples import CODE, IN_TIME, YEAR, at, opened, percent

from evaltool.workspace import ANY, Edit


def save_until_killed(path: str) -> None:
    with opened(path) as workspace:
        figure = 0
        while True:
            figure += 1
            saved = workspace.save(
                CODE, YEAR, [Edit(at(IN_TIME), ANY, percent(os.getpid() * 10_000 + figure))]
            )
            os.write(1, f"kept {saved.change_id} {saved.items[0].new.text}\n".encode())  # type: ignore[union-attr]


for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        save_until_killed(sys.argv[1])
    os.write(1, f"child {child}\n".encode())
    os.waitpid(child, 0)
    os.write(1, b"dead\n")

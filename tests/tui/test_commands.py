"""One table of commands: whatever shows or binds a key agrees with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.binding import BindingsMap
from textual.widgets import Tree
from tui_bench import Start

from evaltool.tui import key_table_markdown
from evaltool.tui.app import Workbench
from evaltool.tui.commands import COMMANDS, Command, Where, bar, bindings, first_key, keys_of
from evaltool.tui.commands.kinds import APART
from evaltool.tui.screens.work import WorkScreen
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.entering import ORDERS, Go

EVERYWHERE = [one for one in COMMANDS if one.where is Where.ANYWHERE]


@pytest.mark.parametrize("command", EVERYWHERE, ids=lambda command: command.id)
def test_every_command_for_everywhere_has_an_action_on_the_working_screen(command: Command):
    assert hasattr(WorkScreen, f"action_{command.id}")


def test_the_working_screen_binds_the_keys_of_the_table():
    bound = {(key, binding.action) for key, binding in BindingsMap(bindings(Where.ANYWHERE))}
    assert bound == {(key, one.id) for one in EVERYWHERE for key in one.keys}


def test_the_edit_bar_knows_every_command_of_the_table_and_no_other():
    ids = {one.id for one in COMMANDS if one.where is Where.TABLE}
    assert {go.value for go in Go} - {Go.STAY.value} == ids
    assert set(ORDERS.values()) == {one.id for one in EVERYWHERE if one.keys}


def test_the_tree_binds_the_keys_that_the_table_says():
    keys = {key for key, _binding in BindingsMap([*Tree.BINDINGS, *DepartmentTree.BINDINGS])}
    assert {key for one in COMMANDS if one.where is Where.TREE for key in one.keys} <= keys


def test_no_command_needs_a_letter_that_an_input_method_would_swallow():
    assert [key for one in COMMANDS for key in one.keys if len(key) == 1] == []


def test_no_key_means_two_things_in_one_place():
    for where in Where:
        beside = Where.TABLE if where in APART else Where.ANYWHERE
        reachable = [one for one in COMMANDS if one.where in (where, beside)]
        keys = [key for one in reachable for key in one.keys]
        assert len(keys) == len(set(keys))


def test_the_key_table_names_every_command():
    table = key_table_markdown()
    assert table.count("\n") == len(COMMANDS) + 1
    for command in COMMANDS:
        assert f"| {keys_of(command)} | {command.name} |" in table


async def test_palette_and_help_offer_every_command(known: Path, start: Start):
    async with start(known, (120, 110)) as bench:
        await bench.press("f1")
        assert _missing(COMMANDS, bench.screen) == []
        await bench.press("escape", "ctrl+p")
        assert _missing((one for one in COMMANDS if one.listed), bench.screen) == []


async def test_the_key_bar_follows_the_cursor(known: Path, start: Start):
    async with start(known, (360, 30)) as bench:
        for where, keys in ((Where.TREE, ()), (Where.TABLE, ("enter",))):
            await bench.press(*keys)
            shown = bench.lines[-1]
            assert [one.id for one in bar(where) if f"{first_key(one)} {one.name}" not in shown] == []


def test_textuals_own_palette_is_not_used():
    assert Workbench.ENABLE_COMMAND_PALETTE is False


def _missing(commands: Iterable[Command], screen: str) -> list[str]:
    return [one.id for one in commands if keys_of(one) not in screen or one.help not in screen]

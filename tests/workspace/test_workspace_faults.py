"""Whatever goes wrong has a code, says what a sentence needs, and leaves what is kept as it was."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import event
from workspace_samples import (
    CODE,
    IN_TIME,
    MEETINGS,
    PROJECT,
    RULEBOOK,
    YEAR,
    Holder,
    at,
    department,
    indicator,
    opened,
    percent,
    project,
    reading,
)

import evaltool.workspace
from evaltool.workspace import ANY, ERRORS, Edit, Workspace, WorkspaceError
from scoring.model import Actual, Subject

EDIT = Edit(at(IN_TIME), None, percent(90))


def refusal(call: Any, *args: Any, **named: Any) -> tuple[str, dict[str, str]]:
    with pytest.raises(WorkspaceError) as refused:
        call(*args, **named)
    assert set(refused.value.facts) == set(ERRORS[refused.value.code])
    return refused.value.code, dict(refused.value.facts)


def read_only(path: Path) -> str:
    return f"sqlite:///file:{path}?mode=ro&uri=true".replace("#", "%23")


def test_every_code_in_use_is_in_the_table_and_every_code_of_the_table_is_in_use() -> None:
    folder = Path(evaltool.workspace.__file__).parent
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    table = sources.pop("errors.py").split('"""Every code')[0]
    used = {code for text in sources.values() for code in re.findall(r'"(workspace\.[a-z_]+)"', text)}
    assert used - {"workspace.adopt"} == set(re.findall(r'"(workspace\.[a-z_]+)": \(', table)) == set(ERRORS)


def test_a_file_opened_read_only_shows_everything_and_takes_nothing(workspace: Workspace, path: Path) -> None:
    workspace.save(CODE, YEAR, [EDIT])
    before = path.read_bytes()
    with opened(read_only(path)) as shown:
        assert shown.dossier(CODE, YEAR, RULEBOOK) == workspace.dossier(CODE, YEAR, RULEBOOK)
        assert not shown.created
        for call in (
            lambda: shown.save(CODE, YEAR, [Edit(at(IN_TIME), percent(90), percent(91))]),
            lambda: shown.adopt(reading(department(name="新"))),
            shown.undo,
        ):
            assert refusal(call)[0] == "workspace.read_only"
    assert path.read_bytes() == before


def test_a_file_that_is_not_there_is_not_made_where_it_has_to_exist(path: Path) -> None:
    assert refusal(opened, path, must_exist=True) == ("workspace.not_found", {"path": str(path)})
    assert refusal(opened, read_only(path))[0] == "workspace.not_found"
    assert not path.exists()


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "无" / "a.db"
    assert refusal(opened, path) == ("workspace.not_found", {"path": str(path)})
    assert refusal(opened, tmp_path)[0] == "workspace.not_found"


@pytest.mark.parametrize(
    "url",
    ["postgresql://localhost/evaltool", "sqlite://", "sqlite:///:memory:", "sqlite+nothing:///a.db", "://"],
)
def test_anything_but_a_file_of_sqlite_is_refused(url: str) -> None:
    assert refusal(opened, url) == ("workspace.unsupported", {"url": url})


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" * 300, "绩效目标表".encode("gb18030") * 300, b"xy"])
def test_a_file_that_is_no_database_is_said_to_be_damaged_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(opened, path) == ("workspace.damaged", {"path": str(path)})
    assert path.read_bytes() == content


def test_a_database_cut_short_is_damaged(workspace: Workspace, path: Path) -> None:
    workspace.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(WorkspaceError) as refused, opened(path) as cut:
        cut.dossier(CODE, YEAR, RULEBOOK)
    assert refused.value.code == "workspace.damaged"


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    assert refusal(opened, path)[0] == "workspace.foreign"
    assert path.read_bytes() == before


def test_every_connection_waits_for_the_disk_and_keeps_one_file(workspace: Workspace) -> None:
    with workspace._database.reading() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert settings == ["delete", 2, 1]


def test_a_file_that_was_turned_to_write_ahead_logging_is_one_file_again(
    workspace: Workspace, path: Path
) -> None:
    workspace.close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    with opened(path) as again:
        again.save(CODE, YEAR, [EDIT])
        assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_an_empty_file_becomes_a_workspace(path: Path) -> None:
    path.touch()
    with opened(path) as workspace:
        assert workspace.created
        assert workspace.departments() == ()
    with opened(path) as again:
        assert not again.created


def test_of_many_that_open_a_new_file_at_once_one_makes_it(path: Path) -> None:
    together = Barrier(8)

    def start(_: int) -> bool:
        together.wait()
        with opened(path) as workspace:
            assert workspace.departments() == ()
            return workspace.created

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(start, range(8))) == [False] * 7 + [True]


def test_a_workspace_of_a_later_version_is_refused_and_left_alone(workspace: Workspace, path: Path) -> None:
    workspace.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert refusal(opened, path) == ("workspace.newer", {"path": str(path), "revision": "9999"})
    assert path.read_bytes() == before


def test_a_file_held_by_another_process_is_said_to_be_held(
    workspace: Workspace, path: Path, held: Holder
) -> None:
    with opened(path, patience=0.05) as waiting, held(path):
        assert refusal(waiting.save, CODE, YEAR, [EDIT]) == ("workspace.locked", {"path": str(path)})
        assert refusal(waiting.departments)[0] == "workspace.locked"
        assert refusal(opened, path, patience=0.05)[0] == "workspace.locked"
    workspace.save(CODE, YEAR, [EDIT])


def test_a_save_waits_for_a_file_that_is_held_for_a_moment(
    workspace: Workspace, path: Path, held: Holder
) -> None:
    with held(path) as release:
        saving = workspace.writer.submit(workspace.save, CODE, YEAR, [EDIT])
        assert not saving.done()
        release()
        assert saving.result().change_id == 2


def fill_the_disk(workspace: Workspace) -> Callable[[], None]:
    """Let the file grow no further, until what is given back is called."""
    engine = workspace._database.engine

    def no_more_pages(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite raises it to what the file has

    def free() -> None:
        event.remove(engine, "connect", no_more_pages)
        engine.dispose()

    event.listen(engine, "connect", no_more_pages)
    engine.dispose()
    return free


def test_a_full_disk_is_said_and_what_was_kept_stays(workspace: Workspace) -> None:
    workspace.save(CODE, YEAR, [EDIT])
    free = fill_the_disk(workspace)
    long = Edit(at(IN_TIME, "reason"), "", "资料不全" * 5000)
    assert refusal(workspace.save, CODE, YEAR, [long])[0] == "workspace.full"
    assert refusal(workspace.adopt, reading(department(name="名" * 20000)))[0] == "workspace.full"
    outcome = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[IN_TIME.key]
    assert (outcome.actual, outcome.reason) == (percent(90), "")
    assert (len(workspace.journal()), workspace.verify()) == (2, None)
    free()
    workspace.save(CODE, YEAR, [long])


def test_an_edit_that_expects_what_a_full_disk_did_not_take_is_kept_once_there_is_room(
    workspace: Workspace,
) -> None:
    free = fill_the_disk(workspace)
    long = "资料不全" * 5000
    assert refusal(workspace.save, CODE, YEAR, [Edit(at(IN_TIME, "reason"), "", long)])[0] == "workspace.full"
    free()
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME, "reason"), long, "短")])
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[IN_TIME.key].reason == "短"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("money.spent.total", Decimal("NaN")),
        ("money.spent.total", Decimal("-Infinity")),
        ("money.spent.total", "143"),
        ("money.spent.total", percent(90)),
        ("achieved", "半个字\ud83d"),
        ("state", "not_applicable"),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused(workspace: Workspace, field: str, value: Any) -> None:
    code, facts = refusal(workspace.save, CODE, YEAR, [Edit(Subject(PROJECT, field=field), ANY, value)])
    assert (code, facts["field"]) == ("workspace.bad_value", field)
    assert len(workspace.journal()) == 1


def test_an_actual_that_is_not_a_number_is_refused(workspace: Workspace) -> None:
    edit = Edit(at(IN_TIME), None, Actual(Decimal("NaN"), text="NaN"))
    assert refusal(workspace.save, CODE, YEAR, [edit])[0] == "workspace.bad_value"


@pytest.mark.parametrize(
    "odd", [department(name="半\ud83d"), department(project("P", indicator("a", project="\udc80")))]
)
def test_a_document_with_half_a_character_is_refused_whole(workspace: Workspace, odd: Any) -> None:
    assert refusal(workspace.adopt, reading(odd))[0] == "workspace.bad_value"
    assert workspace.department(CODE, YEAR) == department()


def test_half_a_character_anywhere_else_is_refused_too(workspace: Workspace, path: Path) -> None:
    assert refusal(workspace.dossier, "\udcff", YEAR, RULEBOOK)[0] == "workspace.bad_value"
    assert refusal(workspace.save, CODE, YEAR, [EDIT], reason="\udcff")[0] == "workspace.bad_value"
    with opened(path, who="\udcff") as nameless:
        assert refusal(nameless.save, CODE, YEAR, [EDIT])[0] == "workspace.bad_value"
    assert len(workspace.journal()) == 1


@pytest.mark.parametrize(
    "subject",
    [
        Subject(field="actual"),
        Subject(PROJECT, field="rulebook"),
        Subject(PROJECT, field="money.spent"),
        at(IN_TIME, "achieved"),
        at(IN_TIME, "declared"),
        Subject(field="declared"),
    ],
)
def test_a_field_that_nobody_knows_is_refused(workspace: Workspace, subject: Subject) -> None:
    code, facts = refusal(workspace.save, CODE, YEAR, [Edit(subject, None, "值")])
    assert (code, facts["field"]) == ("workspace.no_field", subject.field)


@pytest.mark.parametrize(
    "subject",
    [
        Subject("别的项目", field="achieved"),
        at(indicator("没有的指标"), "reason"),
        at(indicator("完成率", project=""), "reason"),
        Subject(field="achieved:（九）没有的目标"),
    ],
)
def test_nothing_is_recorded_for_what_is_not_declared(workspace: Workspace, subject: Subject) -> None:
    code, facts = refusal(workspace.save, CODE, YEAR, [Edit(subject, "", "值")])
    assert (code, facts["project"]) == ("workspace.no_subject", subject.project)
    assert len(workspace.journal()) == 1


@pytest.mark.parametrize(
    "subject", [Subject(field="achieved:（一）建言资政"), Subject(field="achieved:总体绩效目标")]
)
def test_what_was_achieved_is_recorded_for_each_objective(workspace: Workspace, subject: Subject) -> None:
    workspace.save(CODE, YEAR, [Edit(subject, "", "全部完成")])
    title = subject.field.removeprefix("achieved:")
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.department.achieved == {title: "全部完成"}


def test_a_department_that_is_not_there_is_named(workspace: Workspace) -> None:
    facts = {"code": "131099", "year": "2022"}
    assert refusal(workspace.dossier, "131099", 2022, RULEBOOK) == ("workspace.no_department", facts)
    assert refusal(workspace.save, "131099", 2022, [EDIT]) == ("workspace.no_department", facts)
    assert refusal(workspace.rulebook_id, CODE, None) == (
        "workspace.no_department",
        {"code": CODE, "year": ""},
    )
    assert workspace.department("131099", 2022) is None


def test_a_save_of_many_fields_with_one_refused_keeps_none(workspace: Workspace) -> None:
    edits = [Edit(at(MEETINGS), None, percent(90)), Edit(at(indicator("没有的指标")), None, percent(90))]
    assert refusal(workspace.save, CODE, YEAR, edits)[0] == "workspace.no_subject"
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators == {}

"""A workspace of an earlier version becomes one of this version, or stays exactly as it was."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from workspace_samples import RULEBOOK, Holder, opened

from evaltool.workspace import WorkspaceError, revisions
from evaltool.workspace.database import Database, url_of
from evaltool.workspace.fields import subject_text
from scoring.model import OVERALL, Actual, Band, Key, Subject

KEPT = Path(__file__).parents[1] / "data" / "workspace"
CODE, PROJECT = "131001", "13052922P00584010141N"


@pytest.fixture(params=["0001", "0002", "0003"])
def revision(request: pytest.FixtureRequest) -> str:
    """Every revision before this version's."""
    return str(request.param)


@pytest.fixture
def earlier(path: Path, revision: str) -> Path:
    """The kept workspace of an earlier version, as a file."""
    return made(path, revision)


def made(path: Path, revision: str) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((KEPT / f"revision-{revision}.sql").read_text(encoding="utf-8"))
    return path


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the package one more migration, whose upgrade is the statements handed in."""

    def add(statements: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(revisions.MIGRATIONS, folder)
        (folder / "versions" / "r9000_next.py").write_text(
            f"from alembic import op\nrevision = '9000'\ndown_revision = {revisions.HEAD!r}\n"
            f"def upgrade():\n    {statements}\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(revisions, "MIGRATIONS", folder)
        monkeypatch.setattr(revisions, "HEAD", "9000")

    return add


def rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [
            row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in names}


def schema(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Each table's columns in their order, and everything said of it or of an index, line by line."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        columns = {
            name: connection.execute("SELECT name FROM pragma_table_info(?)", [name]) for name, _ in found
        }
        lines = {
            name: sorted(line.strip(" ,") for line in sql.replace('"', "").splitlines())
            for name, sql in found
        }
        return {name: ([column for (column,) in columns[name]], lines[name]) for name, _ in found}


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def copies(path: Path) -> list[Path]:
    return sorted(each for each in path.parent.iterdir() if each.suffix == ".db" and each != path)


def test_every_revision_before_this_one_has_a_kept_file() -> None:
    kept = [path.stem.removeprefix("revision-") for path in KEPT.glob("revision-*.sql")]
    versions = (revisions.MIGRATIONS / "versions").glob("r*.py")
    assert sorted([*kept, revisions.HEAD]) == sorted(path.stem[1:5] for path in versions)


def test_the_kept_file_keeps_every_value(earlier: Path, revision: str) -> None:
    before = rows(earlier)
    with opened(earlier) as workspace:
        assert not workspace.created
        assert workspace.verify() is None
    after = rows(earlier)
    assert after.pop("alembic_version") == [{"version_num": revisions.HEAD}]
    assert before.pop("alembic_version") == [{"version_num": revision}]
    for later in after.keys() - before.keys():
        assert after.pop(later) == []
    for indicator, as_it_was in zip(after["indicator"], before["indicator"], strict=True):
        key = Key(*(indicator[name] for name in Key._fields))
        assert indicator["subject"] == subject_text(Subject(key.project, key))
        for later in indicator.keys() - as_it_was.keys():
            assert (indicator.pop(later) is None) is (later != "subject")
    assert after == before
    assert sum(len(table) for table in after.values()) > 70


def test_the_kept_file_says_what_it_said_and_can_be_worked_with(earlier: Path, revision: str) -> None:
    with opened(earlier) as workspace:
        dossier = workspace.dossier(CODE, 2022, RULEBOOK)
        by_name = {each.name: each for each in dossier.department.projects[0].indicators}
        meetings, in_time, cost, ability = (
            by_name[name] for name in ("会议培训次数", "经费支付及时率", "经费成本", "委员履职能力提升")
        )
        outcomes = dossier.outcomes
        assert outcomes.indicators[meetings.key].reason == "疫情"
        assert outcomes.indicators[in_time.key].actual == workspace.journal()[-4].items[2].new
        assert outcomes.indicators[ability.key].actual == Actual(band=Band.MET)
        assert dossier.overrides[cost.key].reason == "另有说明"
        assert outcomes.projects[PROJECT].money.spent.total == Decimal("138.6")
        exact = "400.1234567890123456789012345678901234567890"
        assert str(outcomes.department.basic_budget) == exact
        assert outcomes.department.achieved[OVERALL] == "全部完成"
        assert workspace.rulebook_id(CODE, 2022) == "national-2020"
        assert [(one.indicators, one.recorded) for one in workspace.departments()[0].projects] == [
            (6, 5 if revision == "0001" else 4)
        ]
        assert workspace.undo().items[0].old == dossier.weights[cost.key]
        workspace.undo(department=("131002", 2020))
        restored = workspace.department("131002", 2020)
        assert restored is not None
        assert restored.projects[0].name == "旧项目"


def test_a_copy_of_the_file_as_it_was_lies_beside_it(earlier: Path, revision: str) -> None:
    before = dump(earlier)
    opened(earlier).close()
    (copy,) = copies(earlier)
    assert copy.name == f"年度 绩效#1.{revision}.db"
    assert dump(copy) == before


def test_a_copy_never_takes_the_place_of_another_file(earlier: Path, revision: str) -> None:
    earlier.with_name(f"年度 绩效#1.{revision}.db").write_bytes(b"mine")
    opened(earlier).close()
    mine, copy = sorted(copies(earlier), key=lambda each: each.stat().st_size)
    assert mine.read_bytes() == b"mine"
    assert copy.name == f"年度 绩效#1.{revision}-2.db"


def test_an_upgraded_file_has_the_form_of_a_fresh_one(earlier: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    opened(fresh).close()
    opened(earlier).close()
    assert schema(earlier) == schema(fresh)


def test_the_migrations_from_nothing_make_the_form_of_a_fresh_file(path: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    opened(fresh).close()
    database = Database(url_of(path))
    config = revisions.alembic_config()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    database.close()
    assert schema(path) == schema(fresh)
    assert ScriptDirectory.from_config(config).get_current_head() == revisions.HEAD


@pytest.mark.parametrize(
    ("statements", "reason"),
    [
        (
            "op.execute('DROP TABLE measure'); op.execute('DELETE FROM record'); raise ValueError('停电')",
            "停电",
        ),
        (
            "op.execute('DROP TABLE measure'); op.execute('INSERT INTO nowhere VALUES (1)')",
            "no such table: nowhere",
        ),
        ("op.execute('DELETE FROM department')", "foreign key: "),
    ],
)
def test_a_migration_that_fails_leaves_the_file_untouched(
    earlier: Path, revision: str, next_revision: Callable[[str], None], statements: str, reason: str
) -> None:
    next_revision(statements)
    before = earlier.read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        opened(earlier)
    assert refused.value.code == "workspace.upgrade_failed"
    assert refused.value.facts["revision"] == revision
    assert reason in refused.value.facts["reason"]
    assert earlier.read_bytes() == before
    assert copies(earlier) == []


def test_a_migration_may_rebuild_a_table_that_others_point_at(
    earlier: Path, next_revision: Callable[[str], None]
) -> None:
    next_revision("with op.batch_alter_table('department', recreate='always') as batch: pass")
    before = rows(earlier)["record"]
    opened(earlier).close()
    assert rows(earlier)["record"] == before


def test_an_earlier_file_opened_read_only_says_that_it_needs_an_upgrade(earlier: Path, revision: str) -> None:
    before = earlier.read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        opened(f"sqlite:///file:{earlier}?mode=ro&uri=true")
    assert (refused.value.code, refused.value.facts["revision"]) == ("workspace.needs_upgrade", revision)
    assert earlier.read_bytes() == before
    assert copies(earlier) == []


def test_an_earlier_file_held_by_another_process_is_said_to_be_held(earlier: Path, held: Holder) -> None:
    with held(earlier), pytest.raises(WorkspaceError) as refused:
        opened(earlier, patience=0.05)
    assert refused.value.code == "workspace.locked"
    assert copies(earlier) == []


STARTS = """
import sys
from datetime import datetime
import evaltool.workspace
print(sorted({"alembic", "sqlalchemy", "sqlmodel"} & set(sys.modules)))
workspace = evaltool.workspace.Workspace.open(sys.argv[1], who="", session="", clock=datetime.now)
print(workspace.created, sorted({"alembic", "sqlalchemy", "sqlmodel"} & set(sys.modules)))
workspace.close()
"""


def test_alembic_is_loaded_only_to_upgrade_and_the_database_only_to_open(path: Path, tmp_path: Path) -> None:
    earlier = made(tmp_path / "earlier.db", "0002")

    def start(where: Path) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", STARTS, str(where)], capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    assert start(path) == ["[]", "True ['sqlalchemy', 'sqlmodel']"]
    assert start(path) == ["[]", "False ['sqlalchemy', 'sqlmodel']"]
    assert start(earlier) == ["[]", "False ['alembic', 'sqlalchemy', 'sqlmodel']"]

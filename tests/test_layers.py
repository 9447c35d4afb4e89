"""Who may know whom, checked twice: by the import contracts, and by what a fresh process has loaded.

An import inside a function hides from a static check; what is in `sys.modules` does not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOREIGN = (
    "textual",
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "openpyxl",
    "numpy",
    "scipy",
    "rich",
    "tomlkit",
)

LOADED = """
import sys
before = set(sys.modules)
import scoring.evaluate, scoring.checks, scoring.record, scoring.notation
names = {name.partition(".")[0] for name in set(sys.modules) - before}
print("\\n".join(sorted(names - set(sys.stdlib_module_names))))
"""

COMMAND = """
import sys
from evaltool.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    code = left.code
import json
print(json.dumps({"code": code, "loaded": sorted(sys.modules)}), file=sys.stderr)
"""


def fresh(program: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process of its own that has loaded nothing yet."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment,
    )


def test_the_import_contracts_hold():
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    said = subprocess.run(
        [sys.executable, "-c", lint], capture_output=True, check=False, text=True, encoding="utf-8", cwd=ROOT
    )
    assert said.returncode == 0, said.stdout + said.stderr
    assert "0 broken" in said.stdout


def test_the_rules_load_nothing_but_the_standard_library(tmp_path: Path):
    assert fresh(LOADED, folder=tmp_path).stdout.split() == ["scoring"]


NO_WORKSPACE = [
    ["--help"],
    ["--version"],
    ["parse", "≥95%"],
    ["rules"],
    ["rules", "show"],
    ["--db", "none.db", "rules", "compare", "national-2020", "core-2021"],
    ["settings"],
    ["settings", "keys"],
]


@pytest.mark.parametrize("arguments", NO_WORKSPACE, ids=" ".join)
def test_a_command_that_needs_no_workspace_loads_no_heavy_library(arguments: list[str], tmp_path: Path):
    said = json.loads(fresh(COMMAND, *arguments, folder=tmp_path).stderr.splitlines()[-1])
    assert said["code"] == 0
    assert not {name.partition(".")[0] for name in said["loaded"]} & set(FOREIGN)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_settings_is_read_and_judged_without_a_heavy_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    settings, work = tmp_path / "settings.toml", tmp_path / "work"
    work.mkdir()
    settings.write_text('theme = "lihgt"\n[keys]\nhlep = ["f11"]\n', "utf-8")
    monkeypatch.setenv("EVALTOOL_CONFIG", str(settings))
    *narrated, last = fresh(COMMAND, "parse", "≥95%", folder=work).stderr.splitlines()
    assert len(narrated) == 1
    assert "light" in narrated[0]
    assert not {name.partition(".")[0] for name in json.loads(last)["loaded"]} & set(FOREIGN)


ON_THE_WORKING_SCREEN = {
    *(
        "column",
        "entry",
        "loading",
        "looking",
        "panes",
        "places",
        "quick",
        "saves",
        "trying",
        "visiting",
        "work",
    )
}
"""The links of its chain; every other screen is loaded when its key is pressed."""


def test_the_workbench_starts_without_the_screens_that_keys_open(tmp_path: Path):
    program = "import json, sys, evaltool.tui.app; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(fresh(program, folder=tmp_path).stdout)
    screens = {
        name.removeprefix("evaltool.tui.screens.") for name in loaded if "evaltool.tui.screens." in name
    }
    assert screens == ON_THE_WORKING_SCREEN
    assert not {"evaltool.workspace.store", "sqlalchemy", "alembic", "openpyxl", "numpy"} & set(loaded)

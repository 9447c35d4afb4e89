"""The example documents that come along, wherever evaltool runs from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool.operations.actuals import read_actuals
from evaltool.operations.intake import read

if TYPE_CHECKING:
    from evaltool.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Example:
    """A published document with an illustrative table of actuals."""

    document: Path
    actuals: Path


def examples() -> tuple[Example, ...]:
    """The examples in the order to show them: from the checkout's folder, else from the installed package."""
    package = Path(__file__).parent.parent
    folder = next(f for f in (package / "examples", package.parent / "examples") if f.is_dir())
    documents = sorted(folder.glob("*.txt"), key=lambda path: path.stem[-4:], reverse=True)
    return tuple(Example(path, path.with_name(f"{path.stem}-actuals.csv")) for path in documents)


def take_in_examples(desk: Desk, who: str) -> None:
    """Adopt the example documents and record their illustrative actuals."""
    for example in examples():
        found = read(example.document)
        one = found.department
        desk.adopt(found).result()
        table = read_actuals(example.actuals, desk.dossier(one.code, one.year), who)
        desk.record(one.code, one.year, table.entries, "record")

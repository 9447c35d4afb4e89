"""The example documents that come along, wherever evaltool runs from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


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

"""The table of speeds: what is measured, what we hold ourselves to, and how it came out on which machine."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

COMMAND = "python3 -m pytest tests/benchmarks -n 0 --benchmark-enable"
BEGIN, END = "<!-- speed -->", "<!-- /speed -->"


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured and its budget, in the unit it is printed in; `limit` None where there is none."""

    what: str
    limit: float | None
    unit: str = "ms"
    sign: str = "<"

    def text(self, figure: float) -> str:
        """A figure of the row, with as many decimals as mean something."""
        return f"{figure:.{0 if figure >= 20 else 2}f} {self.unit}"

    def budget(self) -> str:
        """The budget as it is printed."""
        return "" if self.limit is None else f"{self.sign} {self.limit:g} {self.unit}"


LARGE = "workbench, 500 departments kept"
KEY = "key to repainted edit bar, 60 indicators, beside a bare textual `Input`"

ROWS = {
    "help": Row("`evaltool --help`, whole process", 150),
    "version": Row("`evaltool --version`, whole process", 150),
    "frame 80×24": Row(f"{LARGE}, 80×24: first frame", 0.4, "s"),
    "filled 80×24": Row(f"{LARGE}, 80×24: tree and first table", 1.0, "s"),
    "frame 160×48": Row(f"{LARGE}, 160×48: first frame", 0.4, "s"),
    "filled 160×48": Row(f"{LARGE}, 160×48: tree and first table", 1.0, "s"),
    "memory": Row(f"{LARGE}: resident memory", 100, "MB"),
    "key 80×24": Row(f"{KEY}, 80×24", 1.4, "×", "≤"),
    "key 160×48": Row(f"{KEY}, 160×48", 1.4, "×", "≤"),
    "read": Row("reading one example document", 50),
    "docx": Row("a docx beside python-docx giving every cell's text", 1.5, "×", "≤"),
    "html": Row("a web page beside lxml.html giving every cell's text", 1.5, "×", "≤"),
    "pdf": Row("a PDF beside pdfplumber taking its tables", 1.5, "×", "≤"),
    "xlsx": Row("an xlsx beside openpyxl giving every cell's text", 1.5, "×", "≤"),
    "ods": Row("an ods beside lxml giving every cell's text", 1.5, "×", "≤"),
    "xls": Row("an xls beside calamine giving every cell's text", 1.5, "×", "≤"),
    "folder": Row("`import --jobs 2 --dry-run` of 1,000 docx documents, for each", 10),
    "process": Row("starting a process that reads, until its first answer", None),
    "project": Row("scoring one project of 6 indicators", 1),
    "workbook": Row("one workbook of 20 projects × 10 indicators, all sheets", 0.5, "s"),
    "straight": Row("the same beside straight openpyxl calls with named styles", 1.3, "×", "≤"),
    "page": Row("one page of 20 projects × 10 indicators", 300),
    "reports": Row("`report --jobs 2` of 100 departments with 20 projects × 10 indicators each", 60, "s"),
    "reports memory": Row("its largest process, beside that for 20 departments", 1.2, "×", "≤"),
    "save": Row("one save, with its journal entry on the disk", None),
    "open": Row("opening a workspace of 500 departments", None),
    "list": Row("listing 500 departments and their 2,000 projects", None),
    "dossier": Row("loading one department", None),
}
"""In the order of the table. Those without a budget are there to be watched."""


class SpeedTable:
    """Figures by row. Of several of one row the worst one counts."""

    def __init__(self) -> None:
        self._figures: dict[str, tuple[float, str]] = {}

    def put(self, row: str, figure: float, beside: str = "") -> None:
        """Enter a figure, in the unit of its row, and what it has to be seen beside."""
        if row not in self._figures or figure > self._figures[row][0]:
            self._figures[row] = figure, beside

    def put_median(self, row: str, benchmark: Any, beside: str = "") -> None:
        """Enter what pytest-benchmark measured; nothing where it was not told to measure."""
        if benchmark.stats is not None:
            self.put(row, benchmark.stats.stats.median * (1 if ROWS[row].unit == "s" else 1000), beside)

    def markdown(self) -> str:
        """The table of what was measured, with the machine and the command; empty where nothing was."""
        if not self._figures:
            return ""
        lines = [
            f"Medians of `{COMMAND}` on {machine()}:",
            "",
            "| what | budget | measured | |",
            "|---|---|---|---|",
        ]
        for name, row in ROWS.items():
            if name in self._figures:
                figure, beside = self._figures[name]
                missed = row.limit is not None and figure > row.limit
                measured = f"**{row.text(figure)}**, missed" if missed else row.text(figure)
                lines.append(f"| {row.what} | {row.budget()} | {measured} | {beside} |")
        return "\n".join(lines)

    def write(self, readme: Path) -> None:
        """Put the table between the two marks of a Markdown file."""
        text = readme.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        whole = f"{before}{BEGIN}\n{self.markdown()}\n{END}{after}"
        readme.write_text(whole, encoding="utf-8", newline="\n")


def machine() -> str:
    """Processor, cores, system, Python and day."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.processor() or platform.machine()
    return (
        f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, "
        f"{date.today().isoformat()}"  # noqa: DTZ011 - the day as it is called here
    )


def percentile(figures: Sequence[float], percent: int) -> float:
    """The figure that so many percent of them are not above."""
    return statistics.quantiles(figures, n=100, method="inclusive")[percent - 1]

"""What a person wants written: which formats, in which form."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from evaltool.sheets.kinds import Form


class Format(StrEnum):
    """A kind of file; its value is the file's suffix."""

    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to write of each department. `template` is a form of one's own, in the place of `form`."""

    formats: tuple[Format, ...] = (Format.XLSX,)
    form: Form = Form.NATIONAL
    template: Path | None = None


PLAIN = Wanted()
"""What is written where nobody says anything else: the national form as a workbook."""

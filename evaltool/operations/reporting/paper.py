"""The forms as PDF: the workbook as an installed LibreOffice prints it, the same each time."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

from evaltool.office.fonts import has_chinese_font
from evaltool.office.program import PDF, converted, office_program
from evaltool.operations.errors import Refused

SECONDS = 60
"""For the first sheets; a start on a new profile is in it."""

SECONDS_FOR_EACH = 2
"""And for every project."""

_MADE = re.compile(rb"/CreationDate\(D:\d{14}")
_NAMES = re.compile(
    rb"(?<=/ID \[ <)[0-9A-F]{32}(?=>\s<)|(?<=>\n<)[0-9A-F]{32}(?=> \])|(?<=/DocChecksum /)[0-9A-F]{32}"
)


def why_not() -> Refused | None:
    """What keeps this computer from printing: no LibreOffice, or no font that has Chinese."""
    if office_program() is None:
        return Refused("print.no_office")
    return None if has_chinese_font() else Refused("print.no_font")


def printed(workbook: bytes, projects: int, made_on: date, scratch: Path) -> bytes:
    """A workbook as PDF, made in the folder `scratch`: what LibreOffice keeps there makes the next one quick.

    Raises `Refused`.
    """
    program = office_program()
    if program is None:
        raise Refused("print.no_office")
    document = scratch / "forms.xlsx"
    seconds = SECONDS + SECONDS_FOR_EACH * projects
    try:
        document.write_bytes(workbook)
        pdf = converted(program, document, seconds, PDF)
    except TimeoutError:
        raise Refused("print.too_slow", {"seconds": str(seconds)}) from None
    except OSError as fault:
        raise Refused.to_write(document, fault) from None
    if pdf is None:
        raise Refused("print.failed")
    return timeless(pdf, made_on)


def timeless(pdf: bytes, made_on: date) -> bytes:
    """A print that says the day it was made on and not the moment, so that same input is same file."""
    dated = _MADE.sub(b"/CreationDate(D:%b000000" % made_on.strftime("%Y%m%d").encode(), pdf)
    blank = _NAMES.sub(b"0" * 32, dated)
    name = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    return _NAMES.sub(name, blank)

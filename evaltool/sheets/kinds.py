"""The forms that scorecards are written in."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """Which form a department's year is printed in; `SUMMARY` is one workbook over many departments."""

    NATIONAL = "national"
    HEBEI = "hebei"
    DEPARTMENT = "department"
    SUMMARY = "summary"

"""Scorecards out: files that an office hands in at the year's end, with the proof of every number."""

from evaltool.reports.safe import file_name
from evaltool.reports.workbook import write_workbook

__all__ = ["file_name", "write_workbook"]

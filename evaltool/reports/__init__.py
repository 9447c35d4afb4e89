"""Scorecards out: files that an office hands in at the year's end, with the proof of every number."""

from evaltool.reports.workbook import file_name, write_workbook

__all__ = ["file_name", "write_workbook"]

"""Scorecards out: files that an office hands in at the year's end, with the proof of every number.

Each report is one function from a `Scorecard` to the content of a file; who writes it where is not decided
here.
"""

from evaltool.reports.scorecard import Scorecard
from evaltool.reports.workbook import sheet_count, workbook
from evaltool.sheets.kinds import Form

__all__ = ["Form", "Scorecard", "sheet_count", "workbook"]

"""Many departments in one workbook: who stands where, the means of their levels, their grades.

A department's scorecard is made small first (`overview_of`), so that it can be made in another process and
thousands fit in memory; the workbook is made from these alone.
"""

from evaltool.reports.many.overview import Overview, overview_of
from evaltool.reports.many.workbook import workbook

__all__ = ["Overview", "overview_of", "workbook"]

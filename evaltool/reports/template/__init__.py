"""Own forms: a county's workbook with placeholders in its cells, filled, and all else in it left as it is.

A workbook read and written again by a library loses what the library does not know: pictures, text boxes,
charts. So its parts are copied byte by byte, and only those that hold cells, or refer to them, are changed.
"""

from evaltool.reports.template.fill import fill
from evaltool.reports.template.names import PLACEHOLDERS, Group
from evaltool.reports.template.read import Template, read
from evaltool.reports.template.start import STARTS, starting_point
from evaltool.reports.template.trial import tried

__all__ = ["PLACEHOLDERS", "STARTS", "Group", "Template", "fill", "read", "starting_point", "tried"]

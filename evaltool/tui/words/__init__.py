"""What the workbench says of rows, values and changes, in the language in use."""

from evaltool.tui.words.changes import FILES, change_text, files_text, subject_name, told
from evaltool.tui.words.places import department_name, doubt_text, fault_text, findings_counted, place_name
from evaltool.tui.words.rows import money_names, row_name, short_levels, target_text, unit_of
from evaltool.tui.words.totals import (
    line_score,
    percent,
    progress_text,
    recorded_of,
    table_score,
    table_total,
    total_text,
)
from evaltool.tui.words.values import LONGEST_VALUE, typed_text, value_text

__all__ = [
    "FILES",
    "LONGEST_VALUE",
    "change_text",
    "department_name",
    "doubt_text",
    "fault_text",
    "files_text",
    "findings_counted",
    "line_score",
    "money_names",
    "percent",
    "place_name",
    "progress_text",
    "recorded_of",
    "row_name",
    "short_levels",
    "subject_name",
    "table_score",
    "table_total",
    "target_text",
    "told",
    "total_text",
    "typed_text",
    "unit_of",
    "value_text",
]

"""Every line of a scorecard as a row of a table, for finance systems and for pivot tables.

The columns are the same whatever the language in use is. A CSV table has Chinese headings and words, since
people open it; JSON has English names and codes, since programs do. Both say the same figures.
"""

from evaltool.reports.rows.columns import COLUMNS
from evaltool.reports.rows.csv_table import SEAL, csv_file, csv_rows, csv_table
from evaltool.reports.rows.json_text import json_file, json_list, json_part

__all__ = ["COLUMNS", "SEAL", "csv_file", "csv_rows", "csv_table", "json_file", "json_list", "json_part"]

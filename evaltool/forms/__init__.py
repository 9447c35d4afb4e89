"""The workbook that goes out to be filled and comes back: one layout, written and read here."""

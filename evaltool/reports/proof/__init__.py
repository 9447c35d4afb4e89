"""复算: every number of the forms computed again by the spreadsheet itself, beside the one in the form."""

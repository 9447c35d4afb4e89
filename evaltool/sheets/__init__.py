"""What every workbook that goes out needs, whichever room writes it: safe texts, widths, looks."""

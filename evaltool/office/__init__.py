"""An installed LibreOffice: what reads the older documents and prints the forms."""

"""Comments put on the cells of a table that somebody else scored."""

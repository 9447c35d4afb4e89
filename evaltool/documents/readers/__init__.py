"""One reader for each format: a file's bytes go in, blocks with their places come out."""

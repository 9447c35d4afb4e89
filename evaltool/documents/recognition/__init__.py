"""What blocks of any format say: headings, labels and headers are known by their words, not by a layout."""

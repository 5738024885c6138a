"""PDF: words and drawings of a page to lines, lines to blocks. `read.py` is the way in."""

"""Word documents to blocks. `read.py` is the way in."""

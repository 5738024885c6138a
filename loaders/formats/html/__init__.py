"""Saved web pages to blocks. `read.py` is the way in."""

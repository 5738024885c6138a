"""PowerPoint files to blocks. `read.py` is the way in."""

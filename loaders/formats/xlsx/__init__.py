"""Excel workbooks to blocks. `read.py` is the way in, after `guard.py`."""

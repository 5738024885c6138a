"""Measurements, side by side in one run; ratios are what counts. Run with `make bench`."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported: as the command does
os.environ.setdefault("GOLDENTHREAD_ENGINE_CACHE", "off")  # nothing is made beside what is measured

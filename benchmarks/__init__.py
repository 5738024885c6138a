"""Measurements, side by side in one run; ratios are what counts. Run with `make bench`."""

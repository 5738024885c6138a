"""Data files of the graph package."""

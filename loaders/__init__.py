"""Loaders: from a file to coded records (read, parse, code)."""

"""read: files to blocks, one module a format."""

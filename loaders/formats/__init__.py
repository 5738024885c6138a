"""read: files to blocks, a module or a folder a format."""

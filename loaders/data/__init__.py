"""Data of the loaders: section meanings and other vocabulary, as YAML."""

"""Action trackers: sheets of unknown layout as records. Own words, colours and dates are kept as printed."""

from loaders.trackers.mapping import read_mapping
from loaders.trackers.parse import holds_actions, is_tracker, parse_tracker

__all__ = ["holds_actions", "is_tracker", "parse_tracker", "read_mapping"]

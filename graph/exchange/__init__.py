"""The codebook out and in: as YAML, SKOS (Turtle), REFI-QDA codebook (QDC); as a workbook through `graph/views`."""

from graph.exchange.entries import Merged, as_yaml, entries, merged
from graph.exchange.qdc import from_qdc, to_qdc
from graph.exchange.skos import from_skos, to_skos

__all__ = ["Merged", "as_yaml", "entries", "from_qdc", "from_skos", "merged", "to_qdc", "to_skos"]

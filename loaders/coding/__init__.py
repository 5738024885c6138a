"""code: themes of the codebook attached to passages, with cue, rule and polarity."""

from loaders.coding.absence import ruled_out
from loaders.coding.devoted import beyond_duty, devoted, praised
from loaders.coding.lapses import tells_lapse
from loaders.coding.polarity import judged_by, polarity_of
from loaders.coding.themes import code, context_themes, harms, named_harms

__all__ = [
    "beyond_duty",
    "code",
    "context_themes",
    "devoted",
    "harms",
    "judged_by",
    "named_harms",
    "polarity_of",
    "praised",
    "ruled_out",
    "tells_lapse",
]

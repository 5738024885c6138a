"""code: themes of the codebook attached to passages, with cue, rule and polarity."""

from loaders.coding.polarity import judged_by, polarity_of
from loaders.coding.themes import code, context_themes, harms, named_harms

__all__ = ["code", "context_themes", "harms", "judged_by", "named_harms", "polarity_of"]

"""The plain name of a cell's colour: what a person would call it."""

from __future__ import annotations

import colorsys

_HUES = ((15, "Red"), (52, "Amber"), (68, "Yellow"), (165, "Green"), (255, "Blue"), (310, "Purple"), (345, "Pink"))


def name_of(fill: str | None) -> str | None:
    """A colour name for RRGGBB; None for none, and for white or nearly white."""
    if not fill:
        return None
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < 0.08 or saturation < 0.1:
        return None if light > 0.95 else "Black" if light < 0.12 else "Grey"
    degrees = hue * 360
    return next((name for limit, name in _HUES if degrees < limit), "Red")

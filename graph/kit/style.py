"""The Browser's style (GraSS) from the model: the colours of the legend, names as captions.

GraSS knows no comments, and no colon or quotation mark inside a caption: either loses a whole rule without a word.
"""

from __future__ import annotations

import graph.model  # noqa: F401  (fills the registries)
from graph.declare import NODES, RELATIONSHIPS

LARGE, MIDDLE, SMALL = "80px", "60px", "45px"
SIZES = {
    "Theme": LARGE,
    "Partnership": LARGE,
    "Case": MIDDLE,
    "Review": MIDDLE,
    "Finding": MIDDLE,
    "Recommendation": MIDDLE,
    "Action": MIDDLE,
    "Assurance": MIDDLE,
    "Document": MIDDLE,
}
# Relationships whose own words say more than their type; the rest are captioned with the type.
CAPTIONS = {"RECURS_IN": "seen again, {certainty}", "IMPROVED_IN": "seen improved, {certainty}", "CONCERNS": "{role}"}


def rules() -> dict[str, dict[str, str]]:
    """Selector → properties, in the order of the model: `node`, `node.Label`, `relationship`, `relationship.TYPE`."""
    made = {"node": {"diameter": SMALL, "color": "#A5ABB6", "border-color": "#6B7280", "caption": "{name}"}}
    for label, node in NODES.items():
        made[f"node.{label}"] = {
            "color": node.colour,
            "border-color": darker(node.colour),
            "text-color-internal": ink_on(node.colour),
            "diameter": SIZES.get(label, SMALL),
            "caption": "{name}",
        }
    made["relationship"] = {
        "color": "#8A929C",
        "shaft-width": "1px",
        "font-size": "9px",
        "padding": "3px",
        "text-color-external": "#1A1A1A",
        "text-color-internal": "#FFFFFF",
        "caption": "<type>",
    }
    for type_ in RELATIONSHIPS:
        if type_ in CAPTIONS:
            made[f"relationship.{type_}"] = {"color": "#A34700", "shaft-width": "3px", "caption": CAPTIONS[type_]}
    return made


def grass() -> str:
    """The style as a `.grass` file."""
    lines = []
    for selector, properties in rules().items():
        told = " ".join(
            f'{name}: "{value}";' if name == "caption" else f"{name}: {value};" for name, value in properties.items()
        )
        lines.append(f"{selector} {{ {told} }}")
    return "\n".join(lines) + "\n"


def ink_on(colour: str) -> str:
    """Black or white, whichever can be read on a colour (WCAG relative luminance)."""
    light = _luminance(colour)
    return "#1A1A1A" if (light + 0.05) / (_luminance("#1A1A1A") + 0.05) >= 1.05 / (light + 0.05) else "#FFFFFF"


def darker(colour: str) -> str:
    """The same colour, three quarters as light: for the border."""
    return "#" + "".join(f"{int(int(colour[i : i + 2], 16) * 0.75):02X}" for i in (1, 3, 5))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

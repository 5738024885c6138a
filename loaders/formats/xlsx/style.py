"""What a cell looks like: its colour as RRGGBB, and the date or number as its format shows it."""

from __future__ import annotations

import colorsys
import re
from datetime import date, datetime, time
from typing import Any
from xml.etree import ElementTree

from openpyxl.styles.colors import COLOR_INDEX

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_DATE_PART = re.compile(r"d+|m+|y+", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'\[[^\]]*\]|"([^"]*)"|\\(.)|[_*].|;.*$')


def theme_colours(theme: bytes | str | None) -> list[str]:
    """The theme's colours in the order cells number them (ECMA-376, 18.8.3), as RRGGBB; [] without a theme."""
    if not theme:
        return []
    scheme = ElementTree.fromstring(theme).find(f".//{_DRAWING}clrScheme")  # noqa: S314 (checked by guard.py) # nosec B314
    found = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            found[entry.tag.removeprefix(_DRAWING)] = colour.get("lastClr") or colour.get("val") or ""
    return [found.get(name, "") for name in _ORDER]


def fill_of(cell: Any, themes: list[str]) -> str | None:
    """The background colour of a cell; None for none or white."""
    fill = cell.fill
    if fill is None or fill.fill_type is None:
        return None
    colour = fill.fgColor if fill.fill_type != "none" else None
    if fill.fill_type == "solid" and colour is not None and colour.type == "rgb" and colour.rgb == "00000000":
        return "000000"  # some writers leave the first pair at zero; what is filled with it shows black
    found = _colour(colour, themes) if colour is not None else None
    return None if found in (None, "FFFFFF") else found


def _colour(colour: Any, themes: list[str]) -> str | None:
    plain = None
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        plain = colour.rgb[-6:].upper() if colour.rgb != "00000000" else None
    elif colour.type == "theme" and colour.theme is not None and colour.theme < len(themes):
        plain = themes[colour.theme].upper()
    elif colour.type == "indexed" and colour.indexed is not None and colour.indexed < len(COLOR_INDEX):
        plain = COLOR_INDEX[colour.indexed][-6:].upper()
    if not plain or not re.fullmatch(r"[0-9A-F]{6}", plain):
        return None
    return _tinted(plain, colour.tint or 0.0)


def _tinted(plain: str, tint: float) -> str:
    if not tint:
        return plain
    red, green, blue = (int(plain[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(light, 1.0), saturation))


def shown(value: Any, number_format: str) -> tuple[str, str | None]:
    """What the cell shows, and the ISO date behind it where it is one; a day the format hides is not made up."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, datetime | date):
        return _date(value, number_format)
    if isinstance(value, time):
        return value.isoformat(timespec="minutes"), None
    if isinstance(value, int | float):
        return _number(value, number_format), None
    return str(value), None


def _date(value: datetime | date, number_format: str) -> tuple[str, str | None]:
    plain = _NOT_SHOWN.sub(lambda m: m.group(1) or m.group(2) or "", number_format)
    if plain.lower() in ("mm-dd-yy", "general", ""):  # the reader's own short date: British here
        plain = "dd/mm/yyyy"
    plain = re.split(r"(?<![a-z])h", plain, maxsplit=1, flags=re.IGNORECASE)[0].strip(" -,T")
    text = _DATE_PART.sub(lambda m: _part(value, m[0].lower()), plain)
    day = re.search("d", plain, re.IGNORECASE) or value.day != 1
    return text, (f"{value:%Y-%m-%d}" if day else None)


def _part(value: date, code: str) -> str:
    if code[0] == "d":
        return {1: str(value.day), 2: f"{value.day:02d}", 3: f"{value:%a}"}.get(len(code), f"{value:%A}")
    if code[0] == "m":
        return {1: str(value.month), 2: f"{value.month:02d}", 3: f"{value:%b}"}.get(len(code), f"{value:%B}")
    return f"{value:%y}" if len(code) <= 2 else f"{value:%Y}"


def _number(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{value * 100:g}%"
    decimals = re.fullmatch(r"[#,]*0\.(0+)", number_format)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}"

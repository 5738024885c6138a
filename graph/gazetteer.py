"""Who acts for which place: partnerships, predecessor boards, joint names and areas, from data and by pattern.

The data (`data/gazetteer.yaml`) knows England's upper-tier authorities and the partnerships that several of them
share. A partnership it does not know is still found by how its name is built ("… Safeguarding Children Partnership",
"… Local Safeguarding Children Board", "… SCP"). Other abbreviations count only if the text introduces them or the data
has them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.text import joined, key, slug
from graph.yaml_data import data_of

PARTNERSHIP = "Safeguarding Children Partnership"
BOARD = "Local Safeguarding Children Board"

_SMALL = ("and", "of", "on", "upon", "with", "the", "in", "&")
# What names a body after its place. "Partners" in small letters names them too ("Warwickshire safeguarding partners").
_BODY = re.compile(
    r"(?P<local>Local\s+)?(?:Safeguarding\s+(?:(?:Children(?:['’‘]?s)?|Children\s+and\s+Adults?['’]?s?)(?:['’])?\s+(?:and\s+Adults?\s+)?|(?=Partnership))"
    r"|Child(?:ren)?(?:['’‘]?s['’]?)?\s+Safeguarding\s+)(?P<body>Assurance\s+Partnership|Partnership|Board)(?P<many>s)?(?:\s+Board)?\b|(?<!\w)(?P<short>LSCB|(?-i:L?SCP|SCB))\b|(?P<partners>safeguarding\s+partners)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:The|This|That|In|At|By|For|From|Since|Our|Your|Dear|And|Of|Both|Via|As|On|With|When|If|To|Is|Welcome|Also"
    r"|An?|Each|Every|Any|All|Some|Most|No|Another|Other|These|Those|Where|Locally|Nationally|Although|While)(?:\s+|$))+"
)
_OFFICE = re.compile(r"^.*\b(?:Chairs?|Scrutineer|Members?|Manager|Team|Unit|Report|Executive|Officer|Reviews?)\b"
                     r"(?:\s+(?:of|for|and|from|by|to|the))*\s*")  # fmt: skip
_NO_PLACE = (
    "adult",
    "adults",
    "regional",
    "our",
    "joint",
    "new",
    "independent",
    "national",
    "local",
    "statutory",
    "multi agency",
    "delegated",
    "lead",
    "lead and delegated",
)
_PLACE_WORDS = 2  # words of a place that is named before another one
_BOUND = r"(?<![\w-])(?:{})(?![\w]|-\w)"


@dataclass(frozen=True, slots=True)
class _Shared:
    name: str
    areas: tuple[str, ...]
    retired: bool


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = data_of("graph.data", "gazetteer.yaml")
    return loaded


@cache
def _shared() -> dict[str, _Shared]:
    """Every partnership that the data names, under the key of each of its names."""
    found: dict[str, _Shared] = {}
    for entry in _data()["shared"]:
        body = _Shared(entry["name"], tuple(entry["areas"]), entry.get("retired", False))
        for name in (entry["name"], *entry.get("aliases", ()), *entry.get("abbreviations", ())):
            found[_plain(name)] = body
    for entry in _data()["named"]:
        found[_plain(entry["name"])] = _Shared(entry["name"], (entry["area"],), False)
    return found


@cache
def _area_names() -> dict[str, tuple[str, ...]]:
    """Each spelling of an area or region (plain form) and the areas it means."""
    names: dict[str, tuple[str, ...]] = {}
    for name, facts in _data()["areas"].items():
        for spelling in (name, *(facts or {}).get("aliases", ())):
            names[_plain(spelling)] = (name,)
    names.update({_plain(region): tuple(members) for region, members in _data()["regions"].items()})
    return names


@cache
def _area_pattern() -> re.Pattern[str]:
    return re.compile(_BOUND.format("|".join(_spelling(n) for n in sorted(_area_names(), key=len, reverse=True))), re.I)


def _plain(name: str) -> str:
    """The form in which names are compared: one spelling of "and", hyphens, apostrophes and full stops."""
    text = re.sub(r"['.]", "", key(name).replace("&", " and "))
    return joined(re.sub(r"[-,/]", " ", text))


def _spelling(plain: str) -> str:
    """A pattern for a plain name, however it is hyphenated."""
    tokens = [
        r"(?:and|&)" if word == "and" else rf"{re.escape(word)}\.?" if word == "st" else re.escape(word)
        for word in plain.split()
    ]
    return r"[\s,\-‐‑–]+".join(tokens)


def areas_named() -> list[str]:
    """Every name and other name of an area that the data knows."""
    return [name for area, facts in _data()["areas"].items() for name in (area, *facts.get("aliases", ()))]


def areas_in(text: str) -> list[str]:
    """Canonical names of the areas a passage names, in printed order; a region gives its members."""
    found: dict[str, None] = {}
    for match in _area_pattern().finditer(text):
        plain = _plain(match[0])
        if not match[0][0].isupper() or re.search(
            r"\b(?:North|South|East|West|Greater|New)\s+$", text[: match.start()]
        ):
            continue
        if _is_ordinary(plain) and not _surely_a_place(text, match):
            continue
        found.update(dict.fromkeys(_area_names()[plain]))
    return list(found)


def _is_ordinary(plain: str) -> bool:
    areas = _area_names()[plain]
    facts = _data()["areas"].get(areas[0]) if len(areas) == 1 else None
    return bool(facts and facts.get("ordinary"))


def _surely_a_place(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    return bool(
        re.search(r"\b(?:in|of|from|for|to|across|within|and|near|around)\s+$|,\s*$|&\s*$", before)
        or re.match(
            r"\s+(?:(?:Metropolitan\s+)?Borough|Council|County|City|Local|Safeguarding|LSCB|LA\b|MBC)|['’]s|$", after
        )
    )


def partnerships_in(text: str) -> list[str]:
    """Canonical names of the partnerships and boards a passage names, in the order of first mention."""
    found: dict[int, list[str]] = {}
    flat = re.sub(r"\*\*", "", text)
    introduced: dict[str, str] = {}
    for match in _BODY.finditer(flat):
        place = _place_before(flat[: match.start()])
        names = _bodies(place, match) if place else []
        if names:
            found.setdefault(match.start(), []).extend(names)
            short = re.match(r"[\s,]*\(\s*(?:the\s+)?['\"‘“]?([A-Z][A-Za-z]{2,7})['\"’”]?\s*\)", flat[match.end() :])
            if short and len(names) == 1:
                introduced[short[1]] = names[0]
    for entry in _data()["shared"]:
        introduced.update(dict.fromkeys(entry.get("abbreviations", ()), entry["name"]))
    for abbreviation, name in introduced.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(abbreviation)}(?=['’]?s?(?![\w-]))", flat):
            found.setdefault(match.start(), []).append(name)
    return list(dict.fromkeys(name for start in sorted(found) for name in found[start]))


def _place_before(before: str) -> str:
    """The words of a place that stand right before a body's name ("" if none)."""
    paragraph = re.split(r"\n\s*\n", before)[-1][-160:]
    if paragraph.rstrip().endswith(","):
        return (
            ""  # "Robin Ash, LSCP manager", "Locally, safeguarding partners": what stands there is no place of theirs
        )
    capitals = paragraph.rsplit("\n", 1)[-1].isupper()
    taken: list[str] = []
    for word in reversed(paragraph.split()):
        bare = word.strip("()[]'\"“”‘’*")
        small = bare.lower() in _SMALL
        if bare == "The" or (not taken and small) or not (small or bare[:1].isupper()):
            break
        if taken and word[-1] in '.:;)”"?!' and word != "St.":
            break
        if bare.isupper() and len(bare) > 1 and not capitals and bare != "BCP":
            break  # another body's abbreviation
        taken.insert(0, bare)
    place = _OPENING.sub("", " ".join(taken))
    while place and (place.split()[0].lower() in _SMALL):
        place = " ".join(place.split()[1:])
    return _place_alone(_OFFICE.sub("", place).strip(" ,'’"))


def _place_alone(place: str) -> str:
    """A known place without what is printed before it in capitals too, a person's or a firm's name above all.

    "Robin Ash Lancashire" (a signature above the name of a board) is Lancashire; "North Lancashire" and "Ashmere and
    Lancashire" stay, because a quarter or one more place may be part of the name.
    """
    if _known(place) or _plain(place) in _area_names():
        return place
    words = place.split()
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        if not (_known(rest) or _plain(rest) in _area_names()):
            continue
        before = [word for word in words[:at] if word.lower() not in _SMALL]
        joined_on = words[at - 1].lower() in _SMALL or words[at - 1].endswith(",")
        named = len(before) > 1 and not _area_pattern().search(" ".join(words[:at]))
        return rest if named and (not joined_on or len(before) > _PLACE_WORDS) else place
    return place


def _bodies(place: str, match: re.Match[str]) -> list[str]:
    board = (match["short"] or "").upper().endswith("B") or (match["body"] or "").lower() == "board"
    several = bool(match["many"] or match["partners"])
    if _plain(place) in _NO_PLACE or "safeguarding" in place.lower() or re.search(r"\badults?$", place, re.I):
        return []
    other = match["body"] and "safeguarding child" not in key(match[0])  # another spelling: believed of a known place
    if other and not (_known(place) or _area_names().get(_plain(place))):
        return []
    joint = _joint(f"{place} {PARTNERSHIP}s") if several else None
    if joint:
        return [joint]
    if several and not _known(place):
        names = [_canonical(part, board) for part in _listed(place)]
        return list(dict.fromkeys(name for name in names if name))
    name = _canonical(place, board)
    return [name] if name else []


def _listed(place: str) -> list[str]:
    """The single places of "Derbyshire, Nottingham City and Nottinghamshire"."""
    parts, rest = [], place
    while rest:
        known = _area_pattern().match(rest)
        end = known.end() if known else (m.start() if (m := re.search(r",|\s(?:and|&)\s", rest)) else len(rest))
        parts.append(rest[:end])
        rest = re.sub(r"^[\s,]*(?:(?:and|&)\s+)?", "", rest[end:]) if end else ""
    return parts


def _known(place: str) -> _Shared | None:
    return _shared().get(_plain(f"{place} {PARTNERSHIP}"))


def _canonical(place: str, board: bool) -> str:
    if place.isupper() and len(place) > 3:
        place = " ".join(
            w.lower() if w.lower() in _SMALL else "-".join(p.capitalize() for p in w.split("-")) for w in place.split()
        )
    areas = _area_names().get(_plain(place), ())
    if board:
        return f"{areas[0] if len(areas) == 1 else place.replace('&', 'and')} {BOARD}"
    if known := _known(place):
        return known.name
    if len(areas) == 1:
        return partnership_for(areas[0]) or f"{place} {PARTNERSHIP}"
    return f"{place.replace('&', 'and')} {PARTNERSHIP}"


def areas_of(partnership: str) -> list[str]:
    """The areas a partnership, board or joint name acts for; an unknown one acts for the place in its name."""
    joint = members_of(partnership)
    if joint:
        return list(dict.fromkeys(area for member in joint for area in areas_of(member)))
    known = _shared().get(_plain(partnership))
    if known:
        return list(known.areas)
    match = _BODY.search(partnership)
    place = joined(partnership[: match.start()] if match else partnership)
    if shared := _known(place):
        return list(shared.areas)
    exact = _area_names().get(_plain(place))
    return list(exact) if exact else areas_in(place) or ([place] if place else [])


def partnership_for(area: str) -> str | None:
    """The partnership that acts for an area now; None for a place the data does not know."""
    areas = _area_names().get(_plain(area))
    if areas is None or len(areas) != 1:
        return next((b.name for b in _shared().values() if areas and set(b.areas) == set(areas)), None)
    for body in _shared().values():
        if areas[0] in body.areas and not body.retired:
            return body.name
    return f"{areas[0]} {PARTNERSHIP}"


def members_of(joint: str) -> list[str]:
    """The partnerships behind a joint name; none for a single partnership."""
    name = _joint(joint)
    return next((list(entry["members"]) for entry in _data()["joints"] if entry["name"] == name), [])


def _joint(name: str) -> str | None:
    for entry in _data()["joints"]:
        if _plain(name) in {_plain(n) for n in (entry["name"], *entry.get("aliases", ()))}:
            return str(entry["name"])
    return None


def code_of(area: str) -> str | None:
    """The area's code, where the data has one; else None, and the caller uses a slug."""
    areas = _area_names().get(_plain(area), ())
    facts = _data()["areas"].get(areas[0]) if len(areas) == 1 else None
    code = (facts or {}).get("code")
    return str(code) if code else None


def same_body(a: str, b: str) -> bool:
    """Whether two names are one body: spelling aside, and a board counts as the partnership that followed it."""
    return bool(a.strip()) and _identity(a) == _identity(b)


def _identity(name: str) -> str:
    if joint := _joint(name):
        return slug(joint)
    if known := _shared().get(_plain(name)):
        return slug(known.name)
    match = _BODY.search(name)
    if match is None:
        return slug(name)
    place = joined(name[: match.start()])
    if known := _known(place):
        return slug(known.name)
    areas = _area_names().get(_plain(place), ())
    return (
        slug(partnership_for(areas[0]) or place)
        if len(areas) == 1
        else slug(f"{place.replace('&', 'and')} {PARTNERSHIP}")
    )

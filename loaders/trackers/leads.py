"""Who is to act, one by one: agencies and roles. The name of a person is left out, and that is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.text import joined, key
from loaders.parse.items.agencies import kind_of
from loaders.trackers.vocabulary import listed, pattern

_PREFIX = re.compile(
    r"^\s*(?:(?:joint |co-?)?leads?(?: agency| officer| partner)?|"
    r"support(?:ing|ed by)?(?: agenc(?:y|ies))?|owners?|with|and"
    r"|responsible|agenc(?:y|ies)|input from)\s*[:–—-]\s*|^\s*(?:with|supported by|and|led by|jointly with)\s+",
    re.I,
)
_TITLE = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Cllr|DCI|DI|DS|DC|PC|Supt|Insp|Sgt|Sir|Dame|Rev)\.?"
    r"(?:\s+(?:[A-Z]\.?\s+)?(?!Safeguarding|for|in)[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)?"
)
_SPLIT = re.compile(
    r"\s*(?:\.\s+(?=(?:[Ss]upport\w*|[Ww]ith|[Aa]ssist\w*|[Pp]artners?|[Oo]thers?)\b)|;|\n|\||\s\+\s|\s/\s|(?<=[A-Za-z)][A-Za-z)])/(?=[A-Za-z]{2})|,)\s*"
)
_ENDS = frozenset(
    [
        "service",
        "services",
        "team",
        "unit",
        "officer",
        "officers",
        "manager",
        "managers",
        "lead",
        "trust",
        "hub",
        "hubs",
        "council",
        "agency",
        "department",
        "subgroup",
    ]
)
_NAME = re.compile(r"^[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.?\s+)?[A-Z][\w'’-]+){0,2}$")


PERSON = "a person is named as lead; the name was left out"


@dataclass(slots=True)
class Leads:
    """Agencies and roles as written, and what is odd."""

    names: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)


_NOW = re.compile(
    r"^(?P<old>[^()]+?)[\s,;(–-]*\b(?:now with|now|taken over by|handed (?:over )?to|passed (?:on )?to|"
    r"transferred to|moved to|replaced by)\s+(?P<new>[^()]+?)\)?$"
    r"|^(?P<older>[^()]+?)\s*(?:->|→|=>|➔)\s*(?P<newer>.+)$",
    re.I | re.S,
)
_WAS = re.compile(r"[\s,;]*\((?:was|formerly|previously|until [^()]*|originally)\s[^()]*\)|[\s,;]+(?:formerly|previously)\s+[^;,()]+$", re.I)  # fmt: skip  # noqa: E501


def leads_of(cells: list[str], initials: Mapping[str, str] | None = None) -> Leads:
    """Read the cells that say who is to act.

    Args:
        cells: as printed, with their line breaks.
        initials: what initials stand for in this tracker.
    """
    found = Leads()
    persons = 0
    for raw in cells:
        raw, former = _present(raw)
        found.odd += [f"the lead has changed: “{former}” is said to be the former one"] if former else []
        for part in _parts(raw):
            bare = re.sub(r"\s*\((?:lead|support|joint)\)$", "", part, flags=re.I)
            if initials and (role := initials.get(bare)):
                found.names += [role] if role not in found.names else []
                continue
            if initials and re.fullmatch(r"[A-Z]{2,3}", bare) and kind_of(bare) is None and bare not in initials:
                found.odd.append(f"“{bare}” is not in the tracker's list of initials")
            kept, named = _without_person(part)
            persons += named
            if kept and not pattern("nobody").match(key(kept)) and kept not in found.names:
                found.names.append(kept)
    if persons:
        found.odd.append(PERSON)
    if not found.names:
        found.odd.append("nobody is named as lead" + (" but a person" if persons else ""))
    return found


def _present(raw: str) -> tuple[str, str]:
    """Who leads now, and who led before where the cell says so."""
    if found := _NOW.match(raw.strip()):
        return (found["new"] or found["newer"]).strip(), joined(found["old"] or found["older"]).strip(" ,;–-")
    if was := _WAS.search(raw):
        former = re.sub(r"^\W*(?:was|formerly|previously|originally)\s+", "", was[0], flags=re.I).strip(" ()")
        return _WAS.sub("", raw), joined(former)
    return raw, ""


def _parts(raw: str) -> list[str]:
    """The bodies of one cell; "A and B" are two only where each is known to be one."""
    raw = re.sub(r"\s*\n\s*", "\n", raw.strip())
    shielded = re.sub(r"\([^()]*\)", lambda m: re.sub(r"[;,/|\n]", "\x00" + r"\g<0>", m[0]).translate(_HIDE), raw)
    if ";" in shielded:  # "Named Nurse; Team Manager, Assessment": what a comma ties is one, unless each is a body
        shielded = ";".join(_one_or_several(part) for part in shielded.split(";"))
    else:  # "Chief Inspector, Response / Police": a post and what it is over
        shielded = " / ".join(_post_in_one(p) for p in shielded.split(" / "))
    parts = []
    for piece in _SPLIT.split(shielded):
        piece = joined(re.sub(r"^[\s•*·–-]+", "", (piece or "").translate(_SHOW).replace("\x00", "")))
        piece = _PREFIX.sub("", piece).strip(" .,;:")
        if piece:
            parts += _joined_bodies(piece)
    return parts


_POST = re.compile(
    r"^[^,;/|\n\x00]*\b(?:inspector|superintendent|sergeant|manager|head|director|nurse|doctor|officer|lead|chief|"
    r"commissioner|leader|consultant|head of (?:service|department|unit|function)),\s+[^,;/|\n\x00]+$",
    re.I,
)


def _post_in_one(part: str) -> str:
    post, _, over = part.partition(",")
    over = over.strip()
    kind = kind_of(re.split(r"\s+(?:and|&)\s+", post)[-1])  # "Named Midwife and Head of Service, Assessment"
    apart = kind is not None and kind != kind_of(over) and not kind.startswith("designated")
    two = apart or _POST.match(f"{over}, -")  # "Housing Manager, Head of Early Help"
    return part.replace(",", "\x02") if _POST.match(part) and not two else part


def _one_or_several(part: str) -> str:
    pieces = part.split(",")
    return part if len(pieces) != 2 or all(is_body(piece.strip()) for piece in pieces) else part.replace(",", "\x02")


_HIDE = {ord(";"): "\x01", ord(","): "\x02", ord("/"): "\x03", ord("|"): "\x04", ord("\n"): " "}
_SHOW = {1: ";", 2: ",", 3: "/", 4: "|"}


def _joined_bodies(piece: str) -> list[str]:
    for joint in re.finditer(r"\s+(?:and|&|with)\s+", piece):
        left, right = piece[: joint.start()], piece[joint.end() :]
        if _body(left) and _body(right) and not (len(left.split()) == 1 and _shared_head(left, right)):
            return [left, *_joined_bodies(right)]
        if kind_of(left) is not None and is_body(right):
            return [left, right]
    return [piece]


def is_body(name: str) -> bool:
    """Whether a phrase is the name of an agency, service or team and of nothing else."""
    said = re.sub(r"^(?:all|every|each) ", "", key(name)).split()
    if len(said) < len(name.split()) and " ".join(said) in ("partners", "agencies", "partner agencies", "services"):
        return True
    return kind_of(name) is not None or (1 < len(said) <= 6 and all(word in listed("bodies") for word in said))


def names_agency(label: str) -> bool:
    """Whether a column is named after one agency ("Police", "Health"), whatever stands in it."""
    return is_body(label) or bool(label and {*key(label).split()} <= listed("bodies"))


def _body(name: str) -> bool:
    if kind_of(name) is not None or re.fullmatch(r"[A-Z]{2,6}", name) or _POST.match(name):
        return True
    return key(name) == "council" or (len(name.split()) > 1 and key(name).split()[-1] in _ENDS)


def _shared_head(left: str, right: str) -> bool:
    """ "Drug and Alcohol Service": the first word is no body without the last."""
    return kind_of(left) is None and not re.fullmatch(r"[A-Z]{2,6}", left) and len(right.split()) > 1


def _without_person(part: str) -> tuple[str, bool]:
    """A lead without a person's name, and whether there was one. A role beside the name is kept."""
    titled = _TITLE.search(part)
    if titled:
        rest = joined(part.replace(titled[0], " ")).strip(" ()–—-,:")
        rest = re.sub(r"\s+(?:and|&)$|^(?:and|&)\s+", "", rest)
        return rest, True
    inside = re.fullmatch(r"(?P<out>[^()]+?)\s*\((?P<in>[^()]+)\)", part)
    if inside:
        if is_person(inside["out"], beside=inside["in"]):
            return inside["in"].strip(), True
        if is_person(inside["in"], beside=inside["out"]) or (
            re.fullmatch(r"[A-Z]{2}", inside["in"]) and not kind_of(inside["in"])
        ):
            return inside["out"].strip(), True
    pieces = re.split(r"\s+[-–—]\s+|:\s+", part)
    if len(pieces) == 2:
        for name, other in (pieces, pieces[::-1]):
            if is_person(name, beside=other):
                return other.strip(), True
    return ("", True) if is_person(part) else (part, False)


def is_person(text: str, beside: str = "") -> bool:
    """Whether a phrase is a person's name: it opens with a first name, or stands beside a role and is no body."""
    text = text.strip()
    words = [re.sub(r"['’]s$", "", key(word)).strip(".,") for word in text.split()]
    if not words or not _NAME.match(text) or any(word in listed("bodies") for word in words) or kind_of(text):
        return False
    if words[0] in listed("first_names"):
        return True
    role = [word for word in re.findall(r"[a-z]+", key(beside)) if word in listed("bodies")]
    return bool(role) and len(words) == 2 and not text.isupper()

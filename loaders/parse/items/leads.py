"""Who is to do it: the bodies that a sentence asks, names as acting, or says the work was done by."""

from __future__ import annotations

import re

from graph.text import printed
from loaders.parse.cues import cue
from loaders.parse.items.agencies import asked_of, pattern, term_of
from loaders.parse.items.verb_groups import verb_groups

_LEAD_IN = re.compile(
    r"^(?:(?:It\s+(?:is|was)|We|They|(?:The|His|Her|Their|Its|This)\s+(?:(?:rapid|case|practice|independent|lead|learning)\s+)*(?:review(?:er)?|review\s+team|report|scrutineer|author|audit|panel)s?|Attendees|Participants|Practitioners|Staff|Workers)\s+(?:also\s+)?(?:recommend(?:s|ed)?|ask(?:s|ed)?|expects?|propose[sd]?|suggest(?:s|ed)|sa(?:id|ys))\s+(?P<that>that\s+)?|(?:We|I)\s+(?:\w+\s+)?(?:ask(?:ed)?|urge|invite|request|call\s+on)\s+|Recommendation\s+(?:\d+|[A-Z])\s*[:.–-]?\s*"
    r"|(?:(?:The|Its|Our|Your)\s+)?(?:first|second|third|fourth|fifth|sixth|last|single|only)(?:\s+(?:recommendation|request|point))?"
    r"\s+(?:was|is)\s+(?:that|for)\s+|R\d+\s*[:.–-]?\s+|That\s+|Action\s+\d+\s*[:.–-]?\s*|For\s+)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+(?=[A-Z])")  # "b) Police and social work should …"
_LABEL = re.compile(
    r"^(?!Recommendation)[A-Z][a-z]+(?: [a-z]+){0,5}:\s+(?=(?:the )?[A-Z])"
)  # "Asked of us: The ICB should …"
_ADDRESSED = re.compile(r"(?P<who>(?:[Tt]he )?[A-Z][^:.;]{1,70}):\s+(?:to\s+)?[a-z]")  # "North Council: agree with …"
_NOT_DONE_TO = r"\b(?!\s+(?:also\s+)?be\s+(?:\w+ly\s+)?\w+(?:ed|en)\b)"  # "should be reviewed" has no doer before it
_VERB = re.compile(
    r"\s+(?:(?:should|must|will|shall|needs?\s+to|(?:is|are)\s+(?:asked|required|expected|requested)\s+to|ought\s+to)"
    + _NOT_DONE_TO
    + r"|(?:has|have)\s+(?:also\s+|now\s+|since\s+)?(?!been\b)\w+|(?:is|are)\s+(?:also\s+|currently\s+|now\s+)?\w+ing\b"
    r"|(?:(?:was|were)\s+)?to\s+(?!be\b)[a-z]+)",
    re.IGNORECASE,
)
# After "recommended that" the verb stands bare: "… that the Board seeks assurance".
_BARE_VERB = re.compile(
    r"\s+(?:seek|name|review|consider|develop|agree|work|provide|produce|undertake|assure|explore|revise|update|monitor|"
    r"audit|promote|share|receive|write|ask|remind|strengthen|implement|tell|give|make|report|hold|keep|set|bring|invite|"
    r"check|use|take|put|establish|introduce|create|publish|raise|improve|build|offer|commission|lead|train|assess|record|"
    r"include|adopt|meet|speak|look|sign|fund|pay|join|attend|follow|plan|refer|appoint|arrange|extend|examine|identify|support|test|add|ensure|issue|notify|replace)s?\b"
)
_HELP = re.compile(
    r"^It\s+would\s+(?:help|be\s+(?:good|better))\s+if\s+(?P<who>[^.;]{2,60}?)\s+"
    r"(?:[a-z]+ed|paid|made|gave|held|kept|met|were|was)\b"
)
_BY = re.compile(
    r"\b(?:led|undertaken|completed|delivered|developed|carried\s+out|reviewed|overseen|monitored|owned|done|actioned|agreed|"
    r"implemented|produced|provided|taken\s+forward|co-?ordinated|"
    r"(?:reminded|told)(?:\s+(?:of|about)\s+[^.;,]{2,60}?)?)\s+by\s+(?P<who>[^.;,]{2,80})",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\bfor\s+(?P<who>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:[A-Z][\w’'&-]*|and|of|for|&)){0,7})\s+to\s+(?!be\b)[a-z]+"
)
_NAMED_LAST = re.compile(r"[(\[](?P<who>[^()\[\];]{2,60})(?:;[^()\[\]]*)?[)\]]\.?$")  # "… is being written (Housing)."
_BODY = re.compile(
    r"\b(?:Board|Partnership|Executive|Group|Committee|Team|Services?|Trust|Council|Unit|Champions?|Leaders|Panel|Hub|Agency|Agencies|"
    r"Partners|Department|Authority|Authorities|Directorate|Forum|Network|Office|Officers?|Leads?|Managers?|Alliance|Subgroup|"
    r"Sub-Group|Charity|Commissioners|Providers|Schools|Colleges|Settings|Providers)$",
    re.IGNORECASE,
)


_PLAIN = re.compile(
    r"(?:all |each |every )?(?:(?:two|three|four|five|both|statutory|safeguarding|relevant|local) ){0,3}"
    r"(?:councils|panel|board|executive|committee|partners|(?:partner )?agenc(?:y|ies)|partnership|commissioners|"
    r"colleges|nurseries|head ?teachers?)"
    r"|(?:all|each|every) (?:services?|agenc(?:y|ies)|partners|schools?|teams?|organisations?|settings?|trusts?)"
    r"(?: (?:for|in|that|working with) [\w’' -]{3,60})?",
    re.I,
)
_NO_NAME = re.compile(
    r"(?:There|It|This|That|These|Those|No|What|How)\b|[a-z][\w’'-]*(?: [\w’'-]+)* (?:for|within|in|of|by|from|to) "
)
_FIELDS = ("Health", "Education", "Youth justice")  # as in "Health and police colleagues"
_PEOPLE = (
    r"\s+(?:services?|teams?|staff|practices|colleagues|settings|providers|partners|professionals|representatives)$"
)
_PLACE = re.compile(r"(?:[Tt]he )?[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?")
_OFFICE = re.compile(r"(?:Directors?|Heads?|Chief|Leads?|Managers?|Commissioners?) (?:of|for) [A-Z][\w’' ]+$")


def leads_of(text: str) -> list[str]:
    """Who is to do it, as written without the article; several where several are named; [] where nobody is said.

    Taken from the subject before the verb ("X and Y should …", "X to review …"), "for X to …" and "led by X".
    """
    flat = _undated(_ITEM.sub("", printed(text)))
    addressed = _ADDRESSED.match(flat)
    if addressed and (leads := bodies_of(addressed["who"])):
        return leads
    flat = _LABEL.sub("", flat)
    lead_in = _LEAD_IN.match(flat)
    opened = flat[lead_in.end() :] if lead_in else flat
    asked = lead_in is not None and (lead_in["that"] is not None or lead_in[0].startswith("That"))
    verb = _BARE_VERB.search(opened) if asked else None
    verb = verb if verb and bodies_of(opened[: verb.start()]) else _VERB.search(opened)
    if verb:
        leads = bodies_of(opened[: verb.start()])
        if leads:
            return leads
    if (named := _NAMED_LAST.search(flat)) and (leads := bodies_of(named["who"])):
        return leads
    for told in (_HELP, _BY, _ASKED):
        if match := told.search(flat):
            leads = bodies_of(re.split(r"\s+(?:by|in|before|to|with|on|from|at)\s", match["who"])[0])
            if leads:
                return leads
    return []


def bodies_of(subject: str) -> list[str]:
    """The bodies of a subject, as written without the article; [] unless every part is one."""
    subject = re.sub(r"\s*\([^)]*\)", "", subject).strip(" ,:")
    if not subject or len(subject) > 120 or re.search(r"[.;?]\s", subject):
        return []
    listed = [p for p in re.split(r"\s*,\s*(?:and\s+)?", subject) if p]
    parts = _placed([part for piece in listed for part in _parted(piece)])
    names = [re.sub(r"^(?:the|The|Both|both|and)\s+", "", p).strip() for p in parts]
    return list(dict.fromkeys(names)) if names and all(_is_body(n) or _odd(n, names) for n in names) else []


_WITHIN = re.compile(  # "We recommend that, within three months, …"
    r",?\s*\bwithin (?:the next )?\w+ (?:working |calendar )?(?:days|weeks|months|years?)(?: of [\w ]{3,40}?)?,\s*",
    re.I,
)


def _undated(text: str) -> str:
    """A sentence without the time it opens with ("From September 2024 all health visitors …")."""
    text = _WITHIN.sub(" ", text, count=1)
    found = cue("opening", "time").match(text)
    return text[found.end() :] if found else text


def asks_somebody(text: str) -> bool:
    """Whether a point says who is to do what ("Leads to sit at …", "Commissioners should check …"), not what was."""
    asks = cue("passages", "only-asked").search(text) is not None or _to_do(text)
    return asks and not re.search(r"\bshould have\b", text) and bool(leads_of(text))


def _to_do(text: str) -> bool:
    """Whether somebody is "to do" something, and no verb before it tells what they did ("has agreed to share")."""
    found = cue("passages", "to-do").search(text)
    return found is not None and not any(one.main and one.start < found.end() for one in verb_groups(text))


def _placed(parts: list[str]) -> list[str]:
    """Parts with the places of one name put together again ("North, Mid and South Vale NHS Trust" is one body)."""
    out: list[str] = []
    places: list[str] = []
    for part in parts:
        if _PLACE.fullmatch(part) and not _is_body(part):
            places.append(part)
            continue
        joins = places and " and " in part and _BODY.search(part)
        out += [", ".join([*places, part])] if joins else [*places, part]
        places = []
    return out + places


def _parted(piece: str) -> list[str]:
    """ "A and B" as two only where each is a body by itself ("Drug and Alcohol Service" is one)."""
    for joint in re.finditer(r"\s+(?:and|&)\s+", piece):
        left, right = piece[: joint.start()], re.sub(r"^(?:the|The|both)\s+", "", piece[joint.end() :])
        bare = re.sub(r"^(?:the|The|Both|both)\s+", "", left)
        both_bodies = _is_body(bare) and _is_body(right)
        if both_bodies or (_odd(bare, [right]) and len(right.split()) == 1 and _camel(right)):
            return [*_parted(left), *_parted(right)]
    return [piece]


def _is_body(name: str) -> bool:
    if (
        not name
        or len(name.split()) > 12
        or re.search(r"\b(?:of\s+the\s+review|recommendations?|learning|training|between)\b", name, re.I)
    ):
        return False
    if name in _FIELDS or _PLAIN.fullmatch(name) or _OFFICE.match(name) or asked_of(name):
        return True
    bare = re.sub(r"^(?:all|each|every|local)\s+", "", name, flags=re.IGNORECASE)
    if term_of(bare) is not None or term_of(re.sub(_PEOPLE, "", bare)) is not None:
        return True
    if cue("passages", "asking-verb").match(name) or cue("opening", "done").match(name):
        return False  # "Develop ... services" asks, "Established a group" tells: neither names anybody
    if re.fullmatch(r"[A-Z][A-Z&]{1,9}s?|NHS(?: [A-Z][\w’'-]+){1,4}", name) or _camel(name):
        return True
    if re.fullmatch(
        r"(?:all |the )?(?:services|teams|agencies|staff|schools|leaders) (?:for|in|working with) [\w’' -]{3,60}",
        name,
        re.I,
    ):
        return True
    if _NO_NAME.match(name):
        return False
    inside = list(pattern().finditer(name))
    ends = bool(inside) and inside[-1].end() == len(name)
    return bool(_BODY.search(name) or ends) and (
        name[0].isupper() or bare != name or bool(inside and _BODY.search(name))
    )


def _camel(name: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", name))


def _odd(name: str, others: list[str]) -> bool:
    """A single capitalised name that is taken for a body because it stands beside one."""
    return bool(re.fullmatch(r"[A-Z][\w’'-]+", name)) and any(_camel(o) for o in others)

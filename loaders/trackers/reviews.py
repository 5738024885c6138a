"""Which review a row, a banner, a sheet or a title names: reference, name, kind, and the label as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.records import Review, ReviewKind
from graph.text import joined, key, printed
from loaders.blocks import Block
from loaders.coding import code, context_themes
from loaders.parse.cases.fact_lines import facts_of_line
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import kind_of
from loaders.trackers.leads import is_body
from loaders.trackers.vocabulary import says

LABEL = 22  # words of a line that names a review
_CODE = re.compile(r"\(\s*(?P<code>[A-Z]{1,6}[ -]?\d{1,4}(?:\s?[/-]\s?\d{2,4})?|[A-Z]{0,3}\d{1,4}/\d{2,4})\s*\)")
_QUOTED = re.compile(r"[\"“‘'](?P<name>[A-Z][\w '’&-]*?)[\"”’'](?!\w)")
_TAIL = re.compile(
    r"[\s:–—-]*\b(?:(?:multi-agency |composite |learning |improvement |response )*"
    r"(?:(?:action|learning|improvement|recommendations?) (?:plan|log|register|tracker)|tracker|actions|"
    r"recommendations|response|log)"
    r"(?: (?:and|&) .*)?)\s*$"
    r"|\s+[–—-]\s+(?:[\w-]+ ){0,3}(?:board|plan|tracker|log|register|progress|update|position|return|report)\b.*$",
    re.I,
)
_LEAD = re.compile(
    r"^.*?\b(?:action plan|tracker|actions|response|recommendations)\b\s*"
    r"(?:for|from|to|of|in response to|arising from|[:–—-])\s*(?:the )?",
    re.I,
)
_OF_A_GROUP = re.compile(  # "Case Review Group log": who holds reviews, and none of them
    r"\b(?:case|practice|learning|rapid|incident|serious) reviews? (?:(?:sub|working|steering|task)[- ]?)?"
    r"(?:groups?|committee|panel|team|forum|meetings?)\b",
    re.I,
)
_NAME_BEFORE = re.compile(  # "the Heron review"
    r"\b(?!(?:The|This|Our|Each|All|Any|Rapid|Practice|Learning|Thematic|Case|Serious|Local|Safeguarding|Domestic|Homicide|"
    r"Adults?|Child(?:ren)?|National|Peer|Independent|Annual|Death|Multi|Single|Agency|Joint|Management|Critical|Incident|"
    r"Desktop|Focused|Related|Lessons|Appreciative|External|Internal|Six|Midyear|Progress|Policy|Service|Partnership|"
    r"Performance|Quarterly|Monthly|Strategic|Quality|Source|Which|Next|Last|Date|Name|Mid|Final|Under|In|For|Of)\b)"
    r"(?P<name>[A-Z][a-z]{2,}) [Rr]eview\b"
)
_TESTS: tuple[tuple[ReviewKind, str, str | None], ...] = (
    ("inspection", r"\b(?:ofsted|jtai|ilacs|cqc|inspections?|hmicfrs|joint targeted area)\b", "inspection"),
    ("audit", r"\b(?:audits?|deep dive|dip sampl\w+|section 11)\b", "audit"),
    ("thematic-review", r"\bthematic review\b", None),
    ("learning-review", r"\b(?:learning (?:lessons )?review|case review|thematic learning review)\b", None),
    ("other", r"\breview\b|\binquir(?:y|ies)\b", None),
)


@dataclass(slots=True)
class Label:
    """A review as a tracker names it."""

    printed: str
    kind: ReviewKind = "other"
    ref: str | None = None
    name: str | None = None
    aliases: list[str] = field(default_factory=list)
    test: str | None = None
    line: int | None = None  # where it is printed
    told: list[tuple[str, Block]] = field(default_factory=list)  # what a key tells beside it, each with its head

    @property
    def id(self) -> str:
        """What tells reviews of one tracker apart."""
        return key(self.ref or self.name or self.printed)

    def record(self) -> Review:
        """The review as a record."""
        told = [*self.aliases, self.printed, *_in_full(self.kind, self.ref, self.printed)]
        aliases = [a for a in dict.fromkeys(told) if a not in (self.ref, self.name)]
        return Review.model_validate(
            {
                "ref": self.ref,
                "name": self.name,
                "aliases": aliases,
                "kind": self.kind,
                "test": self.test,
                "quote": self.printed,
                "line": self.line,
            }
        )


def label_of(text: str, *, sure: bool = False) -> Label | None:
    """The review a text names, or None.

    Args:
        text: a cell, banner, sheet name or title line as printed.
        sure: the place is for naming reviews, so that any name there is one.
    """
    text = printed(text).strip(" :")
    if not text or denied(text):
        return None
    if (group := _OF_A_GROUP.search(text)) and kind_of(text.replace(group[0], " ")) is None and not sure:
        return None
    bare = _TAIL.sub("", text).strip(" :–—-") or text
    if says("kinds_alone", bare):
        rest = _LEAD.sub("", text)  # "SILP recommendations and action plan – Family Y"
        if rest != text and (named := _labelled(rest, text)):
            named.kind = kind_of(text) or named.kind
            return named
        return _named(bare, text, kind_of(text) or "other", None) if sure else None
    for form in dict.fromkeys([bare, _LEAD.sub("", bare), text]):
        if found := _labelled(form, text):
            return found
    kind, test = _kind(text)
    if kind is None and not sure:
        return None
    if test is None and (before := _NAME_BEFORE.search(_LEAD.sub("", text))):
        return Label(text, kind or "other", None, before["name"], [before[0]])
    return _named(bare, text, kind or "other", test)


def sheet_label(name: str) -> Label | None:
    """The review a sheet is named after: by kind or label, or a name that no plain sheet bears."""
    found = label_of(name)
    if (
        found is not None
        and (kind_of(name) or found.ref)
        and not says("plain_sheets", _KINDLESS.sub("", name).strip(" -"))
    ):
        return found
    if says("plain_sheets", name) or says("key_sheets", name) or found is not None:
        return None if says("plain_sheets", name) else found
    if is_body(name):
        return None  # a sheet for each agency
    as_name = case_label(f"Rapid Review {name}")
    plain = as_name is not None and as_name.name is not None and not code(name) and not context_themes(name)
    return Label(name, "other", None, name) if plain else None


_DENIED = re.compile(r"(?:no|not an?|without an?)\s+(?P<what>(?!\d)[^.;:,–—]{2,40})", re.I)
_KINDLESS = re.compile(r"\b(?:LCSPRs?|CSPRs?|SCRs?|RRs?|rapid reviews?|reviews?)\b", re.I)


def _in_full(kind: ReviewKind, ref: str | None, words: str) -> list[str]:
    """A reference of number and year as digests write it: "5/22" of a rapid review and "RR 05-22" are RR 5/22."""
    short = {"rapid-review": "RR", "lcspr": "LCSPR", "scr": "SCR"}.get(kind)
    found = re.fullmatch(r"(\d{1,3})\s*[/-]\s*(\d{2}|\d{4})", ref or "") or re.search(
        r"\b(?:RR|LCSPR|CSPR|SCR)[\s-]*(\d{1,3})\s*[/_-]\s*(\d{2}|\d{4})\b", words
    )
    return [f"{short} {int(found[1])}/{found[2]}"] if short and found else []


def denied(text: str) -> bool:
    """Whether a text says that there is no review."""
    if (said := _DENIED.match(text)) and kind_of(said["what"]):  # "No LCSPR. The Group agreed these itself"
        return True
    return says("no_review", text) and (kind_of(text) is None or "no review" in key(text))


def _labelled(form: str, text: str) -> Label | None:
    """By the reader of case labels, as a whole or up to a dash."""
    code_ = _CODE.search(form)
    whole = case_label(form, among_cases=True)
    if whole is not None and (whole.ref or whole.name) and whole.test is None:
        label = Label(text, whole.kind, whole.ref, _cased(whole.name), list(whole.aliases))
        if code_ and label.ref is None and not re.search(r" 20\d\d$", code_["code"]):  # a year says when
            label.ref = joined(code_["code"])
        if label.name and label.ref and re.fullmatch(r"[A-Z]+ (?:19|20)\d\d", label.ref):
            label.ref = None  # a kind and a year, which several reviews share
        beside = re.search(r"\((?P<name>[A-Z][^()\d]{1,40})\)", form)
        if label.name is None and beside and kind_of(beside["name"]) is None:
            label.name = joined(beside["name"])
        if label.kind == "other":
            kind, test = _kind(text)
            label.kind, label.test = kind or "other", test
        return label
    for sign in re.finditer(r"\s+[-–—]\s+|:\s+|,\s+|\s*\(|\s+(?=(?:aged|boy|girl|male|female)\b)", form):
        head, rest = form[: sign.start()], form[sign.end() :].strip(" )")
        if says("kinds_alone", head):
            continue  # the name stands behind it ("RR – Baby D, 11 weeks")
        label_ = case_label(head, among_cases=True)
        if label_ is not None and label_.test is None and (label_.ref or label_.name):
            short = len(rest.split()) <= 7 and kind_of(rest) is None and facts_of_line(rest) == (None, None)
            name = label_.name or (rest if short and not re.fullmatch(r"[\d\s/-]+", rest) else None)
            ref = label_.ref or (joined(code_["code"]) if code_ and not re.search(r" 20\d\d$", code_["code"]) else None)
            return Label(
                text, label_.kind, ref, _cased(name), [a for a in (*label_.aliases, rest if short else "") if a]
            )
        if (inside := case_label(f"{rest} {head}", among_cases=True)) and kind_of(rest) and inside.name:
            return Label(text, inside.kind, inside.ref, _cased(inside.name))
    return None


def _kind(text: str) -> tuple[ReviewKind | None, str | None]:
    found = kind_of(text)
    for kind, words, test in _TESTS:
        if re.search(words, text, re.I):
            return (kind, test) if test or found is None else (found, None)
    return found, None


def _named(bare: str, text: str, kind: ReviewKind, test: str | None) -> Label:
    code_, quoted = _CODE.search(bare), _QUOTED.search(bare)
    code_ = None if code_ and re.search(r"\b(?:19|20)\d\d$", code_["code"]) else code_
    after = re.search(r"\breview\b\s*(?:[:–—-]|of|into|on)\s*(?P<rest>.+)$", bare, re.I)
    name = quoted["name"] if quoted else after["rest"] if after and kind not in ("inspection", "audit") else bare
    name = joined(_CODE.sub("", name)).strip(" :–—-")
    ref = joined(code_["code"]) if code_ else None
    return Label(text, kind, ref, _cased(name), [] if name == bare else [bare], test)


def _cased(name: str | None) -> str | None:
    """A name printed in capitals, as a name."""
    if name is None or not name.isupper() or not any(len(word) > 4 and word.isalpha() for word in name.split()):
        return name
    return " ".join(word.capitalize() if len(word) > 2 or not word.isalpha() else word for word in name.split())

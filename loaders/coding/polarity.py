"""Whether a passage tells a shortfall, good practice, an obstacle, an absence, or only names a topic.

The words of the passage come first, the meaning of its heading second. A bare topic stays "not-stated": from "Visiting"
nobody can know whether the visits were good or missing. Of a sentence that concedes one thing the main clause is asked,
and an exception ("with the exception of health") is a shortfall. Running prose with praise and blame: prose.py.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.records import JudgedBy, Polarity
from graph.yaml_data import data_of
from loaders.coding.absence import ruled_out
from loaders.coding.devoted import devoted, praised
from loaders.coding.lapses import tells_lapse
from loaders.coding.negation import may_deny
from loaders.coding.phrases import Match, Phrases, compiled, plain
from loaders.coding.prose import prose_polarity
from loaders.coding.themes import code
from loaders.sieve import Sieve

_BY_HEADING: dict[str, Polarity] = {
    "good-practice": "good-practice",
    "needs-improvement": "shortfall",
    "not-at-fault": "absent",
}
# the lists of polarity.yaml in the order in which they are asked, and what each says of a passage
_SIGNS: dict[str, Polarity] = {
    "barrier": "barrier",
    "shortfall": "shortfall",
    "wish": "shortfall",
    "good-practice": "good-practice",
}
# sections written in whole sentences that praise and blame side by side
_PROSE = ("inspection-judgement", "inspection-topic", "panel-feedback", "scrutiny", "judged-in-prose")
_CONCEDED = re.compile(
    r"^\W*(?P<told>although|though|even though|while|whilst|despite|notwithstanding|in spite of)\b[^.;]*?,\s+"
    r"(?P<main>[^.;]+)",
    re.IGNORECASE,
)
_CLAUSES = ("although", "though", "even though", "while", "whilst")
_WRONG = ("shortfall", "barrier")
_NOT = re.compile(r"\b(?:not|never|rarely|seldom|hardly|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_LEAST_MAIN = 4  # words of a main clause that can decide
_OF_FAMILY = re.compile(
    r"\b(?<=mother|father)(?:,\s+|\s+)who\b[^,;.]*|"
    r"(?:(?<=parents)|(?<=couple)|(?<=family)),?\s+who\b[^,;.]*|\bwhich had not been (?:there|in place|so)\b[^,;.]*",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?:^\W*|[,;.]\s+)(?:however|but|unfortunately|that said|nevertheless|yet|although|though|regrettably)\b,?\s+"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)
_PRAISED = re.compile(
    r"^\W*(?:(?:however|but|that said|on the other hand),?\s+)?"
    r"(?:there (?:was|were|is|are) (?:also )?(?:some )?(?:good|strong|excellent|clear evidence of good)"
    r"|it (?:was|is) (?:also )?(?:positive|pleasing|encouraging|good)\b|good practice\b|a (?:real )?strength\b"
    r"|(?:this|which) was good practice)",
    re.IGNORECASE,
)
_NOTHING_WRONG = re.compile(
    r"^\W*(?:(?:the |this )?(?:review|reviewer|author|panel|group|audit|partnership|we|i)s? "
    r"(?:also |however |therefore )?(?:found|saw|heard|identified|noted) )?"
    r"(?:nothing (?:suggests|indicates|to suggest)\b|(?:there (?:is|was|were) )?no (?:\w+ )?"
    r"(?:evidence|indications?|signs?|suggestion|concerns?|history) (?:of|that|about|to suggest)\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(  # advice opens with a bare verb and tells of nothing that was: "Speak to them in their own words"
    r"^\W*(?:(?:always|please|then|also|continue to|remember to|try to|aim to|and) )*"
    r"(?:ensure|make|record|speak|talk|listen|ask|share|use|be|keep|consider|think|check|seek|involve|include|encourage"
    r"|support|work|remember|challenge|see|look|find|explore|discuss|provide|give|offer|take|follow|hold|write|tell|build"
    r"|promote|maintain|understand|recogni[sz]e|respond|develop|improve|strengthen|communicate|plan|review|engage|help"
    r"|create|get|know|establish|embed|agree|arrange|invite|identify|assess|visit|observe|act|escalate|refer|let|allow"
    r"|show|go|set|bring|meet)"
    r"\b(?! (?:was|were|is|are|has|had|from|by|of)\b)(?!.*\b(?:was|were|had|has|did|have been)\b)",
    re.IGNORECASE,
)
_GRADED = Sieve(r"\w\W+(?:\bRequires [Ii]mprovement(?: to be good)?|\bInadequate)\W*$")  # a part with its grade
_RULED_OUT = Sieve(  # looked for and not found, of what would be a fault or a harm
    r"\b(?:(?:no|nor (?:was|is|were) there any) (?:\w+ )?(?:evidence|indications?|suggestions?|signs?)"
    r"|(?:was|is) not (?:found|thought|considered|shown) that"
    r"|nothing (?:to suggest|to indicate|suggests|which)"
    r"|(?:did|do|does) not (?:find|conclude|think|consider|believe)(?: any (?:evidence|indication|sign))? that)\b[^.;]*"
    r"\b(?:play(?:ed|s|ing)? (?:a|any) part|contribut\w+"
    r"|(?:had|have|has|was|were) (?:been )?(?:\w+ly )?"
    r"(?:affected|influenced|overlooked|withheld|exploited|biased|ignored|misled|wrongly \w+|neglected|abused|harmed"
    r"|avoided|discouraged|unaware|reluctant|unwilling|careless|indifferent|failed to)"
    r"|(?:was|were|is|been) (?:an?|any|the) (?:factor|cause|reason)|(?:was|were|is|been) (?:controlling|harming|hurting"
    r"|exploiting|abusing|coercing|grooming|bullying)|(?:fell|fallen) short"
    r"|(?:had|have|has|having) (?:an? |any )?(?:\w+ )?(?:impact|effect|bearing|influence) on"
    r" (?:the |this |these |any )?(?:decision|outcome|choice|judgement|event|incident|death|injur|referral)\w*"
    r"|led (?:practitioners|professionals|workers|staff|services|agencies|anyone|anybody) to"
    r"|bullying|bias|discrimination|racism|prejudice)\b"
    r"|\bno (?:agency|service|worker|professional|practitioner|one|body|school|team)\b[^.,;]{0,40}"
    r" (?:was|were|is) at fault\b"
    r"|\b(?:considered|looked for|explored|looked (?:carefully )?at)\b[^.;]*"
    r"\b(?:no (?:evidence|indication|sign) (?:of (?:it|this|them) )?(?:was|were) found"
    r"|(?:saw|found) no (?:evidence|indication|sign)|did not find any|found (?:none|nothing)|none was found)\b",
    re.IGNORECASE,
)


def polarity_of(text: str, meaning: str | None) -> Polarity:
    """The polarity of a passage. `meaning` is its section's id (learning, needs-improvement, good-practice …)."""
    even = plain(text)
    if _nothing_in_it(even) and not _wrong_beside(even):
        return "absent"
    if _GRADED.search(even):
        return "shortfall"
    told = prose_polarity(even) if meaning in _PROSE else None
    if _absent(even) and not _prompt(even) and (told != "shortfall" or _NOTHING_WRONG.match(even)):
        return "absent"  # a missing oversight of problems is no missing problem
    if told is None and meaning in _BY_HEADING:
        return _against_heading(even, _BY_HEADING[meaning]) or _BY_HEADING[meaning]
    if praised(even):
        return "good-practice"
    said = told or _by_words(even)
    if said != "not-stated":
        return said
    return "shortfall" if tells_lapse(even) else "good-practice" if devoted(even) else said


def _nothing_in_it(text: str) -> bool:
    """Whether a sentence says that what was looked for was not there."""
    return bool(ruled_out(text) or _RULED_OUT.search(text))


def _wrong_beside(text: str) -> bool:
    """Whether it only concedes that, beside what was wrong ("While nobody could have foreseen it, there were gaps")."""
    said = (text, re.split(r":\s+", text)[-1])  # 'The review found: "While …"'
    parts = [found["main"] for found in map(_CONCEDED.match, said) if found]
    parts += [found["rest"] for found in [_TURNED.search(text)] if found]
    return any(_sign(part) in _WRONG and not _nothing_in_it(part) for part in parts)


def _against_heading(text: str, said: Polarity) -> Polarity | None:
    """What a sentence tells against its heading: a "however" below praise, a "strength" below blame."""
    if said == "good-practice":
        turned = _TURNED.search(text)
        return "shortfall" if turned and _sign(turned["rest"]) == "shortfall" else None
    return "good-practice" if _PRAISED.match(text) and _by_words(text) not in _WRONG else None


def _by_words(text: str) -> Polarity:
    """The polarity that words show: of a sentence that concedes ("Although plans were late, …") its main clause first,
    and what is told of a family ("the mother, who had not been open") not at all where the rest is praise.
    """
    conceded = _CONCEDED.match(text)
    if conceded and len(conceded["main"].split()) >= _LEAST_MAIN:
        said = _sign(conceded["main"])
        if (
            said != "not-stated" or conceded["told"].casefold() not in _CLAUSES
        ):  # "despite high caseloads" tells no fault
            return said
    said = _sign(text)
    if said == "shortfall" and _sign(_OF_FAMILY.sub("", text)) == "good-practice":
        return "good-practice"
    return said


def _sign(text: str) -> Polarity:
    cancelled = [(match.start, match.end) for match in _phrases("not").matches(text)]
    praise = [match for match in _phrases("good-practice").matches(text) if not _denied(text, match)]
    praise = [] if _ASKED.match(text) else praise
    praised = [(match.start, match.end) for match in praise]
    for name in _SIGNS:
        found = praise if _SIGNS[name] == "good-practice" else _phrases(name).matches(text)
        denied = cancelled if _SIGNS[name] == "good-practice" else [*cancelled, *praised]  # "did not give up" is praise
        if any(not _within(match, cancelled) and not _part_of(match, denied) for match in found):
            return _SIGNS[name]
    return "not-stated"


def _denied(text: str, match: Match) -> bool:
    """Whether praise of how something was done has a "not" between verb and adverb ("were not always robustly")."""
    return match.rule.endswith("/adverb") and _NOT.search(text[match.start : match.end]) is not None


def judged_by(meaning: str | None) -> JudgedBy:
    """What `polarity_of` goes by in a section of this meaning."""
    if meaning in _PROSE:
        return "prose"
    return "heading" if meaning in _BY_HEADING else "words"


def _prompt(text: str) -> bool:
    """Whether the passage praises that nothing was put off ("no delay in …")."""
    return any(match.rule.endswith("/quick") for match in _phrases("good-practice").matches(text))


def _absent(text: str) -> bool:
    """Whether the passage as a whole says that a problem was not there."""
    if not may_deny(text):
        return False
    codings = code(text)
    if codings:
        return all(coding.polarity == "absent" for coding in codings)
    return bool(_NOTHING_WRONG.match(text) and _phrases("harmful").first(text))


def _within(match: Match, spans: list[tuple[int, int]]) -> bool:
    return any(match.start < end and start < match.end for start, end in spans)


def _part_of(match: Match, spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start and match.end <= end for start, end in spans)


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = data_of("loaders.coding", "polarity.yaml")
    return lists


@lru_cache(maxsize=8)
def _phrases(name: str) -> Phrases:
    return Phrases(compiled(f"polarity/{name}/{rule}", phrase) for rule, phrase in _lists()[name].items())

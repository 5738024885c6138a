"""A reply below the recommendation it answers: "We accept this.", "Accepted in part.", "We do not accept this one."

A reply is no action: what was accepted may never be done, and what was refused stays asked.
"""

from __future__ import annotations

import re

from graph.records import Response
from loaders.blocks import BlockKind
from loaders.parse.desk import Desk
from loaders.parse.passages import Passage
from loaders.parse.sentences import sentences

_WHO = (
    r"(?:we|i|(?:the )?(?:(?-i:[A-Z])[\w’'&-]*(?: |$)(?:(?:of|and|for|the) )?){1,6}?"
    r"|(?:the|our) (?:trust|council|board|partnership|force|police|committee|executive|school|college|service|agency))"
)
_ASKED = r"(?:this|it|that|(?:this|the|that|your) (?:one|recommendation|point|request)|recommendation [\w.]+)"
_SAID = re.compile(
    rf"(?P<who>{_WHO}) ?(?P<denied>(?:do|does|did|can|could)(?:n['’]t| ?not) )?"
    r"(?P<how>(?:(?:fully|also|both|all|therefore|gladly|partly|partially|do|does|have|has) )*)"
    r"(?P<verb>accept|agree|support|endorse|reject|decline|refuse)(?:s|d|ed)?(?: with| to)? "
    rf"{_ASKED}(?P<rest>(?:$|[.,;:–—]| (?:too|also|as well|fully|partly|partially|in (?:full|part|principle)"
    r"|without|with|and|but|although|though|subject|provided|if|unless|except)\b)[^.;]*)",
    re.I,
)
_BRIEF = re.compile(
    r"(?:(?:this|it|(?:this|the) recommendation) (?:is|was|has been) )?"
    r"(?P<how>(?:(?:not|partly|partially|part|fully) )*)"
    r"(?P<verb>accept|agree|reject|decline)e?d\b(?P<rest>(?: in (?:full|part|principle)| without reservation)?)"
    r"(?:\W*$|(?<=not accepted)(?! (?:by|at|for|as|that|into|until)\b)(?P<how_far>.*$))",
    re.I,
)
_IN_PART = re.compile(r"\b(?:part|partly|partially|principle)\b", re.I)
_LIMITED = re.compile(r"\b(?:but|although|though|except|however|if|unless|subject to|provided)\b", re.I)
_OWN = ("we", "i")


def reply_in(sentence: str) -> tuple[str, str | None] | None:
    """The kind of reply that a sentence gives to the request above it, and who gives it where it names a body.

    None where it gives none, or one with a condition that only a reader can weigh.
    """
    found = _SAID.match(sentence) or _BRIEF.match(sentence)
    if found is None or _LIMITED.search(found["rest"]):
        return None
    said = found.groupdict()
    who = re.sub(r"^(?:the|our) ", "", (said.get("who") or "we").strip(), flags=re.I)
    refused = bool(said.get("denied")) or "not" in found["how"].lower() or found["verb"][0].lower() in "rd"
    in_part = _IN_PART.search(found["how"] + found["rest"])
    limit = "in principle" if in_part and in_part[0].lower() == "principle" else "in part" if in_part else ""
    kind = "not accepted" if refused else f"accepted {limit}".rstrip()
    return kind, None if who.lower() in _OWN else who


def below_recommendation(desk: Desk, passage: Passage) -> bool:
    """Whether a paragraph stands below a numbered recommendation, under the same heading of the same case."""
    if not desk.asked or passage.block.kind is not BlockKind.PARAGRAPH:
        return False
    above, asked = desk.asked[-1]
    here = (above.entry, above.heading) == (passage.entry, passage.heading)
    return asked.ref is not None and here and above.block is not passage.block


def replies(desk: Desk, passage: Passage) -> str | None:
    """Keep the reply that opens a paragraph below a numbered recommendation; what stands behind it, None for none."""
    told = sentences(passage.text)
    found = reply_in(told[0]) if below_recommendation(desk, passage) else None
    if found is None:
        return None
    kind, author = found
    more = {"kind": kind, "author": author, "answers": desk.asked[-1][1].ref}
    reply = Response.model_validate(desk.stated(passage, told[0]) | more)
    desk.record.responses.append(reply)
    desk.replied.append((passage, reply))
    return " ".join(told[1:])

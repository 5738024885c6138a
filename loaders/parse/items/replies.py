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
    r"|without|with|and|but|although|though|subject|provided|if|unless|except|as|because|since)\b)[^.;]*)",
    re.I,
)
_BRIEF = re.compile(
    r"(?:(?:this|it|(?:this|the) recommendation) (?:is|was|has been) )?"
    r"(?P<how>(?:(?:not|partly|partially|part|fully) )*)"
    r"(?P<verb>accept|agree|reject|decline)e?d\b(?P<rest>(?: in (?:full|part|principle)| without reservation)?"
    r"(?:,? (?:with (?:a |some )?(?:conditions?|reservations?|caveats?|qualifications?)|subject to|provided|but"
    r"|although|if|except|unless)\b.*)?)"
    r"(?:\W*$|(?<=not accepted)(?! (?:by|at|for|as|that|into|until)\b)(?P<how_far>.*$))",
    re.I,
)
_AIM = re.compile(  # "I share the aim but am not able to …": the aim is accepted, and not what was asked
    rf"(?P<who>{_WHO}) ?(?:(?:fully|also|both|all|do|does|can) )*(?:shares?|supports?|agrees? with|accepts?|welcomes?"
    r"|recogni[sz]es?|understands?|endorses?|sees?) (?:(?:and (?:shares?|supports?|accepts?) )?(?:the|its|your|this) )"
    r"(?:[a-z]+ )?(?:aims?|intentions?|intent|spirit|principle|purpose|thinking|ambition|goal|sentiment)s?\b[^.]*?"
    r"\b(?:but|however|although|though|yet)\b[^.]*?(?:\b(?:not|unable|cannot|no)\b|n['’]t\b)",
    re.I,
)
_LABEL = re.compile(
    r"(?:(?:(?:the|our|agency|trust|council|board|partnership|service|management)(?:['’]s)? )?"
    r"(?:response|reply|answer|position|decision)\s*(?::|[–—]|-\s)\s*)",
    re.I,
)
_IN_PART = re.compile(r"\b(?:part|partly|partially|principle)\b", re.I)
_LIMITED = re.compile(
    r"\b(?:but|although|though|except|however|if|unless|subject to|provided|conditions?"
    r"|reservations?(?<!without reservation)|caveats?|qualifications?)\b",
    re.I,
)
_OWN = ("we", "i")


def reply_in(sentence: str) -> tuple[str, str | None] | None:
    """The kind of reply that a sentence gives to the request above it, and who gives it where it names a body.

    None where it gives none. A condition is not weighed: that there is one is what the reply says.
    """
    sentence = _LABEL.sub("", sentence, count=1) if _LABEL.match(sentence) else sentence
    found = _SAID.match(sentence) or _BRIEF.match(sentence)
    if found is None:
        aim = _AIM.match(sentence)
        return ("accepted in principle", _named(aim["who"])) if aim else None
    said = found.groupdict()
    refused = bool(said.get("denied")) or "not" in found["how"].lower() or found["verb"][0].lower() in "rd"
    in_part = _IN_PART.search(found["how"] + found["rest"])
    limit = "in principle" if in_part and in_part[0].lower() == "principle" else "in part" if in_part else ""
    limit = limit or ("with conditions" if _LIMITED.search(found["rest"]) else "")
    kind = "not accepted" if refused else f"accepted {limit}".rstrip()
    return kind, _named(said.get("who") or "we")


def _named(who: str) -> str | None:
    """The body that replies, where the sentence names one."""
    name = re.sub(r"^(?:the|our) ", "", who.strip(), flags=re.I)
    return None if name.lower() in _OWN else name


def below_recommendation(desk: Desk, passage: Passage) -> bool:
    """Whether a paragraph stands below a numbered recommendation, under the same heading or in the same cell."""
    if not desk.asked or passage.block.kind not in (BlockKind.PARAGRAPH, BlockKind.CELL):
        return False
    above, asked = desk.asked[-1]
    if passage.block.kind is BlockKind.CELL and _cell(above) != _cell(passage):
        return False
    here = (above.entry, above.heading) == (passage.entry, passage.heading)
    return asked.ref is not None and here and above.block is not passage.block


def _cell(passage: Passage) -> tuple[str | None, int | None, int | None] | None:
    """Which cell of which table a passage stands in; None for running text."""
    block = passage.block
    return (block.table, block.row, block.column) if block.kind is BlockKind.CELL else None


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

"""Recommendations: what a review asks for, by number as printed, and what is replied to all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import Recommendation, Response, Review
from graph.text import key, printed
from loaders.blocks import BlockKind
from loaders.coding import code, polarity_of
from loaders.parse.cases.facts import mentioned_review
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import kind_of
from loaders.parse.cues import cue, listed
from loaders.parse.desk import Desk, Home
from loaders.parse.items.agents import agents_of, asks_briefly
from loaders.parse.items.announcing import announces_items, only_thanks
from loaders.parse.items.asking import each_asked_that
from loaders.parse.items.leads import bodies_of, leads_of
from loaders.parse.items.learning import finding
from loaders.parse.items.putting import puts_request
from loaders.parse.items.terms import due_in, terms_in
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.passages import Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import parts, sentences

_NUMBER = re.compile(r"\brecommendations? (?:no\.? ?|number )?(?P<ref>\d+(?:\.\d+)*[a-z]?)\b", re.I)
_ITS_KIND = re.compile(r"^(?:recommendation|rec|proposal|suggestion)\s*", re.I)  # before the number as printed
_WORDS = re.compile(r"[A-Za-z]{3}")
_LETTERED = re.compile(r"(?:[B-J](?= [A-Z])|[A-J](?= (?:The|All|Each|Every|Our) )|[A-J][.)](?= [A-Z])) ")
_ASKS = re.compile(r"\b(?:needs? to|recommend\w*|(?:is|are) (?:asked|required|urged) to)\b", re.I)
_STATES = re.compile(  # opens with no verb that asks ("Ensure staff are …", "To see …"), but with what is spoken of
    r"(?:the|an?|this|these|those|some|many|most|all|both|each|its?|they|he|she|his|her|their|there|in|on|at|from|for|of"
    r"|where|when|while|although|however|during|after|before|across|no|not|nobody|neither|few|several|\d+)\b",
    re.I,
)
_DUTIES = ("should", "must", "ought", "shall", "to")
_BRACKETED = re.compile(r"(?:recommendation|rec\.?) \d[\w.]* ?\((?P<who>(?-i:[A-Z])[^()]{2,60})\)", re.I)
_FOR_WHOM = re.compile(r"\brecommendations? (?:for|to)\b", re.I)
_REPLIES = {
    "accept": "accepted",
    "agree ": "accepted",
    "agreed": "accepted",
    "agrees": "accepted",
    "endors": "accepted",
}
_REPLIES |= {"reject": "not accepted"}
_DENIED = re.compile(r"(?: ?\b(?:has|have|had|did|does|do|could|can))?(?:n['’]t| not| never)\b(?P<yet> yet)?.*$", re.I)
_TELLS_MORE = re.compile(
    r"(?P<name>(?:(?:of|and|for|the|&) )*(?-i:[A-Z])[\w’'&-]*(?: (?:(?:of|and|for|the|&) )*(?-i:[A-Z])[\w’'&-]*)*)"
    r" [a-z]\w+(?:ed|t|w|ok|de|ve|s)\b.*\band$"
)
_OF_ALL = re.compile(
    r"all|(?:the |all |our )*(?:statutory |safeguarding |multi-agency )?(?:partners|agencies|services)", re.I
)


def recommendation(desk: Desk, passage: Passage) -> bool:
    """What is asked, with its number as printed and who is to do it."""
    block, text = passage.block, passage.text
    if not _WORDS.search(text):
        return desk.reject(block, "a number or a letter alone")
    if lettered := _LETTERED.match(text):
        text = text[lettered.end() :]  # "B The council should …", where a page sets the letter apart
    in_prose = passage.meaning is not None and passage.meaning.id == "asked"
    if text.endswith("?") and not in_prose:
        return desk.reject(block, "a question, not a recommendation")
    if cue("passages", "counts-recommendations").match(text) or announces_items(text) or only_thanks(text):
        return desk.pass_by(block, "introduces or explains recommendations, is none itself")
    if cue("passages", "not-recommended").match(text):
        return desk.reject(block, "was considered, and not recommended")
    number = _number(desk, passage)
    labelled = cue("passages", "asked-label").match(text)
    text = text[labelled.end() :] if labelled else text
    asked = labelled or cue("passages", "modal").search(text) or text.startswith(("That ", "And that "))
    asked = asked or asks_briefly(text) or puts_request(text)
    concludes = cue("passages", "concludes")
    numbered = not asked and "." in (block.number or "") and concludes.search(passage.heading or "")
    mixed = number is None and not labelled and concludes.search(passage.section or passage.heading or "")
    if numbered or (mixed and _only_tells(text) and not puts_request(text)):
        judged = polarity_of(text, None)
        if judged == "absent" or (judged == "not-stated" and block.kind is not BlockKind.BULLET):
            return desk.pass_by(block, "a conclusion that asks nothing of anybody")
        return finding(desk, replace(passage, meaning=meaning("learning")))
    explains = "." in (block.number or "") and not asked and _explains(text)
    if explains or (not passage.item and number is None and not asked and not in_prose):
        return desk.pass_by(block, "introduces or explains recommendations, is none itself")
    unheaded = block.kind is BlockKind.CELL and block.column_head is None and number is None
    if unheaded and not asked and not cue("passages", "asking-verb").match(text):
        return desk.reject(block, "a cell among recommendations that asks nothing")
    if not passage.item:
        desk.tell(passage)
    found = cue("passages", "recommended").search(text)
    if not passage.item and found and cue("passages", "one-of-recommendations").search(text):
        text = found["part"].rstrip(". ")
    head = block.row_head if block.row_head and not case_label(block.row_head, among_cases=True) else None
    of_row = [head] if head and re.search(r"[A-Za-z]{3}", head) else []
    listed = cue("passages", "recommendations-listed").match(text) if not passage.item else None
    named = terms_in(passage.text).leads or (bodies_of(listed["who"]) if listed and listed["who"] else [])
    said = text if labelled or lettered else passage.text
    clause = (
        leads_of(f"That {said}") if in_prose and not puts_request(said) else []
    )  # "… asked that the council names an officer"
    named = named or (clause if said[:1].islower() else []) or leads_of(said) or clause
    general = named and _FOR_WHOM.search(passage.section or "") is not None  # the sentence says it more closely
    asked_of_all = bool(named) and all(_OF_ALL.fullmatch(who) for who in passage.addressees)
    addressees = named if general or asked_of_all else passage.addressees or of_row or named
    addressees = (
        _in_brackets(block.raw) or addressees or agents_of(said)
    )  # a name stands before what only the grammar tells
    asked_for = parts(text) if listed and ";" in text else [text[listed.end() :] if listed else text]
    several = [] if listed or passage.item else each_asked_that(text)
    asked_for = several if len(several) > 1 else asked_for
    for part in asked_for:
        own = leads_of(part) or agents_of(part) if len(several) > 1 else []
        more = {"ref": number, "addressees": own or addressees, "themes": code(part)}
        made = Recommendation.model_validate(desk.stated(passage, part) | more)
        made.success_measure = measure_in(passage.text)
        made.due_printed, made.due = due_in(part, passage.due)
        desk.last_asked = made
        desk.asked.append((passage, made))
        desk.sections[id(made)] = key(passage.section or "")
        _maker(desk, passage).recommendations.append(made)
    return True


def _in_brackets(raw: str) -> list[str]:
    """Who is asked, as brackets behind the number say ("Recommendation 3 (Schools and Housing). …")."""
    found = _BRACKETED.match(printed(raw))
    return [one.strip() for one in re.split(r",|;|&|\band\b", found["who"]) if one.strip()] if found else []


def _only_tells(text: str) -> bool:
    """Whether a passage says what is or was so, and asks nothing of anybody, whatever "may" or "can" be so."""
    if _STATES.match(text) is None or asks_briefly(text) or _ASKS.search(text):
        return False
    told = [one for one in verb_groups(text) if one.main and not one.bare]
    return bool(told) and not any(one.modal in _DUTIES for one in told)


def _explains(text: str) -> bool:
    """Whether a numbered paragraph among requests tells of what is and was, and in no sentence asks for anything."""
    told = sentences(text)
    asks = any(asks_briefly(one) or cue("passages", "asking-verb").match(one) for one in told)
    return len(told) > 1 and not asks and all(any(group.main for group in verb_groups(one)) for one in told)


def measure_in(text: str) -> str | None:
    """What a text says is to be different ("Success measure: …", "We will know it has worked when …"), else None."""
    found = cue("passages", "success-measure").search(text)
    return next((part.strip() for part in found.groups() if part), None) if found else None


def _number(desk: Desk, passage: Passage) -> str | None:
    """The printed number: of the item, or of a heading "Recommendation 3", which gives it to its first text only."""
    if passage.number:
        return _ITS_KIND.sub("", passage.number)
    if passage.block.kind is BlockKind.NUMBERED and passage.block.number:
        return _ITS_KIND.sub("", passage.block.number)
    found = _NUMBER.search(passage.heading or "")
    if not found or desk.last_number == (passage.heading, found["ref"]):
        return None
    desk.last_number = (passage.heading, found["ref"])
    return found["ref"]


def number_of_heading(passage: Passage) -> str | None:
    """The number of the recommendation under whose heading something stands."""
    found = _NUMBER.search(passage.heading or "")
    return found["ref"] if found else None


def _maker(desk: Desk, passage: Passage) -> Home:
    """Who made it: a recommendation told in the background of a test is that of the review the test follows up."""
    home = desk.home(passage)
    if not (isinstance(home, Review) and home.test and cue("passages", "of-another-review").search(passage.text)):
        return home
    mentioned = mentioned_review(passage.block.text, passage.block)
    if mentioned is None:
        return home
    known = next((review for review in desk.record.reviews if review.name == mentioned.name), None)
    if known is None:
        desk.record.reviews.append(mentioned)
    return known or mentioned


def refs_in(text: str) -> list[str]:
    """Numbers of recommendations that a sentence names ("recommendations 2, 4 and 5", "R3"), in order."""
    found: dict[str, None] = {}
    for match in cue("passages", "numbered-recommendations").finditer(text):
        refs = re.findall(r"\d+(?:\.\d+)*[a-z]?", match["refs"] or match["short"])
        if re.search(r"\d(?: to |-|–)\d", match["refs"] or "") and len(refs) == 2 and all(r.isdigit() for r in refs):
            refs = [str(n) for n in range(int(refs[0]), int(refs[1]) + 1)][:40]
        found.update(dict.fromkeys(refs))
    return list(found)


def named_review(desk: Desk, passage: Passage) -> Review | None:
    """The review a sentence names as the one its recommendations are of; made where this document does not tell it."""
    found = cue("passages", "of-review").search(passage.text)
    if found is None or found["name"].split()[-1].casefold() in listed("not-names"):
        return None
    name = found["name"]
    home = desk.home(passage)
    for review in ([home] if isinstance(home, Review) else []) + desk.record.reviews:
        if review.test is None and name in (review.name, review.ref, *review.aliases):
            return review
    ref = name if re.search(r"\d", name) else None
    place = {"quote": passage.text, "page": desk.stated(passage)["page"], "line": passage.block.line}
    review = Review.model_validate(
        {"ref": ref, "name": None if ref else name, "kind": kind_of(found[0]) or "other"} | place
    )
    desk.record.reviews.append(review)
    return review


def _replier(who: str) -> str | None:
    """Who replies, by the words before the verb: a name, of which a sentence may tell more; nobody where it is "we"."""
    who = re.sub(r"^the ", "", who, flags=re.I)
    if who.casefold() in ("we", "i"):
        return None
    more = _TELLS_MORE.match(who)  # "The Executive discussed the report in May and accepted …"
    return more["name"] if more else who


def response(desk: Desk, passage: Passage) -> bool:
    """A reply to recommendations ("the executive accepted the recommendations")."""
    found = cue("passages", "response").search(passage.text)
    if not found:
        return False
    what, who = found["what"].lower(), found["who"].strip()
    kind, denied = _REPLIES.get(what[:6], what), _DENIED.search(who)
    if denied and (denied["yet"] or kind != "accepted"):
        return False  # nothing is replied yet ("We have not yet agreed …"), or only what was not refused is told
    more = {"kind": "not accepted" if denied else kind, "author": _replier(_DENIED.sub("", who).strip())}
    desk.record.responses.append(Response.model_validate(desk.stated(passage) | more))
    desk.unstated(passage)
    return True
